// The terms to look for: the asker's own, and what the lexicon, the corpus's acronyms and its spelling add.
import type { Lexicon } from '../domain/lexicon.ts';
import type { PlanTerm, Sense } from '../domain/plan.ts';
import { rememberObjects } from '../text/remember-objects.ts';
import { rememberWords } from '../text/remember-words.ts';
import { byKeys } from '../text/by-first-word.ts';
import { terms, tokens } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import { englishStems } from './english-words.ts';
import { isLexiconWord, lookUp, withoutOverlap } from './lexicon-rows.ts';

/** What a question is expanded with; all of it comes from the corpus or from data beside it. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly acronyms: readonly { readonly term: string; readonly expansion: string }[];
  /** Number of passages that hold each term. */
  readonly frequency: ReadonlyMap<string, number>;
}

/** A synonym counts this much beside the asker's own word: .6 did best in trials of .4 to .8. */
const synonymWeight = 0.6;
/** A generic word counts this much. */
const genericWeight = 0.35;

/** Terms of `topic` with weights, the asker's own first; each term once, with its highest weight. */
export function expandTerms(topic: string, vocabulary: Vocabulary): PlanTerm[] {
  const generic = genericStems(vocabulary.lexicon);
  const phrases = lookUp(topic, vocabulary.lexicon).filter(({ isWordForWord }) => isWordForWord);
  // "Shooting" says little by itself in "what are we shooting for".
  const isLittle = ({ term, start }: Token): boolean =>
    generic.has(term) || phrases.some((hit) => hit.start <= start && start < hit.end);
  const own = tokens(topic).map((token): PlanTerm => ({
    term: token.term,
    weight: isLittle(token) ? genericWeight : 1,
    source: 'question',
  }));
  const all = [
    ...own,
    ...spellings(own, vocabulary),
    ...acronymTerms(topic, vocabulary),
    ...synonymTerms(topic, vocabulary),
  ];
  const kept = new Map<string, PlanTerm>();
  for (const term of all) {
    const before = kept.get(term.term);
    if (!before || before.weight < term.weight) kept.set(term.term, before ? { ...before, weight: term.weight } : term);
  }
  return [...kept.values()];
}

/** Each content word of the topic with what may stand for it; words of one phrase share its other wordings. */
export function sensesOf(topic: string, vocabulary: Vocabulary): Sense[] {
  const { lexicon, acronyms, frequency } = vocabulary;
  const generic = genericStems(lexicon);
  const stems = [...new Set(terms(topic))];
  const hits = lookUp(topic, lexicon);
  const named = acronymsNear(stems, acronyms);
  return stems
    .filter((stem) => !generic.has(stem))
    .map((stem): Sense => {
      const meant = hits.filter(({ phrase }) => phrase.includes(stem)).flatMap(({ row }) => row.mean);
      const called = named.flatMap(({ short, long, isSpelled }) => {
        if (short[0] === stem) return [long];
        return isSpelled && long.includes(stem) ? [short] : [];
      });
      const isSlip = stem.length >= fewestLetters && !isKnown(stem, vocabulary);
      const spelled = isSlip ? nearest(stem, frequency).map((near) => [near]) : [];
      return { stems: [stem], others: [...meant, ...called, ...spelled].filter((other) => other.length > 0) };
    });
}

/** Stems of words that stand in most questions and documents alike. */
export const genericStems: (lexicon: Lexicon) => ReadonlySet<string> = rememberObjects(
  ({ generic }) => new Set(generic.flatMap((word) => terms(word))),
);

function synonymTerms(topic: string, { lexicon }: Vocabulary): PlanTerm[] {
  // A word inside a longer phrase that is known does not mean what it means alone: "gun" in "gun cops".
  return withoutOverlap(lookUp(topic, lexicon)).flatMap(({ row }) =>
    row.mean.flatMap((stems) =>
      // A phrase's words share its weight, or long synonyms would drown the question.
      stems.map((term): PlanTerm => ({ term, weight: synonymWeight / Math.sqrt(stems.length), source: 'lexicon' })),
    ),
  );
}

