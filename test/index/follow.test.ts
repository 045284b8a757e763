// A service that follows what an ingest publishes: I7, and I5 for an index that changes while it serves.
import { appendFileSync, existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { followIndex } from '../../index/follow.ts';
import type { FollowedIndex, FollowOptions } from '../../index/follow.ts';
import { makeUpInput, noon, silent, temporaryFolder } from './made-up-corpus.ts';
import { ingest } from './published-index.ts';

let minutes = 0;

/** Gives the id of the generation. */
function publish(indexDir: string, seed: number): Promise<string> {
  minutes += 1;
  return ingest(indexDir, makeUpInput({ seed }), { now: new Date(noon.getTime() + minutes * 60_000) });
}

/** By default it looks only when it is told to. */
async function follow(indexDir: string, options: Partial<FollowOptions> = {}): Promise<FollowedIndex> {
  const index = await followIndex(indexDir, { log: silent, every: 3_600_000, ...options });
  onTestFinished(() => index.close());
  return index;
}

const find = async ({ index }: { index: ReturnType<FollowedIndex['current']> }): Promise<number> =>
  (await index.lexicalCandidates([{ term: 'unit', weight: 1 }], null, 100)).length;

it('serves what is published while it serves, by itself', async () => {
  const indexDir = temporaryFolder();
  const old = await publish(indexDir, 1);
  const index = await follow(indexDir, { every: 5 });
  expect(index.current().generation).toBe(old);
  const fresh = await publish(indexDir, 2);
  await vi.waitFor(() => expect(index.current().generation).toBe(fresh), { timeout: 10_000 });
  expect(index.notes()).toEqual([]);
});

it('keeps a generation open for whoever began with it, and closes it when the last of them has ended', async () => {
  const indexDir = temporaryFolder();
  const old = await publish(indexDir, 1);
  const log = vi.fn<FollowOptions['log']>();
  const index = await follow(indexDir, { log });
  const closed = (): unknown[] => log.mock.calls.filter(([, event]) => event === 'index-closed').map(([, , of]) => of);
  const [first, second] = [index.lease(), index.lease()];
  await publish(indexDir, 2);
  await index.look();
  const third = index.lease();
  expect([first, second, third].map(({ index: held }) => held.generation === old)).toEqual([true, true, false]);
  expect(await Promise.all([first, second, third].map(find))).toEqual([20, 20, 20]);
  first.release();
  await index.look();
  expect(closed()).toEqual([]);
  expect(await find(second)).toBe(20);
  second.release();
  third.release();
  await vi.waitFor(() => expect(closed()).toEqual([{ generation: old }]));
});

it('goes on with the old one when the new one is damaged, says so, and does not try it again', async () => {
  const indexDir = temporaryFolder();
  const old = await publish(indexDir, 1);
  const log = vi.fn<FollowOptions['log']>();
  const index = await follow(indexDir, { log });
  const damaged = await publish(indexDir, 2);
  appendFileSync(join(indexDir, 'versions', damaged, 'vectors.f32'), 'more');
  for (let time = 0; time < 3; time += 1) await index.look();
  expect(index.current().generation).toBe(old);
  expect(index.notes()).toEqual([
    expect.stringMatching(new RegExp(`${damaged}.*vectors\\.f32 has`, 'u')),
    expect.stringContaining('bluelamp ingest'),
  ]);
  expect(log.mock.calls.filter(([, event]) => event === 'index-generation-refused')).toHaveLength(1);
  expect(existsSync(join(indexDir, 'versions', damaged))).toBe(false);

  const mended = await publish(indexDir, 3);
  await index.look();
  expect(index.current().generation).toBe(mended);
  expect(index.notes()).toEqual([]);
});

it('drops the note when CURRENT is set back to what serves', async () => {
  const indexDir = temporaryFolder();
  const old = await publish(indexDir, 1);
  const index = await follow(indexDir);
  truncateSync(join(indexDir, 'versions', await publish(indexDir, 2), 'corpus.sqlite'), 100);
  await index.look();
  expect(index.notes()).toHaveLength(2);
  writeFileSync(join(indexDir, 'CURRENT'), `${old}\n`);
  await index.look();
  expect(index.notes()).toEqual([]);
});

it('refuses a generation of another model, whose vectors compare with none of ours', async () => {
  const indexDir = temporaryFolder();
  const old = await publish(indexDir, 1);
  const expectedModel = (await follow(indexDir)).current().model;
  const index = await follow(indexDir, { expectedModel });
  const input = makeUpInput({ seed: 2 });
  minutes += 1;
  await ingest(
    indexDir,
    { ...input, model: { ...input.model, sha256: '0'.repeat(64) } },
    { now: new Date(noon.getTime() + minutes * 60_000) },
  );
  await index.look();
  expect(index.current().generation).toBe(old);
  expect(index.notes().join(' ')).toContain('made with the model');
});

it.each([
  ['nothing', ''],
  ['no id', 'hello\n'],
  ['half an id', 'g-2026'],
])('goes on when CURRENT holds %s', async (_what, content) => {
  const indexDir = temporaryFolder();
  const old = await publish(indexDir, 1);
  const index = await follow(indexDir);
  writeFileSync(join(indexDir, 'CURRENT'), content);
  await index.look();
  expect(index.current().generation).toBe(old);
});

it('does not look at what its start has refused already', async () => {
  const indexDir = temporaryFolder();
  const old = await publish(indexDir, 1);
  const damaged = await publish(indexDir, 2);
  truncateSync(join(indexDir, 'versions', damaged, 'vectors.f32'), 10);
  const log = vi.fn<FollowOptions['log']>();
  const index = await follow(indexDir, { log });
  await index.look();
  expect(index.current().generation).toBe(old);
  expect(log.mock.calls.filter(([, event]) => event === 'index-generation-refused')).toHaveLength(1);
});

it('I7 answers without a fault through three exchanges, each answer from one generation', async () => {
  const indexDir = temporaryFolder();
  const ids = [await publish(indexDir, 1)];
  const index = await follow(indexDir, { every: 1 });
  const asking = { goesOn: true };
  const seen: string[] = [];
  const asker = async (): Promise<void> => {
    while (asking.goesOn) {
      const { index: held, release } = index.lease();
      const before = held.generation;
      const passages = await held.lexicalCandidates([{ term: 'unit', weight: 1 }], null, 100);
      await new Promise((resolve) => setTimeout(resolve, 3));
      expect(await held.load(passages)).toHaveLength(20);
      expect(held.generation).toBe(before);
      seen.push(before);
      release();
    }
  };
  const askers = Array.from({ length: 5 }, asker);
  for (const seed of [2, 3, 4]) {
    const id = await publish(indexDir, seed);
    ids.push(id);
    await vi.waitFor(() => expect(seen).toContain(id), { timeout: 10_000 });
  }
  asking.goesOn = false;
  await Promise.all(askers);
  expect(new Set(seen)).toEqual(new Set(ids));
});

it('prepares each generation before it serves, and serves it all the same where that fails', async () => {
  const indexDir = temporaryFolder();
  const log = vi.fn<FollowOptions['log']>();
  const old = await publish(indexDir, 1);
  const prepared: string[] = [];
  const serving: (string | null)[] = [];
  let index: FollowedIndex | null = null;
  const prepare: FollowOptions['prepare'] = async ({ generation }) => {
    prepared.push(generation);
    serving.push(index?.current().generation ?? null);
    if (prepared.length > 1) throw new Error('not now');
  };
  index = await follow(indexDir, { log, prepare });
  const fresh = await publish(indexDir, 2);
  await index.look();
  expect(prepared).toEqual([old, fresh]);
  expect(serving).toEqual([null, old]);
  expect(index.current().generation).toBe(fresh);
  expect(log.mock.calls.filter(([, event]) => event === 'index-not-prepared')).toHaveLength(1);
});

it('gives the passages of a document in the same array each time, by which what was read of it is remembered', async () => {
  const indexDir = temporaryFolder();
  await publish(indexDir, 1);
  const current = (await follow(indexDir)).current();
  const [document] = await current.documents();
  if (!document) throw new Error('There is a document.');
  const passages = await current.passagesOf(document.id);
  expect(passages.length).toBeGreaterThan(0);
  expect(await current.passagesOf(document.id)).toBe(passages);
});
