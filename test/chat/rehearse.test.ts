import { expect, it } from 'vitest';
import { rehearse, rehearsed } from '../../src/chat/rehearse.ts';
import { intents } from '../../src/domain/answer.ts';
import { understand } from '../../src/query/understand.ts';
import { indexOf, waterPlans } from '../retrieve/made-up-index.ts';

it('goes over questions of every kind, in signs of Latin-1 and beyond', async () => {
  const index = await indexOf(waterPlans);
  const facts = {
    documents: await index.documents(),
    lexicon: await index.lexicon(),
    acronyms: await index.acronyms(),
    frequency: await index.vocabulary(),
  };
  for (const isBeyond of [false, true]) {
    const questions = rehearsed.filter((question) => question.includes('–') === isBeyond);
    const kinds = new Set(questions.map((question) => understand(question, facts).intent));
    expect(intents.filter((intent) => !kinds.has(intent))).toEqual(['chat', 'other']);
  }
});

it('has everything of the index looked at once before it ends', async () => {
  const index = await indexOf(waterPlans);
  const called = new Set<string>();
  const watched = new Proxy(index, {
    get: (target, name, receiver): unknown => {
      called.add(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
  await rehearse(watched);
  const needed = ['lexicalCandidates', 'denseCandidates', 'load', 'measure', 'statistics', 'passagesOf', 'lexicon'];
  expect(needed.filter((name) => !called.has(name))).toEqual([]);
});

it('has nothing to do where there are no documents', async () => {
  await expect(rehearse(await indexOf([]))).resolves.toBeUndefined();
});
