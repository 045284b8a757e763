// Rows of the register in Block Kit: the exact words of each, what it sets, where it stands, and what may have become of it.
import { oneLine, placeWords, shorten, standingOf } from '../../chat/card.ts';
import type { CommitmentDetailWire, CommitmentWire } from '../../contract/commitments.ts';
import { describeCommitment } from '../../../web/register/describe-commitment.ts';
import { tidy } from '../../../web/register/render-row.ts';
import { actionIds, subjectValue } from './actions.ts';
import { button, context, section, slackLimits, textLength } from './blocks.ts';
import type { Block, SlackMessage } from './blocks.ts';
import type { FoundCommitments } from './catalogue.ts';
import { escapeMrkdwn, mrkdwnLink, mrkdwnStrong } from './escape-mrkdwn.ts';
import type { SlackLinks } from './parts.ts';
import { askedWords } from './render-card.ts';

/** Characters before what escapes add to them. */
const lengths = { quote: 500, related: 200, facts: 250, title: 150, place: 150, leadIn: 150, summary: 1_000 } as const;
/** Statements of other documents that are shown with a row. */
const mostRelated = 2;

export interface RegisterOptions {
  /** The words that were looked for. */
  readonly subject: string;
  /** What was typed; with who typed it where others are to know. */
  readonly asked: { readonly question: string; readonly user: string | null };
  readonly isPrivate: boolean;
  /** Whether the asker may still choose to share it. */
  readonly canShare: boolean;
  readonly links: Pick<SlackLinks, 'permalink' | 'registerUrl'>;
}

/** As many rows as there is room for, and always one. @param found at least one row. */
export function renderRegister(found: FoundCommitments, options: RegisterOptions): SlackMessage {
  for (let count = found.commitments.length; count > 1; count -= 1) {
    const message = assemble(found, options, count);
    if (textLength(message.blocks) <= slackLimits.message && message.blocks.length <= slackLimits.blocks)
      return message;
  }
  return assemble(found, options, 1);
}

/** The same as one text, for a Slack that takes no blocks of ours. */
export function renderPlainRegister(found: FoundCommitments, options: RegisterOptions): string {
  const { blocks } = renderRegister(
    { ...found, commitments: found.commitments.slice(0, 3) },
    { ...options, canShare: false },
  );
  const lines = blocks.flatMap((block) => {
    if (block.type === 'section') return [block.text.text];
    return block.type === 'context' ? block.elements.map(({ text }) => text) : [];
  });
  return lines.join('\n');
}

function assemble(found: FoundCommitments, options: RegisterOptions, count: number): SlackMessage {
  const { asked, subject, links, isPrivate } = options;
  const rows = found.commitments.slice(0, count);
  const all = `${found.total} ${found.total === 1 ? 'commitment' : 'commitments'} in the register`;
  return {
    text: summaryOf(rows, found),
    blocks: [
      context(askedWords(asked)),
      ...rows.flatMap((row) => rowBlocks(row, found, options)),
      context(
        mrkdwnLink(links.registerUrl(subject), `Open in full: ${all}`),
        'Nothing here tells whether it was done.',
        ...(isPrivate ? ['Only you see this.'] : []),
      ),
      ...sharingBlocks(options),
    ],
  };
}

/** What is read out and shown in a notification: the statement that fits best, and what it sets. */
function summaryOf([best]: readonly CommitmentDetailWire[], found: FoundCommitments): string {
  if (!best) return 'No commitment fits.';
  const { title } = documentOf(best, found);
  return escapeMrkdwn(
    shorten(
      `“${shorten(oneLine(best.text), lengths.quote)}” – ${title} · ${describeCommitment(best)}`,
      lengths.summary,
    ),
  );
}

function rowBlocks(row: CommitmentDetailWire, found: FoundCommitments, options: RegisterOptions): Block[] {
  // What may have become of it comes before what it may have come from.
  const inOrder = [
    ...row.related.filter((each) => isLater(each, row, found)),
    ...row.related.filter((each) => !isLater(each, row, found)),
  ];
  const related = inOrder.slice(0, mostRelated).map((each) => relatedWords(row, each, { found, options }));
  return [
    section(statement(row, lengths.quote)),
    context(
      `${placeLine(row, found, options)}\n${escapeMrkdwn(shorten(oneLine(describeCommitment(row)), lengths.facts))}`,
      ...related,
    ),
  ];
}

type Related = CommitmentDetailWire['related'][number];

function isLater({ commitment }: Related, { documentId }: CommitmentWire, { documents }: FoundCommitments): boolean {
  const at = (id: string): number => documents.findIndex((document) => document.id === id);
  return at(commitment.documentId) > at(documentId);
}

interface Surroundings {
  readonly found: FoundCommitments;
  readonly options: RegisterOptions;
}

/** Always said to be possible: that it speaks of the same is for the reader to judge. */
function relatedWords(row: CommitmentWire, each: Related, { found, options }: Surroundings): string {
  const { commitment, why, change } = each;
  const changed = change ? [`${change.measure}: ${change.earlier} then ${change.later}`] : [];
  return [
    `${mrkdwnStrong(isLater(each, row, found) ? 'Possible successor' : 'Possible forerunner')} ${statement(commitment, lengths.related)}`,
    placeLine(commitment, found, options),
    escapeMrkdwn(shorten(oneLine([why, ...changed].join(' · ')), lengths.facts)),
  ].join('\n');
}

/** The exact words that the link marks; where they are a member of a list, what introduces it stands before them. */
function statement({ text, leadIn }: Pick<CommitmentWire, 'text' | 'leadIn'>, longest: number): string {
  const quote = `“${escapeMrkdwn(shorten(oneLine(text), longest))}”`;
  return leadIn === null ? quote : `[${escapeMrkdwn(shorten(tidy(leadIn.text), lengths.leadIn))}] ${quote}`;
}

function placeLine(commitment: CommitmentWire, found: FoundCommitments, { links }: RegisterOptions): string {
  const { title, standing } = documentOf(commitment, found);
  const place = shorten(placeWords(commitment), lengths.place);
  const where = place === '' ? '' : ` › ${escapeMrkdwn(place)}`;
  return `*${mrkdwnLink(links.permalink(commitment), shorten(title, lengths.title))}* (${escapeMrkdwn(standing)})${where}`;
}

function documentOf(
  { documentId }: Pick<CommitmentWire, 'documentId'>,
  { documents }: FoundCommitments,
): { readonly title: string; readonly standing: string } {
  const document = documents.find(({ id }) => id === documentId);
  if (!document) return { title: documentId, standing: standingOf(null, 'unknown') };
  return { title: document.title, standing: standingOf(document.years, document.status) };
}

function sharingBlocks({ canShare, subject }: RegisterOptions): Block[] {
  // The words are all that is needed to look again; where they are too long for a button, the answer stays private.
  const value = subjectValue(subject);
  if (!canShare || value.length > slackLimits.buttonValue) return [];
  return [
    {
      type: 'actions',
      elements: [
        button(actionIds.shareRegister, value, {
          label: 'Share',
          spoken: 'Share these commitments with everyone in this conversation',
        }),
        button(actionIds.keepRegister, value, { label: 'Keep', spoken: 'Keep these commitments to yourself' }),
      ],
    },
  ];
}
