// Why a question was answered as it was: for whoever tunes or doubts it.
import type { TurnResult } from '../../chat/turn.ts';
import type { Plan, PlanTerm } from '../../domain/plan.ts';
import { excerpt } from './render-answer.ts';

interface Part {
  readonly name: string;
  readonly contribution: number;
}

export function renderPlan({ topic, terms, asks, scope }: Plan): string {
  const documents = scope.documents.map(({ id, weight }) => `${id} ${weight}`).join(', ');
  const because = scope.because.length === 0 ? '' : ` because of "${scope.because.join('", "')}"`;
  return [
    'How it was understood',
    `  topic: ${topic}`,
    `  terms: ${terms.map(renderTerm).join(', ') || 'none'}`,
    `  asks for: ${asks ?? 'nothing in particular'}`,
    `  scope: ${scope.kind}${because}; ${documents || 'no document'}`,
  ].join('\n');
}

export function renderFound(found: TurnResult['found']): string {
  const entries = found.map(
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
  return source === 'question' ? term : `${term} ${weight} (${source})`;
}
