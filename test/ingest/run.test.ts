import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openIndex } from '../../index/open.ts';
import { ingest } from '../../ingest/run.ts';
import type { IngestOptions } from '../../ingest/run.ts';
import type { IngestReport, ProgressEvent } from '../../ingest/progress.ts';
import type { Embedder, PassageIndex } from '../../src/ports.ts';
import { createFakeEmbedder } from '../ports/fake-embedder.ts';
import { folderWith } from './temporary-folder.ts';

const trust = '# Trust\n\nWe will listen to Londoners. Our Basic Command Units (BCUs) will publish their figures.\n';
const fleet = '# Fleet\n\nWe will buy electric vans by 2030. Stations will charge them.\n';
const catalogue = JSON.stringify({
  documents: [
    {
      file: '2020-trust.txt',
      title: 'The Trust Plan',
      shortTitle: 'Trust Plan',
      years: { from: 2020, to: 2022 },
      status: 'published',
    },
    {
      file: '2030-fleet.md',
      title: 'The Fleet Plan',
      shortTitle: 'Fleet Plan',
      years: { from: 2030, to: 2031 },
      status: 'draft',
    },
  ],
});
const themes = { themes: [{ id: 'vehicles', name: 'Vehicles', phrases: ['electric vans', 'vans'] }] };
const plans = {
  '2020-trust.txt': trust,
  '2030-fleet.md': fleet,
  'catalogue.json': catalogue,
  'themes.json': JSON.stringify(themes),
};

interface Bench {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly run: (options?: Partial<IngestOptions>) => Promise<IngestReport>;
  readonly open: () => Promise<PassageIndex>;
}

/** A folder of documents and a folder for the index, with a clock that moves on with every run. */
function bench(files: Readonly<Record<string, string | Uint8Array>> = plans): Bench {
  const corpusDir = folderWith(files);
  const indexDir = join(folderWith(), 'index');
  let minute = 0;
  return {
    corpusDir,
    indexDir,
    run: (options) => {
      minute += 1;
      const now = new Date(Date.UTC(2026, 10, 24, 12, minute));
      return ingest({
        corpusDir,
        indexDir,
        embedder: createFakeEmbedder(),
        now,
        log: () => undefined,
        progress: () => undefined,
        ...options,
      });
    },
    open: async () => {
      const { index } = await openIndex(indexDir, { log: () => undefined });
      onTestFinished(() => index.close());
      return index;
    },
  };
}

async function idsOf(index: PassageIndex): Promise<string[]> {
  const documents = await index.documents();
  const passages = await Promise.all(documents.map(({ id }) => index.passagesOf(id)));
  return passages.flat().map(({ id }) => id);
}

