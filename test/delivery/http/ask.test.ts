import { beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../../src/contract/answer.ts';
import type { AnswerWire } from '../../../src/contract/answer.ts';
import { createTurns } from '../../../src/chat/turn.ts';
import type { Turns } from '../../../src/chat/turn.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { ask, checkedRequest, messageOf } from './checked-request.ts';
import { dredging, harbourApp, harbourStrategies } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp();
});

const question = 'When will you dredge the eastern basin before the herring season begins?';

describe('an answer', () => {
  it('quotes the documents, and each quotation is the text at its offsets', async () => {
    const { status, body } = await ask(made, { question });
    const answer = answerSchema.parse(body);
    expect(status).toBe(200);
    expect(answer.citations.map((citation) => citation.quote)).toContain(dredging);
    for (const { documentId, start, end, quote } of answer.citations) {
      const document = harbourStrategies.find(({ id }) => id === documentId);
      expect(document?.text.slice(start, end)).toBe(quote);
    }
  });

  it('is the same, byte for byte, for the same question, but for ids and timings', async () => {
    const bodies = await Promise.all([ask(made, { question }), ask(made, { question })]);
    const [one, other] = bodies.map(({ body }) =>
      JSON.stringify({ ...answerSchema.parse(body), messageId: '', conversationId: '', timings: {} }),
    );
    expect(one).toBe(other);
  });

  it('begins a conversation of its own when none is named', async () => {
    const [one, other] = await Promise.all([ask(made, { question }), ask(made, { question })]);
    const ids = [one, other].flatMap(({ body }) => [
      answerSchema.parse(body).conversationId,
      answerSchema.parse(body).messageId,
    ]);
    expect(new Set(ids).size).toBe(4);
  });

  it('goes on with the conversation that is named', async () => {
    const first = answerSchema.parse((await ask(made, { question })).body);
    const second = answerSchema.parse((await ask(made, { question, conversationId: first.conversationId })).body);
    expect(second.conversationId).toBe(first.conversationId);
    expect(second.messageId).not.toBe(first.messageId);
  });

  it('is not given in a conversation that never began', async () => {
    expect((await ask(made, { question, conversationId: 'kX9_-abcdefghijklmnopq' })).status).toBe(404);
  });

  it('keeps to the documents and the years asked for', async () => {
    const { body } = await ask(made, { question, from: 2015, to: 2030, documents: ['2024-2027-open-water'] });
    const answer = answerSchema.parse(body);
    const named = [...answer.citations, ...answer.related].map(({ documentId }) => documentId);
    expect(named.filter((id) => id !== '2024-2027-open-water')).toEqual([]);
  });
});

describe('P8 a question is refused', () => {
  it.each([
    ['missing', {}, 'Type a question.'],
    ['no text', { question: 7 }, 'Type a question.'],
    ['empty', { question: '' }, 'Type a question.'],
    ['blank', { question: ' \n\t\u00a0' }, 'Type a question.'],
    ['nothing but characters that cannot be seen', { question: '\u0000\ud800' }, 'Type a question.'],
    [
      '2,001 characters long',
      { question: 'a'.repeat(2001) },
      'A question has at most 2,000 characters, and this one has 2,001. Shorten it.',
    ],
    ['a list', [], 'The body must be a JSON object with a "question".'],
    ['with a field that is none', { question: 'a', documets: [] }, '"documets" is not a field of a question.'],
    [
      'of a document that is none',
      { question: 'a', documents: ['no-such-plan'] },
      'There is no document "no-such-plan". GET /api/documents lists them.',
    ],
    [
      'of an id that cannot be',
      { question: 'a', documents: ['../etc'] },
      '"documents" must be a list of up to 100 document ids, as GET /api/documents gives them.',
    ],
    ['with the years the wrong way round', { question: 'a', from: 2020, to: 2010 }, '"from" must not be after "to".'],
    ['before all years', { question: 'a', from: 1899 }, '"from" must be a year from 1900 to 2200.'],
    ['after all years', { question: 'a', to: 2201 }, '"to" must be a year from 1900 to 2200.'],
    ['with half a year', { question: 'a', to: 2010.5 }, '"to" must be a year from 1900 to 2200.'],
    [
      'with a conversation that cannot be',
      { question: 'a', conversationId: '../x' },
      '"conversationId" must be an id that an earlier answer gave, or be left out.',
    ],
  ])('when it is %s', async (_what, body, message) => {
    const refused = await ask(made, body);
    expect(refused.status).toBe(400);
    expect(messageOf(refused.body)).toBe(message);
  });

  it.each([
    ['half an object', '{'],
    ['nothing', ''],
    ['too deep', '['.repeat(60_000)],
    ['a prototype', '{"question":"a","__proto__":{"b":1}}'],
    ['a constructor', '{"question":"a","constructor":{"prototype":{"b":1}}}'],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
  ])('when its body is %s', async (_what, body) => {
    expect((await ask(made, body)).status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'b')).toBe(false);
  });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=a'],
    ['application/vnd.api+json'],
    ['application/jsonp'],
    [''],
  ])('when it comes as %j', async (type) => {
    const headers = type === '' ? undefined : { 'content-type': type };
    const body = new TextEncoder().encode(JSON.stringify({ question }));
    const refused = await checkedRequest(made, '/api/ask', { method: 'POST', body, ...(headers && { headers }) });
    expect(refused.status).toBe(415);
  });
});

