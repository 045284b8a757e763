// Whether the best sentences are evidence enough to answer, and the words for when they are not.
import type { ComposedAnswer, RelatedPassage } from '../domain/answer.ts';
import type { Passage } from '../domain/passage.ts';
import type { AnswerRequest, ComposeRequest } from './request.ts';
import { nameOf } from './request.ts';
import { displayQuote } from './display-quote.ts';
import { evidenceWeights } from './evidence-weights.ts';

const relatedPassages = 3;

export interface Evidence {
  /** Estimated probability that the documents answer the question. */
  readonly probability: number;
  readonly signals: Readonly<Record<string, number>>;
}

/** Weighs what was found: a logistic model of few signals (bench/fit-evidence.ts). */
export function evidenceOf(request: ComposeRequest): Evidence {
  const signals = evidenceSignals(request);
  const logit = Object.entries(signals).reduce(
    (sum, [name, value]) => sum + (evidenceWeights.signals[name] ?? 0) * value,
    evidenceWeights.bias,
  );
  return { probability: 1 / (1 + Math.exp(-logit)), signals };
}

/** Signals of the decision, each between about 0 and 1. */
function evidenceSignals({ ranked, plan, vector, statistics }: ComposeRequest): Record<string, number> {
  const top = ranked.slice(0, 3);
  const best = top[0];
  const most = (read: (features: (typeof ranked)[number]['features']) => number): number =>
    Math.max(0, ...top.map((each) => read(each.features)));
  const own = plan.terms.filter((term) => term.source === 'question');
  const unknown = own.filter((term) => (statistics.passageFrequency.get(term.term) ?? 0) === 0).length;
  return {
    similarity: vector ? most((features) => features.sentence) : 0.5,
    context: vector ? most((features) => features.context) : 0.5,
    own: most((features) => features.own),
    around: most((features) => Math.min(1, features.own + features.around)),
    added: most((features) => features.added),
    names: best?.features.names ?? 0,
    lacksKind: best?.features.lacksKind ?? 1,
    near: most((features) => features.near),
    unknown: own.length === 0 ? 0 : unknown / own.length,
    few: own.length <= 1 ? 1 : 0,
    personal: personal.test(plan.question) ? 1 : 0,
    opinion: opinion.test(plan.question) ? 1 : 0,
    future: future.test(plan.question) ? 1 : 0,
  };
}

const personal = /\b(?:my|mine|me|i'm|i am|i've|am i|should i|can i|do i|our (?:station|team|borough))\b/iu;
const opinion =
  /\b(?:do you (?:think|reckon|believe)|in your (?:view|opinion)|your (?:view|opinion)|should (?:the met|we|they)|is it (?:right|worth|fair|good|bad)|best|worst|better than|worth it|what do you make of)\b/iu;
const future =
  /\b(?:will .{1,60} (?:in|by) 20[3-9]\d|predict\w*|forecast for|next (?:election|commissioner|mayor)|going to (?:win|happen)|likely to|ever be)\b/iu;

/** Says what was searched, and offers the nearest passages as related, never as support. */
export function notFound({ plan, found, documents }: AnswerRequest): ComposedAnswer {
  const searched = documents.filter((document) =>
    plan.scope.documents.some(({ id, weight }) => id === document.id && (plan.scope.kind === 'open' || weight >= 0.5)),
  );
  const [only] = searched;
  const who = searched.length === 1 && only ? `${nameOf(only)} does not say.` : 'The documents do not answer this.';
  const topic = displayQuote(plan.topic)
    .replaceAll(/[[\]“”]/gu, '')
    .slice(0, 120);
  return {
    status: 'not_found',
    intent: plan.intent,
    answer: `${who} They were searched for *${topic}*; the nearest passages are offered as related reading, not as an answer.`,
    citations: [],
    notices: [],
    suggestions: [],
    related: found.slice(0, relatedPassages).map(({ passage }) => toRelated(passage)),
  };
}

function toRelated(passage: Passage): RelatedPassage {
  const { id, documentId, section, start, end, text } = passage;
  return { passageId: id, documentId, section, start, end, text };
}
