import { describe, expect, it } from 'vitest';
import { headingsAbove, lines, prose, readText, wordsOf } from './read-text.ts';

describe('lines and paragraphs', () => {
  it('joins hard-wrapped lines to whole sentences', () => {
    const text = lines(
      'This strategy sets out our long-term operational priorities, as well as ',
      'the key areas we need to focus on internally. It is presented in a concise ',
      'way that should make you enthusiastic about where we are going.',
    );
    expect(wordsOf(text)).toEqual([
      'This strategy sets out our long-term operational priorities, as well as the key areas we need to focus on internally.',
      'It is presented in a concise way that should make you enthusiastic about where we are going.',
    ]);
  });

  it('joins a sentence that a page break cut in two', () => {
    const text = lines(
      '# Fleet',
      '',
      'We will provide every officer with the right',
      '',
      '',
      '',
      '',
      'equipment, wherever they work in London.',
    );
    expect(wordsOf(text, 'prose')).toEqual([
      'We will provide every officer with the right equipment, wherever they work in London.',
    ]);
  });

  it('joins a bullet that a page break cut in two', () => {
    const text = lines(
      'We will:',
      '',
      '- support our people through their own',
      '',
      '',
      'personal development.',
      '- buy new vans.',
    );
    expect(wordsOf(text, 'bullet')).toEqual([
      'support our people through their own personal development.',
      'buy new vans.',
    ]);
  });

  it('does not join a whole sentence to the next page’s heading', () => {
    const text = lines(prose, '', '', '', '', '', 'Our Values', '', prose);
    expect(headingsAbove(text, 'Our Values')).toBe('Our Values');
    expect(wordsOf(text)).toEqual([prose, 'Our Values', prose]);
  });

  it('tells a form feed’s pages, and no page where there is none', () => {
    const pages = readText(`# One\n\n${prose}\f\n# Two\n\n${prose}\n\f# Three\n\n${prose}`).passages.map(
      ({ page }) => page,
    );
    expect(pages).toEqual([1, 2, 3]);
    expect(readText(`# One\n\n${prose}`).passages.map(({ page }) => page)).toEqual([null]);
  });
});

describe('bullets, lists and tables', () => {
  it.each(['⊖', '■■', '✓', '•', '-', '*', '➢'])('reads %s as a bullet and leaves it out', (mark) => {
    const text = lines('We will:', `${mark} cut crime`, `${mark} build trust`, `${mark} save money`);
    expect(wordsOf(text, 'bullet')).toEqual(['cut crime', 'build trust', 'save money']);
    expect(wordsOf(text, 'lead-in')).toEqual(['We will:']);
  });

  it('reads unreadable glyphs as bullets where several stand together', () => {
    expect(wordsOf(lines('We will:', '\ufffd cut crime', '\ufffd build trust'), 'bullet')).toEqual([
      'cut crime',
      'build trust',
    ]);
  });

  it('reads a lone unreadable glyph as an ornament of its heading', () => {
    const text = lines('\ufffd Focusing on what matters', '', prose);
    expect(headingsAbove(text, prose)).toBe('Focusing on what matters');
  });

  it('reads two bullets printed before one item as one', () => {
    expect(
      wordsOf(lines('Last year:', '- ✓ staff answered every call.', '- ✓ officers made arrests.'), 'bullet'),
    ).toEqual(['staff answered every call.', 'officers made arrests.']);
  });

  it('joins the wrapped lines of a bullet', () => {
    const text = lines(
      '■■ Preventing high-harm offences | taking a targeted approach to ',
      'work on prevention',
      '■■ Protection for those at risk',
    );
    expect(wordsOf(text, 'bullet')).toEqual([
      'Preventing high-harm offences | taking a targeted approach to work on prevention',
      'Protection for those at risk',
    ]);
  });

  it('splits a bullet of several sentences', () => {
    expect(wordsOf('- **Embedding a new approach.** We will rotate officers. Each will serve.', 'bullet')).toEqual([
      'Embedding a new approach.',
      'We will rotate officers.',
      'Each will serve.',
    ]);
  });

  it('takes a table row as one sentence, however many stops it holds', () => {
    const text = lines('Objective\tMeasure', 'Reduce crime. Build trust.\t20% less', '', prose);
    expect(wordsOf(text, 'row')).toEqual(['Objective Measure', 'Reduce crime. Build trust. 20% less']);
  });

  it('reads short lines after a lead-in as its list', () => {
    const text = lines(
      'Our mission',
      '',
      'Delivering our strategic priorities:',
      '',
      'Safer Neighbourhoods',
      '',
      'Citizen Focus',
      '',
      'Information Quality',
      '',
      '# Next',
      '',
      prose,
    );
    expect(wordsOf(text, 'item')).toEqual(['Safer Neighbourhoods', 'Citizen Focus', 'Information Quality']);
  });

  it('keeps a list number with its words', () => {
    const text = lines(
      'Delivery',
      '',
      '1. Development of detailed plans:',
      '- The plan will be refreshed.',
      '',
      '2. Accountability for delivery:',
      '- It will be published.',
    );
    expect(wordsOf(text, 'lead-in')).toEqual(['1. Development of detailed plans:', '2. Accountability for delivery:']);
  });

  it('goes on with a list under its own heading after a boxed sidebar', () => {
    const long = (topic: string): string => `- ${topic}. ${prose} ${prose}`;
    const text = lines(
      '# Crime-fighting',
      '',
      'We will do this by:',
      '',
      long('Investing in teams'),
      long('Listening to communities'),
      '',
      '#### What you will see',
      '',
      '- Officers who listen',
      '- Busier high streets',
      '',
      long('Reducing business crime'),
      '',
      '# Culture',
      '',
      prose,
    );
    expect(headingsAbove(text, 'Busier high streets')).toBe('Crime-fighting > What you will see');
    expect(headingsAbove(text, 'Reducing business crime')).toBe('Crime-fighting');
  });
});

