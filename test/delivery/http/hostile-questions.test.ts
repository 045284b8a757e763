// Whatever is asked gets an answer in the documented shape, for the work of a few ordinary questions.
import { beforeAll, describe, expect, it } from 'vitest';
import { createTurns } from '../../../src/chat/turn.ts';
import { answerSchema } from '../../../src/contract/answer.ts';
import type { AnswerWire } from '../../../src/contract/answer.ts';
import type { Embedder, PassageIndex } from '../../../src/ports.ts';
import { createFakeEmbedder } from '../../ports/fake-embedder.ts';
import { ask } from './checked-request.ts';
import { hostileQuestions } from './hostile-questions.ts';
import { harbourApp, harbourStrategies } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

/** A message is taken for at most three questions, so for the work of three. */
const mostQuestions = 3;
const ordinary = 'When will you dredge the eastern basin before the herring season begins?';

interface Work {
  indexReads: number;
  textsEmbedded: number;
}

let made: MadeUpApp;
let work: Work;

beforeAll(async () => {
  const { index } = await harbourApp();
  const counted = counting(index, createFakeEmbedder());
  ({ work } = counted);
  const turns = createTurns({ index: () => counted.index, embedder: counted.embedder, log: () => undefined });
  made = await harbourApp({ turns });
});

function counting(index: PassageIndex, embedder: Embedder) {
  const counts: Work = { indexReads: 0, textsEmbedded: 0 };
  const countedIndex = new Proxy(index, {
    get(target, name): unknown {
      counts.indexReads += 1;
      return Reflect.get(target, name);
    },
  });
  const countedEmbedder: Embedder = {
    model: embedder.model,
    embed(texts, options) {
      counts.textsEmbedded += texts.length;
      return embedder.embed(texts, options);
    },
  };
  return { work: counts, index: countedIndex, embedder: countedEmbedder };
}

async function answerTo(question: string): Promise<{ answer: AnswerWire; spent: Work }> {
  Object.assign(work, { indexReads: 0, textsEmbedded: 0 });
  const { status, body } = await ask(made, { question });
  expect(status).toBe(200);
  return { answer: answerSchema.parse(body), spent: { ...work } };
}

describe('P8 a hostile question', () => {
  it.each(hostileQuestions)(
    'of %s is answered with what the documents say, or with the word that they do not',
    async (_what, question) => {
      const { answer } = await answerTo(question);
      expect(answer.answer).not.toBe('');
      for (const { documentId, start, end, quote } of answer.citations)
        expect(harbourStrategies.find(({ id }) => id === documentId)?.text.slice(start, end)).toBe(quote);
      expect(answer.answer).not.toMatch(/<script|<img|\]\(javascript|!\[/u);
    },
  );

  it.each(hostileQuestions)('of %s costs no more than three ordinary ones', async (_what, question) => {
    const { spent: usual } = await answerTo(ordinary);
    const { spent } = await answerTo(question);
    expect(usual.textsEmbedded).toBeGreaterThan(0);
    expect(spent.textsEmbedded).toBeLessThanOrEqual(mostQuestions * usual.textsEmbedded);
    expect(spent.indexReads).toBeLessThanOrEqual(mostQuestions * usual.indexReads);
  });
});

it.each([
  ['German', 'Wie hoch sind die Kosten für neue Feuerwehrfahrzeuge?'],
  ['Chinese', '你们什么时候疏浚东部港池？'],
])('%s is told that questions are understood in English', async (_what, question) => {
  const { answer } = await answerTo(question);
  expect(answer.status).toBe('declined');
  expect(answer.answer).toMatch(/questions in English only/u);
  expect(answer.citations).toEqual([]);
});

it.each([
  ['emoji', '🚓🚨❓'],
  ['nothing but question marks', '?'.repeat(2000)],
])('%s asks nothing, and the reply says what can be asked', async (_what, question) => {
  const { answer } = await answerTo(question);
  expect(answer.status).toBe('chat');
  expect(answer.citations).toEqual([]);
});
