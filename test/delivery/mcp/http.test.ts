// Tools and resources over HTTP, driven by the official client in both generations of the protocol.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../src/contract/answer.ts';
import type { AnswerWire } from '../../../src/contract/answer.ts';
import { passageDetailSchema, searchResultSchema } from '../../../src/contract/search.ts';
import { dredging, harbourApp, harbourStrategies } from '../http/made-up-strategies.ts';
import { connectedHarbour, generations, textOf } from './connected-client.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';

/** An answer without what differs each time. */
function lasting(answer: AnswerWire): object {
  return { ...answer, conversationId: '', messageId: '', timings: {} };
}

describe.each(generations)('a client of the protocol as %s', (generation) => {
  it('is told what the tools take and give, and that they change nothing', async () => {
    const { client } = await connectedHarbour(generation);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual([
      'ask_strategies',
      'get_passage',
      'list_commitments',
      'search_strategies',
    ]);
    for (const { inputSchema, outputSchema, annotations, description = '' } of tools) {
      expect(description.length).toBeGreaterThan(100);
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(outputSchema?.['properties']).toBeTypeOf('object');
      const described = z.record(z.string(), z.looseObject({ description: z.string().min(10) }));
      described.parse(inputSchema.properties);
    }
    expect(client.getInstructions()).toMatch(/exact words/u);
  });

  it('gets the answer that the HTTP interface gives, to read and as a structure', async () => {
    const { client, app } = await connectedHarbour(generation);
    const result = await client.callTool({ name: 'ask_strategies', arguments: { question } });
    const response = await app.request('/api/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question }),
    });
    const answer = answerSchema.parse(result.structuredContent);
    expect(lasting(answer)).toEqual(lasting(answerSchema.parse(await response.json())));
    expect(answer.citations.map(({ quote }) => quote)).toContain(dredging);
    const text = textOf(result);
    expect(text).toContain(answer.answer);
    for (const { n, quote, document } of answer.citations) {
      expect(text).toContain(`[${n}] ${document.title}`);
      expect(text).toContain(quote.replaceAll(/\s+/gu, ' '));
    }
    for (const notice of answer.notices) expect(text).toContain(notice.text);
  });

  it('goes on with a conversation', async () => {
    const { client } = await connectedHarbour(generation);
    const first = await client.callTool({ name: 'ask_strategies', arguments: { question } });
    const { conversationId } = answerSchema.parse(first.structuredContent);
    const second = await client.callTool({ name: 'ask_strategies', arguments: { question, conversationId } });
    expect(answerSchema.parse(second.structuredContent).conversationId).toBe(conversationId);
    expect(textOf(second)).toContain(conversationId);
  });

  it('finds passages as the HTTP interface does, and reads one with its neighbours', async () => {
    const { client, app } = await connectedHarbour(generation);
    const found = await client.callTool({ name: 'search_strategies', arguments: { q: question, k: 2, from: 2008 } });
    const response = await app.request(`/api/search?q=${encodeURIComponent(question)}&k=2&from=2008`);
    expect(found.structuredContent).toEqual(await response.json());
    const [passage] = searchResultSchema.parse(found.structuredContent).passages;
    const read = await client.callTool({ name: 'get_passage', arguments: { passageId: passage?.passageId } });
    const detail = passageDetailSchema.parse(read.structuredContent);
    expect(detail.text).toBe(passage?.text);
    expect(textOf(read)).toContain(detail.text);
    expect(textOf(read)).toContain(`bluelamp://passages/${detail.next?.passageId}`);
  });

  it('reads documents and passages as resources, to the code unit', async () => {
    const { client } = await connectedHarbour(generation);
    const { resources } = await client.listResources();
    expect(resources.map(({ name }) => name)).toEqual(harbourStrategies.map(({ id }) => id));
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'bluelamp://documents/{id}',
      'bluelamp://passages/{id}',
    ]);
    const texts = await Promise.all(resources.map(({ uri }) => client.readResource({ uri })));
    expect(texts.map(({ contents: [first] }) => first && 'text' in first && first.text)).toEqual(
      harbourStrategies.map(({ text }) => text),
    );
    const found = await client.callTool({ name: 'search_strategies', arguments: { q: dredging, k: 1 } });
    const [passage] = searchResultSchema.parse(found.structuredContent).passages;
    const { contents } = await client.readResource({ uri: `bluelamp://passages/${passage?.passageId}` });
    expect(contents).toMatchObject([{ text: passage?.text, _meta: { start: passage?.start, end: passage?.end } }]);
  });

  it('has ids of documents completed', async () => {
    const { client } = await connectedHarbour(generation);
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'bluelamp://documents/{id}' },
      argument: { name: 'id', value: '2015' },
    });
    expect(completion.values).toEqual(['2015-2019-tidewater-strategy']);
  });

  it.each([
    ['ask_strategies', { question: ' ' }, 'Type a question.'],
    ['ask_strategies', { question: 'a'.repeat(2001) }, 'A question has at most 2,000 characters'],
    ['ask_strategies', { question, from: 2020, to: 2010 }, '"from" must not be after "to".'],
    ['ask_strategies', { question, documents: ['no-such-plan'] }, 'There are: 2008-2011-harbour-plan, '],
    ['ask_strategies', { question, conversationId: 'kX9_-abcdefghijklmnopq' }, 'There is no such conversation.'],
    ['ask_strategies', { question, documets: [] }, '"documets" is not an argument of this tool.'],
    ['search_strategies', { q: question, k: 51 }, '"k" must be a whole number from 1 to 50.'],
    ['get_passage', { passageId: 'p-0000000000000000' }, 'There is no passage with this id.'],
    ['get_passage', { passageId: '../../etc/passwd' }, 'There is no passage with this id.'],
  ])('is told in a sentence when %s cannot do what is asked: %o', async (name, given, message) => {
    const { client } = await connectedHarbour(generation);
    const result = await client.callTool({ name, arguments: given });
    expect(result.isError).toBe(true);
    expect(textOf(result)).toContain(message);
    expect(textOf(result)).not.toMatch(/validation|argument.*for tool/iu);
    expect(result.structuredContent).toBeUndefined();
  });

  it.each(['bluelamp://documents/no-such-plan', 'bluelamp://passages/p-0000000000000000', 'bluelamp://nothing/1'])(
    'is told that there is no %s',
    async (uri) => {
      const { client } = await connectedHarbour(generation);
      await expect(client.readResource({ uri })).rejects.toThrow(/There is no|not found/u);
    },
  );

  it('asks no more often than its limit allows, and learns when to try again', async () => {
    const { client } = await connectedHarbour(generation, { asksPerMinute: 1 });
    const call = { name: 'ask_strategies', arguments: { question } };
    const results = [await client.callTool(call), await client.callTool(call)];
    expect(results.map(({ isError = false }) => isError)).toEqual([false, true]);
    expect(results.map(textOf)[1]).toMatch(/Ask again in \d+ seconds/u);
  });

  it('learns nothing of the inside of a fault', async () => {
    const inner = 'ENOENT /secret/index/rows.bin';
    const { index } = await harbourApp();
    const broken = {
      ...index,
      load: () => Promise.reject(new Error(inner)),
      document: () => Promise.reject(new Error(inner)),
    };
    const made = await connectedHarbour(generation, { lease: () => ({ index: broken, release: () => undefined }) });
    const result = await made.client.callTool({ name: 'get_passage', arguments: { passageId: 'p-0000000000000000' } });
    expect(textOf(result)).toBe('Something went wrong inside Bluelamp. The log has the details.');
    const read = made.client.readResource({ uri: 'bluelamp://documents/2008-2011-harbour-plan' });
    await expect(read).rejects.toThrow('Something went wrong inside Bluelamp. The log has the details.');
    expect(made.logged.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['mcp-tool-failed', 'mcp-resource-failed']),
    );
  });
});
