// Tools that ask, search and read. Each asks the same service as the HTTP interface and gives the same shapes.
import type { McpServer, ServerContext } from '@modelcontextprotocol/server';
import type { AskRequest, Asks } from '../../admission/asks.ts';
import { findPassage } from '../../chat/find-passage.ts';
import { searchWire } from '../../chat/wire.ts';
import type { AnswerWire } from '../../contract/answer.ts';
import { filtersOf } from '../../domain/filters.ts';
import { addTool } from './add-tool.ts';
import { knownFilters } from './known-filters.ts';
import { withIndex } from './parts.ts';
import type { McpParts, McpSession } from './parts.ts';
import { renderAnswer, renderFound, renderPassage } from './render-results.ts';
import { askInput, passageInput, searchInput } from './tool-inputs.ts';
import { answerOutput, passageOutput, searchOutput } from './tool-outputs.ts';

export function addAskTool(server: McpServer, parts: McpParts, session: McpSession): void {
  const { asks, permalink } = parts;
  addTool(server, parts, {
    name: 'ask_strategies',
    title: 'Ask the strategy documents',
    description:
      'Answers a question from the strategy documents in their exact words, with a numbered citation for every statement: document, section, page, quotation, offsets. ' +
      'Where the documents do not answer, "abstained" is true and the status says why; the passages in "related" are then no answer. Heed "notices" (drafts, consultations, conflicts). ' +
      'Use it for what was promised, planned, counted or defined, for comparisons between documents and for how something changed over the years. For passages to read yourself use search_strategies.',
    input: askInput,
    output: answerOutput,
    run: async ({ question, conversationId, ...given }, context) => {
      const answer = await answered(asks, {
        question,
        filters: await knownFilters(parts, filtersOf(given)),
        ...(conversationId !== undefined && { conversationId }),
        caller: session.caller,
        requestId: session.requestId,
        signal: signalOf(session, context),
      });
      return { structure: answer, text: renderAnswer(answer, permalink) };
    },
  });
}

export function addSearchTool(server: McpServer, parts: McpParts, session: McpSession): void {
  const { asks, permalink } = parts;
  addTool(server, parts, {
    name: 'search_strategies',
    title: 'Search the strategy documents',
    description:
      'Finds passages of the strategy documents by meaning and by words, best first, each with its exact text, document, section, page and offsets. ' +
      'Use it to gather evidence or to read around a topic. It does not judge whether a passage answers a question: ask_strategies does.',
    input: searchInput,
    output: searchOutput,
    run: async ({ q: question, k: limit, mode, explain, ...given }, context) => {
      const filters = await knownFilters(parts, filtersOf(given));
      const signal = signalOf(session, context);
      const found = searchWire(
        await asks.search(session.caller, { question, mode, limit, ...filters, signal }),
        explain,
      );
      const documents = await withIndex(parts, (index) => index.documents());
      return { structure: found, text: renderFound(found, documents, permalink) };
    },
  });
}

export function addPassageTool(server: McpServer, parts: McpParts): void {
  addTool(server, parts, {
    name: 'get_passage',
    title: 'Read a passage with its neighbours',
    description:
      'Gives one passage by the passageId of a search result or a citation: its exact text, section, page and offsets, and the passages before and after it in the document. Use it to read a quotation in its context.',
    input: passageInput,
    output: passageOutput,
    run: ({ passageId }) =>
      withIndex(parts, async (index) => {
        const passage = await findPassage(index, passageId);
        return { structure: passage, text: renderPassage(passage, await index.documents(), parts.permalink) };
      }),
  });
}

async function answered(asks: Asks, request: AskRequest): Promise<AnswerWire> {
  for await (const event of asks.ask(request)) if (event.type === 'answer') return event.answer;
  throw new Error('A question ended without an answer.');
}

/** Aborted when the client cancels the call, or goes away. */
function signalOf({ signal }: McpSession, { mcpReq }: ServerContext): AbortSignal {
  return signal ? AbortSignal.any([signal, mcpReq.signal]) : mcpReq.signal;
}
