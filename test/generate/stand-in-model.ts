// An OpenAI-compatible server that answers as it is told to: honestly, as an attacker would have it, or not at all.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const materialShape = z.object({
  question: z.string(),
  earlier: z.array(z.string()),
  passages: z.array(z.object({ id: z.string(), document: z.string(), section: z.string(), text: z.string() })),
  key: z.array(z.object({ passage: z.string(), sentence: z.string() })),
});
export type Material = z.infer<typeof materialShape>;

const requestShape = z.looseObject({
  model: z.string(),
  stream: z.boolean(),
  temperature: z.number(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
export type AskedOfModel = z.infer<typeof requestShape>;

/** What was sent by one call, and how it ended on this side. */
export interface Call {
  readonly body: AskedOfModel;
  readonly headers: IncomingMessage['headers'];
  /** Whether the caller ended it before it was answered. */
  wasLeft: boolean;
}

export type Behaviour = (call: Call, response: ServerResponse) => Promise<void>;

export interface StandIn {
  /** As `BLUELAMP_LLM_BASE_URL`. */
  readonly url: string;
  readonly calls: readonly Call[];
  behave: Behaviour;
  close(): Promise<void>;
}

export async function startStandIn(behaviour: Behaviour): Promise<StandIn> {
  const calls: Call[] = [];
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  const standIn: StandIn = {
    url: '',
    calls,
    behave: behaviour,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const call = { body: requestShape.parse(JSON.parse(text)), headers: request.headers, wasLeft: false };
    calls.push(call);
    response.on('error', () => undefined);
    response.on('close', () => (call.wasLeft = !response.writableFinished));
    await standIn.behave(call, response);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(standIn, { url: `http://127.0.0.1:${port}/v1` });
}

/** The material of a call that asks for the words of an answer. */
export function materialOf({ body }: Call): Material {
  return materialShape.parse(JSON.parse(body.messages.at(-1)?.content ?? ''));
}

export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
}

export function frame(delta: object, finish: string | null = null): string {
  const choice = { index: 0, delta, finish_reason: finish };
  return `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [choice] })}\n\n`;
}

export const done = 'data: [DONE]\n\n';

/** Streams a text word by word. @param between milliseconds between two words. */
export function saying(textFor: (call: Call) => string, between = 0): Behaviour {
  return async (call, response) => {
    beginStream(response);
    response.write(frame({ role: 'assistant', content: '' }));
    for (const word of textFor(call).split(/(?<=\s)/u)) {
      if (call.wasLeft) return;
      response.write(frame({ content: word }));
      if (between > 0) await sleep(between);
    }
    response.write(frame({}, 'stop'));
    response.end(done);
  };
}

/** Puts the key sentences as they stand into the third person, each under its passage. */
export function honestText(call: Call): string {
  const { key } = materialOf(call);
  return key.map(({ passage, sentence }) => `${honestSentence(sentence)} [${passage}]`).join('\n');
}

/** As a model would that is told to keep to the words: one line, no marks, a stop at the end, "the organisation" where the document says "we". */
export function honestSentence(sentence: string): string {
  const line = sentence
    .replaceAll(/[*_#]+|[^\p{Script=Latin}\p{N}\p{P}\p{Zs}£$€%+\n]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const told = line
    .replace(/^We['’]ll\b/u, 'The organisation will')
    .replace(/^We(?:['’]ve| have)\b/u, 'The organisation has')
    .replace(/^We(?:['’]re| are)\b/u, 'The organisation is')
    .replace(/^We\b/u, 'The organisation');
  return /[.!?]["”’)]?$/u.test(told) ? told : `${told.replace(/[:;,]$/u, '')}.`;
}