/** An embedder that says when it is first asked and answers when it is let. */
function heldEmbedder(): { readonly embedder: Embedder; readonly asked: Promise<void>; readonly letGo: () => void } {
  const fake = createFakeEmbedder();
  const asked = withResolvers();
  const held = withResolvers();
  const embedder: Embedder = {
    model: fake.model,
    embed: async (texts) => {
      asked.resolve();
      await held.promise;
      return fake.embed(texts);
    },
  };
  return { embedder, asked: asked.promise, letGo: held.resolve };
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe('ingesting a folder', () => {
  it('makes every document searchable, as the catalogue describes it', async () => {
    const { run, open } = bench();
    const report = await run();
    const index = await open();
    expect(index.generation).toBe(report.generation);
    expect(report).toMatchObject({ skipped: [], warnings: [], reused: 0 });
    expect(report.documents.map(({ title, passages, sentences }) => [title, passages, sentences])).toEqual([
      ['The Trust Plan', 1, 3],
      ['The Fleet Plan', 1, 3],
    ]);
    expect((await index.documents()).map(({ shortTitle, status }) => [shortTitle, status])).toEqual([
      ['Trust Plan', 'published'],
      ['Fleet Plan', 'draft'],
    ]);
    const [found] = await index.load(await index.lexicalCandidates([{ term: 'van', weight: 1 }], null, 1));
    expect(found?.text).toContain('We will buy electric vans by 2030.');
    expect(await index.acronyms()).toMatchObject([{ term: 'BCU', expansion: 'Basic Command Units' }]);
  });

  it('tells how far it is, stage by stage', async () => {
    const events: ProgressEvent[] = [];
    await bench().run({ progress: (event) => events.push(event) });
    expect([...new Set(events.map(({ stage }) => stage))]).toEqual(['read', 'embed', 'write', 'verify']);
    const last = (stage: string): ProgressEvent | undefined => events.findLast((event) => event.stage === stage);
    expect(
      ['read', 'embed', 'verify'].map(last).every((event) => event !== undefined && event.done === event.total),
    ).toBe(true);
  });

  it('guesses what no catalogue says, and warns', async () => {
    const { run, open } = bench({ '2019-2021-plan.txt': trust });
    const { warnings } = await run();
    expect(warnings).toEqual([expect.stringContaining('no catalogue.json'), expect.stringContaining('no themes.json')]);
    expect(await (await open()).documents()).toMatchObject([
      { title: 'Trust', years: { from: 2019, to: 2021 }, status: 'unknown' },
    ]);
  });

  it('warns of files that the catalogue does not list, and of entries without a file', async () => {
    const { run, corpusDir } = bench();
    rmSync(join(corpusDir, '2030-fleet.md'));
    writeFileSync(join(corpusDir, 'new.txt'), fleet);
    expect((await run()).warnings).toEqual([
      'new.txt is not in catalogue.json: its title and years are guessed. Add an entry.',
      'catalogue.json lists 2030-fleet.md, which is not there.',
    ]);
  });
});

describe('the themes of a folder', () => {
  it('are counted with the passages that speak of them, and stand in the index', async () => {
    const { run, open } = bench();
    await run();
    const index = await open();
    const [fleetPassage] = await index.lexicalCandidates([{ term: 'van', weight: 1 }], null, 1);
    const { source, lexicon, cells } = (await index.insight()).themes;
    expect(source).toBe('given');
    expect(lexicon).toMatchObject(themes);
    expect(cells).toEqual([
      { themeId: 'vehicles', documentId: '2020-trust', count: 0, passageIds: [] },
      { themeId: 'vehicles', documentId: '2030-fleet', count: 1, passageIds: [fleetPassage] },
    ]);
  });

  it.each([
    ['is no JSON', '{', 'themes.json is not valid JSON'],
    ['has a theme without phrases', '{"themes":[{"id":"a","name":"A","phrases":[]}]}', 'themes[0].phrases'],
    ['has no themes', '{"themes":[]}', 'it names no themes'],
    ['has one id twice', JSON.stringify({ themes: [...themes.themes, ...themes.themes] }), '"vehicles" is given twice'],
  ])('are refused, saying what to mend, when the file %s', async (_, content, message) => {
    const { run } = bench({ ...plans, 'themes.json': content });
    await expect(run()).rejects.toMatchObject({
      code: 'corpus-unreadable',
      message: expect.stringContaining(message),
    });
  });
});

describe('what cannot be read', () => {
  it('is reported file by file while the rest is ingested', async () => {
    const { run, open, corpusDir } = bench({
      ...plans,
      'empty.txt': '',
      'binary.txt': Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]),
      'wide.txt': Buffer.from('We will act.', 'utf16le'),
      'pictures.txt': '1\n\n2\n\n3\n',
      '—.txt': trust,
      '2020_Trust.md': trust,
      'notes.pdf': 'not a source',
    });
    mkdirSync(join(corpusDir, 'folder.txt'));
    const { skipped, documents } = await run();
    expect(Object.fromEntries(skipped.map(({ file, reason }) => [file, reason]))).toEqual({
      'empty.txt': 'it is empty',
      'binary.txt': 'it holds NUL bytes, so it is not plain text',
      'wide.txt': 'it holds NUL bytes, so it is not plain text',
      'notes.pdf': 'it is a PDF; save its text as .txt or .md beside it',
      'pictures.txt': 'it holds no sentences',
      'folder.txt': 'it is a folder',
      '—.txt': expect.stringContaining('rename it'),
      '2020_Trust.md': 'another file has the same id; rename one',
    });
    expect(documents.map(({ id }) => String(id))).toEqual(['2020-trust', '2030-fleet']);
    expect((await (await open()).documents()).length).toBe(2);
  });

  it('is noted when a file holds a few characters that are not UTF-8, and no burst of them is indexed', async () => {
    const bytes = Buffer.concat([Buffer.from(trust.repeat(3)), Buffer.from([0xc3]), Buffer.from(' end')]);
    const { run, open } = bench({ 'plan.txt': bytes });
    expect((await run()).warnings).toContain('plan.txt: 1 characters are not valid UTF-8 and read as U+FFFD.');
    const index = await open();
    const [document] = await index.documents();
    const passages = document ? await index.passagesOf(document.id) : [];
    expect(passages.map(({ text }) => text).join('')).not.toMatch(/\ufffd{2}|\0/u);
  });

  it('is a fault when it is everything, and nothing is published', async () => {
    const { run, indexDir } = bench({ 'empty.txt': '', 'readme.pdf': 'x' });
    await expect(run()).rejects.toMatchObject({
      code: 'corpus-unreadable',
      message: expect.stringContaining('empty.txt: it is empty'),
    });
    await expect(openIndex(indexDir, { log: () => undefined })).rejects.toMatchObject({ code: 'index-missing' });
  });

  it('is a fault when the folder is not there', async () => {
    await expect(bench().run({ corpusDir: '/nowhere/at/all' })).rejects.toMatchObject({ code: 'corpus-unreadable' });
  });

  it.each([
    ['is not JSON', '{', 'lexicon.json is not valid'],
    ['has a synonym without a meaning', JSON.stringify({ synonyms: [{ words: ['cop'], mean: [] }] }), 'mean'],
    ['has a word that is a number', JSON.stringify({ generic: [7] }), 'generic'],
  ])('is a fault that says where when the lexicon %s', async (_, lexicon, message) => {
    const { run } = bench({ ...plans, 'lexicon.json': lexicon });
    await expect(run()).rejects.toMatchObject({ code: 'corpus-unreadable', message: expect.stringContaining(message) });
  });

  it('is a fault when the lexicon is a folder', async () => {
    const { run, corpusDir } = bench();
    mkdirSync(join(corpusDir, 'lexicon.json'));
    await expect(run()).rejects.toMatchObject({
      code: 'corpus-unreadable',
      message: expect.stringContaining('lexicon.json'),
    });
  });

  it('is not the lexicon with a byte order mark', async () => {
    const lexicon = { synonyms: [{ words: ['cop'], mean: ['officer'] }], generic: ['plan'] };
    const { run, open } = bench({ ...plans, 'lexicon.json': `\ufeff${JSON.stringify(lexicon)}` });
    await run();
    expect(await (await open()).lexicon()).toMatchObject(lexicon);
  });
});