function acronymTerms(topic: string, { acronyms }: Vocabulary): PlanTerm[] {
  return acronymsNear(terms(topic), acronyms).flatMap(({ short: letters, long, isAsked, isSpelled }) => {
    const short = letters.join(' ');
    if (isAsked)
      return long.map((stem): PlanTerm => ({
        term: stem,
        weight: synonymWeight / Math.sqrt(long.length),
        source: 'acronym',
      }));
    return isSpelled && short !== '' ? [{ term: short, weight: synonymWeight, source: 'acronym' }] : [];
  });
}

type Acronyms = Vocabulary['acronyms'];

export interface AcronymStems {
  readonly short: readonly string[];
  readonly long: readonly string[];
  /** Each as it stands among stems that are set apart by spaces. */
  readonly shortRun: string;
  readonly longRun: string;
}

interface NearAcronym extends AcronymStems {
  /** Whether it stands there as an acronym. */
  readonly isAsked: boolean;
  /** Whether its words do. */
  readonly isSpelled: boolean;
}

/** The few acronyms that stand among these stems, by themselves or spelt out, or that begin with one of them. */
function acronymsNear(stems: readonly string[], acronyms: Acronyms): NearAcronym[] {
  const plain = runOf(stems);
  const near: NearAcronym[] = [];
  for (const acronym of acronymsByFirstStem(acronyms)(stems.length === 0 ? [''] : stems)) {
    // Some acronyms are function words too (IT), and leave no stem to look for.
    const isAsked = acronym.short.length > 0 && plain.includes(acronym.shortRun);
    const isSpelled = plain.includes(acronym.longRun);
    if (isAsked || isSpelled || stems.includes(acronym.short[0] ?? '')) near.push({ ...acronym, isAsked, isSpelled });
  }
  return near;
}

/** The acronyms that begin with one of the stems, in letters or spelt out; of no stems those that leave none. */
const acronymsByFirstStem = rememberObjects((acronyms: Acronyms) =>
  byKeys(stemsOf(acronyms), ({ short, long }) => [short[0] ?? '', long[0] ?? '']),
);

function runOf(stems: readonly string[]): string {
  return ` ${stems.join(' ')} `;
}

/** Stems of the acronyms and their expansions, made once for each list of them. */
export const stemsOf: (acronyms: Acronyms) => readonly AcronymStems[] = rememberObjects((acronyms) =>
  acronyms.map(({ term, expansion }) => {
    const [short, long] = [terms(term), terms(expansion)];
    return { short, long, shortRun: runOf(short), longRun: runOf(long) };
  }),
);

/** A word that neither a document nor English knows is taken for a slip: the nearest words of the corpus stand in, at a distance of one or two letters. */
function spellings(own: readonly PlanTerm[], vocabulary: Vocabulary): PlanTerm[] {
  return own
    .filter(({ term }) => term.length >= fewestLetters && !isKnown(term, vocabulary) && /^\p{L}+$/u.test(term))
    .flatMap(({ term }) =>
      nearest(term, vocabulary.frequency).map((near): PlanTerm => ({ term: near, weight: 0.8, source: 'spelling' })),
    );
}

/** A beard is no slip of a board. */
function isKnown(stem: string, { frequency, lexicon }: Vocabulary): boolean {
  return frequency.has(stem) || isLexiconWord(stem, lexicon) || english.has(stem);
}

const english: ReadonlySet<string> = new Set(englishStems.trim().split(/\s+/u));

/** Fewest letters of a word that may be a slip of another. */
const fewestLetters = 5;

