// Keeps what is spent in a store, behind the calls: none waits for the disk, and those of one moment are written together.
import { toAppError } from '../domain/errors.ts';
import type { Log, SpendingStore, SpentTokens } from '../ports.ts';
import type { SpendingRecord } from './spending.ts';

/** @param day the calendar day of which it is told what was spent before. @throws AppError as the store. */
export async function openSpendingRecord(store: SpendingStore, day: string, log: Log): Promise<SpendingRecord> {
  const before = await store.spentOn(day);
  const waiting = new Map<string, SpentTokens>();
  let isWriting = false;
  const put = (spent: SpentTokens): void => {
    const key = `${spent.day} ${spent.account}`;
    const tokens = (waiting.get(key)?.tokens ?? 0) + spent.tokens;
    waiting.set(key, { ...spent, tokens });
  };
  const write = async (): Promise<void> => {
    isWriting = true;
    let batch: readonly SpentTokens[] = [];
    try {
      while (waiting.size > 0) {
        batch = [...waiting.values()];
        waiting.clear();
        await store.add(batch);
      }
    } catch (error) {
      // It is tried again with what is spent next: a full disk must not make spending free.
      batch.forEach(put);
      log('error', 'spending-not-kept', { code: toAppError(error).code });
    } finally {
      isWriting = false;
    }
  };
  return {
    before,
    accountOf: (reader) => store.accountOf(reader),
    keep(spent) {
      put(spent);
      if (!isWriting) void write();
    },
  };
}
