import { expect, it } from 'vitest';
import { evaluate } from '../../src/eval/evaluate.ts';
import type { Assistant } from '../../src/eval/evaluate.ts';
import { found, question, reply, texts } from './made-up-cases.ts';

/** Remembers what it was asked. */
function listener(): { assistant: Assistant; asked: string[]; searched: string[] } {
  const asked: string[] = [];
  const searched: string[] = [];
  const assistant: Assistant = {
    ask: async (turns) => {
      asked.push(turns.join(' / '));
      return { reply: reply({ text: turns.at(-1) ?? '' }), milliseconds: 7 };
    },
    search: async (turns) => {
      searched.push(turns.join(' / '));
      return [found('2013-plan', 'open two stations')];
    },
  };
  return { assistant, asked, searched };
}

const conversation = question({ kind: 'followup', turns: ['How many stations?', 'And when?'] });

it('asks and searches with the whole conversation, and scores and times the last turn', async () => {
  const { assistant, asked, searched } = listener();
  const { results } = await evaluate([conversation], { assistant, texts });
  expect(asked).toEqual(['How many stations? / And when?']);
  expect(searched).toEqual(asked);
  expect(results[0]).toMatchObject({ question: 'And when?', milliseconds: 7, failures: [] });
});

it('keeps the order of the questions and sums them up', async () => {
  const { assistant } = listener();
  const questions = ['A', 'B'].map((id) => question({ id, evidence: [{ doc: '2013', any: ['two stations'] }] }));
  const { results, summary } = await evaluate(questions, { assistant, texts });
  expect(results.map(({ id, ranks }) => [id, ...ranks])).toEqual([
    ['A', 1],
    ['B', 1],
  ]);
  expect(summary.overall.byGroup.recallAt1).toEqual({ value: 1, count: 2 });
});
