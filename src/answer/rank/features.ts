// What speaks for a sentence as the answer: each feature is one number; how much each counts is fitted.
import type { RegisterRow } from '../../domain/commitment.ts';
import type { AskedKind } from '../../domain/asked.ts';
import type { Sentence } from '../../domain/passage.ts';
import type { Plan } from '../../domain/plan.ts';
import type { IndexedPassage, PassageMeasures, TermStatistics } from '../../ports.ts';
import { rememberObjects } from '../../text/remember-objects.ts';
import { likenessBySentence } from '../../text/known-likeness.ts';
import { kindTest, sentencesThat } from '../../text/sentence-tests.ts';
import type { Token } from '../../text/tokens.ts';
import { cosinesOf } from './cosines-of.ts';
import type { PassageCosines } from './cosines-of.ts';
import { promisedBy } from './promised.ts';
import type { IsPromised } from './promised.ts';
import { readPassage } from './read-passage.ts';
import type { Form, ReadPassage, ReadSentence } from './read-passage.ts';
import { createWordShares } from './word-shares.ts';
import type { WordShares } from './word-shares.ts';

export const featureNames = [
  'sentence', // cosine with the sentence
  'context', // cosine with the sentence between its neighbours
  'passage', // cosine with the passage under its headings
  'known', // cosine with a question that it is known to answer
  'knownNear', // cosine with a question that a sentence of its passage is known to answer
  'place', // score of the passage as retrieval gave it, standardised
  'first', // whether retrieval put its passage first
  'own', // share of the asker's own words, by rarity, that the sentence holds
  'added', // share of all words looked for, synonyms too, by weight and rarity
  'around', // share of the asker's own words in its neighbours and headings but not in it
  'names', // share of the question's names and numbers that it, its neighbours or its headings hold
  'kind', // holds a thing of the kind asked for
  'lacksKind', // holds none although the wording asks for one
  'near', // a number beside the thing counted
  'defines', // says what something is, where that is asked
  'promises', // commits to something, where that is asked
  'heading',
  'leadIn',
  'row',
  'boxed', // words put in a reader's mouth
  'note',
  'short', // under six words
  'long', // over forty words
  'leans', // begins with "This", "It", "They": says little alone
  'starts', // first sentence of its passage
  'follows', // stands where the conversation's last answer was quoted from, or right beside it
  'given', // was quoted already, where more is asked for
] as const;
export type FeatureName = (typeof featureNames)[number];

/** One number for each of `featureNames`, in their order. */
export type FeatureRow = readonly number[];

/** Where each feature stands in a row. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of all the names, each once.
const column = Object.fromEntries(featureNames.map((name, at) => [name, at])) as Readonly<Record<FeatureName, number>>;
/** What a row is made from: NaN rather than 0, for a row of whole numbers would be made anew for its first fraction. */
const blankRow: readonly number[] = featureNames.map(() => NaN);

/** The feature of that name. */
export function featureOf({ features }: Pick<Candidate, 'features'>, name: FeatureName): number {
  return features[column[name]] ?? 0;
}

export interface Candidate {
  readonly passage: IndexedPassage;
  readonly sentence: Sentence;
  readonly at: number;
  /** Text of the sentence as it stands in the document. */
  readonly quote: string;
  readonly tokens: readonly Token[];
  readonly terms: ReadonlySet<string>;
  readonly features: FeatureRow;
}

export interface FeatureContext {
  readonly plan: Plan;
  readonly vector: Float32Array | null;
  readonly statistics: TermStatistics;
  /** The register of commitments. */
  readonly commitments: readonly RegisterRow[];
}

/** Passages found, best first, with their retrieval scores. */
export interface FoundPassage {
  readonly passage: IndexedPassage;
  readonly score: number;
  /** What retrieval measured of it by the plan's terms and the question's vector; else it is worked out. */
  readonly measures?: PassageMeasures | null;
}

/** Gives every quotable sentence of passages found, for one question. */
export type CandidateReader = (found: readonly FoundPassage[]) => Candidate[];

/** A passage may be among those found in several rankings of one question; what the question makes of it is worked out once. */
export function createCandidateReader(context: FeatureContext): CandidateReader {
  const wanted = wantedOf(context);
  const known = new Map<IndexedPassage, FeatureRow[]>();
  const featuresIn = (found: FoundPassage): FeatureRow[] => {
    const rows = known.get(found.passage) ?? featuresOf(found, wanted, context);
    known.set(found.passage, rows);
    return rows;
  };
  return (found) => {
    const candidates: Candidate[] = [];
    for (const [rank, each] of found.entries()) {
      const { passage, score } = each;
      const rows = featuresIn(each);
      for (const [at, sentence] of readPassage(passage).sentences.entries()) {
        const own = rows[at];
        if (own) candidates.push(toCandidate({ passage, sentence, at }, withPlace(own, score, rank)));
      }
    }
    return candidates;
  };
}

