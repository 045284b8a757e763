// The sentences of each document when several are asked about. What one document says best tells what to look for in the others.
import type { DocumentDescription } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { meantDocuments } from '../../domain/plan.ts';
import type { Concept, Plan } from '../../domain/plan.ts';
import { rememberObjects } from '../../text/remember-objects.ts';
import { sentencesThat } from '../../text/sentence-tests.ts';
import type { SentenceTest } from '../../text/sentence-tests.ts';
import { terms } from '../../text/tokens.ts';
import { dot, weightedMean } from '../../text/vectors.ts';
import { conceptCoverageOf, holds, namedConcepts } from '../rank/concept-coverage.ts';
import { extentOf } from '../figures/differing-figures.ts';
import { documentFeatureNames, documentWeights } from '../rank/document-weights.ts';
import type { DocumentFeatureName } from '../rank/document-weights.ts';
import { readPassage } from '../rank/read-passage.ts';
import type { ReadSentence } from '../rank/read-passage.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { asksPurpose, statesPurpose } from './stated-purpose.ts';

export type DocumentFeatures = Readonly<Record<DocumentFeatureName, number>>;

export interface ComparedSentence extends RankedSentence {
  /** Its score before it was compared. */
  readonly own: number;
  readonly compared: DocumentFeatures;
}

export interface DocumentSentences {
  readonly document: DocumentDescription;
  /** Best first. */
  readonly sentences: readonly ComparedSentence[];
}

type CompareRequest = Pick<ComposeRequest, 'plan' | 'documents' | 'statistics' | 'rankedIn'>;

/** For each document meant (all of those searched where none is), oldest first, its sentences. */
export function sentencesByDocument(request: CompareRequest): DocumentSentences[] {
  const meant = meantDocuments(request.plan.scope);
  const ranked = request.documents
    .filter(({ id }) => meant.has(id))
    .map((document) => ({ document, own: request.rankedIn(document.id) }));
  const centres = ranked.map(({ own }) => centreOf(own));
  const look = lookOf(request);
  return ranked.map(({ document, own }, at) => {
    const others = meanOf(centres.filter((_, other) => other !== at));
    return { document, sentences: own.map((sentence) => compare(sentence, others, look)).toSorted(byScore) };
  });
}

/** The sentences of one document by itself, weighed in the same way. */
export function sentencesWithin(document: DocumentId, request: CompareRequest): ComparedSentence[] {
  const look = lookOf(request);
  return request
    .rankedIn(document)
    .map((sentence) => compare(sentence, null, look))
    .toSorted(byScore);
}

function byScore(one: RankedSentence, other: RankedSentence): number {
  return other.score - one.score;
}

type Look = (sentence: RankedSentence) => Omit<DocumentFeatures, 'echo'>;

function compare(sentence: RankedSentence, others: Float32Array | null, look: Look): ComparedSentence {
  const { concepts, label, figure, counted, scrap } = look(sentence);
  const compared = { echo: echoOf(sentence, others), concepts, label, figure, counted, scrap };
  let { score } = sentence;
  for (const name of documentFeatureNames) score += documentWeights[name] * compared[name];
  return { ...sentence, score, own: sentence.score, compared };
}

/** How many of a document's best sentences tell what it says, and how fast they count less: the score by which one counts e times less. */
const told = { sentences: 8, spread: 0.5 };

/** Mean of the vectors of a document's best sentences, the better the more; null where none has a vector. */
function centreOf(ranked: readonly RankedSentence[]): Float32Array | null {
  const best = ranked.slice(0, told.sentences);
  const weights = best.map(({ score }) => Math.exp((score - (best[0]?.score ?? 0)) / told.spread));
  return weightedMean(best.map(vectorOf), weights);
}

/** What the best sentences of the other documents say: a document without vectors says nothing. Null where none has any. */
function meanOf(centres: readonly (Float32Array | null)[]): Float32Array | null {
  const mean = weightedMean(
    centres.map((centre) => centre ?? undefined),
    centres.map(() => 1),
  );
  const share = centres.filter((centre) => centre !== null).length / Math.max(1, centres.length);
  return mean && mean.map((part) => share * part);
}

function echoOf(sentence: RankedSentence, others: Float32Array | null): number {
  const vector = vectorOf(sentence);
  return vector && others ? dot(vector, others) : 0;
}

function vectorOf({ passage, at }: RankedSentence): Float32Array | undefined {
  return passage.sentenceVectors[at];
}

