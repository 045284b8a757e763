// How much of what a statement says its support says, word by word.
import { terms } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import type { Support } from './support.ts';
import { isSaid, isTurnedRound } from './synonyms.ts';

/** Words with which a statement only tells who says it, or that say nothing by themselves. */
const attribution = new Set(
  terms(
    'across within around towards upon along amongst via whilst another want wish objective make take carry thing outline detail say says said state stated plan strategy document according describe set sets aim intend intention commit commitment promise pledge service organisation force report note explain list name also include among further addition since launch now current vision mission aspire aspiration even especially particularly notably however moreover therefore thus whose itself themselves kind sort type past come become whole very quite indeed still already overall various bring put rather find feel made took taken gave given said told compare',
  ),
);

/** Those of them that are done to something, and so may stand for another deed. */
const plainVerbs = new Set(terms('gave give given took take taken bring felt feel found find put'));

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

/** Content words that a support says at least, so that headings and who speaks do not make a statement by themselves. */
const fewestSaid = 2;

/** Content words alone count; words that only tell who says it are passed over. */
export function coverageOf({ text, words }: Worded, support: Support): Coverage {
  const kinds = words.map((word) => kindOf(word, text, support));
  const counted = kinds.filter((kind) => kind !== 'empty');
  const said = kinds.filter((kind) => kind === 'said').length;
  const changes =
    standsForVerb({ text, words }, kinds, support) ||
    kinds.some((kind, at) => kind !== 'empty' && changesBy(kind, { text, words }, at, support));
  // With next to nothing of the document's it says nothing of the documents.
  const saysNothing = counted.length === 0 || said < Math.min(fewestSaid, words.length);
  return {
    share: saysNothing ? 0 : said / counted.length,
    longestAddition: longestRun(counted),
    changes: changes || replacesWords(words, kinds, support),
  };
}

function changesBy(kind: Kind, worded: Worded, at: number, support: Support): boolean {
  if (kind === 'other' || isFromElsewhere(worded.words, at, support)) return true;
  return kind === 'added' && changesAt(worded, at, support);
}

/** Whether a word that says little by itself stands where the support has one that says more ("gave" for "sold"). */
function standsForVerb({ text, words }: Worded, kinds: readonly Kind[], { order }: Support): boolean {
  const own = new Set(words.map(({ term }) => term));
  return words.some(({ term, start, end }, at) => {
    const [before, after] = [words[at - 1]?.term, words[at + 1]?.term];
    const isDeed = plainVerbs.has(term) || text.slice(start, end).endsWith('ed');
    if (kinds[at] !== 'empty' || !isDeed || before === undefined || after === undefined) return false;
    return order.some((stem, from) => {
      const replaced = order[from + 1] ?? '';
      const isThere = stem === before && order[from + 2] === after;
      return isThere && !attribution.has(replaced) && !isSaid(replaced, own);
    });
  });
}

function longestRun(kinds: readonly Kind[]): number {
  let [run, longest] = [0, 0];
  for (const kind of kinds) {
    run = kind === 'said' ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Whether words that the support does not say stand for some that it does. */
function replacesWords(words: readonly Token[], kinds: readonly Kind[], support: Support): boolean {
  // The last word that is said, while words that are not follow it.
  let before: string | null = null;
  let isParted = false;
  for (const [at, { term }] of words.entries()) {
    if (kinds[at] !== 'said') {
      isParted ||= !attribution.has(term);
      continue;
    }
    if (isParted && before !== null && standsForOthers(before, term, words, support)) return true;
    [before, isParted] = [term, false];
  }
  return false;
}

/** Most words of a support that others may stand for. */
const mostReplaced = 2;

/** Whether other words stand between two than in the support, which has one or two there that the statement has not. */
function standsForOthers(before: string, after: string, words: readonly Token[], { order }: Support): boolean {
  const own = new Set(words.map(({ term }) => term));
  return order.some((stem, at) => {
    if (stem !== before) return false;
    const to = order.indexOf(after, at + 1);
    const between = to < 0 ? [] : order.slice(at + 1, to);
    return between.length > 0 && between.length <= mostReplaced && between.every((each) => !isSaid(each, own));
  });
}

type Kind = 'said' | 'empty' | 'other' | 'added';

/** What a word of the statement is to its support: there too, without a say of its own, about someone else, or added. */
function kindOf({ term, start }: Token, text: string, support: Support): Kind {
  if (isSaid(term, support.stems) || (support.addresses && readers.has(term))) return 'said';
  if (isTurnedRound(term, support.stems)) return 'other';
  if (speaksForOther(term, text.slice(0, start), support)) return 'other';
  // "One of its aims" counts nothing; what counts is held against the figures.
  return attribution.has(term) || support.nearbyStems.has(term) || isSaid(term, support.headingStems) || term === '1'
    ? 'empty'
    : 'added';
}

/** Whether a word that was added says something else: in another's place, in a phrase of its own, or as a point of a list. */
function changesAt({ text, words }: Worded, at: number, support: Support): boolean {
  const takesOthers = takesPlace(words[at - 1]?.term, words[at + 1]?.term, support.order);
  return takesOthers || opensPhrase.test(text.slice(0, words[at]?.start)) || isListed(words, at, text);
}

/** Whether a word of what introduces the sentence stands where the sentence itself has another ("with traders on" for "with pilots on"). */
function isFromElsewhere(words: readonly Token[], at: number, { ownOrder, isPoint }: Support): boolean {
  const word = words[at];
  if (!word || !isPoint || isSaid(word.term, new Set(ownOrder))) return false;
  return takesPlace(words[at - 1]?.term, words[at + 1]?.term, ownOrder);
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
function takesPlace(before: string | undefined, after: string | undefined, order: readonly string[]): boolean {
  return order.some((stem, at) => stem === before && order[at + 2] === after);
}

const opensText = /^[^\p{L}\p{N}]*(?:(?:the|an?)\s+)?$/iu;

/** What stands before the first word of the text, or of a phrase of place, time or manner. */
const opensPhrase =
  /^[^\p{L}\p{N}]*(?:(?:the|an?)\s+)?$|\b(?:at|by|in|on|within|around|across|towards|along|during|until|with|from|through|under|near|via|against|after|before|following|using|per)\s+(?:(?:the|an?|its|their|our)\s+)?$/iu;
