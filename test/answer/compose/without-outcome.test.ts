// Where only the promise stands, whoever asks what came of it is told that it does not stand there.
import { describe, expect, it } from 'vitest';
import { answerTo, makeRequest } from '../made-up-request.ts';

const notStated = 'Whether that came about is not stated there.';
const promised = { document: 'water-2015', sentences: ['We will cut leaks in our mains by 20% before 2018.'] };

describe('a question for an outcome', () => {
  it.each([
    'Did leaks in our mains fall by 20% in the end?',
    'By how much were leaks in our mains actually cut?',
    'Was the cut in leaks in our mains ever achieved?',
    'What cut in leaks in our mains was promised, and was it met?',
  ])('is answered with the promise and a word that nothing more is stated: “%s”', async (question) => {
    const { answer } = answerTo(await makeRequest(question, [promised]));
    expect(answer).toContain('We will cut leaks in our mains by 20%');
    expect(answer).toContain(notStated);
  });

  it('is answered without that word where the outcome stands there', async () => {
    const told = 'Leaks in our mains have fallen by 20% in the end.';
    const written = [{ ...promised, sentences: [...promised.sentences, told] }];
    const { answer } = answerTo(await makeRequest('Did leaks in our mains fall by 20% in the end?', written));
    expect(answer).toContain(told);
    expect(answer).not.toContain(notStated);
  });
});
