import fc from 'fast-check';
import { expect, it } from 'vitest';
import { statementsOf } from '../../src/generate/statements.ts';
import type { GeneratedSentence } from '../../src/generate/statements.ts';

async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function read(text: string, length = 7): Promise<GeneratedSentence[]> {
  const found: GeneratedSentence[] = [];
  for await (const statement of statementsOf(inPieces(text, length))) found.push(statement);
  return found;
}

it('reads a sentence a line with the passages that it names', async () => {
  expect(await read('Nine lamps stand on the quay [P1].\nThe basin is dredged in spring. [P2, P3]\n')).toEqual([
    { text: 'Nine lamps stand on the quay.', cited: ['P1'], opens: true },
    { text: 'The basin is dredged in spring.', cited: ['P2', 'P3'], opens: false },
  ]);
});

it('reads points, paragraphs and several sentences of one line', async () => {
  const found = await read('One. [P1] Two. [P2][P4]\n\n- Three [P3].\n- Four. [P9]');
  expect(found.map(({ text, opens }) => [text, opens])).toEqual([
    ['One.', true],
    ['Two.', false],
    ['Three.', true],
    ['Four.', true],
  ]);
});

it('keeps what names nothing, for the check to drop, and knows no other names', async () => {
  expect(await read('Here is the answer:\nForged. [1] [p1] [Q2] [https://x.example/P1]')).toEqual([
    { text: 'Here is the answer:', cited: [], opens: true },
    { text: 'Forged.', cited: [], opens: false },
  ]);
});

it('passes over a line without end, and goes on after it', async () => {
  const found = await read(`${'word '.repeat(2000)}\nNine lamps. [P1]`, 50);
  expect(found.map(({ text }) => text)).toEqual(['Nine lamps.']);
});

it('reads the same however the text comes in pieces', async () => {
  const text = 'One sentence, of 3.5 parts. [P1] Another (“quoted.”) [P2]!\n- A point [P3].\n\nLast, unmarked';
  const whole = await read(text, text.length);
  const check = async (length: number): Promise<void> => {
    expect(await read(text, length)).toEqual(whole);
  };
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 40 }), check), { numRuns: 40 });
});
