// What speaks for a sentence as the answer: each feature is one number; how much each counts is fitted.
import type { RegisterRow } from '../domain/commitment.ts';
import type { AskedKind } from '../domain/asked.ts';
import type { Sentence } from '../domain/passage.ts';
import type { Plan, PlanTerm } from '../domain/plan.ts';
import type { IndexedPassage, TermStatistics } from '../ports.ts';
import { inverseFrequency } from '../text/rarity.ts';
import { rememberObjects } from '../text/remember-objects.ts';
import { likenessBySentence } from '../text/known-likeness.ts';
import { kindTest, sentencesThat } from '../text/sentence-tests.ts';
import type { Token } from '../text/tokens.ts';
import { dot } from '../text/vectors.ts';
import { promisedBy } from './promised.ts';
import type { IsPromised } from './promised.ts';
import { readPassage } from './read-passage.ts';
import type { ReadPassage, ReadSentence } from './read-passage.ts';

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
}

/** Gives every quotable sentence of passages found, for one question. */
export type CandidateReader = (found: readonly FoundPassage[]) => Candidate[];

/** A passage may be among those found in several rankings of one question; what the question makes of it is worked out once. */
export function createCandidateReader(context: FeatureContext): CandidateReader {
  const wanted = wantedOf(context);
  const featuresIn = rememberObjects((passage: IndexedPassage): FeatureRow[] => {
    const read = readPassage(passage);
    const cosine = context.vector ? dot(context.vector, passage.vector) : 0;
    const known = likenessBySentence(context.vector, passage.knownQuestions, read.sentences.length);
    const knownNear = Math.max(0, ...known);
    const tests = testsOf(passage, context, wanted);
    return read.sentences.map((sentence, at) =>
      ownFeaturesOf({ passage, sentence, at, read, cosine, known, knownNear, tests, wanted }, context),
    );
  });
  return (found) =>
    found.flatMap(({ passage, score }, rank) => {
      const read = readPassage(passage);
      return featuresIn(passage).flatMap((own, at): Candidate | [] => {
        const sentence = read.sentences[at];
        return sentence ? toCandidate({ passage, sentence, at }, withPlace(own, score, rank)) : [];
      });
    });
}

function toCandidate(
  { passage, sentence, at }: Pick<Reading, 'passage' | 'sentence' | 'at'>,
  features: Candidate['features'],
): Candidate {
  const { quote, tokens, terms } = sentence;
  return { passage, sentence: sentence.sentence, at, quote, tokens, terms, features };
}

/** What of the question is looked for in every sentence. */
interface Wanted {
  readonly own: Weighed;
  readonly all: Weighed;
  /** The asker's own words but for figures. */
  readonly words: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly promises: boolean;
}

/** Terms, what each is worth, and what they are worth together. */
interface Weighed {
  readonly terms: readonly string[];
  readonly worths: readonly number[];
  readonly total: number;
}

function wantedOf({ plan, statistics }: FeatureContext): Wanted {
  const own = plan.terms.filter((term) => term.source === 'question');
  return {
    own: weigh(own, statistics),
    all: weigh(plan.terms, statistics),
    words: new Set(own.map(({ term }) => term).filter((term) => !/^\d/u.test(term))),
    names: namesOf(plan.topic),
    promises: commitmentAsked.test(plan.question),
  };
}

