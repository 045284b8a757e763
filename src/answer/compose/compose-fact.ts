// A fact, figure or commitment: the sentence that holds it, the figure repeated first, and at most two that add to it.
import type { Composed, ComposeRequest, Differing } from '../rank/request.ts';
import { holdsKind } from '../../text/kinds.ts';
import type { Plan, Sense } from '../../domain/plan.ts';
import { terms as stemsOf } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import { differingDeadline } from '../figures/differing-deadlines.ts';
import { differingFigure } from '../figures/differing-figures.ts';
import type { DifferingFigures } from '../figures/differing-figures.ts';
import { holdsName, isOfName, namesAnother, rarestNameAsked } from '../rank/names-asked.ts';
import { promisedBy } from '../rank/promised.ts';
import { readPassage } from '../rank/read-passage.ts';
import { earlierWords } from './earlier-words.ts';
import { inContext } from './in-context.ts';
import { isOfSame } from './of-same.ts';
import { leadFigure } from '../figures/lead-figure.ts';
import { point, quote, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { tableHead } from '../lists/table-head.ts';
import { select, toQuotation } from '../rank/select.ts';
import { tellsOutcome, undertakes } from '../tells/tells-outcome.ts';
import { tellsWhen } from '../tells/tells-when.ts';
import { tellsWho } from '../tells/tells-who.ts';
import { isToldOutright } from '../figures/told-outright.ts';

/** The margin holds the right sentence in 93 % of single-document tuning questions, two quotations each; a wider one adds words alone. */
const limits = { sentences: 4, words: 110, margin: 2.2 };

export function composeFact(request: ComposeRequest): Composed | null {
  const best = request.ranked[0];
  if (!best) return null;
  const sameDocument = request.ranked.filter((other) => other.passage.documentId === best.passage.documentId);
  const [first, ...others] = select(sameDocument, limits);
  if (!first) return null;
  const differing = differingIn(first, request);
  // The other figure comes second, whatever else would.
  const ofSame = ofSameNames(first, others, request).filter((each) => isOfSame(each, first, request));
  const further = tellsByItself(first, request) ? ofSame.filter((each) => tellsByItself(each, request)) : ofSame;
  const more = differing ? [differing.sentence, ...further.filter((each) => each !== differing.sentence)] : further;
  const [leading = toQuotation(first), ...points] = inContext(
    [first, ...more.slice(0, limits.sentences - 1)],
    request.plan.senses,
  );
  return {
    paragraphs: [
      lead(first, leading, request),
      ...points.map(point),
      ...withoutDeadline([first, ...more], request),
      ...withoutOutcome([first, ...more], request),
      ...earlierWords(request),
    ],
    ...(differing && {
      differing: {
        first: leading,
        other: [leading, ...points].find((each) => holds(each, differing.sentence)) ?? toQuotation(differing.sentence),
        kind: differing.kind,
        figures: differing.figures,
      },
    }),
  };
}

function differingIn(
  first: RankedSentence,
  request: ComposeRequest,
): (DifferingFigures & Pick<Differing, 'kind'>) | null {
  const figure = differingFigure(first, request);
  if (figure) return { ...figure, kind: 'figures' };
  const date = differingDeadline(first, request);
  return date && { ...date, kind: 'dates' };
}

/** Beside a sentence that names the place or operation asked of, none of another. */
function ofSameNames(
  first: RankedSentence,
  others: readonly RankedSentence[],
  request: ComposeRequest,
): readonly RankedSentence[] {
  const name = rarestNameAsked(request);
  if (name === null || !holdsName(first.quote, name)) return others;
  // A figure, date or person of a thing may be told without its name.
  const isOfThis = (each: RankedSentence): boolean =>
    request.plan.asks === null ? isOfName(each, name) : !namesAnother(each.quote, name);
  return others.filter(isOfThis);
}

function holds({ passage, start, end }: Quotation, { passage: other, sentence }: RankedSentence): boolean {
  return passage.id === other.id && start <= sentence.start && sentence.end <= end;
}

/** Whether a sentence tells by itself the figure, date or person asked for: after it, sentences that only share its topic add nothing. */
function tellsByItself(sentence: RankedSentence, request: ComposeRequest): boolean {
  const { plan } = request;
  if (plan.asks === 'person') return tellsWho(sentence.quote, plan.question) && holdsAll(sentence, plan);
  if (plan.asks === 'number' || plan.asks === 'money') return isToldOutright(request, [sentence]);
  return plan.asks === 'date' && holdsKind(sentence.quote, 'date') && holdsAll(sentence, plan);
}

function holdsAll({ terms }: RankedSentence, { senses }: Plan): boolean {
  const things = senses.filter(({ stems }) => !stems.every((stem) => asking.has(stem)));
  return senses.length > 1 && things.length > 0 && things.every((sense) => isHeld(sense, terms));
}

/** Words that ask for a date or a figure, and need not stand beside it. */
const asking: ReadonlySet<string> = new Set(stemsOf('year date target deadline figure number'));

/** A promise of the register with no date where one could stand: that none is stated is part of the answer to what was promised. */
function withoutDeadline(quoted: readonly RankedSentence[], request: ComposeRequest): Paragraph[] {
  const { plan, commitments } = request;
  const [first] = quoted;
  if (!first || plan.intent !== 'commitment' || plan.asksIfCameAbout || !asksDeadline(plan)) return [];
  const isPromise = promisedBy(commitments)(first.passage.documentId, first.sentence);
  const isDated = quoted.some(({ quote: text }) => holdsKind(text, 'date'));
  if (!isPromise || isDated) return [];
  const dated = datedElsewhere(quoted, request);
  if (dated) return [point(toQuotation(dated))];
  // Of a message with several questions the next may ask for the time, and is answered, or not, by itself.
  return plan.isPart || isDatedBeside(first) ? [] : [[words('No deadline is stated there.')]];
}

/** Another statement of the same promise, with its figure and a date: a document may give the deadline in one place and not in the other. */
function datedElsewhere(
  [first, ...others]: readonly RankedSentence[],
  { plan, rankedIn }: ComposeRequest,
): RankedSentence | undefined {
  if (!first) return undefined;
  const figures = [first, ...others].flatMap(({ quote: text }) => text.match(/[£]?\d[\d,.]*\d?\s?%?/gu) ?? []);
  const things = plan.senses.filter((sense) => isHeld(sense, first.terms));
  return rankedIn(first.passage.documentId).find(
    ({ quote: text, terms }) =>
      tellsWhen(text, 'by when?') &&
      things.length > 0 &&
      things.every((sense) => isHeld(sense, terms)) &&
      figures.some((figure) => text.includes(figure)),
  );
}

/** Where the sentence before or after gives a date it may be the promise's own. */
function isDatedBeside({ passage, at, quote: text }: RankedSentence): boolean {
  const beside = [at - 1, at + 1].flatMap((place) => readPassage(passage).sentences[place] ?? []);
  return beside.some((each) => each.quote !== text && tellsWhen(each.quote, 'by when?'));
}

/** Questions of its time, and of the promise itself where no figure is asked; others that are about what will be done want no word on it. */
function asksDeadline({ question, asks }: Plan): boolean {
  return ofTime.test(question) || (ofPromises.test(question) && asks !== 'number' && asks !== 'money');
}

const ofTime = /\b(?:deadline|due|date|when|timescale|time ?frame|timetable)s?\b/i;
const ofPromises = /\b(?:promis|commit|pledg|vow)\w*/i;

/** A promise is no answer to whether it was kept: that nothing else is stated is said. */
function withoutOutcome(quoted: readonly RankedSentence[], { plan, commitments }: ComposeRequest): Paragraph[] {
  const [first] = quoted;
  if (!first || !plan.asksIfCameAbout) return [];
  const isPromise = undertakes(first.quote) || promisedBy(commitments)(first.passage.documentId, first.sentence);
  const isTold = quoted.some((each) => tellsResult(each.quote) && holdsHalf(plan.senses, each.terms));
  return isPromise && !isTold ? [[words('Whether that came about is not stated there.')]] : [];
}

function tellsResult(sentence: string): boolean {
  return tellsOutcome(sentence) || (changed.test(sentence) && !undertakes(sentence));
}

/** That something is otherwise than it was. */
const changed =
  /\b(?:fell|fallen|rose|risen|grew|grown|(?:has|have|had|was|were|been) (?:\w+ )?(?:increased|reduced|decreased|improved|halved|doubled)|(?:faster|slower|higher|lower|fewer|better|worse) than)\b/i;

/** What came of something else is delivered, too. */
function holdsHalf(senses: readonly Sense[], held: ReadonlySet<string>): boolean {
  return 2 * senses.filter((sense) => isHeld(sense, held)).length >= senses.length;
}

/** @param quotation of the best sentence. */
function lead(best: RankedSentence, quotation: Quotation, { plan }: ComposeRequest): Paragraph {
  const figure = leadFigure(best, plan);
  if (figure !== null) return [words(`**${figure}** – `), quote(quotation)];
  const isWhole = quotation.end === best.sentence.end && quotation.start <= best.sentence.start;
  // A cell that says something by itself needs no names of columns.
  const head = isWhole ? tableHead(best) : null;
  return head === null ? [quote(quotation)] : [quote(head), words(' – '), quote(quotation)];
}
