// The topic in the documents' register: everyday words and slang replaced by what the lexicon says documents use instead.
import type { Lexicon } from '../domain/lexicon.ts';
import { tokens } from '../text/tokens.ts';
import { lookUp } from './lexicon-rows.ts';
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
  for (const hit of withoutOverlap(hits)) {
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

/** Longer phrases come first and keep their place; of one phrase's rows the first counts. */
function withoutOverlap(hits: readonly LexiconHit[]): LexiconHit[] {
  const kept: LexiconHit[] = [];
  for (const hit of hits) {
    const overlaps = kept.some(
      (other) => hit.at < other.at + other.phrase.length && other.at < hit.at + hit.phrase.length,
    );
    if (!overlaps) kept.push(hit);
  }
  return kept.toSorted((one, other) => one.at - other.at);
}
