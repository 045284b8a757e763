// A fact, figure or commitment: the sentence that holds it, the figure repeated first, and at most two that add to it.
import type { Composed, ComposeRequest } from './request.ts';
import { holdsKind } from '../text/kinds.ts';
import { differingFigure } from './differing-figures.ts';
import { promisedBy } from './promised.ts';
import { earlierWords } from './earlier-words.ts';
import { leadFigure } from './lead-figure.ts';
import { point, quote, words } from './quotation.ts';
import type { Paragraph } from './quotation.ts';
import type { RankedSentence } from './rank.ts';
import { tableHead } from './table-head.ts';
import { select, toQuotation } from './select.ts';
import { tellsOutcome, undertakes } from './tells-outcome.ts';

/** The margin holds the right sentence in 93 % of single-document tuning questions, two quotations each; a wider one adds words alone. */
const limits = { sentences: 4, words: 110, margin: 2.2 };

export function composeFact(request: ComposeRequest): Composed | null {
  const best = request.ranked[0];
  if (!best) return null;
  const sameDocument = request.ranked.filter((other) => other.passage.documentId === best.passage.documentId);
  const [first, ...others] = select(sameDocument, limits);
  if (!first) return null;
  const differing = differingFigure(first, request);
  // The other figure comes second, whatever else would.
  const more = differing ? [differing.sentence, ...others.filter((each) => each !== differing.sentence)] : others;
  const points = more.slice(0, limits.sentences - 1).map((sentence) => point(toQuotation(sentence)));
  return {
    paragraphs: [
      lead(first, request),
      ...points,
      ...withoutDeadline([first, ...more], request),
      ...withoutOutcome([first, ...more], request),
      ...earlierWords(request),
    ],
    ...(differing && {
      differing: { first: toQuotation(first), other: toQuotation(differing.sentence), figures: differing.figures },
    }),
  };
}

/** A promise of the register with no date where one could stand: that none is stated is part of the answer to what was promised. */
function withoutDeadline(quoted: readonly RankedSentence[], { plan, commitments }: ComposeRequest): Paragraph[] {
  const [first] = quoted;
  if (!first || plan.intent !== 'commitment' || !ofPromises.test(plan.question)) return [];
  const isPromise = promisedBy(commitments)(first.passage.documentId, first.sentence);
  const isDated = quoted.some(({ quote: text }) => holdsKind(text, 'date'));
  return isPromise && !isDated ? [[words('No deadline is stated there.')]] : [];
}

/** Questions of the promise itself or of its time; others that are about what will be done want no word on it. */
const ofPromises = /\b(?:promis|commit|pledg|vow|target|deadline|date|when|due)\w*/iu;

/** A promise is no answer to whether it was kept: that nothing else is stated is said. */
function withoutOutcome(quoted: readonly RankedSentence[], { plan, commitments }: ComposeRequest): Paragraph[] {
  const [first] = quoted;
  if (!first || !plan.asksIfCameAbout) return [];
  const isPromise = undertakes(first.quote) || promisedBy(commitments)(first.passage.documentId, first.sentence);
  const isTold = quoted.some(({ quote: text }) => tellsOutcome(text));
  return isPromise && !isTold ? [[words('Whether that came about is not stated there.')]] : [];
}

function lead(best: RankedSentence, { plan }: ComposeRequest): Paragraph {
  const figure = leadFigure(best, plan);
  const quotation = toQuotation(best);
  if (figure !== null) return [words(`**${figure}** – `), quote(quotation)];
  const head = tableHead(best);
  return head === null ? [quote(quotation)] : [quote(head), words(' – '), quote(quotation)];
}
