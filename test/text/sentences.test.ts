import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestSentence, splitSentences, trimSpan } from '../../src/text/sentences.ts';

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitting into sentences', () => {
  it.each([
    ['We arrested people, e.g. London’s worst burglars.'],
    ['The Prime Minister lives at No. 10 Downing Street.'],
    ['See paras. 4 and 5, fig. 2 and p. 17 of the report.'],
    ['J. Smith and A. B. Jones met Dr. Patel and Insp. Khan.'],
    ['Crime fell by 2.5 per cent, or 1.2m offences.'],
    ['It opens at 9 a.m. Mondays only.'],
    ['Officers were asked “Why?” and answered.'],
    ['We shared it with partners (i.e. Councils and the NHS).'],
  ])('does not end one at an abbreviation, initial or decimal: %s', (sentence) => {
    expect(split(sentence)).toEqual([sentence]);
  });

  it.each([
    ['The answer is no. We will not do it.', ['The answer is no.', 'We will not do it.']],
    ['We closed parks, roads, etc. London was calm.', ['We closed parks, roads, etc.', 'London was calm.']],
    ['Will it work? Yes! It will… 20% did.', ['Will it work?', 'Yes!', 'It will…', '20% did.']],
    [
      'He said “Stop.” She did. (They both did.) “Good.”',
      ['He said “Stop.”', 'She did.', '(They both did.)', '“Good.”'],
    ],
    ['Trust fell.² It rose again.', ['Trust fell.²', 'It rose again.']],
    ['**We will act.** £5m is set aside. *Soon.*', ['We will act.', '£5m is set aside.', 'Soon.']],
    ['It ended.\n\nA new day began.', ['It ended.', 'A new day began.']],
  ])('splits %s', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it.each([
    ['1. Development of plans', ['1. Development of plans']],
    ['We act. 2. Accountability comes next. It counts.', ['We act.', '2. Accountability comes next.', 'It counts.']],
  ])('keeps the number of a list item with its words: %s', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('cuts a run without a stop at the best place, and never inside a character', () => {
    const clause = 'we will listen to every Londoner who calls, and we will answer; ';
    expect(split(clause.repeat(40)).every((part) => part.endsWith(';') && part.length <= longestSentence)).toBe(true);
    expect(split(`a${'😀'.repeat(longestSentence)}`).every((part) => part.isWellFormed())).toBe(true);
  });

  it('reads only the part that is asked for', () => {
    const text = 'One here. Two here. Three here.';
    expect(splitSentences(text, 10, 19)).toEqual([{ start: 10, end: 19 }]);
  });

  it('gives spans in order, within the text, of bounded length, without white space at their ends', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('. ', 'A. ', '…” ', '\u2003', '\u3000', '\ud800', '**', 'x'.repeat(900)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let from = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end - start).toBeLessThanOrEqual(longestSentence);
          expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          from = end;
        }
      }),
    );
  });

  it('loses no letter or digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const letters = (value: string): string => value.replaceAll(/[^\p{L}\p{N}]/gu, '');
        expect(letters(split(text).join(''))).toBe(letters(text));
      }),
    );
  });

  it('trims a span of nothing but edges to nothing', () => {
    expect(trimSpan(' **\u0000\ufffd ', { start: 0, end: 6 })).toEqual({ start: 6, end: 6 });
  });
});
