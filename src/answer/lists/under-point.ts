// What hangs under a point of a list: the cells below it in its table, the points that it leads to, its section.
import { bareWords } from '../../text/bare-words.ts';
import type { CitedPlace } from '../../domain/conversation.ts';
import type { Passage, Sentence } from '../../domain/passage.ts';
import type { AskedPoint } from '../../domain/plan.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { listsOfDocument } from './read-lists.ts';
import type { StatedList } from './stated-list.ts';
import { textOf } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';

/** Sentences quoted under a heading, or after a point. */
export const mostSentences = 3;
/** A name shorter than this, in letters and figures, stands in too many others. */
export const shortestName = 6;

/** @param passages of the point's document, in reading order. */
export function listUnder(name: string, passages: readonly Passage[]): readonly Quotation[] {
  const wanted = bareWords(name);
  if (wanted.length < shortestName) return [];
  const isNamed = (words: string): boolean => isSameName(bareWords(words), wanted);
  const fits = ({ lead, path, items }: StatedList): boolean => {
    const leads = lead ? [textOf(lead), ...above(lead)] : [path.at(-1) ?? ''];
    return leads.some(isNamed) && !items.some((item) => isNamed(textOf(item.name)));
  };
  const lists = listsOfDocument(passages).filter(fits);
  const best = lists.find(({ form }) => form === 'column') ?? lists[0];
  return best?.items.map(({ whole }) => whole) ?? [];
}

/** "CUT CRIME." may stand alone above the words that lead to its points. */
function above({ passage, start }: Quotation): string[] {
  const at = passage.sentences.findIndex((sentence) => sentence.start === start);
  const before = passage.sentences[at - 1];
  return before ? [textOf(toQuotation(passage, before))] : [];
}

/** One may go on ("…, through an enhanced front line"), or have a letter or the like before it. */
function isSameName(bare: string, wanted: string): boolean {
  return bare === wanted || bare.startsWith(wanted) || (bare.length >= shortestName && bare.endsWith(wanted));
}

/** The document that the point stands in, as far as it is known. */
export function passagesOf({ place }: AskedPoint, { surroundings, shown = [] }: ComposeRequest): readonly Passage[] {
  return surroundings.get(place.documentId) ?? shown;
}

/** What a section of that name says first; where it has lettered sections, their headings. */
export function underHeading(name: string, passages: readonly Passage[], most = mostSentences): Quotation[] {
  const wanted = bareWords(name);
  const isNamed = (heading: string | undefined): boolean => {
    const bare = bareWords(heading ?? '');
    return wanted.length >= shortestName && (bare === wanted || (bare.length >= shortestName && bare.endsWith(wanted)));
  };
  const body = passages.filter(({ section }) => isNamed(section.at(-1))).flatMap((passage) => proseOf(passage));
  const parts = passages
    .filter(({ section }) => isNamed(section.at(-2)) && isLettered.test(section.at(-1) ?? ''))
    .flatMap((passage) => headingsOf(passage).slice(0, 1));
  return parts.length > 1 ? [...body.slice(0, 1), ...parts] : body.slice(0, most);
}

const isLettered = /^[A-Z][.)] /u;

/** What the document goes on to say of the point, up to the next one. */
export function following({ passageId, start, end }: CitedPlace, passages: readonly Passage[]): Quotation[] {
  const passage = passages.find(({ id }) => id === passageId);
  const own = passage?.sentences.filter((sentence) => sentence.start < end && start < sentence.end) ?? [];
  // A cell of a row goes on in no sentence of its own.
  if (!passage || own.some(({ kind }) => kind === 'row')) return [];
  const after = passage.sentences.filter((sentence) => sentence.start >= end);
  const stop = after.findIndex(({ kind }) => kind !== 'prose');
  const more = after.slice(0, stop < 0 ? after.length : stop);
  // The next point of a list in running text begins a block of its own.
  const gap = passage.text.slice(end - passage.start, (more[0]?.start ?? end) - passage.start);
  const goesOn = more.length > 0 && !/\n\s*(?:\n|[-•*⊖✓✔])/u.test(gap);
  return [...own, ...(goesOn ? more : [])].slice(0, mostSentences).map((sentence) => toQuotation(passage, sentence));
}

export function proseOf(passage: Passage): Quotation[] {
  return passage.sentences.filter(({ kind }) => kind === 'prose').map((sentence) => toQuotation(passage, sentence));
}

export function headingsOf(passage: Passage): Quotation[] {
  return passage.sentences.filter(({ kind }) => kind === 'heading').map((sentence) => toQuotation(passage, sentence));
}

function toQuotation(passage: Passage, { start, end }: Sentence): Quotation {
  return { passage, start, end };
}
