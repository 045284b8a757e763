// The chat's small rules: address, what the browser keeps, filter, question, copied text.
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../web/app/address.ts';
import { describeChosen, isChosen, toggled } from '../../web/app/document-filter.ts';
import {
  earlierConversations,
  forgetConversation,
  keepConversation,
  keepToken,
  keptToken,
} from '../../web/app/kept-in-browser.ts';
import type { KeyedTexts } from '../../web/app/kept-in-browser.ts';
import { newMessageId } from '../../web/app/message-id.ts';
import { cleanQuote, copiedAnswer, plainText } from '../../web/app/plain-answer.ts';
import { problemWith } from '../../web/app/question-rules.ts';
import { answerOf } from './made-up-answer.ts';

describe('the address', () => {
  it.each([
    ['/', { conversationId: null, documents: null, source: null }],
    ['/?c=abc#source-2-13', { conversationId: 'abc', documents: null, source: { turn: 2, n: 13 } }],
    ['/?c=abc&documents=a&documents=b', { conversationId: 'abc', documents: ['a', 'b'], source: null }],
  ])('%s holds what it was made of', (written, address) => {
    expect(writeAddress(address)).toBe(written);
    const { search, hash } = new URL(written, 'http://localhost');
    expect(readAddress(search, hash)).toEqual(address);
  });

  it('holds no source that nobody could mean', () => {
    for (const hash of ['#source-1', '#source-1-x', '#source-12345-1', '#quote']) {
      expect(readAddress('', hash).source).toBeNull();
    }
  });
});

function memory(entries: Record<string, string> = {}): KeyedTexts {
  const texts = new Map(Object.entries(entries));
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  };
}

describe('the browser keeps', () => {
  it('its conversations, the latest first, each with its first question', () => {
    const texts = memory();
    keepConversation(texts, 'a', 'What?');
    keepConversation(texts, 'b', 'Who?');
    keepConversation(texts, 'a', 'And then?');
    expect(earlierConversations(texts)).toEqual([
      { id: 'a', question: 'What?' },
      { id: 'b', question: 'Who?' },
    ]);
    expect(forgetConversation(texts, 'a').map(({ id }) => id)).toEqual(['b']);
  });

  it('no more than fifty of them', () => {
    const texts = memory();
    for (let at = 0; at < 60; at += 1) keepConversation(texts, `c${at}`, 'What?');
    expect(earlierConversations(texts).map(({ id }) => id)).toEqual(
      Array.from({ length: 50 }, (_, at) => `c${59 - at}`),
    );
  });

  it.each(['no JSON', '{}', '[1,null,{"id":"../x","question":"x"},{"id":"a"}]'])(
    'nothing that it did not write: %s',
    (kept) => {
      expect(earlierConversations(memory({ 'bluelamp.conversations': kept }))).toEqual([]);
    },
  );

  it('what it may not keep for as long as the page lasts', () => {
    const forbidden = (): never => {
      throw new Error('QuotaExceededError');
    };
    const texts: KeyedTexts = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
    expect(keepConversation(texts, 'a', 'What?')).toEqual([{ id: 'a', question: 'What?' }]);
    keepToken(texts, 'tin-lantern');
    expect(keptToken(texts)).toBeNull();
  });

  it('a token until it is forgotten', () => {
    const texts = memory();
    keepToken(texts, 'tin-lantern');
    expect(keptToken(texts)).toBe('tin-lantern');
    keepToken(texts, null);
    expect(keptToken(texts)).toBeNull();
  });
});

describe('the documents to search', () => {
  it('are all of them, or those that are chosen, and all again when the last is added', () => {
    const all = ['a', 'b', 'c'];
    const without = toggled(null, 'b', all);
    expect(without).toEqual(['a', 'c']);
    expect([isChosen(null, 'b'), isChosen(without, 'b')]).toEqual([true, false]);
    expect(toggled(without, 'b', all)).toBeNull();
    expect(toggled(['a'], 'a', all)).toEqual([]);
    expect([null, ['a'], []].map((chosen) => describeChosen(chosen, 3))).toEqual([
      'Searches all 3 documents',
      'Searches 1 of 3 documents',
      'No document is chosen',
    ]);
  });
});

it.each([
  ['What?', null, null],
  [' \n', null, 'Type a question.'],
  ['😀'.repeat(2000), null, null],
  ['😀'.repeat(2001), null, 'A question has at most 2,000 characters, and this one has 2,001. Shorten it.'],
  ['What?', [], 'Choose at least one document to search.'],
])('knows what cannot be asked (%#)', (question, chosen, problem) => {
  expect(problemWith(question, chosen)).toBe(problem);
});

it('makes ids of 128 bits, each its own', () => {
  const ids = Array.from({ length: 100 }, newMessageId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/u);
});

it('copies question, answer and sources with permalinks, without marks of emphasis', () => {
  const answer = answerOf('x', { answer: '**Six** *or* seven. [1]' });
  expect(copiedAnswer('How many?', answer, 'http://localhost')).toBe(
    'How many?\n\nSix or seven. [1]\n\nSources\n[1] x, 2020–2024 · Draft, x\n    http://localhost/documents/made-up?start=0&end=1#quote\n',
  );
  expect(copiedAnswer('Who?', answerOf('x', { answer: 'Nobody.', citations: [] }), 'http://localhost')).toBe(
    'Who?\n\nNobody.\n',
  );
});

it('shows a quotation in a line, and a lone star where it stands', () => {
  expect(cleanQuote('■■ �**Bold**\n  words\n- and more')).toBe('Bold words and more');
  expect(plainText('2 * 3 * 4 **x**')).toBe('2 * 3 * 4 x');
});
