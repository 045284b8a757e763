// Why a question was answered as it was: for whoever tunes or doubts it.
import type { TurnPart, TurnResult } from '../../chat/turn.ts';
import type { Plan, PlanTerm } from '../../domain/plan.ts';
import { excerpt } from './render-answer.ts';

interface Part {
  readonly name: string;
  readonly contribution: number;
}

/** Why it was answered, or withheld: first of all what a reader wants to know. */
export function renderDecision({ plan, evidence }: TurnPart): string {
  const reasons = evidence?.reasons ?? [];
  const why = reasons.length > 0 ? `withheld: ${reasons.join(', ')}` : 'nothing outweighs an answer';
  return [
    'How it was decided',
    `  intent: ${plan.intent}`,
    `  evidence: ${evidence ? `${why}; doubt ${evidence.doubt.toFixed(2)}, nearest sentence ${evidence.similarity.toFixed(2)}` : 'none needed'}`,
  ].join('\n');
}

export function renderPlan({ topic, readings, terms, asks, scope }: Plan): string {
  const documents = scope.documents.map(({ id, weight }) => `${id} ${weight}`).join(', ');
  const because = scope.because.length === 0 ? '' : ` because of "${scope.because.join('", "')}"`;
  return [
    'How it was understood',
    `  topic: ${topic}`,
    `  embedded: ${readings.join(' | ')}`,
    `  terms: ${terms.map(renderTerm).join(', ') || 'none'}`,
    `  asks for: ${asks ?? 'nothing in particular'}`,
    `  scope: ${scope.kind}${because}; ${documents || 'no document'}`,
  ].join('\n');
}

/** Passages listed; an answer is composed from more, but those further down seldom matter. */
const shown = 10;

export function renderFound(found: TurnPart['found']): string {
  const entries = found
    .slice(0, shown)
    .map(
      ({ passage, score, parts }, index) =>
        `  ${index + 1}. ${score.toFixed(3)} ${passage.documentId}: ${excerpt(passage.text, 60)}\n     ${renderParts(parts)}`,
    );
  return ['What was found', ...entries].join('\n');
}

export function renderTimings(timings: TurnResult['timings']): string {
  const entries = Object.entries(timings).map(([name, value]) => `${name.replace(/Ms$/u, '')} ${value.toFixed(1)} ms`);
  return `Times: ${entries.join(', ')}`;
}

/** The parts of a score that count, the largest first. */
export function renderParts(parts: readonly Part[]): string {
  const counting = parts.filter(({ contribution }) => contribution !== 0);
  const largestFirst = counting.toSorted((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution));
  return largestFirst.map(({ name, contribution }) => `${name} ${contribution.toFixed(3)}`).join(', ');
}

function renderTerm({ term, weight, source }: PlanTerm): string {
  return source === 'question' ? term : `${term} ${weight.toFixed(2)} (${source})`;
}
