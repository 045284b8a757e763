// What is quoted for the sentences of an answer: none twice, and of a row whose cells each state something only the one that answers.
import type { Sense } from '../../domain/plan.ts';
import { cellsOfRow } from '../../text/cells.ts';
import { terms } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import { textOf } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { toQuotation } from '../rank/select.ts';

/** Cells of so many words are statements of their own, not the figures and labels of one row. */
const wordsOfStatement = 3;

/** The quotations of sentences in their order; what an earlier one holds is not quoted again. */
export function inContext(sentences: readonly RankedSentence[], senses: readonly Sense[]): Quotation[] {
  const quotations: Quotation[] = [];
  for (const sentence of sentences) {
    const isQuoted = (start: number): boolean =>
      quotations.some((other) => other.passage.id === sentence.passage.id && other.start <= start && start < other.end);
    if (isQuoted(sentence.sentence.start)) continue;
    const quotation = cellOf(sentence, senses) ?? toQuotation(sentence);
    quotations.push(isQuoted(quotation.start) ? { ...quotation, start: sentence.sentence.start } : quotation);
  }
  return quotations;
}

/** Of a row whose cells each state something, the one cell that holds all the row has of the question; null where there is none. */
function cellOf({ passage, sentence, quote, terms: held }: RankedSentence, senses: readonly Sense[]): Quotation | null {
  if (sentence.kind !== 'row') return null;
  const cells = cellsOfRow(quote).flatMap(({ start, end }): Quotation[] => {
    const cell = quote.slice(start, end);
    const from = sentence.start + start + cell.length - cell.trimStart().length;
    return cell.trim() === '' ? [] : [{ passage, start: from, end: from + cell.trim().length }];
  });
  const areStatements = cells.every((cell) => textOf(cell).split(/\s+/u).length >= wordsOfStatement);
  if (cells.length < 2 || !areStatements) return null;
  const asked = senses.filter((sense) => isHeld(sense, held));
  const holding = cells.filter((cell) => {
    const own = new Set(terms(textOf(cell)));
    return asked.every((sense) => isHeld(sense, own));
  });
  const [only, ...others] = holding;
  return asked.length > 0 && only && others.length === 0 ? only : null;
}
