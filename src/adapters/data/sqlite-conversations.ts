// Conversations, feedback and the audit log in one SQLite file: one connection reads what is committed, one writes.
import type Database from 'libsql';
import type { ConversationStore } from '../../conversation-store.ts';
import type { AuditEvent } from '../../domain/audit.ts';
import type { SpendingStore } from '../../ports.ts';
import type { SlackStore } from '../../slack-ports.ts';
import { prepareAppend, prepareEvents, verifyAuditLog } from './audit-log.ts';
import { prepareChanges } from './conversation-changes.ts';
import { prepareQueries } from './conversation-rows.ts';
import { toReaderFault } from './data-faults.ts';
import { openWriter } from './data-writer.ts';
import type { DataWriter } from './data-writer.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteSlack } from './sqlite-slack.ts';
import { createSqliteSpending } from './sqlite-spending.ts';
import { storedText } from './stored-text.ts';

/** What is kept in the data file. Closing the conversations closes it for all. */
export interface DataStores {
  readonly conversations: ConversationStore;
  readonly slack: SlackStore;
  readonly spending: SpendingStore;
}

/** Makes the file where there is none. @throws AppError `data-damaged` for one that is newer, or not ours; what SQLite throws. */
export async function openStores(path: string): Promise<DataStores> {
  const database = openDatabase(path);
  try {
    const writer = await openWriter(path);
    const conversations = await createSqliteConversations(database, writer);
    const slack = await createSqliteSlack(database, writer);
    return { conversations, slack, spending: await createSqliteSpending(database, writer) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The store over the two connections, which it closes. */
export async function createSqliteConversations(
  database: Database.Database,
  writer: DataWriter,
): Promise<ConversationStore> {
  const queries = prepareQueries(database);
  const eventsAfter = prepareEvents(database);
  const changes = await prepareChanges(writer);
  const append = await prepareAppend(writer);
  /** The change with its event, or neither where there was nothing to change; a number of things is told in the event. */
  const changed = <Result extends boolean | number>(change: () => Result, event: AuditEvent): Promise<Result> =>
    guarded(() =>
      writer.write(() => {
        const result = change();
        if (typeof result === 'number' && result > 0) append({ ...event, count: result });
        if (result === true) append(event);
        return result;
      }),
    );
  return {
    read: ({ conversationId, owner }) =>
      guarded(() => {
        const found = queries.conversation.first(storedText(conversationId), storedText(owner));
        if (found === null) return null;
        const { id, created, last } = found;
        return { conversationId, created, last, turns: queries.turns.all(id) };
      }),
    history: ({ conversationId, owner }, limit) =>
      guarded(() => {
        const found = queries.conversation.first(storedText(conversationId), storedText(owner));
        return found && queries.pastTurns(found.id, limit);
      }),
    turnsOf: ({ owner, conversationId, clientMessageId }) =>
      guarded(() => {
        const by = [storedText(clientMessageId), storedText(owner)];
        return conversationId === null
          ? queries.repeatedFirst.all(...by)
          : queries.repeated.all(...by, storedText(conversationId));
      }),
    add: (turn, event) => changed(() => changes.addTurn(turn), event),
    setFeedback: (given, event) => changed(() => changes.setFeedback(given), event),
    async remove(key, event) {
      const removed = await changed(() => changes.remove(key), event);
      if (removed) await emptyJournal(writer);
      return removed;
    },
    async purge(before, event) {
      const removed = await changed(() => changes.removeOlder(before), event);
      if (removed === 0) await emptyJournal(writer);
      return removed;
    },
    record: async (event) => void (await changed(() => true, event)),
    eventsAfter: (sequence, limit) => guarded(() => eventsAfter(sequence, limit)),
    verifyAudit: () => guarded(() => verifyAuditLog(database)),
    async close() {
      await emptyJournal(writer);
      await writer.close();
      database.close();
    },
  };
}

async function guarded<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toReaderFault(error);
  }
}

/** The write-ahead log still holds what was erased, until it is emptied. */
async function emptyJournal(writer: DataWriter): Promise<void> {
  try {
    await writer.run('pragma wal_checkpoint(truncate)');
  } catch {
    // A full disk, or a backup that reads: the erasure itself is on disk, and the next one empties the log.
  }
}
