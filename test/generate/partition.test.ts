// The parts of a statement: the fewest that all pass, joined where sentences join.
import { expect, it } from 'vitest';
import { partition } from '../../src/generate/partition.ts';

const statement = 'Crews row at dawn, wardens count all herring and pilots steer tall ships';

/** The parts found where a part passes if it is one of these. */
function partsOf(...passing: readonly string[]): string[] | null {
  return partition(statement, ({ start, end }) => {
    const part = statement.slice(start, end);
    return passing.includes(part) ? part : null;
  });
}

it('is the whole where that passes', () => {
  expect(partsOf(statement, 'Crews row at dawn')).toEqual([statement]);
});

it('is the fewest parts that do, in order', () => {
  const [first, second, third] = ['Crews row at dawn', 'wardens count all herring', 'pilots steer tall ships'];
  const both = `${second} and ${third}`;
  expect(partsOf(first, second, third, both)).toEqual([first, both]);
  expect(partsOf(first, second, third)).toEqual([first, second, third]);
});

it('is none where a part does not pass', () => {
  expect(partsOf('Crews row at dawn', 'pilots steer tall ships')).toBeNull();
});

it('takes no word or two by themselves from anywhere', () => {
  expect(partition('Crews row at dawn and swim', () => 'passes')).toHaveLength(1);
  expect(partition('Crews row at dawn and swim', ({ end }) => (end < 20 ? 'passes' : null))).toBeNull();
});