function lookOf({ plan, statistics }: CompareRequest): Look {
  const concepts = namedConcepts(plan);
  const coverage = conceptCoverageOf(concepts, statistics);
  const says = sayingOf(concepts);
  const wantsPurpose = asksPurpose(plan);
  const wantsFigure = asksFigure(plan);
  const wantsWhole = wantsFigure && !extraAsked.test(plan.question);
  return (sentence) => {
    const held = coverage(sentence.terms);
    const hasFigure = passes(sentence, holdsDigit);
    const isSaid = held > 0 && says !== null && says.test(sentence.quote);
    const isStated = isSaid || (wantsPurpose && passes(sentence, statesPurpose));
    const label = isStated || isLabelled(sentence, concepts);
    return {
      concepts: held,
      label: Number(label),
      figure: wantsFigure ? (hasFigure ? 1 : -1) : 0,
      counted: wantsWhole && hasFigure ? extentOf(sentence, plan.senses) : 0,
      scrap: Number(!label && !hasFigure && passes(sentence, isTitleLong)),
    };
  };
}

/** Every sentence of a document is looked at for each comparison: what hangs on its wording alone is found out once. */
function passes({ passage, at }: RankedSentence, test: SentenceTest): boolean {
  return sentencesThat(passage, test)[at] === 1;
}

const holdsDigit: SentenceTest = (quote) => /\d/u.test(quote);
const isTitleLong: SentenceTest = (quote) => quote.split(/\s+/u).length < fewestWords;

/** Whether a measure is asked for. */
export function asksFigure({ asks, question }: Plan): boolean {
  return asks === 'number' || asks === 'money' || asks === 'rate' || figureAsked.test(question);
}

/** Fewer words than this are a title. */
const fewestWords = 7;
/** Words that ask for a measure, beside those that name its kind. */
const figureAsked =
  /\b(?:how (?:many|much|big|bad|far|fast)|figures?|numbers?|nos?(?= of|\. of)|drops?|falls?|increases?|quantif\w+|volumes?|rates?|percentages?|size|ratios?|amounts?|levels?|tgt|targets?|headcount|strength|savings?|reductions?|rise|cash|trends?|per (?:year|month|week|day)|a year)\b/i;

/** What came on top is asked for, and not all. */
const extraAsked = /\b(?:additional|extra|more|further|uplift|increases?|new|grow(?:n|th)|rises?|falls?|drops?)\b/i;

/** A label says nothing but the thing: at most this many content words. */
const longestLabel = 3;

/** Whether the words before a sentence, or its own up to a colon or the end of a cell, only name the thing asked for. */
function isLabelled({ passage, sentence, at }: RankedSentence, concepts: readonly Concept[]): boolean {
  const isLabel = (stems: ReadonlySet<string>): boolean =>
    stems.size > 0 &&
    stems.size <= longestLabel &&
    concepts.some((each) => !each.isGeneric && each.own.length >= stems.size - 1 && holds(stems, each.own));
  const before = readPassage(passage).sentences[at - 1];
  const isPoint = sentence.kind === 'item' || sentence.kind === 'bullet' || sentence.kind === 'row';
  if (before && (isPoint || before.form.heading === 1) && isLabel(before.terms)) return true;
  const own = readPassage(passage).sentences[at];
  return own !== undefined && isLabel(openingOf(own).stems);
}

/** Stems of a sentence up to a colon or the end of a cell, of a line that leads to a list all of them; none where they are too many for a label. */
const openingOf = rememberObjects(({ sentence, quote }: ReadSentence) => {
  const [opening = ''] = quote.split(/[\t:]/u, 1);
  const opens = opening.length < quote.length || sentence.kind === 'lead-in';
  const stems = new Set(opens ? terms(opening) : []);
  return { stems: stems.size > longestLabel ? none : stems };
});

const none: ReadonlySet<string> = new Set();

/** `our mission is`, for what is asked for; null where the topic has no word that could stand there. */
function sayingOf(concepts: readonly Concept[]): RegExp | null {
  const stems = concepts.flatMap(({ own, isGeneric }) => {
    const [stem = ''] = own;
    return own.length === 1 && !isGeneric && /^\p{L}{4,}$/u.test(stem) ? [stem] : [];
  });
  return stems.length === 0
    ? null
    : new RegExp(
        String.raw`\b(?:our|the|its|their|[a-z]+['’]s)\s+(?:[a-z]+\s+){0,2}(?:${stems.join('|')})[a-z]*\s+(?:is|are|was|were|of(?!\s+(?:our|the|their|its|this|these|those|an?)\b))\b`,
        'i',
      );
}
