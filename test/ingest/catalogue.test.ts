import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe as group, expect, it } from 'vitest';
import { describe, documentIdOf, readCatalogue } from '../../ingest/catalogue.ts';
import { readText } from './read-text.ts';
import { folderWith } from './temporary-folder.ts';

const entry = {
  file: 'plan.txt',
  title: 'Our Plan 2020–2024',
  shortTitle: 'Our Plan',
  nicknames: ['The Plan'],
  years: { from: 2020, to: 2024 },
  status: 'draft',
  sourceNote: 'a PDF',
};
const read = (content: unknown): ReturnType<typeof readCatalogue> =>
  readCatalogue(folderWith({ 'catalogue.json': typeof content === 'string' ? content : JSON.stringify(content) }));
const guess = (file: string, text = ''): ReturnType<typeof describe> =>
  describe(file, text, readText(text).sections, undefined);

group('the catalogue', () => {
  it('says what is known of each file', async () => {
    const { present, entries } = await read({ organisation: 'A Police Service', documents: [entry] });
    expect(present).toBe(true);
    const { file: _, nicknames: __, ...known } = entry;
    expect(describe('plan.txt', 'Text', [], entries.get('plan.txt'))).toEqual({
      id: 'plan',
      ...known,
      nicknames: ['the plan'],
    });
  });

  it('needs no more of an entry than its file and its titles', async () => {
    const { entries } = await read({ documents: [{ file: 'a.md', title: 'A', shortTitle: 'A' }] });
    expect(entries.get('a.md')).toMatchObject({ nicknames: [], years: null, status: 'unknown', sourceNote: '' });
  });

  it('may begin with a byte order mark', async () => {
    expect((await read(`\ufeff${JSON.stringify({ documents: [entry] })}`)).entries.has('plan.txt')).toBe(true);
  });

  it('may be absent', async () => {
    expect(await readCatalogue(folderWith())).toEqual({ present: false, entries: new Map() });
  });

  it.each([
    ['title', { documents: [{ ...entry, title: '' }] }],
    ['shortTitle', { documents: [{ ...entry, shortTitle: 'x'.repeat(81) }] }],
    ['status', { documents: [{ ...entry, status: 'secret' }] }],
    ['years', { documents: [{ ...entry, years: { from: 2024, to: 2020 } }] }],
    ['from', { documents: [{ ...entry, years: { from: '2020', to: 2024 } }] }],
    ['file', { documents: [{ ...entry, file: '../../etc/passwd' }] }],
    ['nicknames', { documents: [{ ...entry, nicknames: [7] }] }],
    ['titel', { documents: [{ ...entry, titel: 'misspelt' }] }],
    ['documents', {}],
    ['not valid JSON', '{ "documents": ['],
  ])('that is wrong is refused with a message that names %s', async (name, content) => {
    const fault = read(content);
    await expect(fault).rejects.toMatchObject({ code: 'corpus-unreadable' });
    await expect(fault).rejects.toThrow(/^catalogue\.json is not valid/u);
    await expect(fault).rejects.toThrow(name);
  });

  it('that cannot be read is a fault, not an absence', async () => {
    const folder = folderWith();
    mkdirSync(join(folder, 'catalogue.json'));
    await expect(readCatalogue(folder)).rejects.toMatchObject({ code: 'corpus-unreadable' });
  });
});

group('a document without an entry', () => {
  it('is named after its first heading, else after its file', () => {
    expect(guess('x.txt', '# A plan for London\n\nWe will act on it.')).toMatchObject({
      title: 'A plan for London',
      status: 'unknown',
    });
    expect(guess('2020_our-plan.txt', 'we will act on it.')).toMatchObject({ title: '2020 our plan' });
  });

  it.each([
    ['2013-2017-one-met.txt', '', { from: 2013, to: 2017 }],
    ['2013–17 plan.md', '', { from: 2013, to: 2017 }],
    ['plan_2020_2024.txt', '', { from: 2020, to: 2024 }],
    ['plan-2023.txt', '', { from: 2023, to: 2023 }],
    ['2019-08-report.txt', '', { from: 2019, to: 2019 }],
    ['plan.txt', 'The strategy for 2018/22 begins here.', { from: 2018, to: 2022 }],
    ['plan.txt', 'A page without a year, but for 20,000 officers.', null],
    ['plan.txt', `${'word '.repeat(500)}2018`, null],
  ])('%s has its years guessed', (file, text, years) => {
    expect(guess(file, text).years).toEqual(years);
  });
});

group('a document’s own words', () => {
  it.each([
    [
      'a.txt',
      'EASTLEA HOMES\nCORPORATE PLAN\nApril 2024 to March 2029\n\n1 ABOUT US\n',
      'Eastlea Homes: Corporate Plan',
      { from: 2024, to: 2029 },
    ],
    [
      'a.md',
      '---\ntitle: "Council Plan 2022–2026"\n---\n# Welcome\n',
      'Council Plan 2022–2026',
      { from: 2022, to: 2026 },
    ],
    [
      'a.txt',
      'Northmere Fire Service\nRisk Management Plan 2020/21 – 2023/24\n\nForeword\n',
      'Risk Management Plan 2020/21 – 2023/24',
      { from: 2020, to: 2024 },
    ],
    [
      'a.txt',
      'Strategy to 2030: Knowledge that works\n\nIt was approved in May 2023.',
      'Strategy to 2030: Knowledge that works',
      { from: 2023, to: 2030 },
    ],
    [
      'our_plan.md',
      'Founded in 1987, we lent 4 books.\n\nThis paper is for the years between 2023 and 2027.',
      'our plan',
      { from: 2023, to: 2027 },
    ],
    [
      'a.txt',
      'Our Plan\n\nIn 2019/20 we treated 92,400 people. Over the years 2017 to 2019 we grew.',
      'Our Plan',
      null,
    ],
  ])('name and date %s', (file, text, title, years) => {
    expect(guess(file, text)).toMatchObject({ title, years });
  });

  it.each([
    ['plan.txt', 'DRAFT FOR CONSULTATION\nOur Plan\n', 'for consultation'],
    ['plan_draft_v3.txt', '# Our Plan\n', 'draft'],
    ['plan.md', '---\nstatus: adopted\n---\n# Our Plan\n', 'published'],
    ['plan.txt', 'Our Plan\n\nThis plan was agreed by the Board in May.', 'published'],
    ['plan.txt', 'Our Plan\n\nIt follows a consultation in which 40 drafts were read.', 'unknown'],
  ])('tell how %s stands', (file, text, status) => {
    expect(guess(file, text).status).toBe(status);
  });
});

group('document ids', () => {
  it.each([
    ['2013-2017-One Met (final).TXT', '2013-2017-one-met-final'],
    ['Café.v2.md', 'cafe-v2'],
    [`${'a'.repeat(63)}-b.txt`, 'a'.repeat(63)],
  ])('of %s is %s', (file, id) => {
    expect(documentIdOf(file)).toBe(id);
  });

  it('cannot be made of a name without a letter or digit, and the fault says so', () => {
    expect(() => documentIdOf('—.txt')).toThrow(/no letter or digit/u);
  });
});
