// D2: what happens when a disk takes no more while the service runs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openWriter } from '../../../src/adapters/data/data-writer.ts';
import type { DataWriter } from '../../../src/adapters/data/data-writer.ts';
import { openDatabase } from '../../../src/adapters/data/open-database.ts';
import { createSqliteConversations } from '../../../src/adapters/data/sqlite-conversations.ts';
import type { ConversationStore } from '../../../src/conversation-store.ts';
import { temporaryFolder } from '../../index/made-up-corpus.ts';
import { event, newTurn } from './made-up-turns.ts';

interface Opened {
  readonly store: ConversationStore;
  readonly writer: DataWriter;
}

async function openIn(folder: string): Promise<Opened> {
  const path = join(folder, 'bluelamp.sqlite');
  const database = openDatabase(path);
  const writer = await openWriter(path);
  const store = await createSqliteConversations(database, writer);
  onTestFinished(() => store.close());
  return { store, writer };
}

interface SmallDisk {
  readonly name: string;
  /** A store on a disk with room for some turns, and what gives it room for more. */
  open(): Promise<{ readonly store: ConversationStore; readonly grow: () => Promise<void> }>;
}

const quota: SmallDisk = {
  name: 'by a quota',
  async open() {
    const { store, writer } = await openIn(temporaryFolder());
    await writer.run('pragma max_page_count = 120');
    return { store, grow: () => writer.run('pragma max_page_count = 100000') };
  },
};

const smallFileSystem: SmallDisk = {
  name: 'as a file system of its own',
  async open() {
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
    onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
    const grow = async (): Promise<void> => void execFileSync('mount', ['-o', 'remount,size=16m', folder]);
    return { store: (await openIn(folder)).store, grow };
  },
};

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'bluelamp-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** Only some users of some systems may mount a file system; everyone may set a quota. */
const smallDisks = canMount() ? [quota, smallFileSystem] : [quota];

/** Adds turns until one is refused. @returns how many were taken, and what was thrown. */
async function fill(store: ConversationStore): Promise<{ taken: number; thrown: unknown }> {
  for (let taken = 0; taken < 10_000; taken += 1) {
    try {
      await store.add(newTurn({ messageId: `m-${taken}`, begins: taken === 0 }), event('ask', `m-${taken}`));
    } catch (thrown) {
      return { taken, thrown };
    }
  }
  throw new Error('It took everything.');
}

/** Everything that was taken is there, nothing of what was refused is, and more can be taken. */
async function expectSound(store: ConversationStore, taken: number): Promise<void> {
  const conversation = await store.read({ conversationId: 'c-1', owner: 'ann' });
  expect(conversation?.turns.map(({ messageId }) => messageId)).toEqual(
    Array.from({ length: taken }, (_, n) => `m-${n}`),
  );
  expect(await store.verifyAudit()).toMatchObject({ kind: 'sound', events: taken });
  expect(await store.history({ conversationId: 'c-1', owner: 'ann' }, 8)).toHaveLength(8);
}

const plain = /^[^/]*Documents and search still work\.[^/]*$/u;

it.each(smallDisks)(
  'D2: a disk that is full ($name) refuses a turn whole, in a sentence without a path, and takes turns again when there is room',
  async (disk) => {
    const { store, grow } = await disk.open();
    const { taken, thrown } = await fill(store);
    expect(taken).toBeGreaterThan(8);
    expect(thrown).toMatchObject({ code: 'disk-full', message: expect.stringMatching(plain) });
    await expectSound(store, taken);
    await grow();
    expect(await store.add(newTurn({ messageId: `m-${taken}`, begins: false }), event('ask'))).toBe(true);
    await expectSound(store, taken + 1);
  },
);

it('D2: a disk that has become read-only refuses a turn in a sentence without a path, and is still read', async () => {
  const { store, writer } = await openIn(temporaryFolder());
  for (let n = 0; n < 9; n += 1) await store.add(newTurn({ messageId: `m-${n}`, begins: n === 0 }), event('ask'));
  await writer.run('pragma query_only = on');
  await expect(store.add(newTurn({ messageId: 'm-9', begins: false }), event('ask'))).rejects.toMatchObject({
    code: 'data-unwritable',
    message: expect.stringMatching(plain),
  });
  await expectSound(store, 9);
});
