// What speaks for a sentence as the answer: each feature is one number; how much each counts is fitted.
import type { AskedKind } from '../domain/asked.ts';
import type { Sentence } from '../domain/passage.ts';
import type { Plan, PlanTerm } from '../domain/plan.ts';
import type { IndexedPassage, TermStatistics } from '../ports.ts';
import { inverseFrequency } from '../text/rarity.ts';
import { kindTest, sentencesThat } from '../text/sentence-tests.ts';
import type { Token } from '../text/tokens.ts';
import { dot } from '../text/vectors.ts';
import { readPassage } from './read-passage.ts';
import type { ReadPassage, ReadSentence } from './read-passage.ts';

export const featureNames = [
  'sentence', // cosine with the sentence
  'context', // cosine with the sentence between its neighbours
  'passage', // cosine with the passage under its headings
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

export interface Candidate {
  readonly passage: IndexedPassage;
  readonly sentence: Sentence;
  readonly at: number;
  /** Text of the sentence as it stands in the document. */
  readonly quote: string;
  readonly tokens: readonly Token[];
  readonly features: Readonly<Record<FeatureName, number>>;
}

export interface FeatureContext {
  readonly plan: Plan;
  readonly vector: Float32Array | null;
  readonly statistics: TermStatistics;
}

/** Passages found, best first, with their retrieval scores. */
export interface FoundPassage {
  readonly passage: IndexedPassage;
  readonly score: number;
}

/** Every quotable sentence of the passages found. */
export function candidatesOf(found: readonly FoundPassage[], context: FeatureContext): Candidate[] {
  const wanted = wantedOf(context);
  return found.flatMap(({ passage, score }, rank) => {
    const read = readPassage(passage);
    const cosine = context.vector ? dot(context.vector, passage.vector) : 0;
    const tests = testsOf(passage, context.plan, wanted);
    return read.sentences.map((sentence, at): Candidate => ({
      passage,
      sentence: sentence.sentence,
      at,
      quote: sentence.quote,
      tokens: sentence.tokens,
      features: featuresOf({ passage, sentence, at, read, score, rank, cosine, tests, wanted }, context),
    }));
  });
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

function testsOf(passage: IndexedPassage, { asks }: Plan, { promises }: Wanted): Tests {
  return {
    kind: asks === null ? null : sentencesThat(passage, kindTest(asks)),
    defines: asks === 'meaning' ? sentencesThat(passage, isDefinition) : null,
    promises: promises ? sentencesThat(passage, isCommitment) : null,
  };
}

interface Reading {
  readonly passage: IndexedPassage;
  readonly sentence: ReadSentence;
  readonly at: number;
  readonly read: ReadPassage;
  readonly score: number;
  readonly rank: number;
  /** Cosine with the passage. */
  readonly cosine: number;
  readonly tests: Tests;
  readonly wanted: Wanted;
}

/** Written out feature by feature: joining records of a few features each took most of the time that an answer takes. */
function featuresOf(reading: Reading, { plan, vector }: FeatureContext): Record<FeatureName, number> {
  const { passage, sentence, at, tests } = reading;
  const words = wording(reading);
  const asked = type(reading, plan);
  const { follows, given } = conversation(reading, plan);
  const { form } = sentence;
  return {
    sentence: cosineWith(vector, passage.sentenceVectors[at]),
    context: cosineWith(vector, passage.contextVectors[at]),
    passage: reading.cosine,
    place: reading.score,
    first: reading.rank === 0 ? 1 : 0,
    own: words.own,
    added: words.added,
    around: words.around,
    names: words.names,
    kind: asked.kind,
    lacksKind: asked.lacksKind,
    near: asked.near,
    defines: tests.defines?.[at] ?? 0,
    promises: tests.promises?.[at] ?? 0,
    heading: form.heading,
    leadIn: form.leadIn,
    row: form.row,
    boxed: form.boxed,
    note: form.note,
    short: form.short,
    long: form.long,
    leans: form.leans,
    starts: form.starts,
    follows,
    given,
  };
}

function cosineWith(vector: Float32Array | null, other: Float32Array | undefined): number {
  return vector && other ? dot(vector, other) : 0;
}

function wording({ sentence: { terms }, at, read, wanted }: Reading) {
  const { own, all } = wanted;
  const before = read.sentences[at - 1]?.terms;
  const after = read.sentences[at + 1]?.terms;
  let around = 0;
  for (const [place, term] of own.terms.entries()) {
    const isAround = read.headings.has(term) || before?.has(term) === true || after?.has(term) === true;
    if (isAround && !terms.has(term)) around += own.worths[place] ?? 0;
  }
  return {
    own: shareHeld(own, terms),
    added: shareHeld(all, terms),
    around: own.total === 0 ? 0 : around / own.total,
    names: shareOfNames(wanted.names, read, at),
  };
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
const commitment = /\b(?:will|we['’]ll|committed to|aim to|aims to|target|commitment|determined|by (?:19|20)\d\d)\b/iu;

const isDefinition = (quote: string): boolean => definition.test(quote);
const isCommitment = (quote: string): boolean => commitment.test(quote);

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
