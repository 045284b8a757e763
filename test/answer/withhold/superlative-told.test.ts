// Which of a kind is most or least so is told only by what sets one above the others.
import { describe, expect, it } from 'vitest';
import { answerTo, makeRequest } from '../made-up-request.ts';

async function ask(question: string, sentence: string) {
  return answerTo(await makeRequest(question, [{ document: 'water-2015', sentences: [sentence] }]));
}

const plain = 'Our depots are satisfied with the new meters, and agreed on the works to begin with.';

describe('a question for the one that is most so', () => {
  it.each([
    'Which depots are least satisfied with the new meters?',
    'Which of the works was the hardest for the depots to agree on?',
    'Which depots gave the new meters the lowest rating?',
  ])('is withheld where nothing sets one above the others: “%s”', async (question) => {
    expect((await ask(question, plain)).status).toBe('not_found');
  });

  it.each([
    'Hill End depots are the least satisfied with the new meters.',
    'Satisfaction with the new meters is lower than elsewhere in the Hill End depots.',
    'The Hill End depots have particular worries, and are not satisfied with the new meters.',
  ])('is answered where something does: “%s”', async (sentence) => {
    const { answer } = await ask('Which depots are least satisfied with the new meters?', sentence);
    expect(answer).toContain(sentence);
  });

  it('asks for none above others where only the thing asked after is named so', async () => {
    const { answer } = await ask('Which depots agreed on the works that cost the most?', plain);
    expect(answer).toContain(plain);
  });

  it('takes no other word in “-est” for a superlative', async () => {
    const sentence = 'The depots have an interest in our meters.';
    expect((await ask('Which depots have an interest in our meters?', sentence)).answer).toContain(sentence);
  });
});
