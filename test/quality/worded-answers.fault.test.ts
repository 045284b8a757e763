// Answers over the real documents worded by a stand-in model: an honest one, one that lies, and one that is down.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openIndex } from '../../index/open.ts';
import { openLangChainModel } from '../../src/adapters/langchain-model.ts';
import { createTurns } from '../../src/chat/turn.ts';
import type { Turns } from '../../src/chat/turn.ts';
import { wordTurns } from '../../src/chat/worded-turns.ts';
import { assistantOf, textsOf } from '../../src/delivery/cli/evaluated-turns.ts';
import { evaluate } from '../../src/eval/evaluate.ts';
import { readQuestions } from '../../src/eval/questions.ts';
import type { Question } from '../../src/eval/questions.ts';
import type { Texts } from '../../src/eval/quotations.ts';
import { createGuardedModel } from '../../src/generate/guarded-model.ts';
import { openRealEmbeddings } from '../adapters/real-embeddings.ts';
import { faultRounds } from '../fault-rounds.ts';
import { hostileText } from '../generate/hostile-model.ts';
import { honestText, saying, startStandIn } from '../generate/stand-in-model.ts';
import type { StandIn } from '../generate/stand-in-model.ts';
import { guardLimits } from '../generate/worded-harbour.ts';
import { silent } from '../index/made-up-corpus.ts';

/** Milliseconds for all the development questions, answered twice, on a machine that has other work. */
const evaluationTimeout = 600_000;
/** Development questions that an honest model is asked. */
const honestQuestions = faultRounds({ usual: 24, thorough: 60 });
/** Answers that a lying model is asked to word. */
const hostileAnswers = faultRounds({ usual: 40, thorough: 500 });

interface LoggedWording {
  readonly kept: number;
  readonly dropped: Readonly<Record<string, number>>;
}

let standIn: StandIn;
let quoting: Turns;
let worded: Turns;
let texts: Texts;
let wordings: LoggedWording[] = [];
let close = async (): Promise<void> => undefined;

beforeAll(async () => {
  standIn = await startStandIn(saying(honestText));
  const embedder = await openRealEmbeddings();
  const { index } = await openIndex(inject('corpusIndexDir'), { log: silent, expectedModel: embedder.model });
  const settings = { provider: 'openai', model: 'stand-in', baseUrl: standIn.url, apiKey: null };
  const model = createGuardedModel({
    model: await openLangChainModel(settings),
    limits: { ...guardLimits, deadline: 20_000, firstPiece: 10_000, idle: 10_000 },
    now: () => performance.now(),
    today: () => 'today',
    random: () => 0,
  });
  quoting = createTurns({ index: () => index, embedder, log: silent });
  const log = (_level: string, event: string, fields: object = {}): void => {
    if (event === 'answer-worded' && 'kept' in fields && 'dropped' in fields)
      wordings.push({ kept: Number(fields.kept), dropped: countsIn(fields.dropped) });
  };
  worded = wordTurns({ turns: quoting, index: () => index, model, embedder, log });
  texts = await textsOf(index);
  close = async () => {
    await index.close();
    await embedder.close();
    await standIn.close();
  };
});

afterAll(async () => close());

function countsIn(dropped: unknown): Record<string, number> {
  return typeof dropped === 'object' && dropped !== null
    ? Object.fromEntries(Object.entries(dropped).map(([name, count]) => [name, Number(count)]))
    : {};
}

async function questionsOf(file: string): Promise<Question[]> {
  return readQuestions(await readFile(new URL(`questions/${file}.jsonl`, import.meta.url), 'utf8'));
}

describe('a model that keeps to what the documents say', () => {
  it(
    'answers the development questions no worse than quotations do, and hardly loses a sentence',
    async () => {
      standIn.behave = saying(honestText);
      wordings = [];
      const questions = (await questionsOf('dev')).slice(0, honestQuestions);
      const plain = (await evaluate(questions, { assistant: assistantOf(quoting), texts })).summary.overall.answers;
      const own = (await evaluate(questions, { assistant: assistantOf(worded), texts })).summary.overall.answers;
      const kept = wordings.reduce((sum, each) => sum + each.kept, 0);
      const dropped = wordings.flatMap((each) => Object.values(each.dropped)).reduce((sum, each) => sum + each, 0);
      console.log(`honest: ${wordings.length} answers worded, ${kept} sentences kept, ${dropped} not let through`);
      console.log(`all right: quoting ${plain.allRight.value}, worded ${own.allRight.value}`);
      expect(own.allRight.value).toBeGreaterThanOrEqual(plain.allRight.value ?? 1);
      expect(own.answerPass.value).toBeGreaterThanOrEqual(plain.answerPass.value ?? 1);
      expect(own.verbatimQuotes.value).toBe(1);
      expect(wordings.length).toBeGreaterThanOrEqual(honestQuestions / 3);
      expect(dropped / (kept + dropped)).toBeLessThanOrEqual(0.15);
    },
    evaluationTimeout,
  );
});

describe('a model that lies', () => {
  it(
    `has not a sentence let through in ${hostileAnswers} answers`,
    async () => {
      let turn = 0;
      standIn.behave = saying((call) => hostileText(call, (turn += 1)));
      wordings = [];
      const pool = [...(await questionsOf('dev')), ...(await questionsOf('tuning'))].map(
        ({ turns }) => turns.at(-1) ?? '',
      );
      const leaks: string[] = [];
      for (const question of pool) {
        if (wordings.length >= hostileAnswers) break;
        const { composed } = await worded.ask({ question });
        if (composed.wordedBy !== undefined) leaks.push(composed.answer);
      }
      console.log(
        `hostile: ${wordings.length} answers, ${leaks.length} with a sentence let through\n${leaks.join('\n--\n')}`,
      );
      expect(wordings.length).toBe(hostileAnswers);
      expect(leaks).toEqual([]);
    },
    evaluationTimeout,
  );
});

describe('a model that is down', () => {
  it('leaves every answer as it is without one, but for a notice', async () => {
    standIn.behave = async (_call, response) => void response.writeHead(503).end();
    const questions = (await questionsOf('dev')).map(({ turns }) => turns.at(-1) ?? '');
    for (const question of questions.slice(0, faultRounds({ usual: 20, thorough: questions.length }))) {
      const [plain, down] = [await quoting.ask({ question }), await worded.ask({ question })];
      const notices = down.composed.notices.filter(({ type }) => type !== 'model');
      expect({ ...down.composed, notices }).toEqual(plain.composed);
    }
  });
});
