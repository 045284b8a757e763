// The measures among what the learned part of the decision to answer looks at: see clues.ts.
import type { Plan } from '../../domain/plan.ts';
import { holdsKind } from '../../text/kinds.ts';
import { coverageOf, heldInOne, lacksPremise } from '../rank/coverage.ts';
import { featureOf } from '../rank/features.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { sentenceWeights } from '../rank/sentence-weights.ts';

/** Each one number between 0 and about 1. */
export const doubtNames = [
  'score', // of the best sentence, as ranking gave it but for its likeness to known questions, in tens
  'similarity', // best cosine of a sentence with the question
  'farOff', // how far that falls short of what answers have; the same question asked of other documents
  'farOffUnknown', // … times the share of words that no document holds
  'weak', // how far the score falls short
  'weakMissing', // … times the rarity of the rarest word that would not be quoted
  'weakUnknown',
  'nothingHeld', // no sentence holds a word of it
  'quoted', // share of the question's words that would be quoted; near misses are put in the documents' own words
  'quotedInOne', // the most of it that one sentence holds
  'kindApart', // no sentence with the number, sum or date asked for holds much of it: 1 for nothing, 0 from about a third
  'missing', // rarity of the rarest word that would not be
  'missingNext',
  'unknown', // share of the words that no document holds
  'nounMissing', // share of the noun asked for that would not be quoted
  'words', // of the question, in twelves: a longer one was written with the text in view
  'lacksKind', // the best sentence lacks the kind of thing asked for
  'ends', // asks why or when something was ended or refused, and nothing says that it was
  'lacksPremise', // asks why, and at least two of its words stand nowhere
  'asksNumber',
  'asksName', // a name, person or place
  'asksReason',
  'asksMeaning',
  'asksNothing',
  'several', // a comparison or the like, where each document says its part
] as const;
export type DoubtName = (typeof doubtNames)[number];

/** The features of the decision. @param top the sentences that an answer would quote, best first. */
export function doubtFeatures(request: ComposeRequest, top: readonly RankedSentence[]): Record<DoubtName, number> {
  const { plan } = request;
  const { quoted, missing, missingNext, unknown, nounMissing, words, ends } = coverageOf(request, top);
  const best = top[0];
  const score = best ? scoreUnknown(best) / 10 : 0;
  const similarity = Math.max(
    0,
    ...top.map((each) => Math.max(featureOf(each, 'sentence'), featureOf(each, 'context'))),
  );
  const farOff = shortOf(usual.similarity, similarity);
  const weak = shortOf(usual.score, score);
  const quotedInOne = heldInOne(request, top);
  return {
    score,
    similarity,
    farOff,
    farOffUnknown: farOff * unknown,
    weak,
    weakMissing: weak * missing,
    weakUnknown: weak * unknown,
    nothingHeld: Number(quotedInOne === 0),
    quoted,
    quotedInOne,
    kindApart: kindApart(request, top),
    missing,
    missingNext,
    unknown,
    nounMissing,
    words: Math.min(words, 12) / 12,
    lacksKind: best ? featureOf(best, 'lacksKind') : 0,
    ends: Number(ends),
    lacksPremise: Number(lacksPremise(plan, top)),
    ...kindFeatures(plan),
    several: Number(plan.scope.kind === 'several'),
  };
}

/** Documents without known questions have lower scores, and answer no worse. */
function scoreUnknown(best: RankedSentence): number {
  return (
    best.score -
    sentenceWeights.known * featureOf(best, 'known') -
    sentenceWeights.knownNear * featureOf(best, 'knownNear')
  );
}

/** What a question that is answered seldom falls short of: lower quarters of the answerable tuning questions, about. */
const usual = { similarity: 0.45, score: 0.55 };

/** From 0 where the value is no less than usual, to 1 where there is none. */
function shortOf(usually: number, value: number): number {
  return Math.max(0, usually - value) / usually;
}

/**
 * From this share of the question's words on, a figure is taken for one of the thing asked after; by trial. Sums stand in long
 * sentences about much else.
 */
const heldBeside = { number: 0.35, date: 0.35, money: 0.6 };

function kindApart(request: ComposeRequest, top: readonly RankedSentence[]): number {
  const { asks } = request.plan;
  if (asks !== 'number' && asks !== 'money' && asks !== 'date') return 0;
  const held = heldInOne(
    request,
    top.filter(({ quote }) => holdsKind(quote, asks)),
  );
  return shortOf(heldBeside[asks], held);
}

function kindFeatures({ asks }: Plan) {
  return {
    asksNumber: Number(asks === 'number' || asks === 'money' || asks === 'rate'),
    asksName: Number(asks === 'name' || asks === 'place' || asks === 'person'),
    asksReason: Number(asks === 'reason'),
    asksMeaning: Number(asks === 'meaning'),
    asksNothing: Number(asks === null),
  };
}
