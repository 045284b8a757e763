// The order in which the data file is written.
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openWriter } from '../../../src/adapters/data/data-writer.ts';
import type { DataWriter } from '../../../src/adapters/data/data-writer.ts';
import { openDatabase } from '../../../src/adapters/data/open-database.ts';
import { temporaryFolder } from '../../index/made-up-corpus.ts';

async function writerForTest(path = join(temporaryFolder(), 'data.sqlite')): Promise<DataWriter> {
  openDatabase(path).close();
  const writer = await openWriter(path);
  onTestFinished(() => writer.close());
  return writer;
}

it('what is urgent is written before all that waits, in the order of the calls', async () => {
  const writer = await writerForTest();
  const order: string[] = [];
  const note = (name: string) => (): void => void order.push(name);
  await Promise.all([
    writer.write(note('under way')),
    writer.write(note('waiting')),
    writer.write(note('waiting too')),
    writer.writeFirst(note('urgent')),
    writer.writeFirst(note('urgent too')),
  ]);
  expect(order).toEqual(['urgent', 'urgent too', 'under way', 'waiting', 'waiting too']);
});

it('what fails is told to whoever asked for it, and the rest is written', async () => {
  const writer = await writerForTest();
  const fault = new Error('made up');
  const failing = writer.writeFirst(() => {
    throw fault;
  });
  const others = Promise.all([writer.write(() => 'one'), writer.writeFirst(() => 'two')]);
  await expect(failing).rejects.toBe(fault);
  expect(await others).toEqual(['one', 'two']);
});

it('changes that wait at the same time are on disk together, and one that fails leaves nothing behind', async () => {
  const path = join(temporaryFolder(), 'data.sqlite');
  const writer = await writerForTest(path);
  const reader = openDatabase(path);
  onTestFinished(() => void reader.close());
  const days = (): unknown[] => reader.prepare('select day from model_spending order by day').pluck().all();
  const add = await writer.prepare("insert into model_spending (day, account, tokens) values (?, 'made up', 1)");
  const seen: unknown[][] = [];
  const writeDay = (day: string): Promise<void> =>
    writer.write(() => {
      seen.push(days());
      add.run([day]);
      if (day === 'two') throw new Error('made up');
    });
  const outcomes = await Promise.allSettled(['one', 'two', 'three'].map(writeDay));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(seen).toEqual([[], [], []]);
  expect(days()).toEqual(['one', 'three']);
});
