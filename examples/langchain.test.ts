// The examples as they stand, with LangChain's fake models and a made-up passage.
import { AIMessage, ToolMessage } from '@langchain/core/messages';
import { fakeModel } from '@langchain/core/testing';
import { expect, it } from 'vitest';
import { strategyAgent } from './langchain-agent.ts';
import { strategyChain } from './langchain-chain.ts';
import { BluelampRetriever } from '../src/adapters/bluelamp-retriever.ts';
import { isDocumentId } from '../src/domain/ids.ts';

const id = '2008-2011-harbour-plan';
if (!isDocumentId(id)) throw new Error(`${id} is no document id.`);
const dredging = 'We will dredge the eastern basin every spring.';
const passage = { passageId: 'p-0123456789abcdef', documentId: id, section: ['Moorings'], page: 1, text: dredging };
const described = { title: 'Harbour Plan 2008–2011', shortTitle: 'Harbour Plan', nicknames: [], sourceNote: '' };

/** One passage of one document, whatever is asked. */
const retriever = new BluelampRetriever({
  source: {
    search: async () => ({ lexicalOnly: false, passages: [{ ...passage, start: 12, end: 58, score: 0.9 }] }),
    documents: async () => [{ ...described, id, years: { from: 2008, to: 2011 }, status: 'draft' }],
    permalink: ({ documentId, start, end }) => `http://localhost/documents/${documentId}?start=${start}&end=${end}`,
  },
});

it('a chain shows the model the passages and keeps where they stand', async () => {
  const model = fakeModel().respond((messages) => {
    const shown = messages.at(-1)?.text ?? '';
    return new AIMessage(
      shown.includes(`[1] Harbour Plan 2008–2011 (draft)\n${dredging}`) ? 'Every spring. [1]' : shown,
    );
  });
  const { answer, sources } = await strategyChain(retriever, model).invoke('When is the eastern basin dredged?');
  expect(answer).toBe('Every spring. [1]');
  expect(sources).toMatchObject([{ documentId: id, status: 'draft', start: 12, end: 58 }]);
});

it('an agent calls the retriever as a tool, and the model reads what it found', async () => {
  const model = fakeModel()
    .respondWithTools([{ name: 'search_strategies', args: { query: 'dredge the eastern basin' } }])
    .respond((messages) => new AIMessage(`It says: ${messages.at(-1)?.text.includes(dredging)}`));
  const { messages } = await strategyAgent(retriever, model).invoke({
    messages: [{ role: 'user', content: 'When is the eastern basin dredged?' }],
  });
  const told = messages.filter((message) => ToolMessage.isInstance(message));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain(dredging);
  expect(told[0]?.text).toContain('http://localhost/documents/2008-2011-harbour-plan?start=12&end=58');
  expect(messages.at(-1)?.text).toBe('It says: true');
});
