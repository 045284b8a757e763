// A LangChain agent that looks things up in the strategies by itself, with Bluelamp's search as its tool.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { createAgent, tool } from 'langchain';
import type { ReactAgent } from 'langchain';
import { z } from 'zod';
// From another project: import type { BluelampRetriever } from 'bluelamp/retriever'.
import type { BluelampRetriever } from '../src/adapters/bluelamp-retriever.ts';

export function strategyAgent(retriever: BluelampRetriever, model: BaseChatModel): ReactAgent {
  const searchStrategies = tool(
    async ({ query }) => {
      const found = await retriever.invoke(query);
      const entries = found.map(
        ({ pageContent, metadata }) => `${metadata.title}, ${metadata.permalink}\n${pageContent}`,
      );
      return entries.length === 0 ? 'Nothing was found.' : entries.join('\n\n');
    },
    {
      name: 'search_strategies',
      description:
        'Finds passages of the strategy documents by meaning and by words, best first, with their addresses.',
      schema: z.object({ query: z.string().describe('What to look for, as a question or as words.') }),
    },
  );
  return createAgent({
    model,
    tools: [searchStrategies],
    systemPrompt:
      'Answer from what search_strategies finds and nothing else. Quote it, and give the address of each quotation.',
  });
}
