// D1: what was acknowledged is there after kill -9, at whatever moment it came.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { openDataFolder } from '../../../src/adapters/data/data-folder.ts';
import { examineDataFolder } from '../../../src/adapters/data/examine.ts';
import type { ConversationStore } from '../../../src/conversation-store.ts';
import { faultRounds } from '../../fault-rounds.ts';
import { seededNumbers, temporaryFolder } from '../../index/made-up-corpus.ts';
import { compiled } from '../../program.ts';
import { event, newTurn } from './made-up-turns.ts';

const writer = compiled(new URL('fixtures/turn-writer.mts', import.meta.url));
/** Folders that are written to at the same time. */
const lanes = 2;
const kills = faultRounds({ usual: 50, thorough: 200 });

/** The ids of the answers that were acknowledged, and those whose feedback was. */
interface Acknowledged {
  readonly turns: string[];
  readonly feedback: string[];
}

/** Lines that a writer has said by then: that the folder is open, then one for each write. */
const linesBefore = { start: 0, open: 1, write: 2 };

/** Starts a writer and kills it: some milliseconds after it was started, had opened the folder, or was told that a write is kept. */
async function writeUntilKilled(
  dataDir: string,
  id: string,
  moment: { from: keyof typeof linesBefore; ms: number },
): Promise<Acknowledged> {
  const child = spawn(process.execPath, [writer, dataDir, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = (): void => void setTimeout(() => child.kill('SIGKILL'), moment.ms);
  if (moment.from === 'start') kill();
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (said.push(line) === linesBefore[moment.from]) kill();
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  const of = (kind: string): string[] =>
    said.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
  return { turns: of('turn'), feedback: of('feedback') };
}

/** What is kept of a conversation holds all that was acknowledged, in order, and at most the one write that was under way. */
async function expectKept(store: ConversationStore, id: string, acknowledged: Acknowledged): Promise<number> {
  const turns = (await store.read({ conversationId: id, owner: 'ann' }))?.turns ?? [];
  const ids = turns.map(({ messageId }) => messageId);
  expect(ids.slice(0, acknowledged.turns.length)).toEqual(acknowledged.turns);
  expect(ids.length - acknowledged.turns.length).toBeLessThanOrEqual(1);
  const judged = turns.filter(({ feedback }) => feedback !== null).map(({ messageId }) => messageId);
  expect(judged.slice(0, acknowledged.feedback.length)).toEqual(acknowledged.feedback);
  return ids.length + judged.length;
}

describe('D1: a process that is killed', () => {
  it(`has lost nothing that it acknowledged, in ${kills} kills`, async () => {
    const random = seededNumbers(1);
    let acknowledged = 0;
    const lane = async (dataDir: string): Promise<void> => {
      const before: [string, Acknowledged][] = [];
      for (let kill = 0; kill < kills / lanes; kill += 1) {
        const id = `c-${kill}`;
        const share = random();
        const from = share < 0.2 ? 'start' : share < 0.4 ? 'open' : 'write';
        const moment = { from, ms: random() * (from === 'start' ? 400 : 120) } as const;
        before.push([id, await writeUntilKilled(dataDir, id, moment)]);
        const folder = await openDataFolder(dataDir);
        const { conversations } = folder;
        let writes = 0;
        for (const [each, what] of before) writes += await expectKept(conversations, each, what);
        expect(await conversations.verifyAudit()).toMatchObject({ kind: 'sound', events: writes });
        await folder.close();
      }
      acknowledged += before.reduce((sum, [, { turns, feedback }]) => sum + turns.length + feedback.length, 0);
    };
    await Promise.all(Array.from({ length: lanes }, () => lane(temporaryFolder())));
    // Kills that all came before the first write would show nothing; more than half wait for one, however slow the machine.
    expect(acknowledged).toBeGreaterThanOrEqual(kills / 2);
  }, 900_000);
});

const journal = 'bluelamp.sqlite-wal';
const written = 40;

/** A data folder as a power cut leaves it: the last turns stand in the write-ahead log, of which `spoil` takes a part. */
async function tornFolder(spoil: (path: string, size: number) => void): Promise<string> {
  const [dataDir, torn] = [temporaryFolder(), temporaryFolder()];
  const { conversations, close } = await openDataFolder(dataDir);
  for (let n = 1; n <= written; n += 1)
    await conversations.add(newTurn({ messageId: `m-${n}`, begins: n === 1 }), event('ask'));
  for (const name of ['bluelamp.sqlite', journal]) copyFileSync(join(dataDir, name), join(torn, name));
  await close();
  spoil(join(torn, journal), statSync(join(torn, journal)).size);
  return torn;
}

describe('D1: a write-ahead log that was torn', () => {
  const spoilers: Readonly<Record<string, (path: string, size: number, at: number) => void>> = {
    'cut off': (path, size, at) => truncateSync(path, Math.floor(size * at)),
    'overwritten from a place on': (path, size, at) => {
      const content = readFileSync(path);
      writeFileSync(path, content.fill(0xa5, Math.floor(size * at)));
    },
    'left with one wrong byte': (path, size, at) => {
      const content = readFileSync(path);
      const place = Math.floor(size * at);
      writeFileSync(path, content.fill((content[place] ?? 0) ^ 0xff, place, place + 1));
    },
  };

  it.each(Object.entries(spoilers))('is trimmed to whole turns when it was %s', async (_how, spoil) => {
    const random = seededNumbers(2);
    const kept = new Set<number>();
    for (let round = 0; round < faultRounds({ usual: 12, thorough: 100 }); round += 1) {
      const torn = await tornFolder((path, size) => spoil(path, size, random()));
      const { conversations, close } = await openDataFolder(torn);
      const turns = (await conversations.read({ conversationId: 'c-1', owner: 'ann' }))?.turns ?? [];
      expect(turns.map(({ messageId }) => messageId)).toEqual(turns.map((_, at) => `m-${at + 1}`));
      expect(await conversations.verifyAudit()).toMatchObject({ kind: 'sound', events: turns.length });
      await conversations.add(newTurn({ messageId: 'next', begins: turns.length === 0 }), event('ask'));
      await close();
      expect(await examineDataFolder(torn)).toMatchObject({ turns: turns.length + 1, audit: { kind: 'sound' } });
      kept.add(turns.length);
    }
    expect(kept.size).toBeGreaterThan(2);
  });
});
