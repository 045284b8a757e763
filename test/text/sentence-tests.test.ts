import { describe, expect, it } from 'vitest';
import { askedKinds } from '../../src/domain/asked.ts';
import type { Passage } from '../../src/domain/passage.ts';
import { holdsKind } from '../../src/text/kinds.ts';
import { kindTest, sentencesThat } from '../../src/text/sentence-tests.ts';
import { toDocumentId, toPassageId } from '../index/made-up-corpus.ts';

const sentences = ['We will cut leakage by 15% before 2020.', 'Dame Ada Reed answers for it.', 'It costs £3m a year.'];

function passageAt(start: number): Passage {
  let text = '';
  const spans = sentences.map((sentence) => {
    text += `${sentence} `;
    return { kind: 'prose' as const, start: start + text.length - sentence.length - 1, end: start + text.length - 1 };
  });
  return {
    id: toPassageId('p-0123456789abcdef'),
    documentId: toDocumentId('plan'),
    sectionId: null,
    section: [],
    page: null,
    start,
    end: start + text.length,
    text,
    sentences: spans,
  };
}

describe('the sentences that pass a test', () => {
  it('are those of which the test holds, wherever the passage stands, and asked again too', () => {
    const passages = [passageAt(0), passageAt(1000)];
    for (let round = 0; round < 2; round += 1) {
      for (const kind of askedKinds) {
        const expected = sentences.map((sentence) => Number(holdsKind(sentence, kind)));
        for (const passage of passages) expect([...sentencesThat(passage, kindTest(kind))]).toEqual(expected);
      }
    }
  });

  it('are tried once for each passage', () => {
    const passage = passageAt(0);
    let tries = 0;
    const test = (sentence: string): boolean => {
      tries += 1;
      return sentence.startsWith('Dame');
    };
    for (let round = 0; round < 3; round += 1) expect([...sentencesThat(passage, test)]).toEqual([0, 1, 0]);
    expect(tries).toBe(sentences.length);
    expect([...sentencesThat({ ...passage }, test)]).toEqual([0, 1, 0]);
    expect(tries).toBe(2 * sentences.length);
  });
});
