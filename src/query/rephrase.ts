// The topic in the documents' register: everyday words and slang replaced by what the lexicon says documents use instead.
import type { Lexicon } from '../domain/lexicon.ts';
import { tokens } from '../text/tokens.ts';
import { lookUp, withoutOverlap } from './lexicon-rows.ts';
import type { LexiconHit } from './lexicon-rows.ts';

/** The topic with each phrase that the lexicon knows replaced by its row's first meaning; null where there is none. */
export function rephrase(topic: string, lexicon: Lexicon): string | null {
  const found = tokens(topic);
  const hits = lookUp(
    found.map(({ term }) => term),
    lexicon,
  ).filter(isOther);
  let rephrased = '';
  let from = 0;
  for (const hit of firstOf(withoutOverlap(hits))) {
    const first = found[hit.at];
    const last = found[hit.at + hit.phrase.length - 1];
    if (!first || !last) continue;
    rephrased += topic.slice(from, first.start) + hit.row.first;
    from = last.end;
  }
  return from === 0 ? null : rephrased + topic.slice(from);
}

/** A word that documents use as well needs no other. */
function isOther({ phrase, row }: LexiconHit): boolean {
  return row.first !== '' && !row.mean.some((other) => other.join(' ') === phrase.join(' '));
}

/** Of the rows of one phrase the first. */
function firstOf(hits: readonly LexiconHit[]): LexiconHit[] {
  return hits.filter((hit, index) => hits.findIndex(({ at }) => at === hit.at) === index);
}