/** The own features of each sentence of a passage. */
function featuresOf(found: FoundPassage, wanted: Wanted, context: FeatureContext): FeatureRow[] {
  const { passage } = found;
  const read = readPassage(passage);
  const cosines = cosinesOf(found, context.vector);
  const known = likenessBySentence(passage.knownQuestions, cosines.knownCosines, read.sentences.length);
  const reading: Reading = {
    sentences: read.sentences,
    cosines,
    tests: testsOf(passage, context, wanted),
    known,
    knownNear: largestOf(known),
    words: wanted.sharesIn(read, found.measures?.counts),
    names: sharesOfNames(wanted.names, read),
    wanted,
  };
  const setConversation = conversationOf(passage, context.plan);
  return read.sentences.map((sentence, at) => {
    const row = blankRow.slice();
    setConversation(row, sentence);
    setMeaning(row, at, reading);
    setKind(row, at, reading, context.plan);
    setForm(row, sentence.form);
    return row;
  });
}

/** 0 where none is above it. */
function largestOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  return largest;
}

function toCandidate(
  { passage, sentence, at }: Pick<Candidate, 'passage' | 'at'> & { readonly sentence: ReadSentence },
  features: Candidate['features'],
): Candidate {
  const { quote, tokens, terms } = sentence;
  return { passage, sentence: sentence.sentence, at, quote, tokens, terms, features };
}

/** What of the question is looked for in every sentence. */
interface Wanted {
  readonly sharesIn: ReturnType<typeof createWordShares>;
  /** The asker's own words but for figures. */
  readonly words: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly promises: boolean;
}

function wantedOf({ plan, statistics }: FeatureContext): Wanted {
  const own = plan.terms.filter((term) => term.source === 'question').map(({ term }) => term);
  return {
    sharesIn: createWordShares(plan, statistics),
    words: new Set(own.filter((term) => !/^\d/u.test(term))),
    names: namesOf(plan.topic),
    promises: commitmentAsked.test(plan.question),
  };
}

/** For each sentence of a passage 1 where it passes; null where the question does not want that. */
interface Tests {
  readonly kind: Uint8Array | null;
  readonly defines: Uint8Array | null;
  readonly promises: Uint8Array | null;
}

function testsOf(
  passage: IndexedPassage,
  { plan: { asks }, commitments }: FeatureContext,
  { promises }: Wanted,
): Tests {
  return {
    kind: asks === null ? null : sentencesThat(passage, kindTest(asks)),
    defines: asks === 'meaning' ? sentencesThat(passage, isDefinition) : null,
    promises: promises ? promisedIn(passage, promisedBy(commitments)) : null,
  };
}

function promisedIn(passage: IndexedPassage, isPromised: IsPromised): Uint8Array {
  return Uint8Array.from(passage.sentences, (sentence) => Number(isPromised(passage.documentId, sentence)));
}

/**
 * What of a passage goes into the features of its sentences, made once for all of them. Rows are filled from it number by number, not made
 * from a record of each sentence: a record of as many fractions is made of as many objects.
 */
interface Reading {
  readonly sentences: readonly ReadSentence[];
  readonly cosines: PassageCosines;
  /** Of each sentence, cosine with a question that it is known to answer; and the greatest of these. */
  readonly known: Float64Array;
  readonly knownNear: number;
  readonly tests: Tests;
  readonly words: WordShares;
  /** Of each sentence, the share of the question's names. */
  readonly names: Float64Array;
  readonly wanted: Wanted;
}

function setMeaning(row: number[], at: number, { cosines, known, knownNear, words, names }: Reading): void {
  row[column.sentence] = cosines.cosines[at + 1] ?? 0;
  row[column.context] = cosines.contextCosines[at] ?? 0;
  row[column.passage] = cosines.cosines[0] ?? 0;
  row[column.known] = known[at] ?? 0;
  row[column.knownNear] = knownNear;
  row[column.own] = words.own[at] ?? 0;
  row[column.added] = words.added[at] ?? 0;
  row[column.around] = words.around[at] ?? 0;
  row[column.names] = names[at] ?? 0;
}

function setKind(row: number[], at: number, { sentences, tests, wanted }: Reading, { asks }: Plan): void {
  const kind = tests.kind?.[at] ?? 0;
  const sentence = sentences[at];
  row[column.kind] = kind;
  row[column.lacksKind] = asks !== null && kind === 0 ? 1 : 0;
  row[column.near] = sentence && asks !== null && counted.has(asks) ? numberNear(sentence, wanted) : 0;
  row[column.defines] = tests.defines?.[at] ?? 0;
  row[column.promises] = tests.promises?.[at] ?? 0;
}

