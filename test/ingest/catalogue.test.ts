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