describe('a question is accepted', () => {
  it.each([
    ['2,000 letters', 'a'.repeat(2000)],
    ['2,000 astral characters', '😀'.repeat(2000)],
    ['a NUL and half a character in it', `dredge\u0000the\ud83d basin`],
  ])('with %s', async (_what, text) => {
    expect((await ask(made, { question: text })).status).toBe(200);
  });

  it('as JSON in capitals with a character set', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    const body = JSON.stringify({ question });
    expect((await checkedRequest(made, '/api/ask', { method: 'POST', headers, body })).status).toBe(200);
  });

  it('in a body of 65,536 bytes, and not of one more', async () => {
    const padded = (bytes: number): string => JSON.stringify({ question }).padEnd(bytes, ' ');
    expect((await ask(made, padded(65_536))).status).toBe(200);
    expect((await ask(made, padded(65_537))).status).toBe(413);
  });
});

it('tells a fault by its id alone, and keeps the cause for the log', async () => {
  const secret = 'EACCES /srv/secret/index.sqlite';
  const faulty = await harbourApp({ turns: failingTurns(new Error(secret)) });
  const { status, body } = await ask(faulty, { question });
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toMatch(/secret|EACCES|\.ts|\bat\b/u);
  expect(faulty.logged.find(({ event }) => event === 'request-failed')).toMatchObject({
    level: 'error',
    fields: { fault: { message: secret } },
  });
});

describe('D5 while the embedder is away', () => {
  const away = async (): Promise<MadeUpApp> => {
    const embed = (): Promise<never> => Promise.reject(new AppError('embedder-unavailable', 'The embedder is away.'));
    const { index } = made;
    const embedder = { model: index.model, embed };
    return harbourApp({ turns: createTurns({ index: () => index, embedder, log: () => undefined }) });
  };
  const isOnWords = ({ notices }: AnswerWire): boolean =>
    notices.some(({ type, text }) => type === 'partial' && text.includes('Only the words'));

  it('words are searched, and the answer says so', async () => {
    const { status, body } = await ask(await away(), { question });
    const answer = answerSchema.parse(body);
    expect(status).toBe(200);
    expect(answer.citations.map(({ quote }) => quote)).toContain(dredging);
    expect(isOnWords(answer)).toBe(true);
  });

  it('a search says so, too', async () => {
    const of = async (app: MadeUpApp, mode: string): Promise<unknown> =>
      (await checkedRequest(app, `/api/search?q=dredge&mode=${mode}`)).body;
    expect(await of(await away(), 'hybrid')).toMatchObject({ lexicalOnly: true });
    expect(await of(made, 'hybrid')).toMatchObject({ lexicalOnly: false });
    expect(await of(made, 'lexical')).toMatchObject({ lexicalOnly: true });
  });

  it('and not otherwise, nor where nothing is searched', async () => {
    expect(isOnWords(answerSchema.parse((await ask(made, { question })).body))).toBe(false);
    expect(isOnWords(answerSchema.parse((await ask(await away(), { question: 'hello' })).body))).toBe(false);
  });
});

it('says when to come back while a part is away', async () => {
  const away = failingTurns(new AppError('embedder-unavailable', 'The embedder is starting. Try again.'));
  const { status, headers } = await ask(await harbourApp({ turns: away }), { question });
  expect(status).toBe(503);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
});

function failingTurns(fault: Error): Turns {
  const fail = (): Promise<never> => Promise.reject(fault);
  return {
    ask: fail,
    search: fail,
    async *stream() {
      yield await fail();
      return fail();
    },
  };
}