/** The stem of the corpus that a word is a slip of; null for a word that the corpus, the lexicon or English knows, or that is near none. */
export function slipOf(word: string, vocabulary: Vocabulary): string | null {
  const [term] = terms(word);
  const isWord = term === undefined || isKnown(term, vocabulary);
  if (isWord || word.length < fewestLetters || !/^\p{L}+$/u.test(word)) return null;
  const [near = null] = nearest(term, vocabulary.frequency);
  return near !== null && (term.length >= fewestLetters || hasSameLetters(term, near)) ? near : null;
}

/** Near a short stem is many another word: "apples" are no slip of "apply", but "gagns" are one of "gangs" and "oficers" of "officers". */
function hasSameLetters(one: string, other: string): boolean {
  const single = (word: string): string => word.replaceAll(/(.)\1/gu, '$1');
  const sorted = (word: string): string => Array.from(word).toSorted().join('');
  return single(one) === single(other) || sorted(one) === sorted(other);
}

const nearestByFrequency = new WeakMap<Frequency, (word: string) => readonly string[]>();

/** The one or two words of the corpus that a slip is nearest to, the commoner first; worked out once for each word. */
function nearest(term: string, frequency: Frequency): readonly string[] {
  const made = nearestByFrequency.get(frequency) ?? rememberWords((word) => findNearest(word, frequency));
  nearestByFrequency.set(frequency, made);
  return made(term);
}

function findNearest(term: string, frequency: Frequency): string[] {
  const limit = term.length >= 8 ? 2 : 1;
  let best: string[] = [];
  let bestDistance = limit + 1;
  for (const candidate of similarWords(term, limit, frequency)) {
    const distance = editDistance(term, candidate, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [[candidate], distance];
    else if (distance === bestDistance && distance <= limit) best.push(candidate);
  }
  const passages = (candidate: string): number => frequency.get(candidate) ?? 0;
  return best.toSorted((one, other) => passages(other) - passages(one) || (one < other ? -1 : 1)).slice(0, 2);
}

type Frequency = Vocabulary['frequency'];

const wordsByShape = new WeakMap<Frequency, ReadonlyMap<string, readonly string[]>>();

/** Words with the first letter of `term`, and as long but for `limit` letters. */
function similarWords(term: string, limit: number, frequency: Frequency): string[] {
  const shapes = wordsByShape.get(frequency) ?? shapesOf(frequency);
  wordsByShape.set(frequency, shapes);
  const lengths = Array.from({ length: 2 * limit + 1 }, (_, step) => term.length - limit + step);
  return lengths.flatMap((length) => shapes.get(shapeOf(term, length)) ?? []);
}

function shapesOf(frequency: Frequency): Map<string, string[]> {
  const shapes = new Map<string, string[]>();
  for (const word of frequency.keys()) {
    const shape = shapeOf(word, word.length);
    const words = shapes.get(shape) ?? [];
    words.push(word);
    shapes.set(shape, words);
  }
  return shapes;
}

function shapeOf(word: string, length: number): string {
  return `${word[0] ?? ''}${length}`;
}

/** Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps); `ceiling + 1` for all that is farther. */
export function editDistance(one: string, other: string, ceiling: number): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = nextRow({ one, other, row, last, beforeLast });
    if (Math.min(...next) > ceiling) return ceiling + 1;
    [beforeLast, last] = [last, next];
  }
  return Math.min(last[other.length] ?? 0, ceiling + 1);
}

interface Step {
  readonly one: string;
  readonly other: string;
  readonly row: number;
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

function nextRow({ one, other, row, last, beforeLast }: Step): number[] {
  const next = [row];
  const letter = one.charCodeAt(row - 1);
  let left = row;
  for (let column = 1; column <= other.length; column += 1) {
    const isSame = letter === other.charCodeAt(column - 1);
    left = Math.min((last[column] ?? 0) + 1, left + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
    const isSwapped =
      row > 1 && letter === other.charCodeAt(column - 2) && one.charCodeAt(row - 2) === other.charCodeAt(column - 1);
    if (isSwapped) left = Math.min(left, (beforeLast[column - 2] ?? 0) + 1);
    next.push(left);
  }
  return next;
}
