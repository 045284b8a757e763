// The lexicon as looked up: its phrases by their stems, made once for each lexicon, for stemming thousands of rows at each
// question would take longer than all the rest.
import type { Lexicon } from '../domain/lexicon.ts';
import { rememberObjects } from '../text/remember-objects.ts';
import { rememberTexts } from '../text/remember-texts.ts';
import { terms, tokens } from '../text/tokens.ts';

export interface LexiconRow {
  /** Stems of each phrase that documents use. */
  readonly mean: readonly (readonly string[])[];
  /** The first of those phrases, as written. */
  readonly first: string;
}

/** A phrase of the lexicon that stands in a text. */
export interface LexiconHit {
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Stems of its content words; none for a phrase of function words. */
  readonly phrase: readonly string[];
  /** Whether it was matched by its words as they stand, function words too. */
  readonly isWordForWord: boolean;
  readonly row: LexiconRow;
}

/** A row under one of its phrases. */
interface Entry {
  readonly row: LexiconRow;
  /** The little word that ends a phrase of one content word, without which that means something else: "snowed under" is not "snow". */
  readonly ending: string | null;
}

/** Rows by their phrases, words set apart by spaces. */
interface Phrases<Row> {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** What phrases of several words begin with: where none goes on, no longer run need be looked for. */
  readonly beginnings: ReadonlySet<string>;
}

interface Rows {
  /** By the stems of a phrase's content words. */
  readonly byStems: Phrases<Entry>;
  /** By a phrase's words as they stand, function words too: "break in" is not "break". */
  readonly byWords: Phrases<LexiconRow>;
  /** Stems of what documents say in several content words for one thing: "stop and search", "hate crime". */
  readonly compounds: ReadonlySet<string>;
  readonly hitsIn: (text: string) => readonly LexiconHit[];
}

/** Phrases of more words than this are not looked for. */
const longestPhrase = 5;
/** Rows whose phrases stand in the text, longer phrases first, then in order of place; phrases may overlap. */
export function lookUp(text: string, lexicon: Lexicon): readonly LexiconHit[] {
  return rowsOf(lexicon).hitsIn(text);
}

/** The text with the documents' words for idioms of it that hold a pronoun: "get hold of us" means nothing by its other words. */
export function idiomsPutPlainly(text: string, lexicon: Lexicon): string {
  const isIdiom = ({ start, end, isWordForWord }: LexiconHit): boolean =>
    isWordForWord && pronoun.test(text.slice(start, end));
  return withoutOverlap(lookUp(text, lexicon).filter(isIdiom)).reduceRight(
    (whole, { start, end, row }) => `${whole.slice(0, start)}${row.first}${whole.slice(end)}`,
    text,
  );
}

const pronoun = /\b(?:us|me|you|them|it|we|they)\b/i;

/** Words that are part of a longer phrase of the lexicon in this text. */
export function wordsOfPhrases(text: string, lexicon: Lexicon): string[] {
  return lookUp(text, lexicon)
    .filter(({ phrase }) => phrase.length > 1)
    .flatMap(({ start, end }) => text.slice(start, end).toLowerCase().split(/\s+/u));
}

function findHits(text: string, { byStems, byWords }: Pick<Rows, 'byStems' | 'byWords'>): LexiconHit[] {
  const whole = runsOf(wordsIn(text), ({ word }) => word, byWords).map(({ run, ...hit }) => ({
    ...hit,
    words: run.length,
    phrase: run.flatMap(({ word }) => terms(word)),
    isWordForWord: true,
  }));
  const said = new Set(wordsIn(text).map(({ word }) => word));
  const stemmed = runsOf(tokens(text), ({ term }) => term, byStems)
    .filter(({ row: { ending } }) => ending === null || said.has(ending))
    .map(({ run, row, ...hit }) => ({
      ...hit,
      row: row.row,
      words: run.length,
      phrase: run.map(({ term }) => term),
      isWordForWord: false,
    }));
  return [...whole, ...stemmed].toSorted((one, other) => other.words - one.words || one.start - other.start);
}

