// What speaks for a sentence as the answer: each feature is one number; how much each counts is fitted.
import type { AskedKind } from '../domain/asked.ts';
import type { Sentence } from '../domain/passage.ts';
import type { Plan, PlanTerm } from '../domain/plan.ts';
import type { IndexedPassage, TermStatistics } from '../ports.ts';
import { holdsKind } from '../text/kinds.ts';
import { inverseFrequency } from '../text/rarity.ts';
import { tokens } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import { dot } from '../text/vectors.ts';

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
  const rarity = rarityOf(context.statistics);
  const wanted = {
    own: context.plan.terms.filter((term) => term.source === 'question'),
    all: context.plan.terms,
    rarity,
  };
  const names = namesOf(context.plan.topic);
  return found.flatMap(({ passage, score }, rank) => {
    const read = passage.sentences.map((sentence) =>
      passage.text.slice(sentence.start - passage.start, sentence.end - passage.start),
    );
    const stems = read.map((quote) => tokens(quote));
    const headings = new Set(tokens(passage.section.join(' ')).map((token) => token.term));
    return passage.sentences.map((sentence, at): Candidate => {
      const input: Reading = { passage, sentence, at, read, stems, headings, score, rank, wanted, names };
      return {
        passage,
        sentence,
        at,
        quote: read[at] ?? '',
        tokens: stems[at] ?? [],
        features: featuresOf(input, context),
      };
    });
  });
}

interface Wanted {
  readonly own: readonly PlanTerm[];
  readonly all: readonly PlanTerm[];
  readonly rarity: (term: string) => number;
}

interface Reading {
  readonly passage: IndexedPassage;
  readonly sentence: Sentence;
  readonly at: number;
  readonly read: readonly string[];
  readonly stems: readonly (readonly Token[])[];
  readonly headings: ReadonlySet<string>;
  readonly score: number;
  readonly rank: number;
  readonly wanted: Wanted;
  readonly names: readonly string[];
}

function featuresOf(reading: Reading, context: FeatureContext): Record<FeatureName, number> {
  return {
    ...meaning(reading, context),
    ...wording(reading),
    ...type(reading, context.plan),
    ...form(reading),
    ...conversation(reading, context.plan),
  };
}

function meaning({ passage, at, score, rank }: Reading, { vector }: FeatureContext) {
  const cosine = (other: Float32Array | undefined): number => (vector && other ? dot(vector, other) : 0);
  return {
    sentence: cosine(passage.sentenceVectors[at]),
    context: cosine(passage.contextVectors[at]),
    passage: cosine(passage.vector),
    place: score,
    first: rank === 0 ? 1 : 0,
  };
}

function wording({ stems, at, headings, wanted, names, read }: Reading) {
  const own = new Set((stems[at] ?? []).map((token) => token.term));
  const around = new Set([
    ...headings,
    ...[at - 1, at + 1].flatMap((other) => (stems[other] ?? []).map((token) => token.term)),
  ]);
  const near = [read[at - 1], read[at], read[at + 1]].join(' ');
  return {
    own: share(wanted.own, wanted.rarity, (term) => own.has(term)),
    added: share(wanted.all, wanted.rarity, (term) => own.has(term)),
    around: share(wanted.own, wanted.rarity, (term) => around.has(term) && !own.has(term)),
    names:
      names.length === 0
        ? 0
        : names.filter((name) => near.includes(name) || headings.has(name.toLowerCase())).length / names.length,
  };
}

function type({ read, stems, at, wanted }: Reading, plan: Plan) {
  const quote = read[at] ?? '';
  const { asks } = plan;
  const holds = asks !== null && holdsKind(quote, asks);
  return {
    kind: Number(holds),
    lacksKind: Number(asks !== null && !holds),
    near: asks !== null && counted.has(asks) ? numberNear(quote, stems[at] ?? [], wanted) : 0,
    ...speech(quote, plan),
  };
}

const counted: ReadonlySet<AskedKind> = new Set<AskedKind>(['number', 'money', 'rate']);

function speech(quote: string, { asks, question }: Plan) {
  return {
    defines: Number(asks === 'meaning' && definition.test(quote)),
    promises: Number(commitmentAsked.test(question) && commitment.test(quote)),
  };
}

