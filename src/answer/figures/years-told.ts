// Of which years a sentence tells, so that "last year" in a plan of 2025 and "in 2024/25" are known to be one.
import type { DocumentDescription } from '../../domain/document.ts';
import type { Sense } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';

const year = /\b((?:19|20)\d\d)(?:\/\d{2,4})?\b/gu;
/** A span that ends about where the document was written. */
const justBefore =
  /\b(?:in )?(?:the )?(?:last|past|previous) (?:(?:financial|calendar|full) )?(?:year|12 months|twelve months)\b/i;

/** The first year of each time that the sentence names, and of "last year" as its document means it. */
export function yearsTold(quote: string, document: DocumentDescription | undefined): ReadonlySet<number> {
  const told = new Set(Array.from(quote.matchAll(year), ([, from]) => Number(from)));
  const written = document?.years?.from;
  if (written !== undefined && justBefore.test(quote)) told.add(written - 1);
  return told;
}

/** Stems of words that only say when. */
const times: ReadonlySet<string> = new Set(
  terms('last past previous recent year annual annually yearly month today period'),
);

/** Whether a word of the question says when, and nothing of what is asked. */
export function isTime({ stems }: Sense): boolean {
  return stems.every((stem) => times.has(stem) || /^(?:19|20)\d\d(?:\/\d\d)?$/u.test(stem));
}

const point = String.raw`[^.;()]{0,40}\b(?:19|20)\d\d\b[^.;()]{0,40}`;
const span = new RegExp(
  String.raw`\bfrom\b${point}\b(?:to|until)\b${point}|\bbetween\b${point}\band\b${point}|\bsince\b${point}|\b(?:over|in|within|during) the (?:last|past|next|coming|first) (?:\w+ )?(?:years?|months?)\b`,
  'i',
);
/** "How many …, and over what period?" */
const spanAsked =
  /\band\b[^?]{0,3}(?:(?:over|in|during|within|for) (?:what|which) (?:period|time\w*|span|years?|months?)|since when|over how long)\b/i;

/** Whether a question for a figure asks for the time that it is of as well. */
export function asksSpan(question: string): boolean {
  return spanAsked.test(question);
}

/** Whether a sentence gives a stretch of time: "from the start of 2019/20 to the end of 2021/22". */
export function tellsSpan(quote: string): boolean {
  return span.test(quote);
}
