// Every way in which a model can fail to say anything that can be used.
import type { ServerResponse } from 'node:http';
import { beginStream, frame, saying } from './stand-in-model.ts';
import type { Behaviour, Call } from './stand-in-model.ts';

const reply =
  (status: number, headers: Record<string, string>, body = ''): Behaviour =>
  async (_call, response) =>
    void response.writeHead(status, headers).end(body);

const hang = async (_call: Call, response: ServerResponse): Promise<void> => beginStream(response);

export const modelFaults: readonly (readonly [name: string, behaviour: Behaviour])[] = [
  ['401', reply(401, {})],
  ['429', reply(429, {})],
  ['429 with a time', reply(429, { 'retry-after': '30' })],
  ['500', reply(500, {})],
  ['a page', reply(200, { 'content-type': 'text/html' }, '<title>Sign in</title>')],
  ['plain JSON', reply(200, { 'content-type': 'application/json' }, '{}')],
  ['nothing', reply(200, { 'content-type': 'text/event-stream' })],
  ['no headers', async () => undefined],
  ['headers alone', hang],
  [
    'a tool',
    async (_call, response) => {
      beginStream(response);
      const call = { index: 0, id: 't', type: 'function', function: { name: 'open', arguments: '{}' } };
      response.end(frame({ role: 'assistant', tool_calls: [call] }) + frame({}, 'tool_calls'));
    },
  ],
  ['words without end', saying(() => 'no stop '.repeat(2000))],
  [
    'a broken connection',
    async (_call, response) => {
      beginStream(response);
      response.write(frame({ role: 'assistant', content: 'The eastern ba' }));
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    },
  ],
];