function weigh(query: readonly PlanTerm[], { sentences, sentenceFrequency }: TermStatistics): Weighed {
  const worths = query.map(
    ({ term, weight }) => weight * inverseFrequency(sentenceFrequency.get(term) ?? 0, sentences),
  );
  return {
    terms: query.map(({ term }) => term),
    worths,
    total: worths.reduce((sum, worth) => sum + worth, 0),
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

interface Reading {
  readonly passage: IndexedPassage;
  readonly sentence: ReadSentence;
  readonly at: number;
  readonly read: ReadPassage;
  /** Cosine with the passage. */
  readonly cosine: number;
  /** Of each sentence, cosine with a question that it is known to answer; and the greatest of these. */
  readonly known: Float64Array;
  readonly knownNear: number;
  readonly tests: Tests;
  readonly wanted: Wanted;
}

/**
 * The features of a sentence but for those that depend on which other passages were found. In a row of numbers, and written out:
 * a record of as many fractions is made of as many objects.
 */
function ownFeaturesOf(reading: Reading, { plan, vector }: FeatureContext): FeatureRow {
  const { passage, sentence, at, tests } = reading;
  const words = wording(reading);
  const asked = type(reading, plan);
  const { follows, given } = conversation(reading, plan);
  const { form } = sentence;
  const row = blankRow.slice();
  row[column.sentence] = cosineWith(vector, passage.sentenceVectors[at]);
  row[column.context] = cosineWith(vector, passage.contextVectors[at]);
  row[column.passage] = reading.cosine;
  row[column.known] = reading.known[at] ?? 0;
  row[column.knownNear] = reading.knownNear;
  row[column.own] = words.own;
  row[column.added] = words.added;
  row[column.around] = words.around;
  row[column.names] = words.names;
  row[column.kind] = asked.kind;
  row[column.lacksKind] = asked.lacksKind;
  row[column.near] = asked.near;
  row[column.defines] = tests.defines?.[at] ?? 0;
  row[column.promises] = tests.promises?.[at] ?? 0;
  row[column.heading] = form.heading;
  row[column.leadIn] = form.leadIn;
  row[column.row] = form.row;
  row[column.boxed] = form.boxed;
  row[column.note] = form.note;
  row[column.short] = form.short;
  row[column.long] = form.long;
  row[column.leans] = form.leans;
  row[column.starts] = form.starts;
  row[column.follows] = follows;
  row[column.given] = given;
  return row;
}

/** @param rank place that retrieval gave the passage, from 0. */
function withPlace(own: FeatureRow, score: number, rank: number): FeatureRow {
  const row = own.slice();
  row[column.place] = score;
  row[column.first] = rank === 0 ? 1 : 0;
  return row;
}

function cosineWith(vector: Float32Array | null, other: Float32Array | undefined): number {
  return vector && other ? dot(vector, other) : 0;
}

function wording({ sentence: { terms }, at, read, wanted }: Reading) {
  const { own, all } = wanted;
  return {
    own: shareHeld(own, terms),
    added: shareHeld(all, terms),
    around: shareAround(own, read, at),
    names: shareOfNames(wanted.names, read, at),
  };
}

/** Share of the terms' worth in the headings of a sentence and in its neighbours, but not in it. */
function shareAround({ terms, worths, total }: Weighed, read: ReadPassage, at: number): number {
  let around = 0;
  for (let place = 0; place < terms.length; place += 1) {
    if (isAround(terms[place] ?? '', read, at)) around += worths[place] ?? 0;
  }
  return total === 0 ? 0 : around / total;
}

function isAround(term: string, { sentences, headings }: ReadPassage, at: number): boolean {
  if (sentences[at]?.terms.has(term)) return false;
  return (
    headings.has(term) || sentences[at - 1]?.terms.has(term) === true || sentences[at + 1]?.terms.has(term) === true
  );
}

/** Share of the terms' worth that a sentence holds. */
function shareHeld({ terms, worths, total }: Weighed, held: ReadonlySet<string>): number {
  let found = 0;
  for (let place = 0; place < terms.length; place += 1) {
    if (held.has(terms[place] ?? '')) found += worths[place] ?? 0;
  }
  return total === 0 ? 0 : found / total;
}

function shareOfNames(names: readonly string[], { sentences, headings }: ReadPassage, at: number): number {
  if (names.length === 0) return 0;
  const near = [sentences[at - 1]?.quote, sentences[at]?.quote, sentences[at + 1]?.quote].join(' ');
  return names.filter((name) => near.includes(name) || headings.has(name.toLowerCase())).length / names.length;
}

function type({ sentence, at, tests, wanted }: Reading, { asks }: Plan) {
  const kind = tests.kind?.[at] ?? 0;
  return {
    kind,
    lacksKind: asks !== null && kind === 0 ? 1 : 0,
    near: asks !== null && counted.has(asks) ? numberNear(sentence, wanted) : 0,
  };
}

const counted: ReadonlySet<AskedKind> = new Set<AskedKind>(['number', 'money', 'rate']);

const definition =
  /\b(?:is|are) (?:a|an|the|about|how|our|where|what|dedicated)\b|\bmeans?\b|\brefers to\b|\bwhich (?:will|means|is|uses|has|helps?|describes|handles|enables|ensures)\b|\bdescribes\b|\([A-Z][A-Za-z]+\)|\b(?:a|an) (?:new|real-time|national|programme|system|tool|integrated)\b/u;
const commitmentAsked =
  /\b(?:promis|commit|pledg|vow|undertak|target|will (?:we|they|the)|going to|gonna|plan(?:ning|ned)? to|meant to|supposed to|intend|said (?:we|they)(?:'d|’d| would))\w*/iu;

const isDefinition = (quote: string): boolean => definition.test(quote);

/** Two paragraphs are about this many characters; what stands farther off is about something else. */
const reachOfConversation = 600;

const apart = { follows: 0, given: 0 };

function conversation({ passage, sentence: { sentence } }: Reading, { continues }: Plan) {
  if (!continues) return apart;
  const cited = continues.cited.filter(({ documentId }) => documentId === passage.documentId);
  if (cited.length === 0 || continues.how === 'beside' || continues.how === 'scope') return apart;
  const gap = Math.min(...cited.map(({ start, end }) => Math.max(0, start - sentence.end, sentence.start - end)));
  const isGiven = cited.some(({ start, end }) => start < sentence.end && sentence.start < end);
  return {
    follows: Math.max(0, 1 - gap / reachOfConversation),
    given: Number(isGiven && continues.how === 'more'),
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
function numberNear({ quote, tokens }: ReadSentence, { words }: Wanted): number {
  let nearest = Infinity;
  for (const { index } of quote.matchAll(figure)) {
    for (const { term, start } of tokens) {
      if (words.has(term)) nearest = Math.min(nearest, Math.abs(index - start));
    }
  }
  return Number.isFinite(nearest) ? Math.max(0, 1 - nearest / 60) : 0;
}

const figure = /\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|twice|double[sd]?|third|half)\b/giu;
