// What is asked of the figure or the line that was quoted last: answered by that sentence, one beside it, or one of its section about the same.
import type { Passage } from '../../domain/passage.ts';
import type { Continuation, PointWish, Sense } from '../../domain/plan.ts';
import { cellsOfRow } from '../../text/cells.ts';
import { terms } from '../../text/tokens.ts';
import { point, quote, textOf, words } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { figuresIn } from '../figures/differing-figures.ts';
import { holdsHalf, isSameSection, tellingOf } from './subject.ts';
import { tellsWhen } from '../tells/tells-when.ts';
import { undertakes } from '../tells/tells-outcome.ts';
import { passagesOf } from '../lists/under-point.ts';

type FigureWish = Extract<PointWish, 'share' | 'count' | 'before' | 'change' | 'period' | 'standing'>;

const share = /\d\s?%|\bper ?cent\b/i;
const earlier =
  /\b(?:compared (?:to|with)|(?:up|down|rose|risen|fell|fallen|doubled|tripled|increased|decreased|reduced|cut) from|from (?:\p{L}+ ){0,3}[£]?\d\S*(?: \([^)]*\))?(?: \p{L}+){0,8} (?:in \S+ )?to\b|previously|used to be|had been|(?:years?|months?) ago|the (?:same|previous) (?:period|quarter|year|time))/iu;
const course =
  /\b(?:up|down|increas\w+|decreas\w+|ris(?:e|es|en|ing)|rose|fall\w*|fell|higher|lower|highest|lowest|fewer|better|worse|improv\w+|reduc\w+|grow\w*|grew|doubl\w+|tripl\w+|compared (?:to|with))\b|[↑↓]|[+-]\d[\d.]*\s?%/i;
const spans =
  /\b(?:over|in|for|within|during) (?:the |a )?(?:\p{L}+[ -])?(?:\p{L}+[ -])?(?:years?|months?|weeks?|days?|quarters?)\b/iu;

const tells: Readonly<Record<FigureWish, (text: string) => boolean>> = {
  share: (text) => share.test(text),
  count: (text) => figuresIn(text).some(({ unit }) => unit === 'count'),
  before: (text) => earlier.test(text) && /\d/u.test(text),
  change: (text) => course.test(text) && /\d/u.test(text),
  period: (text) => tellsWhen(text, 'when') || spans.test(text),
  standing: undertakes,
};

/** Null where nothing of the kind is asked, or what was quoted does not tell it. */
export function composeFigure(request: ComposeRequest, { points, wants, subject }: Continuation): Composed | null {
  if (!isFigureWish(wants)) return null;
  const quoted = points.flatMap(({ place, name }) => {
    const passages = passagesOf({ place, name }, request);
    const passage = passages.find(({ id }) => id === place.passageId);
    return passage ? [{ passages, quotation: { passage, start: place.start, end: place.end } }] : [];
  });
  const own = quoted.map(({ quotation }) => quotation);
  // Of several lines the first was the answer; a share or a change told elsewhere is of something else.
  const told =
    own.slice(0, 1).find((each) => tells[wants](textOf(each))) ??
    (wants === 'standing'
      ? null
      : quoted
          .flatMap(({ quotation, passages }) => near(quotation, passages, subject))
          .find((each) => tells[wants](textOf(each))));
  if (told) return { paragraphs: [[quote(told)]] };
  const [first] = quoted;
  return wants === 'standing' && first ? composeStanding(first.quotation, first.passages) : null;
}

function isFigureWish(wants: Continuation['wants']): wants is FigureWish {
  return wants !== null && Object.hasOwn(tells, wants);
}

/** Those of its section that speak of the same, the nearest first, and one beside it that goes on with it. */
function near(quotation: Quotation, passages: readonly Passage[], subject: readonly Sense[]): Quotation[] {
  const { passage, start, end } = quotation;
  const at = passage.sentences.findIndex((sentence) => sentence.start < end && start < sentence.end);
  const stepsTo = ({ passage: other, place }: Placed): number =>
    other.id === passage.id ? Math.abs(place - at) : Infinity;
  const telling = tellingOf(subject);
  const isSame = (text: string): boolean => telling.length > 0 && holdsHalf(telling, new Set(terms(text)));
  return sentencesBeside(passage, passages)
    .filter((each) => isSame(textOf(each)) || (stepsTo(each) <= 1 && goesOn(textOf(each))))
    .toSorted((one, other) => stepsTo(one) - stepsTo(other));
}

interface Placed extends Quotation {
  readonly kind: Passage['sentences'][number]['kind'];
  /** Within its passage, from 0. */
  readonly place: number;
}

/** The sentences of a passage's section. */
function sentencesBeside(passage: Passage, passages: readonly Passage[]): Placed[] {
  return passages
    .filter((other) => isSameSection(other, passage))
    .flatMap((other) =>
      other.sentences.map(({ start, end, kind }, place) => ({ passage: other, start, end, kind, place })),
    );
}

/** Words without which a sentence beside another is about something else: "Compared to 76% three years ago". */
function goesOn(text: string): boolean {
  return /^\W*(?:compared|up|down|from|this|that|it|these|they|an increase|a (?:rise|fall|drop|reduction)|previously)\b|\b(?:that|this|the) (?:number|figure|total|rate|share)\b/i.test(
    text,
  );
}

/** Headings that tell what the lines below them are: what is aimed at, or what was done. */
const headingOfStanding =
  /\b(?:targets?|aims?|goals?|objectives?|priorit\w+|indicators?|kpis?|commitments?|promises?|will|ambitions?|vision|plans?|progress|achieve\w*|done|improve\w*|where we are|results?|now|today)\b/i;

/** The line under the heading that it stands under. */
function composeStanding(quotation: Quotation, passages: readonly Passage[]): Composed | null {
  const label = labelOfRow(quotation, passages);
  if (label) return { paragraphs: [[words('It stands under '), quote(label), words(':')], point(quotation)] };
  const heading = quotation.passage.section.findLast((each) => headingOfStanding.test(each));
  return heading === undefined ? null : { paragraphs: [[words(`It stands under *${heading}*:`)], point(quotation)] };
}

/** The first cell of the row that names those below it; null where the line stands in no row, or none names it. */
function labelOfRow({ passage, start }: Quotation, passages: readonly Passage[]): Quotation | null {
  const rows = sentencesBeside(passage, passages).filter((each) => each.kind === 'row' && each.start <= start);
  const own = rows.at(-1);
  if (!own || own.end <= start) return null;
  const widthOf = (row: Placed): number => cellsOfRow(textOf(row)).length;
  const labelled = rows.findLast((row) => widthOf(row) === widthOf(own) + 1) ?? own;
  const [cell] = cellsOfRow(textOf(labelled));
  if (!cell || !headingOfStanding.test(textOf(labelled).slice(cell.start, cell.end))) return null;
  const from = labelled.start;
  return { passage: labelled.passage, start: from + cell.start, end: from + cell.end };
}
