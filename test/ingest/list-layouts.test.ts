// Layouts in which lists are set, and what they must be read as.
import { describe, expect, it } from 'vitest';
import { brokenPromises, headingsAbove, lines, prose, readText, wordsOf } from './read-text.ts';

describe('points that are each a short line over one paragraph', () => {
  const point = (name: string): string[] => [name, 'We must do this well, and be seen to do it.', ''];

  it('are items of a list, not sections, where several follow each other', () => {
    const text = lines('# Change', '', prose, '', ...point('Candour'), ...point('Purpose'), ...point('Courage'));
    expect(wordsOf(text, 'item')).toEqual(['Candour', 'Purpose', 'Courage']);
    expect(headingsAbove(text, 'Candour')).toBe('Change');
  });

  it('are items when there are only two, if words above introduce them', () => {
    const introduced = lines(
      '# Change',
      '',
      'We have learned two lessons:',
      '',
      ...point('Candour'),
      ...point('Purpose'),
    );
    expect(wordsOf(introduced, 'item')).toEqual(['Candour', 'Purpose']);
    const plain = lines('Change', '', prose, '', 'Candour', '', prose, '', 'Purpose', '', prose, '', prose);
    expect(wordsOf(plain, 'item')).toEqual([]);
  });

  it('leave the one line between the introduction and the first of them a heading', () => {
    const text = lines(prose, '', 'We must see:', '', 'Looking ahead', '', ...point('Candour'), ...point('Purpose'));
    expect(wordsOf(text, 'heading')).toEqual(['Looking ahead']);
    expect(wordsOf(text, 'item')).toEqual(['Candour', 'Purpose']);
  });

  it('are sections where a line stands over several paragraphs', () => {
    const section = (name: string): string[] => ['', '', '', name, '', prose, '', `${prose} Always.`];
    const text = lines(...section('Candour'), ...section('Purpose'), ...section('Courage'));
    expect(wordsOf(text, 'heading')).toEqual(['Candour', 'Purpose', 'Courage']);
  });
});

describe('lists', () => {
  it('end where a line stands further off than their items do from each other', () => {
    const text = lines(
      'Outcomes:',
      '',
      'Safer streets',
      '',
      'Less crime',
      '',
      '',
      '',
      'To make it the safest city',
      '',
      'Measures:',
      '',
      '- crime',
    );
    expect(wordsOf(text, 'item')).toEqual(['Safer streets', 'Less crime']);
    expect(wordsOf(text, 'prose')).toEqual(['To make it the safest city']);
  });

  it('are introduced by both lines where the second goes on in lower case', () => {
    const text = lines('Three measures:', '', 'related to the agreements', '', '', '% less crime', '', 'More trust');
    expect(wordsOf(text, 'lead-in')).toEqual(['Three measures:', 'related to the agreements']);
    expect(wordsOf(text, 'item')).toEqual(['% less crime', 'More trust']);
  });

  it('have points under a point, which are read sentence by sentence', () => {
    const text = lines(
      'We are:',
      '',
      '- cutting crime:',
      ' - Fewer burglaries. Fewer thefts.',
      ' - Fewer robberies.',
      '- raising standards',
    );
    expect(wordsOf(text, 'bullet')).toEqual(['cutting crime:', 'raising standards']);
    expect(wordsOf(text, 'item')).toEqual(['Fewer burglaries.', 'Fewer thefts.', 'Fewer robberies.']);
  });

  it('may all be set in by spaces or by a tab', () => {
    expect(wordsOf(lines('We will:', '  - cut crime', '  - build trust'), 'bullet')).toHaveLength(2);
    expect(wordsOf(lines('We will:', '\t- cut crime', '\t\t- at night', '\t- build trust'), 'item')).toEqual([
      'at night',
    ]);
  });

  it('are led by a plain line above bullets in a text that marks its headings', () => {
    const text = lines(
      '# One',
      '',
      prose,
      '',
      '# Two',
      '',
      prose,
      '',
      '# Three',
      '',
      '**CUT COSTS**',
      '',
      '- 20% less',
      '- fewer buildings',
    );
    expect(wordsOf(text, 'lead-in')).toEqual(['CUT COSTS']);
    expect(headingsAbove(text, 'fewer buildings')).toBe('Three');
  });
});

