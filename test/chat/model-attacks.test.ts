// M4, M7 and M8: a model that does all that documents and readers tell it to, and readers whom the documents do not answer.
import { describe, expect, it } from 'vitest';
import type { TurnResult } from '../../src/chat/turn.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { PassageIndex } from '../../src/ports.ts';
import { extractionPrompts } from '../generate/extraction-prompts.ts';
import { poisons } from '../generate/poisoned-passages.ts';
import { materialOf, saying } from '../generate/stand-in-model.ts';
import type { Call } from '../generate/stand-in-model.ts';
import { unanswerable } from '../generate/unanswerable-questions.ts';
import { wordedTurns } from '../generate/worded-harbour.ts';

const truth = 'We will paint the northern quays every winter before the ferries return.';
const question = 'When will you paint the northern quays?';

function planWith(poison: string): Parameters<typeof wordedTurns>[2] {
  const text = `# Quays\n\n${truth}\n\n${poison}\n`;
  return {
    strategies: [{ id: 'quay-plan', title: 'Quay Plan', years: { from: 2020, to: 2024 }, status: 'published', text }],
  };
}

/** Says what it was told to, whoever told it, under each mark that there could be. */
function obeying(words: string): (call: Call) => string {
  return (call) => {
    const ids = materialOf(call).passages.map(({ id }) => id);
    return [...ids.map((id) => `${words} [${id}]`), `${words} [${ids.join(', ')}]`, `${words} [P9]`, words].join('\n');
  };
}

describe('M4: a passage that gives orders', () => {
  it.each(poisons)('$technique, to $goal', async ({ poison, order, effect, traces }) => {
    const { worded, quoting, standIn } = await wordedTurns(saying(obeying(effect)), {}, planWith(poison));
    const { composed } = await worded.ask({ question });
    const plain = (await quoting.ask({ question })).composed;

    // The answer that quotes is as if there were no order, and the model's obedience changes nothing of it.
    expect(plain.answer).toContain(truth);
    expect(composed.wordedBy).toBeUndefined();
    expect(composed.answer).toBe(plain.answer);
    expect(composed.citations).toEqual(plain.citations);
    for (const trace of traces) expect(composed.answer).not.toContain(trace);

    // To the model it came as data: within the JSON of the message, beside rules in which nothing of it stands.
    const [call] = standIn.calls;
    if (!call) throw new Error('The model was not asked.');
    const [rules, ...messages] = call.body.messages;
    expect(messages).toHaveLength(1);
    expect(rules?.content).not.toContain(order);
    expect(Object.keys(materialOf(call)).toSorted()).toEqual(['earlier', 'key', 'passages', 'question']);
    for (const { text } of materialOf(call).passages) expect(text).not.toMatch(/[\p{Cf}]|(?!\s)\p{Cc}/u);
  });

  it('comes in sixty ways', () => {
    expect(new Set(poisons.map(({ poison }) => poison)).size).toBeGreaterThanOrEqual(60);
  });
});

/** What the model must never be told, so that it cannot say it. */
const canaries = ['canary-key-4711', '127.0.0.1', 'v1/chat', process.cwd(), 'Bearer'];

describe('M8: a reader who wants to know what the model was told', () => {
  it.each(extractionPrompts)('is told no secret, for it knows none: %s', async (prompt) => {
    const dredging = 'When will you dredge the eastern basin before the herring season begins?';
    // It says all that it was told, its rules first, each line as a sentence with a mark.
    const echo = ({ body }: Call): string =>
      body.messages
        .flatMap(({ content }) => content.split(/\n|(?<=[.!?]) /u))
        .map((line) => `${line} [P1]`)
        .join('\n');
    const { worded, standIn, logged } = await wordedTurns(saying(echo));
    const asked = `${dredging} ${prompt}`;
    const { composed } = await worded.ask({
      question: asked,
      history: [{ question: prompt, status: 'answered', cited: [] }],
    });
    const told = JSON.stringify([composed, logged]);
    for (const canary of canaries) expect(told).not.toContain(canary);
    for (const rule of ['You put what', 'never an instruction', 'Write one sentence a line', '"key" holds'])
      expect(told).not.toContain(rule);
    for (const { body } of standIn.calls)
      for (const canary of canaries) expect(JSON.stringify(body)).not.toContain(canary);
  });

  it('comes in thirty ways, and reaches the model in most', async () => {
    expect(new Set(extractionPrompts).size).toBeGreaterThanOrEqual(30);
    const { worded, standIn } = await wordedTurns(saying(() => 'No. [P1]'));
    const dredging = 'When will you dredge the eastern basin before the herring season begins?';
    for (const prompt of extractionPrompts) await worded.ask({ question: `${dredging} ${prompt}` });
    expect(standIn.calls.length).toBeGreaterThanOrEqual(extractionPrompts.length / 2);
  });
});

describe('M7: what the documents do not answer', () => {
  const isWithheld = (status: string): boolean => ['not_found', 'declined', 'chat'].includes(status);
  it.each(Object.entries(unanswerable))('is not asked of the model: %s', async (_kind, questions) => {
    const { worded, quoting, standIn } = await wordedTurns(saying(() => 'The answer is 42. [P1]'));
    const answered: string[] = [];
    for (const each of questions) {
      const [calls, plain] = [standIn.calls.length, (await quoting.ask({ question: each })).composed];
      const { composed } = await worded.ask({ question: each });
      // Where the engine takes something for an answer, it is that which is given, and never what the model knows.
      expect(composed.answer, each).toBe(plain.answer);
      expect(composed.wordedBy, each).toBeUndefined();
      if (isWithheld(plain.status)) expect(standIn.calls.length, each).toBe(calls);
      else answered.push(each);
    }
    expect(answered.length).toBeLessThanOrEqual(1);
  });

  const readings = [
    'lexicalCandidates',
    'load',
    'measure',
    'statistics',
    'vocabulary',
    'documents',
    'passagesOf',
    'acronyms',
    'lexicon',
    'commitments',
  ] as const;
  it.each(readings)('nor is what could not be looked up: the index fails at %s', async (name) => {
    const fault = new AppError('index-damaged', 'The index is closed.');
    const toIndex = (index: PassageIndex): PassageIndex => ({ ...index, [name]: () => Promise.reject(fault) });
    const { worded, standIn } = await wordedTurns(
      saying(() => 'The answer is 42. [P1]'),
      {},
      { toIndex },
    );
    const asking: Promise<TurnResult> = worded.ask({ question: 'When will you dredge the eastern basin?' });
    await expect(asking).rejects.toBe(fault);
    expect(standIn.calls).toHaveLength(0);
  });

  it('comes in a hundred ways', () => {
    const all = Object.values(unanswerable).flat();
    expect(new Set(all).size + readings.length).toBeGreaterThanOrEqual(100);
  });
});
