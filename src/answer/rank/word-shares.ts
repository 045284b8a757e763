// How much of what a question looks for stands in each sentence of a passage, and right around it.
import type { Plan, PlanTerm } from '../../domain/plan.ts';
import type { PassageMeasures, TermStatistics } from '../../ports.ts';
import { inverseFrequency } from '../../text/rarity.ts';
import type { ReadPassage } from './read-passage.ts';

/** One share for each sentence of a passage, from 0 to 1. */
export interface WordShares {
  /** Of the asker's own words, by rarity, that it holds. */
  readonly own: Float64Array;
  /** Of all words looked for, synonyms too, by weight and rarity. */
  readonly added: Float64Array;
  /** Of the asker's own words, that its neighbours and headings hold but it does not. */
  readonly around: Float64Array;
}

/** The shares of any passage's sentences, for one question. @param counts of the plan's terms in each text of the passage, where they were measured. */
export function createWordShares(
  { terms: sought }: Pick<Plan, 'terms'>,
  statistics: Pick<TermStatistics, 'sentences' | 'sentenceFrequency'>,
): (read: ReadPassage, counts?: PassageMeasures['counts']) => WordShares {
  const worths = Float64Array.from(sought, (term) => worthOf(term, statistics));
  const terms = sought.map(({ term }) => term);
  const all = terms.map((_, column) => column);
  const own = all.filter((column) => sought[column]?.source === 'question');
  return (read, counts) => {
    const held = counts ? counts.subarray(terms.length) : heldIn(read, terms);
    const around = aroundIn(read, terms, held);
    const shares = (columns: readonly number[], table: HeldTable): Float64Array =>
      sharesOf({ columns, table, worths, count: read.sentences.length });
    return { own: shares(own, held), added: shares(all, held), around: shares(own, around) };
  };
}

function worthOf(
  { term, weight }: PlanTerm,
  { sentences, sentenceFrequency }: Pick<TermStatistics, 'sentences' | 'sentenceFrequency'>,
): number {
  return weight * inverseFrequency(sentenceFrequency.get(term) ?? 0, sentences);
}

/** Above 0 where a sentence holds a term: one column a term, sentence after sentence. */
type HeldTable = Uint8Array | Uint16Array;

function heldIn({ sentences }: ReadPassage, terms: readonly string[]): Uint8Array {
  const held = new Uint8Array(sentences.length * terms.length);
  let place = 0;
  for (const sentence of sentences) {
    for (const term of terms) {
      if (sentence.terms.has(term)) held[place] = 1;
      place += 1;
    }
  }
  return held;
}

/** 1 where a sentence does not hold a term that its headings, the one before it or the one after it holds. */
function aroundIn({ headings }: ReadPassage, terms: readonly string[], held: HeldTable): Uint8Array {
  const width = terms.length;
  const headed = terms.map((term) => headings.has(term));
  const around = new Uint8Array(held.length);
  for (let place = 0; place < held.length; place += 1) {
    if (isAbove0(held[place])) continue;
    const isNear = headed[place % width] === true || isAbove0(held[place - width]) || isAbove0(held[place + width]);
    if (isNear) around[place] = 1;
  }
  return around;
}

function isAbove0(count: number | undefined): boolean {
  return count !== undefined && count > 0;
}

interface Sharing {
  /** The terms that count. */
  readonly columns: readonly number[];
  readonly table: HeldTable;
  readonly worths: Float64Array;
  /** Number of sentences. */
  readonly count: number;
}

/** Of each sentence the share of the terms' worth that stands in its row. */
function sharesOf({ columns, table, worths, count }: Sharing): Float64Array {
  const shares = new Float64Array(count);
  let total = 0;
  for (const column of columns) total += worths[column] ?? 0;
  if (total === 0) return shares;
  for (let row = 0; row < count; row += 1) {
    let found = 0;
    for (const column of columns) if (isAbove0(table[row * worths.length + column])) found += worths[column] ?? 0;
    shares[row] = found / total;
  }
  return shares;
}
