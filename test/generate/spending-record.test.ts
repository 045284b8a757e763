// What may be spent on a model in a day, over restarts of the service and over a disk that is full for a while.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFileOf, openDataFolder } from '../../src/adapters/data/data-folder.ts';
import { AppError } from '../../src/domain/errors.ts';
import { ModelFault } from '../../src/domain/model-fault.ts';
import { createGuardedModel } from '../../src/generate/guarded-model.ts';
import type { GuardedModel } from '../../src/generate/guarded-model.ts';
import { openSpendingRecord } from '../../src/generate/spending-record.ts';
import type { ChatModel, SpendingStore, SpentTokens } from '../../src/ports.ts';
import { silent, temporaryFolder } from '../index/made-up-corpus.ts';

/** Each call may cost 3 tokens of its rules, 100 of its material and 100 of its reply, and does cost 104. */
const request = { rules: 'Answer.', material: 'x'.repeat(300), maxTokens: 100 };
const limits = { deadline: 60_000, firstPiece: 60_000, idle: 60_000, calls: 8, perDay: 700, perReaderAndDay: 350 };

const saying: ChatModel = {
  name: 'made:up',
  async *stream() {
    await Promise.resolve();
    yield 'yes';
  },
};

async function startedOn(day: string, spending: SpendingStore, model = saying): Promise<GuardedModel> {
  const record = await openSpendingRecord(spending, day, silent);
  return createGuardedModel({ model, limits, now: () => 0, today: () => day, random: () => 0, record });
}

/** Whether the reader's call was let through. */
async function isServed(model: GuardedModel, reader: string): Promise<boolean> {
  try {
    const pieces = model.stream({ ...request, reader });
    while ((await pieces.next()).done !== true);
    return true;
  } catch (error) {
    if (error instanceof ModelFault && error.kind === 'spent') return false;
    throw error;
  }
}

describe('M3: what was spent before a restart', () => {
  it('still counts after it, for each reader and for the day, until the next day', async () => {
    const dataDir = temporaryFolder();
    const before = await openDataFolder(dataDir);
    const model = await startedOn('2024-05-06', before.spending);
    expect([await isServed(model, 'ann'), await isServed(model, 'ann')]).toEqual([true, true]);
    await before.close();

    const folder = await openDataFolder(dataDir);
    const again = await startedOn('2024-05-06', folder.spending);
    expect(await isServed(again, 'ann')).toBe(false);
    const others = ['bob', 'cid', 'dan'];
    for (const reader of others) expect(await isServed(again, reader)).toBe(true);
    expect(await isServed(again, 'eve')).toBe(false);

    const next = await startedOn('2024-05-07', folder.spending);
    expect(await isServed(next, 'ann')).toBe(true);
    await expect.poll(() => folder.spending.spentOn('2024-05-07')).toMatchObject([{ tokens: 104 }]);
    expect(await folder.spending.spentOn('2024-05-06')).toEqual([]);
    await folder.close();
  });

  it('counts in full where the service was killed within a call', async () => {
    const folder = await openDataFolder(temporaryFolder());
    const model = await startedOn('2024-05-06', folder.spending);
    const pieces = model.stream({ ...request, reader: 'ann' });
    await pieces.next();
    await expect.poll(() => folder.spending.spentOn('2024-05-06')).toMatchObject([{ tokens: 203 }]);
    await pieces.return();
    await expect.poll(() => folder.spending.spentOn('2024-05-06')).toMatchObject([{ tokens: 104 }]);
    await folder.close();
  });

  it('is told by nothing that tells who spent it', async () => {
    const dataDir = temporaryFolder();
    const folder = await openDataFolder(dataDir);
    await isServed(await startedOn('2024-05-06', folder.spending), 'canary-reader');
    await expect.poll(async () => (await folder.spending.spentOn('2024-05-06')).length).toBe(1);
    await folder.close();
    expect(readFileSync(dataFileOf(dataDir), 'latin1')).not.toContain('canary-reader');
  });
});

it('what could not be written is written with what is spent next, and the log says so meanwhile', async () => {
  const kept: SpentTokens[] = [];
  let isFull = true;
  const store: SpendingStore = {
    accountOf: (reader) => reader,
    spentOn: async () => [],
    add: async (spent) => {
      if (isFull) throw new AppError('disk-full', 'The disk is full.');
      kept.push(...spent);
    },
  };
  const logged: unknown[] = [];
  const record = await openSpendingRecord(store, '2024-05-06', (level, event, fields) =>
    logged.push([level, event, fields]),
  );
  record.keep({ day: '2024-05-06', account: 'ann', tokens: 200 });
  await expect.poll(() => logged).toEqual([['error', 'spending-not-kept', { code: 'disk-full' }]]);
  isFull = false;
  record.keep({ day: '2024-05-06', account: 'ann', tokens: -96 });
  await expect.poll(() => kept).toEqual([{ day: '2024-05-06', account: 'ann', tokens: 104 }]);
});
