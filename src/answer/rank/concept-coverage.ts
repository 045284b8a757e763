// How much of what a topic names stands in a text, under its own words or others that mean the same.
import type { Concept, Plan } from '../../domain/plan.ts';
import type { TermStatistics } from '../../ports.ts';
import { inverseFrequency } from '../../text/rarity.ts';

/** Share of the topic's concepts, by rarity, that a text of these stems holds: 0 to 1. */
export type ConceptCoverage = (stems: ReadonlySet<string>) => number;

/** Another name counts less than the asker's own: least where documents use the asker's own word as well, and so mean it. */
const otherName = { unheard: 0.8, heard: 0.65 };
/** A generic word ("strategy", "people") counts this much, as in the search for terms. */
const genericWeight = 0.35;
/** Least rarity of a word that no document holds; another name that is more common than this ("officer" for "copper") tells less. */
const tellingRarity = 2.5;

/** Concepts that can be looked for: figures belong to one document and are no topic of several. */
export function namedConcepts({ concepts }: Pick<Plan, 'concepts'>): Concept[] {
  return concepts.filter(({ own }) => !own.every((term) => /^[\d/.]+$/u.test(term)));
}

export function conceptCoverageOf(concepts: readonly Concept[], statistics: TermStatistics): ConceptCoverage {
  const valued = concepts.map((concept) => toValued(concept, statistics));
  const options = [...new Set(concepts.map(({ option }) => option))].map((option) => {
    const named = valued.filter(({ concept }) => concept.option === option);
    return { named, total: named.reduce((sum, { value }) => sum + value, 0) };
  });
  return (stems) => Math.max(0, ...options.map((option) => shareHeld(option, stems)));
}

interface Valued {
  readonly concept: Concept;
  readonly value: number;
  /** What each of its other names counts. */
  readonly others: readonly number[];
}

/** The concepts of one option, and what they are worth together. */
interface Option {
  readonly named: readonly Valued[];
  readonly total: number;
}

function shareHeld({ named, total }: Option, stems: ReadonlySet<string>): number {
  const held = named.reduce((sum, each) => sum + each.value * heldIn(each, stems), 0);
  return total === 0 ? 0 : held / total;
}

function heldIn({ concept, others }: Valued, stems: ReadonlySet<string>): number {
  if (holds(stems, concept.own)) return 1;
  let most = 0;
  for (let at = 0; at < others.length; at += 1) {
    if (holds(stems, concept.others[at] ?? [])) most = Math.max(most, others[at] ?? 0);
  }
  return most;
}

/** Whether a concept is there, under its own name or another. */
export function holdsConcept(stems: ReadonlySet<string>, { own, others }: Concept): boolean {
  return [own, ...others].some((phrase) => holds(stems, phrase));
}

/** Whether all stems of a phrase are there. */
export function holds(stems: ReadonlySet<string>, phrase: readonly string[]): boolean {
  return phrase.length > 0 && phrase.every((term) => stems.has(term));
}

function toValued(concept: Concept, { passages, passageFrequency }: TermStatistics): Valued {
  const rarity = (phrase: readonly string[]): number =>
    Math.max(0, ...phrase.map((term) => inverseFrequency(passageFrequency.get(term) ?? 0, passages)));
  const isHeard = concept.own.every((term) => (passageFrequency.get(term) ?? 0) > 0);
  const value = isHeard ? rarity(concept.own) : Math.max(tellingRarity, ...concept.others.map(rarity));
  const credit = isHeard ? otherName.heard : otherName.unheard;
  return {
    concept,
    value: (concept.isGeneric ? genericWeight : 1) * value,
    others: concept.others.map((phrase) => credit * Math.min(1, rarity(phrase) / tellingRarity)),
  };
}
