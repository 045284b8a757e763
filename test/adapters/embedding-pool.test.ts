// How the embedder bears children that misbehave; the children are small scripts, so this needs no model run.
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type LocalEmbeddings,
  type LocalEmbeddingsOptions,
  openLocalEmbeddings,
} from '../../src/adapters/local-embeddings.ts';
import { model, modelDir } from './real-embeddings.ts';

const unavailable = { name: 'AppError', code: 'embedder-unavailable' };
let embeddings: LocalEmbeddings;
let dir: string;
let logged: (readonly [string, Readonly<Record<string, unknown>> | undefined])[];

beforeEach(() => {
  logged = [];
  dir = mkdtempSync(join(tmpdir(), 'bluelamp-pool-'));
});
afterEach(async () => {
  await embeddings.close();
  rmSync(dir, { recursive: true, force: true });
});

async function open(worker: string, options: Partial<LocalEmbeddingsOptions> = {}): Promise<void> {
  const file = fileURLToPath(new URL(`./fixtures/${worker}-worker.mjs`, import.meta.url));
  embeddings = await openLocalEmbeddings({
    modelDir,
    model,
    timeLimit: 10_000,
    program: { file, execArgv: [] },
    log: (_, event, fields) => void logged.push([event, fields]),
    ...options,
  });
}

const places = (vectors: readonly Float32Array[]): number[] => vectors.map((vector) => vector.indexOf(1));

describe('a child that ends over a request', () => {
  it('is replaced, and the request is answered by the next', async () => {
    await open('obedient');
    expect(places(await embeddings.embed([`die-once ${dir}/mark`, 'abc']))).toEqual([`die-once ${dir}/mark`.length, 3]);
    expect(embeddings.state()).toMatchObject({ state: 'ready', restarts: 1 });
  });

  it('twice over the same one makes it fail, and the next request is served', async () => {
    await open('obedient');
    await expect(embeddings.embed(['die'])).rejects.toMatchObject(unavailable);
    expect(places(await embeddings.embed(['abc']))).toEqual([3]);
    expect(embeddings.state().restarts).toBe(2);
  });

  it('takes none with it that waited behind the one it ended over, however often', async () => {
    await open('obedient', { restartLimit: { most: 100, within: 60_000, pause: 1 } });
    await embeddings.warm();
    const texts = ['die', 'a', 'die', 'die', 'ab', 'die', 'abc'];
    const outcomes = await Promise.allSettled(texts.map((text) => embeddings.embed([text])));
    expect(outcomes.map(({ status }) => status)).toEqual(
      texts.map((text) => (text === 'die' ? 'rejected' : 'fulfilled')),
    );
    // Each of the four is tried twice, and nothing else ends a child.
    await vi.waitFor(() => expect(embeddings.state().restarts).toBe(8), 5_000);
  });

  it('takes no other request with it', async () => {
    await open('obedient', { processes: 2 });
    const requests = ['a', 'die', 'ab', 'abc', 'abcd'].map((text) => embeddings.embed([text]));
    const outcomes = await Promise.allSettled(requests);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });
});

describe('a child that answers wrongly', () => {
  it.each(['refuse', 'short'])('with %s fails that request alone', async (order) => {
    await open('obedient');
    await expect(embeddings.embed([order])).rejects.toMatchObject(unavailable);
    expect(places(await embeddings.embed(['abc']))).toEqual([3]);
    expect(embeddings.state().restarts).toBe(0);
  });

  it.each(['nan', 'garbage'])('with %s is ended and never believed', async (order) => {
    await open('obedient');
    await expect(embeddings.embed([order])).rejects.toMatchObject(unavailable);
    expect(places(await embeddings.embed(['abc']))).toEqual([3]);
    expect(embeddings.state().restarts).toBe(2);
  });
});