describe('ingesting again', () => {
  it('embeds nothing anew and gives the same ids and content when nothing changed', async () => {
    const { run, open } = bench();
    const first = await run();
    const ids = await idsOf(await open());
    const second = await run();
    expect(second.embedded).toBe(0);
    expect(second.reused).toBe(first.embedded);
    expect(second.generation).not.toBe(first.generation);
    expect(second.generation.slice(-8)).toBe(first.generation.slice(-8));
    expect(await idsOf(await open())).toEqual(ids);
  });

  it('embeds only what changed, and keeps the ids of the rest', async () => {
    const { run, open, corpusDir } = bench();
    const first = await run();
    const idsBefore = await idsOf(await open());
    writeFileSync(join(corpusDir, '2030-fleet.md'), fleet.replace('Stations', 'Depots'));
    const report = await run();
    expect(report.embedded).toBeGreaterThan(0);
    expect(report.embedded).toBeLessThan(first.embedded / 2 + 1);
    const idsAfter = await idsOf(await open());
    expect(idsAfter.map((id, index) => id === idsBefore[index])).toEqual([true, false]);
  });

  it('embeds all anew for another model', async () => {
    const { run } = bench();
    const first = await run();
    expect(await run({ embedder: createFakeEmbedder(32) })).toMatchObject({ embedded: first.embedded, reused: 0 });
  });

  it('forgets a document whose file is gone', async () => {
    const { run, open, corpusDir } = bench();
    await run();
    rmSync(join(corpusDir, '2020-trust.txt'));
    await run();
    const index = await open();
    expect((await index.documents()).map(({ shortTitle }) => shortTitle)).toEqual(['Fleet Plan']);
    expect(await index.lexicalCandidates([{ term: 'listen', weight: 1 }], null, 10)).toEqual([]);
    expect(await index.acronyms()).toEqual([]);
  });

  it('is refused while another ingest runs, which goes on undisturbed', async () => {
    const { run, open } = bench();
    const { embedder, asked, letGo } = heldEmbedder();
    const first = run({ embedder });
    await asked;
    await expect(run()).rejects.toMatchObject({ code: 'index-locked' });
    letGo();
    const { generation } = await first;
    expect((await open()).generation).toBe(generation);
    await expect(run()).resolves.toMatchObject({ embedded: 0 });
  });

  it.each<[string, Partial<IngestOptions>, Readonly<Record<string, string>>]>([
    [
      'the embedder fails',
      { embedder: { ...createFakeEmbedder(32), embed: () => Promise.reject(new Error('out of memory')) } },
      {},
    ],
    ['the catalogue is broken', {}, { 'catalogue.json': '{' }],
    ['every document is emptied', {}, { '2020-trust.txt': '', '2030-fleet.md': '' }],
  ])('leaves the old index serving when %s, and works once that is mended', async (_, options, files) => {
    const { run, open, corpusDir } = bench();
    const { generation } = await run();
    const ids = await idsOf(await open());
    for (const [name, content] of Object.entries(files)) writeFileSync(join(corpusDir, name), content);
    await expect(run(options)).rejects.toThrow();
    const index = await open();
    expect(index.generation).toBe(generation);
    expect(await idsOf(index)).toEqual(ids);
    for (const [name, content] of Object.entries(plans)) writeFileSync(join(corpusDir, name), content);
    expect(await run()).toMatchObject({ embedded: 0, skipped: [] });
  });
});
