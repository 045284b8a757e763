// The topic in the documents' register: everyday words and slang replaced by what the lexicon says documents use instead.
import type { Lexicon } from '../domain/lexicon.ts';
import { lookUp, withoutOverlap } from './lexicon-rows.ts';
import type { LexiconHit } from './lexicon-rows.ts';

/** The topic with each phrase that the lexicon knows replaced by its row's first meaning; null where there is none. */
export function rephrase(topic: string, lexicon: Lexicon): string | null {
  const hits = lookUp(topic, lexicon).filter(isOther);
  let rephrased = '';
  let from = 0;
  for (const hit of firstOf(withoutOverlap(hits))) {
    rephrased += topic.slice(from, hit.start) + hit.row.first;
    from = hit.end;
  }
  return from === 0 ? null : rephrased + topic.slice(from);
}

/** A word that documents use as well needs no other. */
function isOther({ phrase, row }: LexiconHit): boolean {
  return row.first !== '' && !row.mean.some((other) => other.join(' ') === phrase.join(' '));
}

/** Of the rows of one phrase the first. */
function firstOf(hits: readonly LexiconHit[]): LexiconHit[] {
  return hits.filter((hit, index) => hits.findIndex(({ start }) => start === hit.start) === index);
}
