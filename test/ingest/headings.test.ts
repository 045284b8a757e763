import { describe, expect, it } from 'vitest';
import { headingsAbove, lines, prose, readText, wordsOf } from './read-text.ts';

describe('headings', () => {
  it('nests Markdown headings by their hashes', () => {
    const text = lines('# Plan', '', '## Part', '', '### Detail', '', prose, '', '## Next part', '', `${prose} Again.`);
    expect(headingsAbove(text, prose)).toBe('Plan > Part > Detail');
    expect(headingsAbove(text, 'Again.')).toBe('Plan > Next part');
  });

  it('leaves emphasis out of headings and off the ends of sentences', () => {
    const text = lines('## **Our *vision***', '', '**We will be trusted.** People will see it.', '', '- **Bold lead**');
    const { sections, sentences } = readText(text);
    expect(sections.map(({ heading }) => heading)).toEqual(['Our vision']);
    expect(sentences.slice(1).map(({ words }) => words)).toEqual([
      'We will be trusted.',
      'People will see it.',
      'Bold lead',
    ]);
  });

  it('finds a heading that runs straight into its paragraph', () => {
    const text = lines(
      'What difference will it make?',
      'We want everyone to feel that we will protect them and their communities, whatever their age, and that when ',
      'a crime does occur we will do all that we can to reduce its impact.',
      '',
      'Strategic Outcomes',
      'The outcomes give a framework to every member of the service, so that all of us understand what we aim for, and it ',
      'is reviewed every year.',
    );
    expect(headingsAbove(text, 'We want everyone')).toBe('What difference will it make?');
    expect(wordsOf(text)).toContain('Strategic Outcomes');
  });

  it('takes a line set in by one space as the title of a new page, though only notes stand under it', () => {
    const notes = ['Producing 587 charges', '', 'Launching a new website', '', 'Rolling out tablets to all'];
    const body = Array.from({ length: 12 }, () => `\n${prose}`);
    const text = lines(
      ' This strategy is for everyone',
      ...body,
      '',
      ' We achieved a lot last year',
      '',
      ...notes,
      '',
      '# Next',
      ...body,
    );
    const { sections } = readText(text);
    expect(sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['This strategy is for everyone', 1],
      ['We achieved a lot last year', 1],
      ['Next', 1],
    ]);
    expect(headingsAbove(text, 'new website')).toBe('We achieved a lot last year');
  });

  it('puts a letter on a line of its own before the heading that it numbers', () => {
    const text = lines(
      '# Culture',
      '',
      prose,
      '',
      'A',
      '',
      'We’ll support our people.',
      '',
      prose,
      '',
      'B',
      '',
      'We’ll uphold standards.',
      '',
      prose,
    );
    expect(readText(text).sections.map(({ path }) => path.join(' > '))).toEqual([
      'Culture',
      'Culture > A. We’ll support our people.',
      'Culture > B. We’ll uphold standards.',
    ]);
  });

  it('takes a letter in bold against a heading off its words', () => {
    const text = lines('# Culture', '', prose, '', 'E**We’ll change how we work.**', '', prose);
    expect(readText(text).sections.at(-1)?.path).toEqual(['Culture', 'E. We’ll change how we work.']);
    expect(wordsOf(text, 'heading')).toContain('We’ll change how we work.');
  });

  it('names a heading once though it was printed three times over', () => {
    const text = lines('Measuring what matters Measuring what matters Measuring what matters', '', `- ${prose}`);
    expect(readText(text).sections.map(({ heading }) => heading)).toEqual(['Measuring what matters']);
  });

  it('keeps a short line with nothing under it as text of the section before', () => {
    const text = lines(
      '# One',
      '',
      prose,
      '',
      'A new model for specialist crime investigation',
      '',
      '# Two',
      '',
      prose,
    );
    expect(headingsAbove(text, 'A new model')).toBe('One');
  });

  it('gives equal headings different ids', () => {
    const text = lines('# Why', '', prose, '', '# Why', '', prose, '', '# Why 2', '', prose, '', '# Why', '', prose);
    const ids = readText(text).sections.map(({ id }) => String(id));
    expect(ids[0]).toBe('why');
    expect(new Set(ids).size).toBe(4);
  });
});

describe('contents pages', () => {
  const contents = lines(
    'Contents',
    '',
    'FOREWORD\t4',
    'CULTURE CHANGE\t32',
    'A. We’ll support our people.\t35',
    'B. We’ll uphold standards ..... 43',
    'ANNEXES\t64',
  );
  const body = lines(
    '',
    '',
    'Foreword',
    '',
    prose,
    '',
    '',
    'CULTURE CHANGE',
    '',
    prose,
    '',
    'A',
    '',
    'We’ll support our people.',
    '',
    prose,
    '',
    'B',
    '',
    'We’ll uphold standards',
    '',
    prose,
    '',
    'Annexes',
    '',
    'Culture change',
    '',
    prose,
  );

  it('are left out, and give the headings their levels and pages', () => {
    const { sections, sentences } = readText(`${contents}\n${body}`);
    expect(sentences.map(({ words }) => words).join('\n')).not.toMatch(/Contents|\d/u);
    expect(sections.slice(0, 4).map(({ heading, level, page }) => [heading, level, page])).toEqual([
      ['Foreword', 1, 4],
      ['CULTURE CHANGE', 1, 32],
      ['A. We’ll support our people.', 2, 35],
      ['B. We’ll uphold standards', 2, 43],
    ]);
  });

  it('do not make a chapter of a later repeat of a chapter’s name', () => {
    const { sections } = readText(`${contents}\n${body}`);
    expect(sections.filter(({ level }) => level === 1).map(({ heading }) => heading)).toEqual([
      'Foreword',
      'CULTURE CHANGE',
      'Annexes',
    ]);
  });

  it('are not seen in a list of figures that merely ends in numbers', () => {
    const text = lines(
      'Officers at the end of each year:',
      '',
      '- 2019 32,000',
      '- 2020 31',
      '- 2021 30',
      '- 2022 29',
      '- 2023 28',
    );
    expect(wordsOf(text, 'bullet')).toHaveLength(5);
  });
});
