// What is written of conversations. Each is a part of one piece of work of the writer's.
import { z } from 'zod';
import type { ConversationKey, FeedbackOnAnswer, NewTurn } from '../../conversation-store.ts';
import type { DataWriter } from './data-writer.ts';
import { firstRow } from './open-database.ts';
import { storedText } from './stored-text.ts';

/** Conversations that one piece of work removes at most: it runs on the thread that answers, and takes a millisecond for each. */
const removedAtOnce = 20;

export interface ConversationChanges {
  /** @returns false where the conversation should exist and does not. */
  addTurn(turn: NewTurn): boolean;
  /** @returns false where the owner has no such answer. */
  setFeedback(given: FeedbackOnAnswer): boolean;
  /** @returns false where the owner has none of that id. */
  remove(key: ConversationKey): boolean;
  /** @returns how many conversations whose latest turn is older were removed. */
  removeOlder(before: string): number;
}

const idRow = z.tuple([z.number()]).transform(([id]) => id);

export async function prepareChanges(writer: DataWriter): Promise<ConversationChanges> {
  const setFeedback = await writer.prepare(
    `insert into feedback (turn, verdict, reason, comment, time)
     select t.id, ?, ?, ?, ? from turns t join conversations c on c.id = t.conversation where t.message = ? and c.owner = ?
     on conflict do update set verdict = excluded.verdict, reason = excluded.reason, comment = excluded.comment, time = excluded.time`,
  );
  const remove = await writer.prepare('delete from conversations where conversation = ? and owner = ?');
  const removeOlder = await writer.prepare(
    'delete from conversations where id in (select id from conversations where last < ? order by last limit ?)',
  );
  return {
    addTurn: await prepareAddTurn(writer),
    setFeedback({ messageId, owner, feedback: { verdict, reason, comment, time } }) {
      const [why, words] = [storedOrNull(reason), storedOrNull(comment)];
      return setFeedback.run([verdict, why, words, time, storedText(messageId), storedText(owner)]).changes > 0;
    },
    remove: ({ conversationId, owner }) => remove.run([storedText(conversationId), storedText(owner)]).changes > 0,
    removeOlder: (before) => removeOlder.run([before, removedAtOnce]).changes,
  };
}

async function prepareAddTurn(writer: DataWriter): Promise<ConversationChanges['addTurn']> {
  const begin = await writer.prepare(
    'insert into conversations (conversation, owner, created, last) values (?1, ?2, ?3, ?3) returning id',
  );
  // A clock that was put back does not make a conversation older.
  const goOn = await writer.prepare(
    'update conversations set last = max(last, ?3) where conversation = ?1 and owner = ?2 returning id',
  );
  const addTurn = await writer.prepare(
    `insert into turns (conversation, message, client_message, question, filters, time, status, generation, answer, found)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const cite = await writer.prepare(
    'insert into citations (turn, n, document, passage, start_at, end_at) values (?, ?, ?, ?, ?, ?)',
  );
  return (turn) => {
    const { answer, time } = turn;
    const key = [storedText(turn.conversationId), storedText(turn.owner), time];
    const conversation = firstRow(turn.begins ? begin : goOn, idRow, key);
    if (conversation === null) return false;
    const { lastInsertRowid: id } = addTurn.run([
      conversation,
      storedText(answer.messageId),
      storedOrNull(turn.clientMessageId),
      storedText(turn.question),
      JSON.stringify(turn.filters),
      time,
      answer.status,
      answer.generation,
      JSON.stringify(answer),
      JSON.stringify(turn.found),
    ]);
    for (const { n, documentId, passageId, start, end } of answer.citations)
      cite.run([id, n, documentId, passageId, start, end]);
    return true;
  };
}

function storedOrNull(text: string | null): string | null {
  return text === null ? null : storedText(text);
}
