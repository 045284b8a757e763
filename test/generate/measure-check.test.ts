// Reading the pairs on which the check of generated sentences is measured.
import { expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { readPairs } from '../../src/generate/measure-check.ts';

const pair = {
  id: 'G1',
  kind: 'figure',
  supported: false,
  passage: 'p-00000000000000aa',
  document: 'quay-plan-2020',
  claim: 'Ten lamps stand on the quay.',
  heldOut: true,
};

it('reads one pair a line, and passes blank lines over', () => {
  expect(readPairs(`\n${JSON.stringify(pair)}\n\n`)).toEqual([pair]);
});

it.each([
  ['what is no JSON', '{', 'the line'],
  ['a passage that is none', JSON.stringify({ ...pair, passage: 'p-1' }), 'passage'],
  ['a field that is not known', JSON.stringify({ ...pair, more: 1 }), 'the line'],
])('refuses %s, and names the line', (_name, line, field) => {
  const read = (): unknown => readPairs(`${JSON.stringify(pair)}\n${line}`);
  expect(read).toThrow(AppError);
  expect(read).toThrow(`Line 2 of the grounding pairs cannot be used: see ${field}.`);
});
