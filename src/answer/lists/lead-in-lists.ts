// A quotation that only leads to a list brings the list, each point in a line of its own.
import type { Intent } from '../../domain/answer.ts';
import type { Passage, Sentence } from '../../domain/passage.ts';
import { point, quotationsOf, textOf } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import type { AnswerRequest } from '../rank/request.ts';

/** Longest list that is brought, in points and in UTF-16 code units: a longer one stops at a whole point. */
const longest = { points: 7, length: 900 };
/** Most words of a line that leads on from the sentence before it: "It will:". */
const wordsOfLink = 4;
/** What these answer is a sentence; the others have their own forms for lists. */
const ofSentences: ReadonlySet<Intent> = new Set<Intent>(['fact', 'commitment', 'definition', 'acronym', 'other']);

type ListRequest = Pick<AnswerRequest, 'plan' | 'surroundings'>;

/** The paragraphs, lists brought in after what leads to them; a point that stands in one is not quoted again. */
export function withLists(paragraphs: readonly Paragraph[], request: ListRequest): readonly Paragraph[] {
  const { intent } = request.plan;
  if (!ofSentences.has(intent)) return paragraphs;
  const brought: Quotation[] = [];
  return paragraphs.flatMap((paragraph, at) => {
    const [only, ...others] = quotationsOf([paragraph]);
    if (!only || others.length > 0) return [paragraph];
    if (brought.some((item) => holds(item, only))) return [];
    const lead = leadOf(only, at === 0);
    if (!lead) return [paragraph];
    const items = intent === 'acronym' ? [] : cut(itemsAfter(lead, request.surroundings));
    // A line that leads to nothing here stays as it was quoted.
    if (items.length === 0 && intent !== 'acronym') return [paragraph];
    brought.push(...items);
    const head = paragraph.map((piece) => (piece.kind === 'quote' ? { ...piece, quotation: lead } : piece));
    return [head, ...items.map(point)];
  });
}

function holds(one: Quotation, other: Quotation): boolean {
  return one.passage.documentId === other.passage.documentId && one.start <= other.start && other.end <= one.end;
}

/** The quotation up to the end of the line that leads to a list; null where none does. */
function leadOf({ passage, start, end }: Quotation, isFirst: boolean): Quotation | null {
  const covered = passage.sentences.filter((each) => each.start >= start && each.end <= end);
  const within = covered.find((each) => leadsOn(each, passage));
  if (within) return { passage, start, end: within.end };
  const next = passage.sentences.find((each) => each.start >= end);
  const isLink = next && leadsOn(next, passage) && wordsIn(next, passage) <= wordsOfLink;
  return isFirst && isLink ? { passage, start, end: next.end } : null;
}

function leadsOn({ start, end }: Sentence, passage: Passage): boolean {
  return /:["”’*]*\s*$/u.test(textOf({ passage, start, end }));
}

function wordsIn({ start, end }: Sentence, passage: Passage): number {
  return textOf({ passage, start, end }).trim().split(/\s+/u).length;
}

/** The points of the list, also those in the next passages of the section; each with the sentences that go on in its line. */
function itemsAfter({ passage, end }: Quotation, surroundings: AnswerRequest['surroundings']): Quotation[] {
  const all = surroundings.get(passage.documentId) ?? [];
  const at = all.findIndex(({ id }) => id === passage.id);
  const following =
    at < 0 ? [] : all.slice(at + 1, at + 3).filter(({ section }) => section.join() === passage.section.join());
  const items: Quotation[] = [];
  for (const each of [passage, ...following])
    for (const sentence of each.sentences.filter(({ start }) => start >= end)) {
      if (sentence.kind !== 'bullet' && sentence.kind !== 'item') return items;
      const last = items.at(-1);
      if (last?.passage === each && goesOn(last, sentence)) items[items.length - 1] = { ...last, end: sentence.end };
      else items.push({ passage: each, start: sentence.start, end: sentence.end });
    }
  return items;
}

/** Whether a sentence stands in the same line as the one before it. */
function goesOn({ passage, end }: Quotation, { start }: Sentence): boolean {
  return !passage.text.slice(end - passage.start, start - passage.start).includes('\n');
}

function cut(items: readonly Quotation[]): Quotation[] {
  let length = 0;
  return items.slice(0, longest.points).filter(({ start, end }) => {
    length += end - start;
    return length <= longest.length;
  });
}