describe('figures and footnotes', () => {
  it('puts a figure and the caption under it together', () => {
    const text = lines(
      'The demand on us',
      '',
      '2,177,747 ',
      'The number of 999 calls received in 2017/18, an 8% increase on ',
      'the year before',
      '',
      'Over ⅓',
      'Children in London living in poverty',
      '',
      prose,
    );
    expect(wordsOf(text, 'figure')).toEqual([
      '2,177,747 The number of 999 calls received in 2017/18, an 8% increase on the year before',
      'Over ⅓ Children in London living in poverty',
    ]);
  });

  it('leaves out figures that nobody can tell the captions of', () => {
    const text = lines(
      '# Last year',
      '',
      prose,
      '',
      '£720m1,003 36% 750,000',
      '',
      '+2.5m £56m SafeguardingAccess',
      '',
      prose,
    );
    expect(wordsOf(text).join(' ')).not.toMatch(/720m|Safeguarding/u);
  });

  it('does not take a wrapped line with a number in it for a figure', () => {
    const text = lines(
      '# This year',
      '',
      prose,
      '',
      'Selecting 120 experienced',
      'officers to become detectives',
      'every quarter',
      '',
      'Cutting robberies to a low',
      'in April 2017',
      '',
      prose,
    );
    expect(wordsOf(text, 'figure')).toEqual([]);
    expect(wordsOf(text).join('\n')).toContain('Selecting 120 experienced officers to become detectives every quarter');
  });

  it('keeps a source in brackets as a footnote, away from the next line', () => {
    const text = lines(
      '# Progress',
      '',
      prose,
      '',
      '6.8% [Monthly Performance Profile, July 2025]',
      '',
      'London is getting safer',
      '',
      prose,
    );
    expect(wordsOf(text, 'footnote')).toEqual(['6.8% [Monthly Performance Profile, July 2025]']);
    expect(wordsOf(text, 'figure')).toEqual([]);
  });

  it('tells a footnote from the text', () => {
    const text = lines(
      '# Vetting',
      '',
      'Under Operation Assure¹, 96 officers were dismissed.',
      '',
      '¹ Assure is a programme of vetting reviews. It began in 2023.',
      '',
      prose,
    );
    expect(wordsOf(text, 'footnote')).toEqual(['¹ Assure is a programme of vetting reviews.', 'It began in 2023.']);
    expect(wordsOf(text, 'prose')).toEqual(['Under Operation Assure¹, 96 officers were dismissed.', prose]);
  });
});

describe('page furniture', () => {
  const about = (...middle: string[]): string[] =>
    wordsOf(lines('# Trust', '', prose, '', ...middle, '', `${prose} Twice.`));
  const plain = ['Trust', prose, prose, 'Twice.'];

  it('leaves out a banner in capitals, stray small letters and all', () => {
    const banner = [
      'BARNET BEXLEY BRENT BROMLEY CAMDEN CROYDON EALING ENFIELD CITY OF',
      'WESTMINSTER ROYAL BOROUGH OF KENSINGTON AND CHelsea',
    ];
    expect(about(...banner)).toEqual(plain);
  });

  it('leaves out words read off a photograph', () => {
    const words = about('PICCADILLY W1', 'CITY OF WESTMINSTER', '', '', 'GINA BUCKLEY', '', '', '# Next');
    expect(words).toEqual(['Trust', prose, 'Next', prose, 'Twice.']);
    expect(about('Image courtesy of Sandor Szmutko')).toEqual(plain);
  });

  it.each(['7', 'Page 7', 'page 7 of 20', '-----', '* * *'])('leaves out the page number or rule %s', (line) => {
    expect(about(line)).toEqual(plain);
  });

  it('keeps a sentence in capitals', () => {
    expect(about('WE WILL CUT CRIME AND BUILD TRUST IN EVERY PART OF LONDON.')).toContain(
      'WE WILL CUT CRIME AND BUILD TRUST IN EVERY PART OF LONDON.',
    );
  });

  it('keeps a chapter title that stands twice as one heading', () => {
    const text = lines('Culture Change', '', '', '', '', '', 'CULTURE CHANGE', '', prose);
    expect(readText(text).sections.map(({ heading }) => heading)).toEqual(['CULTURE CHANGE']);
  });
});
