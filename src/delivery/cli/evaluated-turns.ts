// The engine and its documents in the shape that the evaluation measures.
import { pastTurn } from '../../chat/turn.ts';
import type { TurnResult, Turns } from '../../chat/turn.ts';
import type { PastTurn } from '../../domain/conversation.ts';
import type { Assistant } from '../../eval/evaluate.ts';
import type { Reply } from '../../eval/observation.ts';
import type { Texts } from '../../eval/quotations.ts';
import type { PassageIndex } from '../../ports.ts';

/** How deep a right passage is looked for; as deep as the HTTP interface would go. */
const searchDepth = 50;

/** The engine as the evaluation asks it: every conversation from its first message on. */
export function assistantOf(turns: Turns): Assistant {
  return {
    ask: async (messages) => {
      const history = await converse(turns, messages.slice(0, -1));
      const started = performance.now();
      const result = await turns.ask({ question: messages.at(-1) ?? '', history });
      return { reply: replyOf(result), milliseconds: performance.now() - started };
    },
    search: async (messages) => {
      const history = await converse(turns, messages.slice(0, -1));
      const { found } = await turns.search({
        question: messages.at(-1) ?? '',
        history,
        mode: 'hybrid',
        limit: searchDepth,
      });
      return found.map(({ passage: { documentId, section, text } }) => ({ documentId, section, text }));
    },
  };
}

/** Asks one message after another, as a person would. */
async function converse(turns: Turns, messages: readonly string[]): Promise<PastTurn[]> {
  const history: PastTurn[] = [];
  for (const question of messages) history.push(pastTurn(question, (await turns.ask({ question, history })).composed));
  return history;
}

function replyOf({ composed: { status, answer, citations } }: TurnResult): Reply {
  return { status, text: answer, citations };
}

/** The text of every document, by id: what quotations are checked against. */
export async function textsOf(index: PassageIndex): Promise<Texts> {
  const descriptions = await index.documents();
  const documents = await Promise.all(descriptions.map(({ id }) => index.document(id)));
  return new Map(documents.flatMap((document) => (document ? [[document.id, document.text]] : [])));
}
