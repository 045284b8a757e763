// What a list is of, by the words that introduce it and the headings above it.
import type { Statement } from './statements.ts';
import { squeezed } from './plain.ts';

export type ListIntent =
  | 'doing' // its members go on with "we will …", whatever their form
  | 'aims' // priorities, objectives, targets: members that begin with a verb or a figure
  | 'told' // achievements, examples, what people will see
  | 'none';

/** Words that introduce, or stand over, what was done or how things stand. */
const past =
  /\b(?:we have (?:already|made|achieved|done|delivered)|already|achieved|achievements?|progress (?:to date|against)|what we have (?:done|achieved)|what we've|where we are|since then|so far|examples? (?:of|include)|these are examples|for (?:example|instance)|have achieved)\b/u;
/** What others will notice, and how success is told. */
const effects =
  /^(?:how (?:it|this|you) will (?:feel|look)|what (?:you|the public|londoners|businesses|society|residents|communities|people|staff|partners|victims|success|good|difference)\b.*|why .*|measur\w+ .*|measures?(?: of success)?|how we will (?:know|measure).*|outcomes?(?: sought)?|the benefits?.*)[:?]?$/u;
const intent =
  /^(?:what we(?:'ll| will| are going to| plan to) do.*|(?:our |the |key |strategic |main |operational |enabling |corporate )*(?:priorities|objectives|commitments|aims|goals|targets|actions|pledges|promises|ambitions)(?: .{0,40})?|next steps|action plan|how we(?:'ll| will) (?:do|achieve|deliver|get).*|(?:our )?(?:priority )?actions.*)[:]?$/u;

const listed = /\b(?:priorities|objectives|commitments|aims|goals|targets|pledges|promises|ambitions|actions)\b/u;
const goesOn =
  /\b(?:will|'ll|shall|must|going to|aim to|committed to|intend to|plan to|seek to)(?:\s+\w+ly)?:?$|(?:\b(?:will|shall|must)\b|'ll\b).*\b(?:by|to|through|which|that|include|including|be)\b[^.]{0,12}:$|\bexpect from us:?$|\bif we:$/u;

export function listIntent(statement: Statement): ListIntent {
  const headings = (statement.section?.path ?? []).map((heading) =>
    squeezed(heading)
      .toLowerCase()
      .replace(/^[a-z\d]+[.)] /u, ''),
  );
  if (isPastOrEffect(headings)) return 'told';
  const leadIn = squeezed(statement.leadIn?.plain ?? '')
    .toLowerCase()
    .replaceAll('’', "'");
  if (leadIn !== '') return ofLeadIn(leadIn);
  const last = headings.at(-1) ?? '';
  return intent.test(last) ? 'aims' : 'none';
}

/** Whether the section tells what was done, or what people will notice. @param headings in lower case. */
export function isPastOrEffect(headings: readonly string[]): boolean {
  return headings.some((heading) => past.test(heading)) || effects.test(headings.at(-1) ?? '');
}

function ofLeadIn(leadIn: string): ListIntent {
  if (past.test(leadIn) || effects.test(leadIn)) return 'told';
  if (goesOn.test(leadIn)) return 'doing';
  return listed.test(leadIn) ? 'aims' : 'none';
}

/** Whether the section is headed as what the organisation is doing now or next. */
export function isUnderWay({ section }: Statement): boolean {
  const heading = squeezed(section?.heading ?? '').toLowerCase();
  return /^(?:what )?(?:we are|we're) (?:\w+ )?(?:doing|delivering|changing|investing|building)\b/u.test(heading);
}
