import { expect, it } from 'vitest';
import { readQuestions } from '../../src/eval/questions.ts';
import { question } from './made-up-cases.ts';

const line = (parts: object = {}): string => JSON.stringify({ ...question(), ...parts });

it('reads one question a line and passes over blank ones', () => {
  const { forbid: _, ...bare } = question({ id: 'Q2' });
  const read = readQuestions(`\ufeff${line()}\r\n\n${JSON.stringify(bare)}\n`);
  expect(read).toEqual([question(), question({ id: 'Q2' })]);
});

it.each([
  ['what is not JSON', '{"id": ', 'Line 2', 'not valid JSON'],
  ['a kind that there is not', line({ id: 'Q2', kind: 'riddle' }), 'Line 2', 'kind'],
  ['no turns', line({ id: 'Q2', turns: [] }), 'Line 2', 'turns'],
  ['evidence without words', line({ id: 'Q2', evidence: [{ doc: '2013', any: [] }] }), 'Line 2', 'evidence.0.any'],
  ['a field that there is not', line({ id: 'Q2', forbids: ['x'] }), 'Line 2', 'forbids'],
  ['an id that was used before', line(), 'Line 2', 'Q1'],
])('names the line and the fault of %s', (_what, second, place, fault) => {
  const read = (): unknown => readQuestions(`${line()}\n${second}`);
  expect(read).toThrow(place);
  expect(read).toThrow(fault);
});

it('refuses a file without questions', () => {
  expect(() => readQuestions('\n')).toThrow('no questions');
});
