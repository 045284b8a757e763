// Lists read for answering: which a document states, which its sentences hold, and what of each does not depend on the question.
// Made once for each document, passage and list used; reading them anew took most of the time of a question for a list.
import type { Passage } from '../../domain/passage.ts';
import { rememberObjects } from '../../text/remember-objects.ts';
import { terms } from '../../text/tokens.ts';
import { inlineList } from './inline-lists.ts';
import { countedThings, countsIn } from './list-counts.ts';
import type { CountedThings } from './list-counts.ts';
import { pastShare, wordingOf } from './list-wording.ts';
import type { ListWording } from './list-wording.ts';
import { statedLists } from './lists.ts';
import { textOf } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';
import type { StatedList } from './stated-list.ts';

export interface ReadList {
  /** Terms of its introduction and of the headings right above it. */
  readonly intro: ReadonlySet<string>;
  /** Terms of its items. */
  readonly items: ReadonlySet<string>;
  /** Terms of its heading, and of the words that lead to it. */
  readonly titles: readonly ReadonlySet<string>[];
  /** Numbers of things that the introduction speaks of. */
  readonly counts: readonly number[];
  /** The same with what is counted. */
  readonly counted: readonly CountedThings[];
  /** Share of its items that tell of what was done. */
  readonly past: number;
  readonly wording: ListWording;
  /** The sentence that its lead stands in; null where it has none. */
  readonly lead: SentencePlace | null;
  /** The sentences that the names of its items stand in. */
  readonly names: readonly SentencePlace[];
}

/** A sentence of a passage. */
export interface SentencePlace {
  readonly passage: Passage['id'];
  /** Place of the sentence in its passage. */
  readonly at: number;
}

/** The stated lists of one document. @param passages in reading order, the same array each time. */
export const listsOfDocument: (passages: readonly Passage[]) => readonly StatedList[] = rememberObjects(statedLists);

/** Lists within the sentences of a passage, by the place of the sentence; null where it holds none. */
const listsByPlace = rememberObjects<Passage, Map<number, StatedList | null>>(() => new Map());

/** The list within a sentence, under the lead-in right above it; null where there is none. @param at place of the sentence. */
export function listWithin(passage: Passage, at: number): StatedList | null {
  const byPlace = listsByPlace(passage);
  const known = byPlace.get(at);
  if (known !== undefined) return known;
  const read = readWithin(passage, at);
  byPlace.set(at, read);
  return read;
}

function readWithin(passage: Passage, at: number): StatedList | null {
  const sentence = passage.sentences[at];
  if (!sentence || sentence.kind === 'heading' || sentence.kind === 'row' || sentence.kind === 'footnote') return null;
  const above = passage.sentences[at - 1];
  const lead = above?.kind === 'lead-in' ? { passage, start: above.start, end: above.end } : null;
  return inlineList({ passage, start: sentence.start, end: sentence.end }, lead);
}

/** What of a list does not depend on the question. */
export const readList: (list: StatedList) => ReadList = rememberObjects((list): ReadList => {
  const intro = [list.lead, list.within]
    .map((part) => (part ? textOf(part) : ''))
    .concat(list.path.slice(-2))
    .join(' ');
  const titles = [list.path.at(-1) ?? '', list.lead ? textOf(list.lead) : ''];
  return {
    intro: new Set(terms(intro)),
    items: new Set(list.items.flatMap(({ whole }) => terms(textOf(whole)))),
    titles: titles.map((title) => new Set(terms(title))),
    counts: countsIn(intro),
    counted: countedThings(intro),
    past: pastShare(list),
    wording: wordingOf(list),
    lead: list.lead && placeOf(list.lead),
    names: list.items.flatMap(({ name }) => placeOf(name) ?? []),
  };
});

function placeOf({ passage, start, end }: Quotation): SentencePlace | null {
  const at = passage.sentences.findIndex((sentence) => sentence.start <= start && end <= sentence.end);
  return at < 0 ? null : { passage: passage.id, at };
}
