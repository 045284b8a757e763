// For each commitment, the statements of other documents that may speak of the same undertaking: by meaning, by the words they
// share and by what they measure.
import type { Commitment, Counterpart } from '../src/domain/commitment.ts';
import { inverseFrequency } from '../src/text/rarity.ts';
import { terms } from '../src/text/tokens.ts';
import { dot } from '../src/text/vectors.ts';
import { restated } from './restated-target.ts';
import type { Restated } from './restated-target.ts';

export interface Embedded {
  readonly commitment: Commitment;
  /** Of its own words. */
  readonly vector: Float32Array;
  /** Of its sentence between its neighbours, under its heading. */
  readonly context: Float32Array;
}

/** Counterparts kept for a commitment, wherever they stand; beyond them the best of each document more. */
const mostKept = 5;
/** Shared words that are told. */
const mostWords = 4;
/** Documents of which a counterpart is kept. */
const mostDocuments = 20;
/** A term that more rows hold says too little to look for others by it, where there are too many to compare each with each. */
const mostHolders = 60;
/** Up to so many rows each is compared with each. */
const comparesAll = 2000;
/** Share of the rows, from which a term belongs to how commitments are worded, not to what they are of. */
const commonFrom = 0.08;
/** So few rows may always hold it. */
const fewestHolders = 5;

/** Fitted on the labelled pairs of test/quality/successors.jsonl that are for tuning. */
const weights = { vector: 1, context: 0.5, overlap: 0.3, measure: 0.3, theme: 0.1, firstTheme: 0.1, foreign: 0.05 };
/** Least score of a counterpart; the look-alikes among those pairs stay below it. */
const enough = 0.66;

/** Counterparts of each row, best first. */
export function findCounterparts(rows: readonly Embedded[]): Counterpart[][] {
  const profiles = profile(rows);
  return profiles.map((one) => {
    const found = candidatesOf(one, profiles)
      .map((other) => ({ other, score: compare(one, other) }))
      .filter(({ score }) => score.total >= enough)
      .toSorted((a, b) => b.score.total - a.score.total || a.other.place - b.other.place);
    return keep(found).map(({ other, score }) => toCounterpart(one, other, score));
  });
}

interface Compared {
  readonly other: Profile;
  readonly score: Score;
}

/** The best, and the best of each document that is not among them, so that a document is left out only where it has none. */
function keep(found: readonly Compared[]): Compared[] {
  const documents = new Set<string>();
  return found.filter(({ other }, rank) => {
    const { documentId } = other.commitment;
    const keeps = rank < mostKept || (!documents.has(documentId) && documents.size < mostDocuments);
    if (keeps) documents.add(documentId);
    return keeps;
  });
}

interface Profile extends Embedded {
  readonly place: number;
  /** Terms with how much each tells. */
  readonly terms: ReadonlyMap<string, number>;
  readonly total: number;
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

function profile(rows: readonly Embedded[]): Profile[] {
  const held = rows.map(({ commitment }) => [...new Set(terms(commitment.text))]);
  const holders = new Map<string, number[]>();
  held.forEach((own, place) => {
    for (const term of own) {
      const places = holders.get(term);
      if (places) places.push(place);
      else holders.set(term, [place]);
    }
  });
  return rows.map((row, place) => {
    const own = new Map<string, number>();
    for (const term of held[place] ?? []) {
      const count = holders.get(term)?.length ?? 0;
      if (count <= Math.max(fewestHolders, rows.length * commonFrom))
        own.set(term, inverseFrequency(count, rows.length));
    }
    const total = [...own.values()].reduce((sum, weight) => sum + weight, 0);
    return { ...row, place, terms: own, total, holders };
  });
}

function candidatesOf(one: Profile, all: readonly Profile[]): Profile[] {
  const isOther = (other: Profile): boolean => other.commitment.documentId !== one.commitment.documentId;
  if (all.length <= comparesAll) return all.filter(isOther);
  const places = new Set<number>();
  for (const term of one.terms.keys()) {
    const holders = one.holders.get(term) ?? [];
    if (holders.length <= mostHolders) for (const place of holders) places.add(place);
  }
  return [...places].flatMap((place) => all[place] ?? []).filter(isOther);
}

interface Score {
  readonly total: number;
  /** Cosine of their vectors. */
  readonly similarity: number;
  /** Null where they set no figure for the same measure. */
  readonly measure: Restated | null;
}

function compare(one: Profile, other: Profile): Score {
  const similarity = dot(one.vector, other.vector);
  const [earlier, later] = one.place < other.place ? [one, other] : [other, one];
  const measure = restated(earlier.commitment, later.commitment);
  const total =
    weights.vector * similarity +
    weights.context * dot(one.context, other.context) +
    weights.overlap * overlapOf(one, other) +
    weights.measure * Number(measure !== null) +
    themeScore(one.commitment.themes, other.commitment.themes);
  return { total, similarity, measure };
}

/** Share of what their terms tell that both hold, from 0 to 1. */
function overlapOf(one: Profile, other: Profile): number {
  let shared = 0;
  for (const [term, weight] of one.terms) if (other.terms.has(term)) shared += weight;
  return shared === 0 ? 0 : (2 * shared) / (one.total + other.total);
}

/** Terms that both hold, the most telling first. */
function sharedTerms(one: Profile, other: Profile): string[] {
  return [...one.terms]
    .filter(([term]) => other.terms.has(term))
    .toSorted((a, b) => b[1] - a[1])
    .map(([term]) => term);
}

function themeScore(one: readonly string[], other: readonly string[]): number {
  if (one.some((theme) => other.includes(theme))) return weights.theme + (one[0] === other[0] ? weights.firstTheme : 0);
  return one.length > 0 && other.length > 0 ? -weights.foreign : 0;
}

function toCounterpart(one: Profile, other: Profile, { similarity, measure }: Score): Counterpart {
  const words = sharedTerms(one, other)
    .slice(0, mostWords)
    .map((term) => wordFor(term, other.commitment.text));
  const change = measure?.change ?? null;
  const reasons = [
    measure && (change ? `the same measure, ${change.earlier} then ${change.later}` : 'the same measure'),
    words.length > 0 && `both speak of ${listed(words)}`,
    `alike in meaning (${similarity.toFixed(2)} of 1)`,
  ].filter((reason): reason is string => typeof reason === 'string');
  return { id: other.commitment.id, why: `Possible: ${reasons.join('; ')}.`, change };
}

/** The word of the text that has this stem. */
function wordFor(term: string, text: string): string {
  return (
    text
      .match(/[\p{L}\p{N}'’-]+/gu)
      ?.find((word) => terms(word).includes(term))
      ?.toLowerCase() ?? term
  );
}

function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