function setForm(row: number[], form: Form): void {
  row[column.heading] = form.heading;
  row[column.leadIn] = form.leadIn;
  row[column.row] = form.row;
  row[column.boxed] = form.boxed;
  row[column.note] = form.note;
  row[column.short] = form.short;
  row[column.long] = form.long;
  row[column.leans] = form.leans;
  row[column.starts] = form.starts;
}

/** @param rank place that retrieval gave the passage, from 0. */
function withPlace(own: FeatureRow, score: number, rank: number): FeatureRow {
  const row = own.slice();
  row[column.place] = score;
  row[column.first] = rank === 0 ? 1 : 0;
  return row;
}

/** For each sentence the share of the names that it, its neighbours or its headings hold. */
function sharesOfNames(names: readonly string[], { sentences, headings }: ReadPassage): Float64Array {
  const shares = new Float64Array(sentences.length);
  for (const name of names) {
    const isHeaded = headings.has(name.toLowerCase());
    const holding = sentences.map(({ quote }) => quote.includes(name));
    for (let at = 0; at < shares.length; at += 1) {
      const isNear = holding[at] === true || holding[at - 1] === true || holding[at + 1] === true;
      if (isHeaded || isNear) shares[at] = (shares[at] ?? 0) + 1;
    }
  }
  return names.length === 0 ? shares : shares.map((held) => held / names.length);
}

const counted: ReadonlySet<AskedKind> = new Set<AskedKind>(['number', 'money', 'rate']);

const definition =
  /\b(?:is|are) (?:a|an|the|about|how|our|where|what|dedicated)\b|\bmeans?\b|\brefers to\b|\bwhich (?:will|means|is|uses|has|helps?|describes|handles|enables|ensures)\b|\bdescribes\b|\([A-Z][A-Za-z]+\)|\b(?:a|an) (?:new|real-time|national|programme|system|tool|integrated)\b/u;
const commitmentAsked =
  /\b(?:promis|commit|pledg|vow|undertak|target|will (?:we|they|the)|going to|gonna|plan(?:ning|ned)? to|meant to|supposed to|intend|said (?:we|they)(?:'d|’d| would))\w*/i;

const isDefinition = (quote: string): boolean => definition.test(quote);

/** Two paragraphs are about this many characters; what stands farther off is about something else. */
const reachOfConversation = 600;

/** Puts into the row of a sentence of this passage how it stands to what the conversation quoted. */
type SetConversation = (row: number[], sentence: ReadSentence) => void;

function setApart(row: number[]): void {
  row[column.follows] = 0;
  row[column.given] = 0;
}

function conversationOf({ documentId }: IndexedPassage, { continues }: Plan): SetConversation {
  if (!continues || continues.how === 'beside' || continues.how === 'scope') return setApart;
  const cited = continues.cited.filter((place) => place.documentId === documentId);
  if (cited.length === 0) return setApart;
  return (row, { sentence }) => {
    const gap = Math.min(...cited.map(({ start, end }) => Math.max(0, start - sentence.end, sentence.start - end)));
    const isGiven = cited.some(({ start, end }) => start < sentence.end && sentence.start < end);
    row[column.follows] = Math.max(0, 1 - gap / reachOfConversation);
    row[column.given] = Number(isGiven && continues.how === 'more');
  };
}

/** Names (a capital after the first word) and figures of a question, as they are written there. */
function namesOf(question: string): string[] {
  const found = question.matchAll(/(?<=\S\s+["“‘(]?)\p{Lu}[\p{L}\p{N}’'-]+|\b\p{Lu}{2,}\w*\b|\b\w*\d[\w,.]*\b/gu);
  return [...new Set([...found].map((match) => match[0].replace(/[.,]$/u, '')))].filter(
    (name) => !/^(?:I|I'm|The|Met|We)$/u.test(name),
  );
}

/** 1 where a figure stands within five words of a word that the asker used, falling off to 0. */
function numberNear(sentence: ReadSentence, { words }: Wanted): number {
  let nearest = Infinity;
  const { places } = figuresOf(sentence);
  if (places.length === 0) return 0;
  for (const { term, start } of sentence.tokens) {
    if (!words.has(term)) continue;
    for (const place of places) nearest = Math.min(nearest, Math.abs(place - start));
  }
  return Number.isFinite(nearest) ? Math.max(0, 1 - nearest / 60) : 0;
}

/** Where figures stand in a sentence. */
const figuresOf = rememberObjects(({ quote }: ReadSentence) => ({
  places: Array.from(quote.matchAll(figure), ({ index }) => index),
}));

const figure = /\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|twice|double[sd]?|third|half)\b/gi;
