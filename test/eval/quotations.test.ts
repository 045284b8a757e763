import { expect, it } from 'vitest';
import { countQuotations } from '../../src/eval/quotations.ts';
import { cited, planText, reply, texts } from './made-up-cases.ts';

const quote = 'We will cut knife crime by 20% by 2016.';

function shownAs(text: string): { verbatim: number; all: number } {
  return countQuotations(reply({ text, citations: [cited(quote)] }), texts);
}

it('counts a citation and the words shown before its marker', () => {
  expect(shownAs(`“${quote}” [1]`)).toEqual({ verbatim: 2, all: 2 });
});

it.each([
  ['with an altered figure', '“We will cut knife crime by 25% by 2016.” [1]'],
  ['with a word left out unsaid', '“We will cut crime by 20%” [1]'],
  ['that ends within a word', '“We will cut knife crim” [1]'],
])('does not take a quotation for verbatim %s', (_what, text) => {
  expect(shownAs(text)).toEqual({ verbatim: 1, all: 2 });
});

it.each([
  ['with other typography', '“We will cut **knife** crime\nby 20%” [1]'],
  ['with words left out by an ellipsis', '“We will cut … by 2016 …” [1]'],
  ['with a full stop after it', '“by 2016”. [1]'],
])('takes a quotation for verbatim %s', (_what, text) => {
  expect(shownAs(text)).toEqual({ verbatim: 2, all: 2 });
});

it('counts words in quotation marks only where a marker follows', () => {
  expect(shownAs('There is no “drone” in it.')).toEqual({ verbatim: 1, all: 1 });
});

it('takes a quotation within a quotation as part of it', () => {
  const nested = 'They said “we will” and left.';
  const citation = cited(nested, { start: 0, end: nested.length });
  const outcome = countQuotations(
    reply({ text: `“${nested}” [1]`, citations: [citation] }),
    new Map([['2013-plan', nested]]),
  );
  expect(outcome).toEqual({ verbatim: 2, all: 2 });
});

it('wants the quote of a citation at its very offsets', () => {
  const moved = cited(quote, { start: 0, end: quote.length });
  const spaced = cited(quote, { quote: quote.replace(' ', '  ') });
  expect(planText).toContain(quote);
  expect(countQuotations(reply({ citations: [moved, spaced] }), texts)).toEqual({ verbatim: 0, all: 2 });
});
