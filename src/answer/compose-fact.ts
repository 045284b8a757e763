// A fact, figure or commitment: the sentence that holds it, the figure repeated first, and at most two that add to it.
import type { Composed, ComposeRequest } from './request.ts';
import { quote, textOf, words } from './quotation.ts';
import type { Paragraph } from './quotation.ts';
import type { RankedSentence } from './rank.ts';
import { select, toQuotation } from './select.ts';

const limits = { sentences: 4, words: 110, margin: 1.6 };

export function composeFact(request: ComposeRequest): Composed | null {
  const best = request.ranked[0];
  if (!best) return null;
  const sameDocument = request.ranked.filter((other) => other.passage.documentId === best.passage.documentId);
  const [first, ...more] = select(sameDocument, limits);
  if (!first) return null;
  return { paragraphs: [lead(first, request), ...more.map((sentence): Paragraph => [quote(toQuotation(sentence))])] };
}

function lead(best: RankedSentence, { plan }: ComposeRequest): Paragraph {
  const quotation = toQuotation(best);
  const counts = plan.asks === 'number' || plan.asks === 'money';
  const figure = counts ? figureIn(textOf(quotation), plan.question) : null;
  return figure === null ? [quote(quotation)] : [words(`**${figure}** – `), quote(quotation)];
}

/** The one figure of a sentence; null where it holds none, or several between which only a reader can choose. */
function figureIn(text: string, question: string): string | null {
  const asked = new Set(question.match(/\d[\d,.]*/gu));
  const figures = text.replaceAll(/\[\d{1,3}\]/gu, '').match(/[£$€]?\d[\d,]*(?:\.\d+)?(?:%|bn|m|k)?(?![\d/])/gu) ?? [];
  const others = figures.filter((figure) => !asked.has(figure) && !/^(?:19|20)\d\d$/u.test(figure));
  const [only] = others;
  return others.length === 1 && only !== undefined ? only : null;
}
