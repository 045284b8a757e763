// I5: whatever happens to the files of an index, it is noticed before native code opens them, and an older one serves.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealManifest, type Manifest } from '../../index/manifest.ts';
import { makeUpInput, noon, seededNumbers, temporaryFolder } from './made-up-corpus.ts';
import { ingest, openForTest } from './published-index.ts';

const files = ['manifest.json', 'corpus.sqlite', 'vectors.f32', 'vectors.hnsw'];

describe('a damaged index', () => {
  let pristine = '';
  let oldId = '';
  let newId = '';

  beforeAll(async () => {
    pristine = mkdtempSync(join(tmpdir(), 'bluelamp-index-'));
    oldId = await ingest(pristine, makeUpInput({ seed: 1 }));
    newId = await ingest(pristine, makeUpInput({ seed: 2 }), { now: new Date(noon.getTime() + 60_000) });
    return () => rmSync(pristine, { recursive: true, force: true });
  });

  /** A copy of the index to spoil; `file` is by default one of its current generation. */
  function copyOf(): { indexDir: string; file: (name: string, id?: string) => string } {
    const indexDir = temporaryFolder();
    cpSync(pristine, indexDir, { recursive: true });
    return { indexDir, file: (name, id = newId) => join(indexDir, 'versions', id, name) };
  }

  async function expectOldOneServes(indexDir: string, what: string): Promise<void> {
    const { index, notes } = await openForTest(indexDir);
    expect(index.generation, what).toBe(oldId);
    expect(notes.join(' '), what).toContain('bluelamp ingest');
    expect(await index.lexicalCandidates([{ term: 'unit', weight: 1 }], null, 100), what).toHaveLength(20);
  }

  async function expectPutAside(indexDir: string, what: string): Promise<void> {
    await expectOldOneServes(indexDir, what);
    expect(readdirSync(join(indexDir, 'versions')).toSorted(), what).toEqual([`.damaged-${newId}`, oldId]);
  }

  it('is noticed when a file is cut short', async () => {
    for (const name of files) {
      for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
        const { indexDir, file } = copyOf();
        truncateSync(file(name), Math.floor(readFileSync(file(name)).length * share));
        await expectPutAside(indexDir, `${name} cut to ${share}`);
      }
    }
  });

  it('is noticed when a single bit is flipped', async () => {
    const random = seededNumbers(5);
    for (const name of files) {
      for (let turn = 0; turn < 30; turn += 1) {
        const { indexDir, file } = copyOf();
        const bytes = readFileSync(file(name));
        const at = Math.floor(random() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        writeFileSync(file(name), bytes);
        await expectOldOneServes(indexDir, `${name} byte ${at}`);
      }
    }
  });

  it('is noticed when a page is zero, random or too much', async () => {
    const random = seededNumbers(6);
    const spoilt: Record<string, (bytes: Buffer, page: { from: number; to: number }) => Buffer> = {
      zero: (bytes, { from, to }) => Buffer.from(bytes).fill(0, from, to),
      random: (bytes, { from, to }) =>
        Buffer.from(bytes.map((byte, at) => (at >= from && at < to ? random() * 256 : byte))),
      appended: (bytes, { to, from }) => Buffer.concat([bytes, bytes.subarray(from, to)]),
    };
    for (const name of files) {
      for (const [what, spoil] of Object.entries(spoilt)) {
        const { indexDir, file } = copyOf();
        const bytes = readFileSync(file(name));
        const from = Math.floor(bytes.length / 8192) * 4096;
        const spoiled = spoil(bytes, { from, to: Math.min(from + 4096, bytes.length) });
        expect(spoiled.equals(bytes)).toBe(false);
        writeFileSync(file(name), spoiled);
        await expectPutAside(indexDir, `${name} ${what}`);
      }
    }
  });

  it('is noticed when a file is missing', async () => {
    for (const name of files) {
      const { indexDir, file } = copyOf();
      rmSync(file(name));
      await expectPutAside(indexDir, `${name} missing`);
    }
  });

  it('is noticed when a file is that of another generation', async () => {
    for (const name of files) {
      const { indexDir, file } = copyOf();
      cpSync(file(name, oldId), file(name));
      await expectPutAside(indexDir, `${name} of ${oldId}`);
    }
  });

  it('is noticed when the manifest states another dimension, count, model or id, even with a fitting checksum', async () => {
    const changes: Record<string, (manifest: Manifest) => Manifest> = {
      dimension: (manifest) => ({ ...manifest, model: { ...manifest.model, dimensions: 8 } }),
      count: (manifest) => ({ ...manifest, counts: { ...manifest.counts, sentences: 1 } }),
      id: (manifest) => ({ ...manifest, id: oldId }),
      model: (manifest) => ({ ...manifest, model: { ...manifest.model, name: 'other' } }),
    };
    for (const [what, change] of Object.entries(changes)) {
      const { indexDir, file } = copyOf();
      const { checksum: _checksum, ...content } = change(JSON.parse(readFileSync(file('manifest.json'), 'utf8')));
      writeFileSync(file('manifest.json'), JSON.stringify(sealManifest(content)));
      const { index, notes } = await openForTest(indexDir, { expectedModel: makeUpInput().model });
      expect([index.generation, notes.length > 0], what).toEqual([oldId, true]);
    }
  });

  it('is not used with another model, but not put aside either', async () => {
    const { indexDir, file } = copyOf();
    const expectedModel = { ...makeUpInput().model, name: 'other' };
    await expect(openForTest(indexDir, { expectedModel })).rejects.toMatchObject({ code: 'index-damaged' });
    expect(existsSync(file('manifest.json'))).toBe(true);
    expect((await openForTest(indexDir)).index.generation).toBe(newId);
  });

  it('of a format not yet known is passed over, named and left as it is', async () => {
    const { indexDir, file } = copyOf();
    writeFileSync(
      file('manifest.json'),
      readFileSync(file('manifest.json'), 'utf8').replace(/"format": \d+/, '"format": 99'),
    );
    await expectOldOneServes(indexDir, 'format');
    expect((await openForTest(indexDir)).notes.join(' ')).toContain('its format is 99');
    expect(existsSync(file('manifest.json'))).toBe(true);
  });

  it('goes on saying that it is degraded at every start, until an ingest mends it', async () => {
    const { indexDir, file } = copyOf();
    truncateSync(file('vectors.f32'), 10);
    await expectPutAside(indexDir, 'first start');
    await expectPutAside(indexDir, 'second start');
    const mended = await ingest(indexDir, makeUpInput({ seed: 2 }), { now: new Date(noon.getTime() + 120_000) });
    const { index, notes } = await openForTest(indexDir);
    expect([index.generation, notes]).toEqual([mended, []]);
    expect(readdirSync(join(indexDir, 'versions')).toSorted()).toEqual([oldId, mended].toSorted());
  });

  it('whose CURRENT is lost or garbled serves its newest generation and says so', async () => {
    for (const content of ['', 'g-', 'x'.repeat(5000), `${'../'.repeat(3)}etc\n`, 'g-20991231T000000-00000000\n']) {
      const { indexDir } = copyOf();
      writeFileSync(join(indexDir, 'CURRENT'), content);
      const { index, notes } = await openForTest(indexDir);
      expect([index.generation, notes.length > 0], content).toEqual([newId, true]);
    }
  });

  it('with no sound generation left refuses to open and says what to run', async () => {
    const { indexDir, file } = copyOf();
    for (const id of [oldId, newId]) truncateSync(file('corpus.sqlite', id), 100);
    await expect(openForTest(indexDir)).rejects.toMatchObject({ code: 'index-damaged' });
    await expect(openForTest(copyOf().indexDir + '-elsewhere')).rejects.toMatchObject({
      code: 'index-missing',
      message: expect.stringContaining('bluelamp ingest'),
    });
  });
});

describe('without hnswlib', () => {
  it('an index made with it answers by the exact scan, with the same candidates', async () => {
    const indexDir = temporaryFolder();
    const input = makeUpInput();
    await ingest(indexDir, input);
    const native = await openForTest(indexDir);
    const exact = await openForTest(indexDir, { hnsw: null });
    expect([native.engine, exact.engine, exact.notes]).toEqual(['hnsw', 'exact', []]);
    for (const { vector } of input.documents.flatMap(({ passages }) => passages)) {
      expect(await exact.index.denseCandidates(vector, null, 3)).toEqual(
        await native.index.denseCandidates(vector, null, 3),
      );
    }
  });

  it('an index made without it opens where it is installed', async () => {
    const indexDir = temporaryFolder();
    const id = await ingest(indexDir, makeUpInput(), { hnsw: null });
    expect(readdirSync(join(indexDir, 'versions', id)).toSorted()).toEqual([
      'corpus.sqlite',
      'manifest.json',
      'vectors.f32',
    ]);
    const { engine, notes } = await openForTest(indexDir);
    expect([engine, notes]).toEqual(['exact', []]);
  });
});
