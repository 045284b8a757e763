// What the package gives to other programs, over an index on disk and the real model.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { openBluelampRetriever } from '../src/retriever.ts';
import { corpusFolder, made, run, temporaryFolder } from './delivery/cli/real-command.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const indexDir = join(temporaryFolder(), 'index');

beforeAll(async () => {
  await run(['ingest', corpusFolder()], { BLUELAMP_INDEX_DIR: indexDir });
});

it('opens the index that the environment names, and finds passages with their places', async () => {
  vi.stubEnv('BLUELAMP_INDEX_DIR', indexDir);
  vi.stubEnv('BLUELAMP_PUBLIC_URL', 'https://bluelamp.example/');
  onTestFinished(() => void vi.unstubAllEnvs());
  const opened = await openBluelampRetriever({ k: 1 });
  onTestFinished(() => opened.close());
  const [found] = await opened.retriever.invoke('How many new harbour constables will be recruited?');
  const { start = 0, end = 0, permalink } = found?.metadata ?? {};
  expect(found?.pageContent).toContain('We will recruit 140 new harbour constables by March 2021.');
  expect(made['harbour-strategy-2019-2022.txt'].slice(start, end)).toBe(found?.pageContent);
  expect(permalink).toBe(
    `https://bluelamp.example/documents/harbour-strategy-2019-2022?start=${start}&end=${end}#quote`,
  );
});

it('leaves nothing open when an option is none', async () => {
  vi.stubEnv('BLUELAMP_INDEX_DIR', indexDir);
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(openBluelampRetriever({ k: 0 })).rejects.toThrow('"k" must be a whole number from 1 to 50.');
});

it('is exported under the name that the documentation imports', () => {
  const shape = z.object({ exports: z.record(z.string(), z.object({ types: z.string(), default: z.string() })) });
  const { exports } = shape.parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')));
  const entry = exports['./retriever'];
  expect(entry?.default).toMatch(/^\.\/dist\/.*\.js$/u);
  expect(entry?.types).toBe(entry?.default.replace(/\.js$/u, '.d.ts'));
  expect(existsSync(join(root, entry?.default.replace('/dist/', '/').replace(/\.js$/u, '.ts') ?? 'none'))).toBe(true);
});
