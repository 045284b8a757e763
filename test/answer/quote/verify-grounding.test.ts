// The rule above all others: nothing that the passages do not bear out is sent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayQuote } from '../../../src/answer/quote/display-quote.ts';
import { verifyGrounding } from '../../../src/answer/quote/verify-grounding.ts';
import type { Citation, ComposedAnswer } from '../../../src/domain/answer.ts';
import { answerTo, makeRequest, waterPlans } from '../made-up-request.ts';

const sentence = 'We will repair 4,200 leaks in the mains network by December 2023.';
const request = await makeRequest('How many leaks will be repaired?', [
  { document: 'water-2020', sentences: [sentence, 'Leakage wastes a fifth of our water.'] },
]);
const good = answerTo(request);
const passages = request.found.map(({ passage }) => passage);

function verdict(change: Partial<ComposedAnswer>): boolean {
  return verifyGrounding({ ...good, ...change }, passages, waterPlans);
}

function withCitation(change: Partial<Citation>): Partial<ComposedAnswer> {
  return { citations: good.citations.map((citation, at) => (at === 0 ? { ...citation, ...change } : citation)) };
}

describe('the grounding check', () => {
  it('passes the answer as it was composed', () => {
    expect(verdict({})).toBe(true);
  });

  it('refuses a quotation with any one character changed', () => {
    const quote = good.citations[0]?.quote ?? '';
    fc.assert(
      fc.property(fc.nat(quote.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, letter) => {
        fc.pre(quote[at] !== letter);
        expect(verdict(withCitation({ quote: quote.slice(0, at) + letter + quote.slice(at + 1) }))).toBe(false);
      }),
    );
  });

  it.each([
    ['an offset that is off by one', withCitation({ start: (good.citations[0]?.start ?? 0) + 1 })],
    ['a span that reaches beyond its passage', withCitation({ end: 99_999 })],
    ['a marker without a citation', { answer: `${good.answer} [9]` }],
    ['a citation without a marker', { answer: good.answer.replaceAll(/\[\d+\]/gu, '') }],
    ['a figure that no quotation holds', { answer: `About 77 of them. ${good.answer}` }],
    ['a figure that differs in one digit', { answer: good.answer.replace('**4,200', '**4,201') }],
  ])('refuses %s', (_what, change) => {
    // The lead figure is there to be changed.
    expect(good.answer).toContain('4,200');
    expect(verdict(change)).toBe(false);
  });
});

describe('a quotation as shown', () => {
  it('keeps its words and shows no reference mark of its own', () => {
    expect(displayQuote('The pay rose,\n as the survey [12] shows.')).toBe('The pay rose, as the survey shows.');
    expect(displayQuote('dogs are 5 * 3 in C# and #ITSNOTOK')).toBe('dogs are 5 * 3 in C# and #ITSNOTOK');
    expect(displayQuote('Embedding a new approach**, which')).toBe('**Embedding a new approach**, which');
    expect(displayQuote('To be the **best in the world')).toBe('To be the best in the world');
    expect(displayQuote('We are **ready** and able')).toBe('We are **ready** and able');
  });
});