/** Runs of stems that are one thing in the documents' own words, the longest first at each place; they may overlap. */
export function compoundsIn(stems: readonly string[], lexicon: Lexicon): { at: number; phrase: readonly string[] }[] {
  const { compounds } = rowsOf(lexicon);
  return stems.flatMap((_, at) =>
    Array.from({ length: longestPhrase - 1 }, (_none, less) => stems.slice(at, at + longestPhrase - less))
      .filter((phrase) => phrase.length > 1 && compounds.has(phrase.join(' ')))
      .map((phrase) => ({ at, phrase })),
  );
}

interface Placed {
  readonly start: number;
  readonly end: number;
}

function runsOf<Each extends Placed, Row>(
  found: readonly Each[],
  wordingOf: (each: Each) => string,
  { rows, beginnings }: Phrases<Row>,
): { run: readonly Each[]; row: Row; start: number; end: number }[] {
  const wordings = found.map(wordingOf);
  return found.flatMap(({ start }, at) => {
    const hits: { run: readonly Each[]; row: Row; start: number; end: number }[] = [];
    let phrase = '';
    for (let end = at; end < Math.min(at + longestPhrase, found.length); end += 1) {
      phrase = end === at ? (wordings[at] ?? '') : `${phrase} ${wordings[end] ?? ''}`;
      for (const row of rows.get(phrase) ?? [])
        hits.push({ run: found.slice(at, end + 1), row, start, end: found[end]?.end ?? start });
      if (!beginnings.has(phrase)) break;
    }
    return hits;
  });
}

function wordsIn(text: string): (Placed & { readonly word: string })[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    word: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Without phrases that overlap a longer one; all rows of one phrase are kept. In order of place. @param hits longer phrases first. */
export function withoutOverlap(hits: readonly LexiconHit[]): LexiconHit[] {
  const kept: LexiconHit[] = [];
  for (const hit of hits) {
    const isSame = (other: LexiconHit): boolean => other.start === hit.start && other.end === hit.end;
    const overlaps = kept.some((other) => hit.start < other.end && other.start < hit.end && !isSame(other));
    if (!overlaps) kept.push(hit);
  }
  return kept.toSorted((one, other) => one.start - other.start);
}

/** Whether a stem is a word of the lexicon, so that it is no misspelling. */
export function isLexiconWord(stem: string, lexicon: Lexicon): boolean {
  return rowsOf(lexicon).byStems.rows.has(stem);
}

const rowsOf = rememberObjects(makeRows);

const ending = /^\S+ (off|under|out|up|down|in|back|away|over)$/i;

function endingOf(phrase: string): string | null {
  return terms(phrase).length === 1 ? (ending.exec(phrase)?.[1]?.toLowerCase() ?? null) : null;
}

function makeRows({ synonyms }: Lexicon): Rows {
  const byStems = new Map<string, Entry[]>();
  const byWords = new Map<string, LexiconRow[]>();
  for (const { words, phrases, mean } of synonyms) {
    const row = {
      mean: mean.map((phrase) => terms(phrase)).filter((phrase) => phrase.length > 0),
      first: mean[0] ?? '',
    };
    const entries = new Map(words.map((word) => [`${terms(word).join(' ')}/${endingOf(word) ?? ''}`, word]));
    for (const word of entries.values()) {
      const phrase = terms(word).join(' ');
      if (phrase !== '') byStems.set(phrase, [...(byStems.get(phrase) ?? []), { row, ending: endingOf(word) }]);
    }
    for (const phrase of new Set(phrases)) byWords.set(phrase, [...(byWords.get(phrase) ?? []), row]);
  }
  const stemmed = [...byStems.values()].flat().map(({ row }) => row);
  const means = [...new Set([...stemmed, ...[...byWords.values()].flat()])].flatMap(({ mean }) => mean);
  const compounds = new Set(means.filter((phrase) => phrase.length > 1).map((phrase) => phrase.join(' ')));
  const phrases = { byStems: toPhrases(byStems), byWords: toPhrases(byWords) };
  return { ...phrases, compounds, hitsIn: rememberTexts((text) => findHits(text, phrases)) };
}

function toPhrases<Row>(rows: ReadonlyMap<string, readonly Row[]>): Phrases<Row> {
  const beginnings = new Set<string>();
  for (const phrase of rows.keys()) {
    for (let end = phrase.indexOf(' '); end >= 0; end = phrase.indexOf(' ', end + 1))
      beginnings.add(phrase.slice(0, end));
  }
  return { rows, beginnings };
}
