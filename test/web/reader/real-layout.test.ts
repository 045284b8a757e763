// The project's documents as they are laid out: each kind of part where the published page has it.
import { describe, expect, it } from 'vitest';
import type { Part } from '../../../web/reader/gather-parts.ts';
import { layOut } from '../../../web/reader/layout.ts';
import type { Layout } from '../../../web/reader/layout.ts';
import { renderLayout } from '../../../web/reader/render-parts.ts';
import { elements, textContent } from '../../delivery/http/read-html.ts';
import { readCorpora } from './read-document.ts';

const layouts = new Map(readCorpora().map((read) => [read.file.slice(0, 4), { ...layOut(read), file: read.file }]));

function layoutOf(year: string): Layout {
  const layout = layouts.get(year);
  if (!layout) throw new Error(`no document of ${year}`);
  return layout;
}

function partsOf<Kind extends Part['kind']>(layout: Layout, kind: Kind): Extract<Part, { kind: Kind }>[] {
  const all = layout.parts.flatMap((part) => (part.kind === 'box' ? [part, ...part.parts] : [part]));
  return all.filter((part): part is Extract<Part, { kind: Kind }> => part.kind === kind);
}

function words(layout: Layout, { start, end }: { start: number; end: number }): string {
  return layout.text.slice(start, end).replaceAll(/\s+/gu, ' ').trim();
}

function cellsOf(html: string): string[][] {
  return elements(html, 'tr').map((row) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map(([, cell = '']) =>
      textContent(cell).replaceAll(/\s+/gu, ' ').trim(),
    ),
  );
}

describe('the strategy of 2006', () => {
  const layout = layoutOf('2006');

  it('has its outcomes as a table of two columns', () => {
    const [outcomes] = partsOf(layout, 'pairs');
    expect(outcomes?.pairs.map(({ name }) => words(layout, name))).toEqual([
      'Communities are engaged with, confident in & satisfied with our service',
      'Safety & Security is improved & the public feel reassured',
      'Crime, disorder, vulnerability & harm are prevented & reduced',
      'More offenders are brought to justice',
    ]);
    expect(outcomes && words(layout, outcomes.pairs[3]?.text ?? { start: 0, end: 0 })).toMatch(
      /^In order to reduce crime/u,
    );
  });

  it('has its priorities as a list, each on one line however many the page gave it', () => {
    const lists = partsOf(layout, 'lines').map(({ blocks }) => blocks.map((block) => words(layout, block)));
    expect(lists).toContainEqual([
      'Counter Terrorism, Security & Protection',
      'Safer Neighbourhoods',
      'Organised Criminal Networks',
      'Capital City Policing',
      'Information Quality',
      'Citizen Focus',
      'Together',
    ]);
  });

  it('joins a paragraph that a page break cut in two', () => {
    const html = renderLayout(layout, []).toString();
    expect(html).toMatch(/increase the confidence of communities in our\s+service\. The effective delivery/u);
  });
});

it('words off the photographs of 2013 are set apart, in their places', () => {
  const layout = layoutOf('2013');
  const stray = partsOf(layout, 'stray').flatMap(({ blocks }) => blocks.map((block) => words(layout, block)));
  expect(stray.join(' ')).toMatch(/Lilywhite DEDICATED TO P.*PICCADILLY W1.*GINA BUCKLEY/u);
  expect(stray.join(' ')).not.toMatch(/\b(?:we|will|our)\b/u);
});

describe('the strategy of 2018', () => {
  const layout = layoutOf('2018');

  it('has each figure with its caption', () => {
    const figures = partsOf(layout, 'figures').flatMap(({ blocks }) => blocks.map((block) => words(layout, block)));
    expect(figures).toHaveLength(25);
    expect(figures).toContain(
      '70% Overall victim satisfaction in FY 2017/08, falling 7 percentage points from last year',
    );
  });

  it('sets figures that lost their captions apart', () => {
    const stray = partsOf(layout, 'stray').flatMap(({ blocks }) => blocks.map((block) => words(layout, block)));
    expect(stray).toContain('+2.5m £56m SafeguardingAccess');
  });

  it('draws a title where it stands, though its section begins above it', () => {
    const html = renderLayout(layout, []).toString();
    expect(html).toMatch(
      /<span class="section-start" id="we-must-continue-to-look-ahead-beyond-2020"><\/span>\s*<p>We must also learn/u,
    );
    expect(html).toContain('<h2>We must continue to look ahead, beyond 2020</h2>');
  });

  it('closes words that the narrow column broke at a hyphen', () => {
    expect(renderLayout(layout, []).toString()).toContain('motorcycle-<span class="joint">\n</span>enabled robberies');
  });
});

describe('the plan of 2025', () => {
  const layout = layoutOf('2025');

  it('has its indicators as a table with a head and empty cells where the page has none', () => {
    const [, indicators] = partsOf(layout, 'table');
    const html = renderLayout({ ...layout, parts: indicators ? [indicators] : [] }, []).toString();
    const cells = cellsOf(html);
    expect(cells.map((row) => row.length)).toEqual([5, 5, 5, 5, 5, 5, 5]);
    expect(cells[0]?.[4]).toBe('Improve the quality of our service to victims and the public');
    expect(cells[3]).toEqual([
      '',
      'Increase use of orders to manage violent offenders',
      'Reduce number of anti-social behaviour incidents',
      'Reduce repeat victimisation',
      '90% of 999 calls answered within 10 seconds',
    ]);
    expect(elements(html, 'th')).toHaveLength(6);
  });

  it('keeps what staff and Londoners will see in boxes, and the rest of the list outside them', () => {
    const boxes = partsOf(layout, 'box');
    expect(boxes).toHaveLength(8);
    const heads = boxes.map(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'heading' ? [words(layout, part.block)] : [])),
    );
    expect(heads[0]).toEqual(['What you will see', 'What you will be able to do', 'How it will feel']);
    expect(heads.every((each) => each.length === 3)).toBe(true);
    const inBoxes = boxes
      .flatMap(({ parts }) => partsOf({ ...layout, parts }, 'list'))
      .flatMap(({ entries }) => entries);
    expect(Math.max(...inBoxes.map(({ block }) => block.end - block.start))).toBeLessThan(200);
  });

  it('leaves the headings of boxes out of the contents', () => {
    const listed = layout.contents.map(({ heading }) => heading);
    expect(listed).not.toContain('What you will see');
    expect(listed).toContain("E. We'll uphold the highest standards and remove those who don't meet them.");
  });

  it('has points under a point, ticks shown, and footnotes', () => {
    const html = renderLayout(layout, []).toString();
    expect(html).toMatch(/double the rate:<ul>\s*<li><span hidden>- <\/span>Injuries from violence/u);
    expect(html).toMatch(/<ul class="ticks"><li><span hidden>- <\/span>✓ Each of London/u);
    expect(partsOf(layout, 'block').filter(({ block }) => block.kind === 'footnote').length).toBeGreaterThan(5);
  });

  it('makes a page not much larger than its text', () => {
    expect(renderLayout(layout, []).toString().length).toBeLessThan(layout.text.length * 1.5);
  });

  it('numbers its commitments by the letters above their headings', () => {
    const letters = partsOf(layout, 'block').filter(({ block }) => block.kind === 'letter');
    expect(letters.map(({ block }) => words(layout, block)).join('')).toMatch(/^ABCDEABCDEABCABCDE/u);
  });
});
