// "Which of those mention trust?": of what was shown, what holds the words. Words that only mean the same are told as that, and where none
// holds them, that is said of what was shown and of nothing else.
import type { AskedPoint, Continuation, Sense } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { following, passagesOf, underHeading } from '../lists/under-point.ts';
import { isSame, quote, textOf, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import { nameOf } from '../rank/request.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { holdsNearlyAll } from './subject.ts';

interface ShownPoint {
  readonly point: Quotation;
  /** What goes on after it, or stands under its heading. */
  readonly under: readonly Quotation[];
}

/** Null where nothing is left of what was shown, or a few quotations that were no list hold no such words. */
export function composeHolding(request: ComposeRequest, { points }: Continuation): Composed | null {
  const { senses } = request.plan;
  if (senses.length === 0) return null;
  const shown = points
    .flatMap((asked) => shownPoint(asked, request))
    .filter(({ point }, at, all) => all.findIndex((other) => isSame(other.point, point)) === at);
  const literal = senses.map(({ stems }): Sense => ({ stems, others: [] }));
  const holds = (wanted: readonly Sense[], each: Quotation): boolean =>
    holdsNearlyAll(wanted, new Set(terms(textOf(each))));
  const told = (lines: readonly (readonly Quotation[])[]): Paragraph[] => lines.map((line) => toLine(line, request));

  const saying = shown.filter(({ point }) => holds(literal, point)).map(({ point }) => [point]);
  if (saying.length > 0) return { paragraphs: told(saying) };
  const further = shown.flatMap(({ point, under }) =>
    under
      .filter((each) => holds(literal, each))
      .slice(0, 1)
      .map((each) => [point, each]),
  );
  if (further.length > 0) return { paragraphs: told(further) };
  const meaning = shown.filter(({ point }) => holds(senses, point)).map(({ point }) => [point]);
  if (meaning.length > 0)
    return { paragraphs: [[words('None of these says so in those words. In other words:')], ...told(meaning)] };
  const isList = shown.length > 1 && request.plan.continues?.points.every(({ name }) => name !== '') === true;
  return isList
    ? { paragraphs: [[words('None of these mentions it:')], ...told(shown.map(({ point }) => [point]))] }
    : null;
}

/** Empty where the passage is not there any more. */
function shownPoint(asked: AskedPoint, request: ComposeRequest): ShownPoint[] {
  const { passageId, start, end } = asked.place;
  const passages = passagesOf(asked, request);
  const passage = passages.find(({ id }) => id === passageId);
  if (!passage) return [];
  const under = [...following(asked.place, passages), ...underHeading(asked.name, passages, Infinity)];
  return [{ point: { passage, start, end }, under }];
}

/** The point, and of what stands under it the sentence that says so; under its document's name where several are quoted. */
function toLine([point, ...under]: readonly Quotation[], { plan, documents }: ComposeRequest): Paragraph {
  const quoted = new Set(plan.continues?.points.map(({ place }) => place.documentId));
  const name = nameOf(documents.find(({ id }) => id === point?.passage.documentId));
  const lead = quoted.size > 1 ? `- **${name}**: ` : '- ';
  const rest = under.flatMap((each) => [words(': '), quote(each)]);
  return point ? [words(lead), quote(point), ...rest] : [];
}
