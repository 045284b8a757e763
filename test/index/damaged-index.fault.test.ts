// I5 at random: kinds of damage and places of it that nobody thought of. An index is refused whole, or answers as it always did.
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faultRounds } from '../fault-rounds.ts';
import { makeUpInput, noon, seededNumbers, temporaryFolder } from './made-up-corpus.ts';
import { ingest, openForTest } from './published-index.ts';

const files = ['manifest.json', 'corpus.sqlite', 'vectors.f32', 'vectors.hnsw'];
const variants = faultRounds({ usual: 40, thorough: 300 });
const page = 4096;

type Spoil = (path: string, random: () => number, other: string) => void;

function changed(path: string, change: (bytes: Buffer) => Buffer): void {
  const bytes = readFileSync(path);
  const spoilt = change(Buffer.from(bytes));
  // A page of zeros may have been zero before, which is no damage.
  writeFileSync(path, spoilt.equals(bytes) ? Buffer.concat([bytes, Buffer.of(0)]) : spoilt);
}

function fillPage(bytes: Buffer, random: () => number, byte: () => number): Buffer {
  const from = Math.floor((random() * bytes.length) / page) * page;
  for (let at = from; at < Math.min(from + page, bytes.length); at += 1) bytes[at] = byte();
  return bytes;
}

const kinds: Readonly<Record<string, Spoil>> = {
  truncated: (path, random) => truncateSync(path, Math.floor(readFileSync(path).length * random())),
  'one bit': (path, random) =>
    changed(path, (bytes) => {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return bytes;
    }),
  'page of zeros': (path, random) => changed(path, (bytes) => fillPage(bytes, random, () => 0)),
  'random page': (path, random) => changed(path, (bytes) => fillPage(bytes, random, () => Math.floor(random() * 256))),
  'two pages exchanged': (path) =>
    changed(path, (bytes) => Buffer.concat([bytes.subarray(page), bytes.subarray(0, page)])),
  missing: (path) => rmSync(path),
  'of another generation': (path, _random, other) => cpSync(other, path),
};

it(`I5 of ${variants} indexes damaged at random none opens: the one before it serves, and says so`, async () => {
  const pristine = temporaryFolder();
  const oldId = await ingest(pristine, makeUpInput({ seed: 1 }));
  const newId = await ingest(pristine, makeUpInput({ seed: 2 }), { now: new Date(noon.getTime() + 60_000) });
  const random = seededNumbers(17);
  const names = Object.keys(kinds);
  for (let turn = 0; turn < variants; turn += 1) {
    const kind = names[turn % names.length] ?? '';
    const file = files[Math.floor(random() * files.length)] ?? '';
    const indexDir = temporaryFolder();
    cpSync(pristine, indexDir, { recursive: true });
    const at = (id: string): string => join(indexDir, 'versions', id, file);
    kinds[kind]?.(at(newId), random, at(oldId));
    const { index, notes } = await openForTest(indexDir);
    expect([index.generation, notes.length > 0], `${turn}: ${file} ${kind}`).toEqual([oldId, true]);
    const found = await index.lexicalCandidates([{ term: 'unit', weight: 1 }], null, 100);
    expect(found, `${turn}: ${file} ${kind}`).toHaveLength(20);
    await index.close();
    rmSync(indexDir, { recursive: true });
  }
});
