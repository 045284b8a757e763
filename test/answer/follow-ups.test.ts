// What tells the answer to a question that goes on: figures beside what they count, dates and people of the right kind.
import { describe, expect, it } from 'vitest';
import { documentReply } from '../../src/answer/rank/document-reply.ts';
import { figureBeside } from '../../src/answer/figures/figure-beside.ts';
import { asksHowLong, measuresTime, tellsWhen } from '../../src/answer/tells/tells-when.ts';
import { tellsWho } from '../../src/answer/tells/tells-who.ts';
import { tellsWhy } from '../../src/answer/tells/tells-why.ts';
import { pointsIn } from '../../src/domain/conversation.ts';
import { terms, tokens } from '../../src/text/tokens.ts';
import { waterPlans } from './made-up-request.ts';

const recruits =
  'In 2023/2024 we hired 1,830 fitters, of which 36.2% (662) were women, 23.5% (430) divers and 4.9% (89) clerks.';
const beside = (word: string): string | null =>
  figureBeside({ quote: recruits, tokens: tokens(recruits) }, [{ stems: terms(word), others: [] }]);

describe('the figure of one thing among several', () => {
  it.each([
    ['women', '36.2% (662)'],
    ['divers', '23.5% (430)'],
    ['clerks', '4.9% (89)'],
    ['fitters', '1,830'],
    ['plumbers', null],
  ])('for %s is %s', (word, figure) => {
    expect(beside(word)).toBe(figure);
  });

  it.each([
    ['We need between 10 and 20 divers.', 'between 10 and 20'],
    ['There are 10–20 divers.', '10–20'],
    ['In 2013–17 we hired 40 divers.', '40'],
    ['In 2013–17 we hired divers.', null],
  ])('is a whole range, and no year: “%s”', (sentence, figure) => {
    const senses = [{ stems: terms('divers'), others: [] }];
    expect(figureBeside({ quote: sentence, tokens: tokens(sentence) }, senses)).toBe(figure);
  });
});

describe('a sentence that tells when', () => {
  it.each([
    ['We opened it in July 2023.', 'when was it opened', true],
    ['We cut visits by 250,000 hours in the first six months.', 'when was it opened', false],
    ['By 2016 we will mend all leaks.', 'by when?', true],
    ['The rate in 2023/24 was 11%, up from 5%.', 'by when?', false],
    ['Our crew is new compared to March 2021.', 'by when?', false],
  ])('“%s” after “%s”: %s', (sentence, question, tells) => {
    expect(tellsWhen(sentence, question)).toBe(tells);
  });

  it('gives a length of time where that is asked', () => {
    expect(asksHowLong('how far back did it go')).toBe(true);
    expect(asksHowLong('how many left')).toBe(false);
    expect(measuresTime('in the past 10 years')).toBe(true);
    expect(measuresTime('378 people left')).toBe(false);
  });
});

describe('a sentence that tells who', () => {
  it.each([
    ['It is a call to a safeguarding lead.', 'who delivered it?', false],
    ['This will be supported by a programme.', 'whose idea was it?', false],
    ['It was funded by the Mayor.', 'who pays for it?', true],
    ['The line is run by Wavewatch.', 'who runs it?', true],
    ['We published the charter, co-created with Londoners.', 'who wrote it', true],
    ['The line is run by Wavewatch.', 'who built it', false],
    ['Communities are engaged with and confident.', 'who leads it', false],
  ])('“%s” after “%s”: %s', (sentence, question, tells) => {
    expect(tellsWho(sentence, question)).toBe(tells);
  });
});

describe('the points of a list in an answer', () => {
  it('are its lines with a dash, each by its first marker', () => {
    expect(pointsIn('“We will:” [1]\n\n- “Mend leaks” [2] – “It takes years.” [3]\n- “Lay pipes” [4]')).toEqual([
      { words: 'Mend leaks', at: 1 },
      { words: 'Lay pipes', at: 3 },
    ]);
    expect(pointsIn('“We mend leaks – all of them.” [1]')).toEqual([]);
  });

  it('keep their places where their words quote somebody', () => {
    expect(pointsIn('- “A “clean river” by 2030” [1]\n- “Mend leaks” [2]')).toEqual([
      { words: 'A “clean river” by 2030', at: 0 },
      { words: 'Mend leaks', at: 1 },
    ]);
  });

  it('are none where one of them quotes nothing: the second would be taken for the first', () => {
    expect(pointsIn('- **2015**: not found.\n- **2020**: “Mend leaks” [1]\n- **2025**: “Lay pipes” [2]')).toEqual([]);
  });
});

describe('what the catalogue tells', () => {
  const [first, last] = waterPlans;
  it('is that there is none where the search leaves out all', () => {
    const reply = documentReply({ kind: 'documents', asks: 'which', of: [] }, [], new Map());
    expect(reply).toBe('No document fits what the search is limited to.');
  });

  const ids = (document: typeof first) => (document ? [document.id] : []);
  it('of an older document names the later one', () => {
    const reply = documentReply({ kind: 'documents', asks: 'status', of: ids(first) }, waterPlans, new Map());
    expect(reply).toContain('Water Plan 2015');
    expect(reply).toContain('It is not the latest: Water Plan 2020 came after it.');
  });

  it('of the latest says that it is a draft', () => {
    const reply = documentReply({ kind: 'documents', asks: 'current', of: [] }, waterPlans, new Map());
    expect(reply).toContain('The latest is **Water Plan 2020**, for 2020 to 2024. It is a draft.');
  });

  it('of its years and length gives what is recorded', () => {
    const years = documentReply({ kind: 'documents', asks: 'years', of: ids(last) }, waterPlans, new Map());
    expect(years).toContain('covers 2020 to 2024; its last year is 2024');
    const sizes = new Map(ids(last).map((id) => [id, { words: 12_340, pages: 7 }] as const));
    const size = documentReply({ kind: 'documents', asks: 'size', of: ids(last) }, waterPlans, sizes);
    expect(size).toContain('about 12,300 words');
    expect(size).toContain('7');
  });
});

describe('a sentence that tells why', () => {
  it.each([
    ['We mend leaks at night because water is cheaper then.', true],
    ['We launched Operation Heron (July 2023) to combat leaks.', true],
    ['They fly over pipes, allowing fitters to see leaks.', true],
    ['A total of 165 fitters are suspended.', false],
    ['We will continue to mend leaks.', false],
    ['Since 2013 we have mended leaks.', false],
  ])('“%s”: %s', (sentence, tells) => {
    expect(tellsWhy(sentence)).toBe(tells);
  });
});
