// How much of what a statement says its support says, word by word.
import { terms } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import type { Support } from './support.ts';
import { isSaid } from './synonyms.ts';

/** Words with which a statement only tells who says it, or that say nothing by themselves. */
const attribution = new Set(
  terms(
    'across within around towards upon along amongst via whilst another want wish objective make take carry thing outline detail say says said state stated plan strategy document according describe set sets aim intend intention commit commitment promise pledge service organisation force report note explain list name also include among further addition since launch now current',
  ),
);

/** Whom a document may call "you". */
const readers = new Set(terms('public reader people citizens residents'));

export interface Coverage {
  readonly share: number;
  /** Content words in a row that the support does not say. */
  readonly longestAddition: number;
  /**
   * Whether a word takes another's place, a place, time or manner is added ("at night"), or the statement begins with something of which the
   * support says nothing.
   */
  readonly changes: boolean;
}

export interface Worded {
  readonly text: string;
  readonly words: readonly Token[];
}

/** Content words alone count; words that only tell who says it are passed over. */
export function coverageOf({ text, words }: Worded, support: Support): Coverage {
  let [said, all, run, longestAddition] = [0, 0, 0, 0];
  let changes = false;
  for (const [at, word] of words.entries()) {
    const kind = kindOf(word, text, support);
    if (kind === 'empty') continue;
    changes ||= kind === 'other' || (kind === 'added' && changesAt({ text, words }, at, support));
    all += 1;
    said += Number(kind === 'said');
    run = kind === 'said' ? 0 : run + 1;
    longestAddition = Math.max(longestAddition, run);
  }
  // With nothing of its own to say it says nothing of the documents.
  return { share: all === 0 ? 0 : said / all, longestAddition, changes };
}

/** What a word of the statement is to its support: there too, without a say of its own, about someone else, or added. */
function kindOf({ term, start }: Token, text: string, support: Support): 'said' | 'empty' | 'other' | 'added' {
  if (isSaid(term, support.stems) || (support.addresses && readers.has(term))) return 'said';
  if (speaksForOther(term, text.slice(0, start), support)) return 'other';
  // "One of its aims" counts nothing; what counts is held against the figures.
  return attribution.has(term) || support.nearbyStems.has(term) || term === '1' ? 'empty' : 'added';
}

/** Whether a word that was added says something else: in another's place, in a phrase of its own, or as a point of a list. */
function changesAt({ text, words }: Worded, at: number, support: Support): boolean {
  const takesOthers = takesPlace(words[at - 1]?.term, words[at + 1]?.term, support);
  return takesOthers || opensPhrase.test(text.slice(0, words[at]?.start)) || isListed(words, at, text);
}

const speaksOfUs = /^[^\p{L}]*(?:(?:however|so|but|and|also),?\s+)?we\b/iu;

/** Whether the statement is about someone of the headings where its support is about "us" ("Victims are slow" for "We're slow"). */
function speaksForOther(term: string, before: string, { sentence, nearbyStems, nameStems }: Support): boolean {
  const isOther = nearbyStems.has(term) && !nameStems.has(term) && !attribution.has(term);
  return isOther && opensText.test(before) && speaksOfUs.test(sentence);
}

/** Most content words of a point in a list. */
const longestPoint = 3;

/** Whether a word is, with at most a few others, a point of a list within its sentence, as "better pay" is in "training and better pay". */
function isListed(words: readonly Token[], at: number, text: string): boolean {
  const word = words[at];
  if (!word) return false;
  const open = [...text.slice(0, word.start).matchAll(/,|\b(?:and|or)\b/giu)].at(-1);
  if (!open) return false;
  const close = text.slice(word.end).search(/[,;.]|\b(?:and|or|is|are|was|were|will|have|has)\b/iu);
  const end = close < 0 ? text.length : word.end + close;
  const point = words.filter(({ start }) => start > open.index && start < end);
  return point.length <= longestPoint && words.some(({ start }) => start < open.index);
}

/** Whether a word stands where the support has another one, between the same two ("the western basin" for "the eastern basin"). */
function takesPlace(before: string | undefined, after: string | undefined, { order }: Support): boolean {
  return order.some((stem, at) => stem === before && order[at + 2] === after);
}

const opensText = /^[^\p{L}\p{N}]*(?:(?:the|an?)\s+)?$/iu;

/** What stands before the first word of the text, or of a phrase of place, time or manner. */
const opensPhrase =
  /^[^\p{L}\p{N}]*(?:(?:the|an?)\s+)?$|\b(?:at|by|in|on|within|around|across|towards|along|during|until|with|from|through|under|near|via|against|after|before|following|using|per)\s+(?:(?:the|an?|its|their|our)\s+)?$/iu;
