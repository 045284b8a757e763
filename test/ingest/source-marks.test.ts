import { describe, expect, it } from 'vitest';
import { brokenPromises, headingsAbove, readText, wordsOf } from './read-text.ts';

const lines = (...all: string[]): string => all.join('\n');
const prose = 'We will keep every promise of this plan, in every ward and on every day of the year, and say so.';

describe('Markdown of other makers', () => {
  it('has headings underlined, or closed by hashes, or all in bold', () => {
    const text = lines(
      'Haverleigh Plan\n===============\n',
      'Housing\n-------\n',
      `${prose} One.\n`,
      '### Homes ###\n',
      `${prose} Two.\n`,
      '**Goal 1: A home first**\n',
      `${prose} Three.`,
    );
    expect(headingsAbove(text, 'One.')).toBe('Haverleigh Plan > Housing');
    expect(headingsAbove(text, 'Two.')).toBe('Haverleigh Plan > Housing > Homes');
    expect(headingsAbove(text, 'Three.')).toBe('Haverleigh Plan > Housing > Homes > Goal 1: A home first');
  });

  it('takes a rule under a paragraph of several lines for a rule', () => {
    const text = lines('We will listen to', 'all who live here.', '---', '', prose);
    expect(readText(text).sections).toEqual([]);
  });

  it.each([
    ['bars at both ends', '| Measure | 2020 |\n|:---|---:|\n| Homes | 41 |\n| Weeks | 34 |'],
    ['bars between cells alone', 'Measure | 2020\n--- | ---\nHomes | 41\nWeeks | 34'],
    ['no line under its head', '| Measure | 2020 |\n| Homes | 41 |\n| Weeks | 34 |'],
  ])('has tables with %s, each row a sentence without the bars at its ends', (_, table) => {
    const text = `# Measures\n\n${table}\n\n${prose}`;
    expect(wordsOf(text, 'row')).toEqual(['Measure | 2020', 'Homes | 41', 'Weeks | 34']);
    expect(wordsOf(text, 'prose')).toEqual([prose]);
  });

  it('has rows whose cells wide space parts', () => {
    const text = lines('Risks', '', 'Rates         High     Fix them', 'Cyber attack  High     Test it', '', prose);
    expect(wordsOf(text, 'row')).toEqual([]);
    const wide = text.replaceAll('attack  High', 'attack   High');
    expect(wordsOf(wide, 'row')).toEqual(['Rates High Fix them', 'Cyber attack High Test it']);
  });

  it('has front matter, fences and addresses that are no sentences', () => {
    const text = lines(
      '---',
      'title: A plan',
      'tags:',
      '  - one',
      '---',
      '',
      prose,
      '',
      '```text',
      'a = b',
      '```',
      '',
      '[1]: https://a.example',
    );
    expect(wordsOf(text)).toEqual([prose, 'a = b']);
  });

  it('has numbered points, and lists within them, without their numbers', () => {
    const text = lines(
      'We will:',
      '',
      '1. **write to every owner**',
      '2. offer a loan of up to',
      '   £25,000',
      '    a) at once',
      '    b) later',
      '3) buy',
    );
    expect(wordsOf(text, 'bullet')).toEqual(['write to every owner', 'offer a loan of up to £25,000', 'buy']);
    expect(wordsOf(text, 'item')).toEqual(['at once', 'later']);
  });
});

describe('plain text of other makers', () => {
  it('has headings whose numbers go on from each other', () => {
    const text = lines(
      '1. INTRODUCTION',
      '',
      `${prose} One.`,
      '',
      '2 Our people',
      '',
      '2.1 Staff',
      `${prose} Two.`,
      '',
      '2.2  Estate',
      '',
      `${prose} Three.`,
    );
    expect(headingsAbove(text, 'One.')).toBe('1. INTRODUCTION');
    expect(headingsAbove(text, 'Two.')).toBe('2 Our people > 2.1 Staff');
    expect(headingsAbove(text, 'Three.')).toBe('2 Our people > 2.2 Estate');
  });

  it('has paragraphs that are numbered, quoted without their numbers', () => {
    const text = lines(
      '1 HOMES',
      '1.1 We will build 1,100 homes.',
      '1.2 We will borrow up to £140 million.',
      '2 MONEY',
      '2.1 Rents will rise.',
    );
    expect(wordsOf(text, 'prose')).toEqual([
      'We will build 1,100 homes.',
      'We will borrow up to £140 million.',
      'Rents will rise.',
    ]);
  });

  it('has figures at the head of lines that number nothing', () => {
    const text = lines('4 in 5', 'people were satisfied.', '', '12 Officers joined us.', '', '7 Vans were sold.');
    expect(readText(text).sections).toEqual([]);
  });

  it('has chapters whose titles stand under them', () => {
    const text = lines('CHAPTER 1', '', 'WHO WE ARE', '', prose, '', 'Appendix A: Risks', '', `${prose} Again.`);
    expect(headingsAbove(text, prose)).toBe('CHAPTER 1 WHO WE ARE');
    expect(headingsAbove(text, 'Again.')).toBe('Appendix A: Risks');
  });

  it.each(['–', '—', 'o  ', '\uf0b7', '(a)', 'b)', 'iv)', '•'])('has points that begin with %s', (mark) => {
    const text = lines('We will:', '', `${mark} train every crew`, `${mark} visit every school`);
    expect(wordsOf(text, 'bullet')).toEqual(['train every crew', 'visit every school']);
  });

  it('keeps a dash that stands alone before who said it', () => {
    expect(wordsOf(lines('“We asked.”', '', '— Amira Doyle, Leader'), 'bullet')).toEqual([]);
  });

  it('joins a figure to the line that breaks off before it', () => {
    const text = lines(
      'Smoke alarms save lives, and in the year 2013 there were',
      '312 fires in the homes of this county.',
    );
    expect(wordsOf(text)).toHaveLength(1);
  });

  it('keeps every promise about spans', () => {
    const text = lines(
      'Title\n=====',
      '',
      '| a | b |',
      '| - | - |',
      '| | c |',
      '|',
      '1. x',
      '1.1 Y',
      '(a) ',
      'PART ONE',
      '**Bold**',
      '> q',
      '—',
      '— —',
    );
    expect(brokenPromises(text)).toEqual([]);
  });
});
