// The real worker with the real weights.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Embeddings } from '@langchain/core/embeddings';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EmbeddingChild } from '../../src/adapters/embedding-child.ts';
import type { LocalEmbeddings } from '../../src/adapters/local-embeddings.ts';
import { model, openRealEmbeddings, workerFile } from './real-embeddings.ts';

const unavailable = { name: 'AppError', code: 'embedder-unavailable' };
const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const guarded = ['--import', pathToFileURL(fixture('network-guard.mjs')).href];
const longPassages = Array.from(
  { length: 64 },
  (_, index) => `Passage ${index}. ${'We will make London safer. '.repeat(25)}`,
);

let embeddings: LocalEmbeddings | undefined;
afterEach(async () => embeddings?.close());

async function openWarm(...args: Parameters<typeof openRealEmbeddings>): Promise<LocalEmbeddings> {
  return (embeddings = await openRealEmbeddings(...args));
}

describe('as LangChain embeddings', () => {
  it('gives the vectors of the port as plain numbers', async () => {
    const langchain: Embeddings = await openWarm();
    expect(langchain).toBeInstanceOf(Embeddings);
    const [vector] = (await embeddings?.embed(['knife crime'])) ?? [];
    expect(await langchain.embedQuery('knife crime')).toEqual(Array.from(vector ?? []));
    expect(await langchain.embedDocuments(['stop and search', 'knife crime'])).toHaveLength(2);
  });
});

describe('the child', () => {
  it('killed in the middle of a request is replaced, and the request answered', async () => {
    const local = await openWarm();
    const expected = await local.embed(longPassages.slice(0, 8));
    // Stopped first, so that it cannot have ended before it is killed, however fast the machine is.
    const children = local.pids();
    for (const pid of children) process.kill(pid, 'SIGSTOP');
    const request = local.embed(longPassages.slice(0, 8));
    await new Promise((resolve) => setTimeout(resolve, 30));
    for (const pid of children) process.kill(pid, 'SIGKILL');
    expect(await request).toEqual(expected);
    expect(local.state()).toMatchObject({ state: 'ready', restarts: 1 });
  });

  it('stopped by a signal costs the request its time limit, and is replaced', async () => {
    const local = await openWarm({ timeLimit: 1_500 });
    for (const pid of local.pids()) process.kill(pid, 'SIGSTOP');
    await expect(local.embed(['stop and search'])).rejects.toMatchObject(unavailable);
    await vi.waitFor(() => expect(local.state()).toMatchObject({ state: 'ready', restarts: 1 }), 15_000);
    expect(await local.embed(['stop and search'])).toHaveLength(1);
  });

  it('does not die of the signals that stop its parent gracefully', async () => {
    const local = await openWarm();
    for (const pid of local.pids()) {
      process.kill(pid, 'SIGINT');
      process.kill(pid, 'SIGTERM');
    }
    expect(await local.embed(['stop and search'])).toHaveLength(1);
    expect(local.state().restarts).toBe(0);
  });

  it('gets nothing of the parent’s environment', async () => {
    vi.stubEnv('BLUELAMP_SECRET', 'canary');
    const local = await openWarm();
    vi.unstubAllEnvs();
    const environments = local.pids().map((pid) => readFileSync(`/proc/${pid}/environ`, 'utf8'));
    expect(environments).toHaveLength(1);
    for (const environment of environments) expect(environment).not.toMatch(/canary|PATH|HOME/);
  });

  it('ends when its parent is killed while both are at work', async () => {
    const parent = spawn(process.execPath, ['--import', tsx, fixture('embedding-parent.mts')]);
    const [printed]: Buffer[] = await once(parent.stdout, 'data');
    const pid = Number(printed?.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000);
  });
});

describe('the network', () => {
  it('is guarded in these tests: an attempt ends the process', async () => {
    const program = 'import("node:net").then((net) => net.connect(9, "127.0.0.1"))';
    const child = spawn(process.execPath, [...guarded, '-e', program], { stdio: 'ignore' });
    expect(await once(child, 'exit')).toEqual([97, null]);
  });

  it('is not tried while the model is loaded and used', async () => {
    const local = await openWarm({ program: { file: workerFile, execArgv: guarded } });
    expect(await local.embed(['stop and search'])).toHaveLength(1);
    expect(local.state().restarts).toBe(0);
  });

  it('is not tried for a model that is not there', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'bluelamp-empty-'));
    const child = new EmbeddingChild(
      { file: workerFile, args: [empty, model, 'none'], execArgv: guarded },
      384,
      20_000,
    );
    expect(await child.started).toBe(false);
    const reason = await child.ended;
    expect(reason).toContain('file was not found locally');
    expect(reason).not.toMatch(/network attempted|code 97/);
    rmSync(empty, { recursive: true });
  });
});

describe('the parent', () => {
  it('stays free while 64 long passages are embedded', async () => {
    const local = await openWarm();
    const before = performance.eventLoopUtilization();
    await local.embed(longPassages);
    const { utilization } = performance.eventLoopUtilization(before);
    // The share of the time in which it could do nothing else; whether it was given a processor meanwhile is the machine's business.
    expect(utilization).toBeLessThan(0.3);
  });
});

/** Zombies that nobody reaps in a container do not count. */
function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