describe('columns read into one another', () => {
  it('give a row’s title back, where it stands alone elsewhere', () => {
    const text = lines(
      'Enabled staff',
      '',
      prose,
      '',
      'Ensuring we have:',
      'Better places',
      'We will look after every building that we have in London and in all its boroughs, all the time.',
      '',
      'Enabled staff We will equip our people to perform their roles to the very best of what they are able to do.',
    );
    expect(wordsOf(text)).toContain(
      'We will equip our people to perform their roles to the very best of what they are able to do.',
    );
    expect(wordsOf(text).filter((words) => words === 'Enabled staff')).toHaveLength(2);
  });

  it('leave a sentence whole that merely begins with a title’s words', () => {
    const text = lines(
      'Enabled staff',
      '',
      prose,
      '',
      'Enabled staff are what we need, in every borough and on every day of it.',
    );
    expect(wordsOf(text)).toContain('Enabled staff are what we need, in every borough and on every day of it.');
  });

  it('set a title solid under the text before it apart', () => {
    const text = lines(
      'This framework says what all of us should do to make London the safest of the major cities.',
      'Communities are',
      '',
      'engaged with us',
      '',
      prose,
    );
    expect(wordsOf(text)).toContain('Communities are engaged with us');
  });
});

describe('headings of one list', () => {
  it('stand on one level though a page break makes some look like more', () => {
    const text = lines(
      'Our priorities:',
      '',
      'Safer streets',
      '',
      'Less crime',
      '',
      'More trust',
      '',
      '',
      '',
      '',
      '',
      '',
      'Descriptions of priorities',
      '',
      prose,
      '',
      'Safer streets',
      '',
      prose,
      '',
      prose,
      '',
      '',
      '',
      '',
      '',
      'Less crime',
      '',
      prose,
      '',
      prose,
      '',
      '',
      '',
      '',
      '',
      'More trust',
      '',
      prose,
      '',
      prose,
      '',
      '',
      '',
      '',
      '',
      'Delivery',
      '',
      prose,
    );
    const paths = readText(text).sections.map(({ path }) => path.join(' > '));
    expect(paths).toEqual([
      'Descriptions of priorities',
      'Descriptions of priorities > Safer streets',
      'Descriptions of priorities > Less crime',
      'Descriptions of priorities > More trust',
      'Delivery',
    ]);
  });
});

describe('pages', () => {
  const body = Array.from({ length: 24 }, () => `\n${prose}`);
  const page = (...all: string[]): string => lines(' A page with a title', ...body, ...all);

  it('without a title close the section before them', () => {
    const text = page(' We begin without one. All of this stands for itself.', '', `${prose} Alone.`);
    expect(headingsAbove(text, 'We begin without one.')).toBe('');
    expect(brokenPromises(text)).toEqual([]);
  });

  it('take a line at their foot for the title of what stands above it', () => {
    const text = page(
      ' We begin without one. All of this stands for itself.',
      '',
      prose,
      '',
      'This is what we all can do',
    );
    expect(headingsAbove(text, 'We begin without one.')).toBe('This is what we all can do');
    expect(brokenPromises(text)).toEqual([]);
  });
});

describe('words that are neither heading nor text of their section', () => {
  it('are a pull quote where they stand apart, without a stop', () => {
    const text = lines(
      '# Trust',
      '',
      prose,
      '',
      '',
      '',
      '',
      'They listened to me, and in the end it was right',
      '',
      '',
      '',
      'What you will see',
      '',
      '- Officers who listen',
    );
    expect(wordsOf(text, 'pull-quote')).toEqual(['They listened to me, and in the end it was right']);
  });

  it('are text where headings are marked and they stand right under one', () => {
    const text = lines('# One', '', 'We must spend less', '', prose, '', '# Two', '', prose, '', '# Three', '', prose);
    expect(wordsOf(text, 'heading')).toEqual(['One', 'Two', 'Three']);
    expect(headingsAbove(text, prose)).toBe('One');
  });
});

describe('a passage', () => {
  it('is never a heading alone, however long the paragraph under it', () => {
    const long = Array.from({ length: 10 }, () => prose)
      .join(' ')
      .slice(0, 994);
    const { passages } = readText(lines('# Achieving the best outcomes in the pursuit of justice', '', `${long}.`));
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.every(({ sentences }) => sentences.some(({ kind }) => kind !== 'heading'))).toBe(true);
  });

  it('that begins with a lead-in takes the sentence along that says what it leads to', () => {
    const filler = Array.from({ length: 5 }, () => prose).join(' ');
    const estate = 'Our estate strategy will give us better buildings. It will:';
    const points = Array.from({ length: 4 }, () => `- ${prose}`);
    const { passages } = readText(lines('# Estate', '', filler, '', estate, '', ...points));
    const leading = passages.find(({ sentences }) => sentences.some(({ kind }) => kind === 'lead-in'));
    expect(leading?.text.startsWith('Our estate strategy')).toBe(true);
  });
});