describe('a child that hangs', () => {
  it('costs its request the time limit, and is replaced', async () => {
    await open('obedient', { timeLimit: 1_000 });
    await embeddings.warm();
    const before = embeddings.pids();
    await expect(embeddings.embed(['hang'])).rejects.toMatchObject({
      ...unavailable,
      message: expect.stringContaining('1000 ms'),
    });
    await vi.waitFor(() => expect(embeddings.state()).toMatchObject({ state: 'ready', restarts: 1 }), 5_000);
    expect(embeddings.pids()).not.toEqual(before);
    expect(places(await embeddings.embed(['abc']))).toEqual([3]);
  });

  it('costs what waited behind it nothing but the wait', async () => {
    await open('obedient', { timeLimit: 1_000 });
    await embeddings.warm();
    const hung = embeddings.embed(['hang']);
    const behind = embeddings.embed(Array.from({ length: 5 }, () => 'patient'));
    await expect(hung).rejects.toMatchObject(unavailable);
    expect(places(await behind)).toEqual([7, 7, 7, 7, 7]);
    expect(embeddings.state().restarts).toBe(1);
  });

  it('is given longer by whoever does not wait', async () => {
    await open('obedient', { timeLimit: 500 });
    expect(places(await embeddings.embed(['late 800'], { patient: true }))).toEqual(['late 800'.length]);
    expect(embeddings.state().restarts).toBe(0);
    await expect(embeddings.embed(['late 800'])).rejects.toMatchObject(unavailable);
  });

  it('while it starts is ended at the start limit', async () => {
    await open('sleeping', { startLimit: 100, restartLimit: { most: 0, within: 60_000, pause: 60_000 } });
    await expect(embeddings.embed(['abc'])).rejects.toMatchObject(unavailable);
    expect(embeddings.state()).toMatchObject({ state: 'degraded', restarts: 1 });
  });
});

describe('children that keep ending', () => {
  const restartLimit = { most: 5, within: 60_000, pause: 60_000 };

  it('are not started again during the pause, and requests fail at once', async () => {
    await open('stillborn', { restartLimit });
    await expect(embeddings.warm()).rejects.toMatchObject(unavailable);
    expect(embeddings.state()).toMatchObject({ state: 'degraded', restarts: 6, waiting: 0 });
    await expect(embeddings.embed(['abc'])).rejects.toMatchObject(unavailable);
    expect(embeddings.state().restarts).toBe(6);
    expect(embeddings.pids()).toEqual([]);
    expect(logged.map(([event]) => event).filter((event) => event === 'embedder-degraded')).toHaveLength(1);
  });

  it('are tried again after it', async () => {
    await open('stillborn', { restartLimit: { ...restartLimit, most: 1, pause: 50 } });
    await expect(embeddings.warm()).rejects.toMatchObject(unavailable);
    await vi.waitFor(() => expect(embeddings.state().restarts).toBeGreaterThan(3), 10_000);
  });

  it('leave their last words in the log', async () => {
    await open('stillborn', { restartLimit });
    await expect(embeddings.warm()).rejects.toMatchObject(unavailable);
    expect(logged).toContainEqual([
      'embedder-died',
      { reason: 'ended with code 7 cannot load the model', restarts: 1 },
    ]);
  });
});

