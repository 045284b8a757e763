// How much of what a topic names stands in a text, under its own words or others that mean the same.
import type { Concept, Plan } from '../domain/plan.ts';
import type { TermStatistics } from '../ports.ts';
import { inverseFrequency } from '../text/rarity.ts';

/** Share of the topic's concepts, by rarity, that a text of these stems holds: 0 to 1. */
export type Coverage = (stems: ReadonlySet<string>) => number;

/** Another name counts a little less than the asker's own. */
const otherName = 0.8;
/** A generic word ("strategy", "people") counts this much, as in the search for terms. */
const genericWeight = 0.35;
/** Least rarity of a word that no document holds: what it stands for may be common, but the asker chose to name it. */
const unheardRarity = 2.5;

/** Concepts that can be looked for: figures belong to one document and are no topic of several. */
export function namedConcepts({ concepts }: Pick<Plan, 'concepts'>): Concept[] {
  return concepts.filter(({ own }) => !own.every((term) => /^[\d/.]+$/u.test(term)));
}

export function coverageOf(concepts: readonly Concept[], statistics: TermStatistics): Coverage {
  const valued = concepts.map((concept) => ({ concept, value: valueOf(concept, statistics) }));
  const options = [...new Set(concepts.map(({ option }) => option))].map((option) =>
    valued.filter(({ concept }) => concept.option === option),
  );
  return (stems) => Math.max(0, ...options.map((option) => shareHeld(option, stems)));
}

interface Valued {
  readonly concept: Concept;
  readonly value: number;
}

function shareHeld(valued: readonly Valued[], stems: ReadonlySet<string>): number {
  const total = valued.reduce((sum, { value }) => sum + value, 0);
  const held = valued.reduce((sum, { concept, value }) => sum + value * heldIn(concept, stems), 0);
  return total === 0 ? 0 : held / total;
}

/** 1 where a concept stands under the asker's words, less under another name, else 0. */
export function heldIn({ own, others }: Concept, stems: ReadonlySet<string>): number {
  const holds = (phrase: readonly string[]): boolean => phrase.length > 0 && phrase.every((term) => stems.has(term));
  return holds(own) ? 1 : others.some(holds) ? otherName : 0;
}

function valueOf({ own, others, isGeneric }: Concept, { passages, passageFrequency }: TermStatistics): number {
  const rarity = (phrase: readonly string[]): number =>
    Math.max(0, ...phrase.map((term) => inverseFrequency(passageFrequency.get(term) ?? 0, passages)));
  const isHeard = own.every((term) => (passageFrequency.get(term) ?? 0) > 0);
  const value = isHeard ? rarity(own) : Math.max(unheardRarity, ...others.map(rarity));
  return (isGeneric ? genericWeight : 1) * value;
}
