// Conversations in their tables: the statements, and what their rows mean.
import type Database from 'libsql';
import { z } from 'zod';
import { answerSchema } from '../../contract/answer.ts';
import type { AnswerWire } from '../../contract/answer.ts';
import { verdicts } from '../../contract/conversations.ts';
import type { ConversationTurnWire, GivenFeedbackWire } from '../../contract/conversations.ts';
import { answerStatuses } from '../../domain/answer.ts';
import { pointsIn } from '../../domain/conversation.ts';
import type { PastTurn } from '../../domain/conversation.ts';
import { isDocumentId, isPassageId } from '../../domain/ids.ts';
import type { DocumentId, PassageId } from '../../domain/ids.ts';
import { prepareQuery } from './open-database.ts';
import type { Query } from './open-database.ts';
import { originalText } from './stored-text.ts';

/** Row number of a conversation, and the times of its first and latest turn. */
export interface ConversationRow {
  readonly id: number;
  readonly created: string;
  readonly last: string;
}

const text = z.string().transform(originalText);
const json = z.string().transform((stored): unknown => JSON.parse(stored));
const answer = json.pipe(answerSchema);
const filters = json.pipe(
  z.object({
    documents: z.array(z.custom<DocumentId>((id) => typeof id === 'string' && isDocumentId(id))).optional(),
    from: z.int().optional(),
    to: z.int().optional(),
  }),
);

/** As the contract has it, and as the domain has it: fields that were left out are not there. */
function givenFilters({ documents, from, to }: z.output<typeof filters>) {
  return { ...(documents && { documents }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

const conversationRow = z
  .tuple([z.number(), z.string(), z.string()])
  .transform(([id, created, last]): ConversationRow => ({ id, created, last }));

const turnRow = z
  .tuple([
    text,
    text,
    filters,
    z.string(),
    answer,
    z.enum(verdicts).nullable(),
    text.nullable(),
    text.nullable(),
    z.string().nullable(),
  ])
  .transform(([messageId, question, given, time, kept, verdict, reason, comment, judged]): ConversationTurnWire => {
    const feedback: GivenFeedbackWire | null =
      verdict === null || judged === null ? null : { verdict, reason, comment, time: judged };
    return { messageId, question, filters: givenFilters(given), time, answer: kept, feedback };
  });

const pastRow = z.tuple([z.number(), text, z.enum(answerStatuses), z.string(), json.pipe(z.array(z.string()))]);
const placeRow = z
  .tuple([
    z.custom<DocumentId>((id) => typeof id === 'string' && isDocumentId(id)),
    z.custom<PassageId>((id) => typeof id === 'string' && isPassageId(id)),
    z.number(),
    z.number(),
  ])
  .transform(([documentId, passageId, start, end]) => ({ documentId, passageId, start, end }));
const repeatedRow = z
  .tuple([text, filters, answer])
  .transform(([question, given, kept]) => ({ question, filters: givenFilters(given), answer: kept }));

/** A turn as a repetition of its message is compared with it. */
export interface RepeatedTurn {
  readonly question: string;
  readonly filters: ReturnType<typeof givenFilters>;
  readonly answer: AnswerWire;
}

export interface ConversationQueries {
  /** By id and owner. */
  readonly conversation: Query<ConversationRow>;
  /** By row number of the conversation. */
  readonly turns: Query<ConversationTurnWire>;
  /** The last turns of a conversation, by its row number. */
  pastTurns(conversation: number, limit: number): PastTurn[];
  /** By the client's id, owner and id of the conversation. */
  readonly repeated: Query<RepeatedTurn>;
  /** By the client's id and owner, first turns only. */
  readonly repeatedFirst: Query<RepeatedTurn>;
}

/**
 * By the conversation: many clients number their messages, so the same id stands in many conversations, and the `+` keeps SQLite from
 * looking there first.
 */
const repeatedTurns = `select t.question, t.filters, t.answer from turns t
  where t.conversation = (select id from conversations where conversation = ?3 and owner = ?2) and +t.client_message = ?1
  order by t.id desc`;
const repeatedFirstTurns = `select t.question, t.filters, t.answer from turns t join conversations c on c.id = t.conversation
  where t.client_message = ?1 and c.owner = ?2 and t.id = (select min(id) from turns where conversation = c.id)
  order by t.id desc`;

export function prepareQueries(database: Database.Database): ConversationQueries {
  const past = prepareQuery(
    database,
    `select id, question, status, json_extract(answer, '$.answer'), json_extract(answer, '$.suggestions') from turns where conversation = ? order by id desc limit ?`,
    pastRow,
  );
  const cited = prepareQuery(
    database,
    'select document, passage, start_at, end_at from citations where turn = ? order by n',
    placeRow,
  );
  return {
    conversation: prepareQuery(
      database,
      'select id, created, last from conversations where conversation = ? and owner = ?',
      conversationRow,
    ),
    turns: prepareQuery(
      database,
      `select t.message, t.question, t.filters, t.time, t.answer, f.verdict, f.reason, f.comment, f.time
       from turns t left join feedback f on f.turn = t.id where t.conversation = ? order by t.id`,
      turnRow,
    ),
    pastTurns: (conversation, limit) =>
      past
        .all(conversation, limit)
        .toReversed()
        .map(([turn, question, status, shown, offered]) => ({
          question,
          status,
          cited: cited.all(turn),
          points: pointsIn(shown),
          suggested: offered,
        })),
    repeated: prepareQuery(database, repeatedTurns, repeatedRow),
    repeatedFirst: prepareQuery(database, repeatedFirstTurns, repeatedRow),
  };
}
