// Conversations are not kept longer than they may be, whether the service is started daily or once a year.
import { setImmediate } from 'node:timers/promises';
import { toAppError } from '../domain/errors.ts';
import type { Log } from '../ports.ts';
import type { ConversationParts } from './conversation-events.ts';

const dayMs = 86_400_000;

/** Removes conversations whose latest turn is too old, until there are none or the signal is aborted. @returns their number. */
export async function purgeExpired(
  { store, clock, log, retentionDays }: Pick<ConversationParts, 'store' | 'clock' | 'log' | 'retentionDays'>,
  signal?: AbortSignal,
): Promise<number> {
  if (retentionDays === 0) return 0;
  const now = clock();
  const before = new Date(now.getTime() - retentionDays * dayMs).toISOString();
  const event = { action: 'purge', actor: 'retention', object: null, outcome: 'done', requestId: null } as const;
  const isStopped = (): boolean => signal?.aborted === true;
  let removed = 0;
  let some = 0;
  do {
    some = await store.purge(before, { ...event, time: now.toISOString() });
    removed += some;
    // Readers wait no longer than one batch takes.
    await setImmediate();
  } while (some > 0 && !isStopped());
  log('info', 'purged', { conversations: removed, retentionDays });
  return removed;
}

/** Purges at once and then every day. @returns what ends it, when a purge under way has come to a stop. */
export function purgeDaily(purge: (signal: AbortSignal) => Promise<number>, log: Log): () => Promise<void> {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    try {
      await purge(stopping.signal);
    } catch (error) {
      log('error', 'purge-failed', { code: toAppError(error).code });
    }
  };
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, dayMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}
