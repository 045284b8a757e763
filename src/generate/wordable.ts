// Which answers a language model may put into words.
import type { ComposedAnswer, Intent } from '../domain/answer.ts';

/** A stated list, an expansion and what no document mentions are given as they stand: in other words they would only be less exact. */
const wordable: ReadonlySet<Intent> = new Set<Intent>([
  'fact',
  'definition',
  'commitment',
  'compare',
  'timeline',
  'summary',
  'other',
]);

/** What is withheld or declined stays so, and figures that differ are shown side by side. */
export function isWordable({ status, intent, citations, notices }: ComposedAnswer): boolean {
  const isAnswered = status === 'answered' || status === 'partial';
  return isAnswered && wordable.has(intent) && citations.length > 0 && notices.every(({ type }) => type !== 'conflict');
}

/** Kinds of answer whose first quotation is the answer, and the others more of it. */
const shortenable: ReadonlySet<Intent> = new Set<Intent>(['fact', 'definition', 'commitment', 'summary', 'other']);

/** Whether a wording may leave quotations of the answer out, but for the first. */
export function mayBeShortened({ status, intent }: ComposedAnswer): boolean {
  return status === 'answered' && shortenable.has(intent);
}