describe('the queue', () => {
  it('lets a query pass all that an ingest has waiting', async () => {
    await open('obedient');
    await embeddings.warm();
    const finished: string[] = [];
    const run = async (kind: string, texts: string[]): Promise<void> => {
      await embeddings.embed(texts);
      finished.push(kind);
    };
    // Two slices each, so that the first of these would be done before a query that waits for its turn.
    const ingests = Array.from({ length: 4 }, () =>
      run(
        'ingest',
        Array.from({ length: 32 }, () => 'passage'),
      ),
    );
    await Promise.all([...ingests, run('query', ['q']), run('query', ['qq'])]);
    expect(finished).toEqual(['query', 'query', 'ingest', 'ingest', 'ingest', 'ingest']);
  });

  it('gives a child its next query while it works on one, so that it need not wait', async () => {
    await open('obedient');
    await embeddings.warm();
    const asked = ['a', 'ab', 'abc', 'abcd'].map((text) => embeddings.embed([text]));
    expect(embeddings.state().waiting).toBe(2);
    expect((await Promise.all(asked)).flatMap(places)).toEqual([1, 2, 3, 4]);
  });

  it('never puts a query behind more than one slice of an ingest', async () => {
    await open('obedient');
    await embeddings.warm();
    const ingest = embeddings.embed(Array.from({ length: 64 }, () => 'passage'));
    // Both of its workers wait, for one slice is being worked on and the next is not given out.
    expect(embeddings.state().waiting).toBe(1);
    await ingest;
  });

  it('holds a few slices of an ingest, not all of them', async () => {
    await open('obedient', { capacity: 4 });
    expect(await embeddings.embed(Array.from({ length: 320 }, () => 'passage'))).toHaveLength(320);
  });

  it('refuses a query when as many as may wait do', async () => {
    await open('obedient', { capacity: 4 });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => embeddings.embed(['abc'])));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(6);
    for (const { reason } of refused) expect(reason).toMatchObject(unavailable);
  });

  it('forgets what was aborted, and goes on', async () => {
    await open('obedient');
    const abort = new AbortController();
    const aborted = embeddings.embed(['abc'], { signal: abort.signal });
    const kept = embeddings.embed(['abcd']);
    abort.abort(new Error('the asker left'));
    await expect(aborted).rejects.toThrow('the asker left');
    expect(places(await kept)).toEqual([4]);
    expect(embeddings.state()).toEqual({ state: 'ready', restarts: 0, waiting: 0 });
  });

  it('stays whole with every third request aborted and every seventh ending the child', async () => {
    await open('obedient', { restartLimit: { most: 1_000, within: 60_000, pause: 1 } });
    const requests = Array.from({ length: 42 }, (_, index) => {
      const signal = index % 3 === 0 ? AbortSignal.timeout(index) : AbortSignal.timeout(60_000);
      return embeddings.embed([index % 7 === 6 ? 'die' : 'abc'], { signal });
    });
    const outcomes = await Promise.allSettled(requests);
    outcomes.forEach((outcome, index) => {
      if (index % 3 === 0) return;
      expect(outcome.status).toBe(index % 7 === 6 ? 'rejected' : 'fulfilled');
    });
    expect(embeddings.state().waiting).toBe(0);
  }, 30_000);
});

describe('model files exchanged while the embedder runs', () => {
  it('are not loaded by the next child', async () => {
    cpSync(modelDir, dir, { recursive: true });
    await open('obedient', { modelDir: dir, restartLimit: { most: 1, within: 60_000, pause: 60_000 } });
    await embeddings.warm();
    writeFileSync(join(dir, model, 'config.json'), '{}');
    await expect(embeddings.embed(['die'])).rejects.toMatchObject(unavailable);
    await vi.waitFor(() => expect(embeddings.state().state).toBe('degraded'));
    expect(JSON.stringify(logged)).toContain('config.json is cut short');
  });
});

describe('closing', () => {
  it('ends the children, fails who waits, and may be done twice', async () => {
    await open('obedient', { processes: 2 });
    await embeddings.warm();
    const pids = embeddings.pids();
    const waiting = Promise.allSettled([
      embeddings.embed(['hang']),
      embeddings.embed(['hang']),
      embeddings.embed(['abc']),
    ]);
    await embeddings.close();
    await embeddings.close();
    for (const outcome of await waiting) expect(outcome).toMatchObject({ status: 'rejected', reason: unavailable });
    expect(pids.length).toBeGreaterThan(0);
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(embeddings.state()).toMatchObject({ state: 'closed', waiting: 0 });
    await expect(embeddings.embed(['abc'])).rejects.toMatchObject(unavailable);
  });

  it('does not wait for a child that is starting, nor for a pause', async () => {
    await open('sleeping');
    const failed = expect(embeddings.embed(['abc'])).rejects.toMatchObject(unavailable);
    await vi.waitFor(() => expect(embeddings.pids()).toHaveLength(1));
    await embeddings.close();
    await failed;
    await open('stillborn', { restartLimit: { most: 0, within: 60_000, pause: 60_000 } });
    await expect(embeddings.warm()).rejects.toMatchObject(unavailable);
    await embeddings.close();
    expect(embeddings.state().state).toBe('closed');
  });

  it('of an embedder that was never used starts nothing', async () => {
    await open('obedient');
    await embeddings.close();
    expect(embeddings.state()).toEqual({ state: 'closed', restarts: 0, waiting: 0 });
  });
});
