// The lexicon as looked up: its phrases by their stems, made once for each lexicon, for stemming thousands of rows at each
// question would take longer than all the rest.
import type { Lexicon } from '../domain/lexicon.ts';
import { terms } from '../text/tokens.ts';

export interface LexiconRow {
  /** Stems of each phrase that documents use. */
  readonly mean: readonly (readonly string[])[];
  /** The first of those phrases, as written. */
  readonly first: string;
}

/** A phrase of the lexicon that stands in a text. */
export interface LexiconHit {
  /** Stems of the phrase. */
  readonly phrase: readonly string[];
  /** Where it begins among the text's stems. */
  readonly at: number;
  readonly row: LexiconRow;
}

type Rows = ReadonlyMap<string, readonly LexiconRow[]>;

/** Phrases of more words than this are not looked for. */
const longestPhrase = 4;
const known = new WeakMap<Lexicon, Rows>();

/** Rows whose phrases stand among the stems, longer phrases first, then in order of place. */
export function lookUp(stems: readonly string[], lexicon: Lexicon): LexiconHit[] {
  const rows = rowsOf(lexicon);
  const hits: LexiconHit[] = [];
  for (let length = Math.min(longestPhrase, stems.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= stems.length; at += 1) {
      const phrase = stems.slice(at, at + length);
      for (const row of rows.get(phrase.join(' ')) ?? []) hits.push({ phrase, at, row });
    }
  }
  return hits;
}

/** Without phrases that overlap a longer one; all rows of one phrase are kept. In order of place. @param hits longer phrases first. */
export function withoutOverlap(hits: readonly LexiconHit[]): LexiconHit[] {
  const kept: LexiconHit[] = [];
  for (const hit of hits) {
    const overlaps = kept.some(
      (other) =>
        hit.at < other.at + other.phrase.length &&
        other.at < hit.at + hit.phrase.length &&
        (other.at !== hit.at || other.phrase.length !== hit.phrase.length),
    );
    if (!overlaps) kept.push(hit);
  }
  return kept.toSorted((one, other) => one.at - other.at);
}

/** Whether a stem is a word of the lexicon, so that it is no misspelling. */
export function isLexiconWord(stem: string, lexicon: Lexicon): boolean {
  return rowsOf(lexicon).has(stem);
}

function rowsOf(lexicon: Lexicon): Rows {
  const made = known.get(lexicon) ?? makeRows(lexicon);
  known.set(lexicon, made);
  return made;
}

function makeRows({ synonyms }: Lexicon): Rows {
  const rows = new Map<string, LexiconRow[]>();
  for (const { words, mean } of synonyms) {
    const row = {
      mean: mean.map((phrase) => terms(phrase)).filter((phrase) => phrase.length > 0),
      first: mean[0] ?? '',
    };
    for (const phrase of new Set(words.map((word) => terms(word).join(' ')))) {
      if (phrase !== '') rows.set(phrase, [...(rows.get(phrase) ?? []), row]);
    }
  }
  return rows;
}