const definition =
  /\b(?:is|are) (?:a|an|the|about|how|our|where|what|dedicated)\b|\bmeans?\b|\brefers to\b|\bwhich (?:will|means|is|uses|has|helps?|describes|handles|enables|ensures)\b|\bdescribes\b|\([A-Z][A-Za-z]+\)|\b(?:a|an) (?:new|real-time|national|programme|system|tool|integrated)\b/u;
const commitmentAsked =
  /\b(?:promis|commit|pledg|vow|undertak|target|will (?:we|they|the)|going to|gonna|plan(?:ning|ned)? to|meant to|supposed to|intend|said (?:we|they)(?:'d|’d| would))\w*/iu;
const commitment = /\b(?:will|we['’]ll|committed to|aim to|aims to|target|commitment|determined|by (?:19|20)\d\d)\b/iu;

function form({ sentence, stems, at, read }: Reading) {
  const words = (read[at] ?? '').split(/\s+/u).length;
  const isKind = (kind: Sentence['kind']): number => (sentence.kind === kind ? 1 : 0);
  return {
    heading: isKind('heading'),
    leadIn: isKind('lead-in'),
    row: isKind('row'),
    boxed: isKind('pull-quote'),
    note: isKind('footnote'),
    short: words < 6 || (stems[at] ?? []).length < 3 ? 1 : 0,
    long: words > 40 ? 1 : 0,
    leans: /^["“‘(]?(?:This|That|These|Those|It|They|He|She|Such)\b/u.test(read[at] ?? '') ? 1 : 0,
    starts: at === 0 ? 1 : 0,
  };
}

/** Two paragraphs are about this many characters; what stands farther off is about something else. */
const reachOfConversation = 600;

function conversation({ passage, sentence }: Reading, { continues }: Plan) {
  const cited = (continues?.cited ?? []).filter(({ documentId }) => documentId === passage.documentId);
  if (!continues || cited.length === 0 || continues.how === 'beside' || continues.how === 'scope')
    return { follows: 0, given: 0 };
  const gap = Math.min(...cited.map(({ start, end }) => Math.max(0, start - sentence.end, sentence.start - end)));
  const isGiven = cited.some(({ start, end }) => start < sentence.end && sentence.start < end);
  return {
    follows: Math.max(0, 1 - gap / reachOfConversation),
    given: Number(isGiven && continues.how === 'more'),
  };
}

function share(query: readonly PlanTerm[], rarity: (term: string) => number, holds: (term: string) => boolean): number {
  let asked = 0;
  let held = 0;
  for (const { term, weight } of query) {
    const value = weight * rarity(term);
    asked += value;
    if (holds(term)) held += value;
  }
  return asked === 0 ? 0 : held / asked;
}

function rarityOf({ sentences, sentenceFrequency }: TermStatistics): (term: string) => number {
  return (term) => inverseFrequency(sentenceFrequency.get(term) ?? 0, sentences);
}

/** Names (a capital after the first word) and figures of a question, as they are written there. */
function namesOf(question: string): string[] {
  const found = question.matchAll(/(?<=\S\s+["“‘(]?)\p{Lu}[\p{L}\p{N}’'-]+|\b\p{Lu}{2,}\w*\b|\b\w*\d[\w,.]*\b/gu);
  return [...new Set([...found].map((match) => match[0].replace(/[.,]$/u, '')))].filter(
    (name) => !/^(?:I|I'm|The|Met|We)$/u.test(name),
  );
}

/** 1 where a figure stands within five words of a word that the asker used, falling off to 0. */
function numberNear(quote: string, stems: readonly Token[], { own }: Wanted): number {
  const asked = new Set(own.map((term) => term.term));
  const figures = [
    ...quote.matchAll(/\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|twice|double[sd]?|third|half)\b/giu),
  ].map((match) => match.index);
  const words = stems.filter((token) => asked.has(token.term) && !/^\d/u.test(token.term)).map((token) => token.start);
  const distances = figures.flatMap((figure) => words.map((word) => Math.abs(figure - word)));
  const nearest = Math.min(...distances, Infinity);
  return Number.isFinite(nearest) ? Math.max(0, 1 - nearest / 60) : 0;
}
