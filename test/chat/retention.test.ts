// Nothing is kept longer than it may be.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { purgeDaily } from '../../src/chat/retention.ts';
import { createUnderWay } from '../../src/chat/under-way.ts';
import { AppError } from '../../src/domain/errors.ts';
import { answered, lamps, morning, openDesk } from './open-desk.ts';

const dayMs = 86_400_000;

describe('a purge', () => {
  it('removes conversations whose latest question is older than the days that are set, and says how many', async () => {
    let now = morning.getTime();
    const desk = openDesk({ clock: () => new Date(now), retentionDays: 30 });
    const old = await answered(desk);
    const lively = await answered(desk);
    now += 30 * dayMs;
    await answered(desk, { ...lamps, conversationId: lively.conversationId });
    expect(await desk.conversations.purge()).toBe(0);
    now += 1;
    expect(await desk.conversations.purge()).toBe(1);
    await expect(desk.conversations.read(old.conversationId, 'ann')).rejects.toMatchObject({ code: 'not-found' });
    expect((await desk.conversations.read(lively.conversationId, 'ann')).turns).toHaveLength(2);
    expect(desk.logged).toEqual([
      { event: 'purged', fields: { conversations: 0, retentionDays: 30 } },
      { event: 'purged', fields: { conversations: 1, retentionDays: 30 } },
    ]);
    expect(await desk.parts.store.eventsAfter(3, 1)).toMatchObject([{ actor: 'retention', action: 'purge', count: 1 }]);
  });

  it('removes nothing where conversations are kept for good', async () => {
    let now = morning.getTime();
    const desk = openDesk({ clock: () => new Date(now), retentionDays: 0 });
    const { conversationId } = await answered(desk);
    now += 100_000 * dayMs;
    expect(await desk.conversations.purge()).toBe(0);
    expect((await desk.conversations.read(conversationId, 'ann')).turns).toHaveLength(1);
  });

  it('goes on until all are gone, in batches between which others have their turn, and stops when told to', async () => {
    let now = morning.getTime();
    const desk = openDesk({ clock: () => new Date(now) });
    for (let n = 0; n < 350; n += 1) await answered(desk);
    now += 91 * dayMs;
    const stopping = new AbortController();
    const stopped = desk.conversations.purge(stopping.signal);
    stopping.abort();
    expect(await stopped).toBe(100);
    expect(await desk.conversations.purge()).toBe(250);
  });
});

describe('the daily purge', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs at the start and every day, whatever became of the one before, until it is ended', async () => {
    const logged: [string, unknown][] = [];
    let runs = 0;
    const purge = async (): Promise<number> => {
      runs += 1;
      if (runs === 2) throw new AppError('disk-full', 'The disk is full.');
      return 0;
    };
    const stop = purgeDaily(purge, (_level, event, fields) => logged.push([event, fields]));
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(dayMs - 1);
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(1 + 2 * dayMs);
    expect(runs).toBe(4);
    expect(logged).toEqual([['purge-failed', { code: 'disk-full' }]]);
    await stop();
    await vi.advanceTimersByTimeAsync(3 * dayMs);
    expect(runs).toBe(4);
  });

  it('tells a purge under way to stop, and waits for it', async () => {
    let ended = false;
    const purge = async (signal: AbortSignal): Promise<number> => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended = true;
      return 0;
    };
    await purgeDaily(purge, () => undefined)();
    expect(ended).toBe(true);
  });
});

it('what is under way and was never answered is remembered within a bound', () => {
  const underWay = createUnderWay();
  for (let n = 0; n <= 10_000; n += 1) underWay.claim(`c-${n}`, true).release(false);
  expect([underWay.hasBegun('c-0'), underWay.hasBegun('c-1'), underWay.hasBegun('c-10000')]).toEqual([
    false,
    true,
    true,
  ]);
});
