// I1 and I8 on the index itself: ingests that are killed at any moment, and ingests that meet each other.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { isGenerationId } from '../../index/versions.ts';
import { ingest } from '../../ingest/run.ts';
import { createTurns } from '../../src/chat/turn.ts';
import { faultRounds } from '../fault-rounds.ts';
import { createFakeEmbedder } from '../ports/fake-embedder.ts';
import { compiled } from '../program.ts';
import { seededNumbers, silent, temporaryFolder } from './made-up-corpus.ts';
import { openForTest } from './published-index.ts';

const ingester = compiled(new URL('fixtures/ingester.mts', import.meta.url));
const embedder = createFakeEmbedder();
/** Index folders that are ingested into at the same time. */
const lanes = 2;
const kills = faultRounds({ usual: 20, thorough: 200 });
/** An ingester is killed within so many times that which an ingest takes that nobody disturbs: it goes through one or two in them. */
const longestLife = 2;
/** Milliseconds; every kill takes a start of a process, on a machine that may have other work. */
const longest = kills * 12_000;
const marks = ['amber', 'beryl', 'coral'];
const subjects = ['boats', 'piers', 'lanterns', 'constables', 'engines', 'wardens', 'ropes', 'bells', 'maps', 'tides'];

/** One generation's documents: every sentence carries its mark, so that a mixture shows wherever it is. */
function writeCorpus(folder: string, mark: string): string {
  mkdirSync(folder);
  for (const plan of ['harbour', 'lantern', 'quay']) {
    const sentences = subjects.map(
      (subject, at) => `We will mend ${at + 10} ${mark} ${subject} of the ${plan} by 2030.`,
    );
    const text = `${plan} plan 2026-2030\n\nOur ${mark} aims\n\n${sentences.join('\n\n')}\n`;
    writeFileSync(join(folder, `${plan}-plan.txt`), text);
  }
  return folder;
}

function startIngester(args: readonly string[]): {
  readonly child: ChildProcess;
  readonly said: string[];
  first: Promise<unknown>;
} {
  const child = spawn(process.execPath, [ingester, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  return { child, said, first: once(lines, 'line') };
}

/** Every document, passage and answer is of one generation. @returns its mark. */
async function expectWhole(indexDir: string): Promise<string | undefined> {
  const { index, notes } = await openForTest(indexDir);
  expect(notes).toEqual([]);
  const documents = await index.documents();
  expect(documents).toHaveLength(3);
  const texts = await Promise.all(documents.map(async ({ id }) => (await index.document(id))?.text ?? ''));
  const passages = (await Promise.all(documents.map(async ({ id }) => index.passagesOf(id)))).flat();
  const turns = createTurns({ index: () => index, embedder, log: silent });
  const answered = [];
  for (const subject of [...subjects, ...subjects.map((each) => `${each} of the quay`)])
    answered.push(await turns.ask({ question: `How many ${subject} will be mended?` }));
  expect(new Set(answered.map(({ generation }) => generation))).toEqual(new Set([index.generation]));
  const told = [
    ...texts,
    ...passages.map(({ text }) => text),
    ...answered.map(({ composed }) => JSON.stringify(composed)),
  ];
  const found = marks.filter((mark) => told.some((text) => text.includes(mark)));
  expect(found).toHaveLength(1);
  await index.close();
  return found[0];
}

it(
  `I1 of ${kills} ingests that are killed none leaves a mixture, and the next leaves nothing of them`,
  async () => {
    const root = temporaryFolder();
    const corpora = marks.map((mark) => writeCorpus(join(root, mark), mark));
    const [calm = ''] = corpora;
    const random = seededNumbers(11);
    const seen = new Set<string | undefined>();
    const ingestCalmly = (indexDir: string): Promise<unknown> =>
      ingest({ corpusDir: calm, indexDir, embedder, now: new Date(), log: silent, progress: () => undefined });
    const lane = async (number: number): Promise<void> => {
      const indexDir = join(root, `index-${number}`);
      const started = performance.now();
      await ingestCalmly(indexDir);
      const life = (performance.now() - started) * longestLife;
      for (let kill = 0; kill < kills / lanes; kill += 1) {
        const { child, first } = startIngester([indexDir, ...corpora.toReversed()]);
        await first;
        await new Promise((resolve) => setTimeout(resolve, random() * life));
        child.kill('SIGKILL');
        expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
        seen.add(await expectWhole(indexDir));
        await ingestCalmly(indexDir);
        expect(readdirSync(indexDir).toSorted()).toEqual(['CURRENT', 'versions']);
        const kept = readdirSync(join(indexDir, 'versions'));
        expect(kept.filter((name) => !isGenerationId(name))).toEqual([]);
        expect(kept.length).toBeLessThanOrEqual(2);
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
    // Otherwise every kill came before anything was published, and nothing was tried.
    expect(seen.size).toBeGreaterThan(1);
  },
  longest,
);

it.each([2, 5])(
  'I8 of %i ingests at once one runs and the others name it; when it dies the next takes over',
  async (count) => {
    const root = temporaryFolder();
    const [corpus, indexDir] = [writeCorpus(join(root, 'amber'), 'amber'), join(root, 'index')];
    const started = Array.from({ length: count }, () => startIngester([indexDir, corpus]));
    const isHolder = ({ said }: { readonly said: readonly string[] }): boolean => said.includes('halfway');
    const codes = (): (number | null)[] => started.map(({ child }) => child.exitCode);
    await expect.poll(() => codes().filter((code) => code === 1).length, { timeout: 30_000 }).toBe(count - 1);
    await expect.poll(() => started.filter(isHolder).length, { timeout: 30_000 }).toBe(1);
    const [holder] = started.filter(isHolder);
    for (const { said } of started.filter((each) => each !== holder))
      expect(said).toEqual([
        expect.stringMatching(new RegExp(`^An ingest is already running \\(pid ${holder?.child.pid}\\)`, 'u')),
      ]);
    holder?.child.kill('SIGKILL');
    const next = startIngester([indexDir, corpus]);
    next.child.stdin?.end();
    expect(await once(next.child, 'close')).toEqual([0, null]);
    expect(await expectWhole(indexDir)).toBe('amber');
  },
);
