// Of what a topic names, the word that tells it from others: "ULEZ" of "ULEZ enforcement". Where it does not stand, nothing is said.
import type { Concept } from '../../domain/plan.ts';
import type { TermStatistics } from '../../ports.ts';
import { inverseFrequency } from '../../text/rarity.ts';
import type { Candidate } from './features.ts';
import { holds } from './concept-coverage.ts';
import { readPassage } from './read-passage.ts';

/** The concept that stands in the fewest passages, under whatever name; null where there is none. */
export function rarestOf(concepts: readonly Concept[], statistics: TermStatistics): Concept | null {
  const [rarest = null] = concepts.toSorted((one, other) => rarityOf(other, statistics) - rarityOf(one, statistics));
  return rarest;
}

/** Of the commonest of its names; each is as rare as the rarest of its words. */
function rarityOf({ own, others }: Concept, { passages, passageFrequency }: TermStatistics): number {
  const rarity = (phrase: readonly string[]): number =>
    Math.max(0, ...phrase.map((term) => inverseFrequency(passageFrequency.get(term) ?? 0, passages)));
  return Math.min(...[own, ...others].map(rarity));
}

/** Whether it stands in the sentence, its passage or the headings above. @param isNear whether the sentence is near in meaning. */
export function isHeldAround(concept: Concept, { passage }: Candidate, isNear: boolean): boolean {
  const { sentences, headings } = readPassage(passage);
  const stems = new Set([...headings, ...sentences.flatMap(({ terms }) => [...terms])]);
  if (concept.others.some((phrase) => holds(stems, phrase))) return true;
  return holds(stems, concept.own) && (isNear || !isTwin(concept, passage.text));
}

/** Whether only a noun of the same stem stands there: "parks" is not "parking". */
function isTwin({ own, words }: Concept, text: string): boolean {
  const [, root] = /^(\p{L}{3,})ing\b/iu.exec(words) ?? [];
  if (own.length !== 1 || root === undefined) return false;
  const noun = new RegExp(String.raw`\b${root}e?s?\b`, 'gi');
  return !new RegExp(String.raw`\b${root}(?!e?s?\b)`, 'i').test(text) && noun.test(text);
}
