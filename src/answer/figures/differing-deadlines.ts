// Two statements of one target that give different years to meet it by: a reader who asks by when must see both.
import type { Sense } from '../../domain/plan.ts';
import { isHeld } from '../rank/coverage.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { figuresIn } from './differing-figures.ts';
import type { DifferingFigures } from './differing-figures.ts';
import { isChange, thingsOf } from './things-asked.ts';

/** The other sentence must answer the question about as well as the first. */
const margin = 3.5;
const deadline = /\b(?:by|before|until)\b[^.;,\d]{0,20}\b((?:19|20)\d\d(?:\/\d{2,4})?)\b/i;
const asksWhen = /\bwhen\b|\bdeadline\b|\bby (?:what|which) (?:date|year)\b/i;

/** Another sentence of the same document with another year for the same target; null where none is asked for, or there is none. */
export function differingDeadline(first: RankedSentence, request: ComposeRequest): DifferingFigures | null {
  const { plan, ranked } = request;
  const own = yearOf(first);
  const things = thingsOf(plan.senses).filter((sense) => !isChange(sense));
  if (own === null || !asksWhen.test(plan.question) || !holdsAll(first, things)) return null;
  for (const other of ranked) {
    const year = yearOf(other);
    const isSamePlace = other.passage.documentId === first.passage.documentId && first.score - other.score <= margin;
    const isSame = isSamePlace && holdsAll(other, things) && shareFigure(first, other);
    if (year !== null && year !== own && isSame) return { sentence: other, figures: [own, year] };
  }
  return null;
}

function yearOf({ quote }: RankedSentence): string | null {
  return deadline.exec(quote)?.[1] ?? null;
}

function holdsAll({ terms: held }: RankedSentence, things: readonly Sense[]): boolean {
  return things.length > 0 && things.every((sense) => isHeld(sense, held));
}

/** Whether both set the same figure: deadlines of two aims may well differ. */
function shareFigure(one: RankedSentence, other: RankedSentence): boolean {
  const [own, others] = [one, other].map(({ quote }) => figuresIn(quote).map(({ value, unit }) => `${value} ${unit}`));
  return own?.some((figure) => others?.includes(figure)) === true;
}
