// The parts of the command line that need no process.
import { expect, it } from 'vitest';
import { renderTable } from '../../../src/delivery/cli/render-table.ts';
import { createTimeLeft } from '../../../src/delivery/cli/time-left.ts';
import { wrap } from '../../../src/delivery/cli/wrap.ts';

it('wraps words to the width and keeps the lines of the text apart', () => {
  expect(wrap('one two three four five six seven\neight', { width: 20 })).toBe(
    'one two three four\nfive six seven\neight',
  );
});

it('sets further lines under the words of a bullet, within the margins given', () => {
  const text = '- one two three four five\n12. six seven eight nine ten';
  expect(wrap(text, { width: 24, first: '> ', rest: '  ' })).toBe(
    '> - one two three four\n    five\n  12. six seven eight\n      nine ten',
  );
});

it('never breaks a word and leaves no space at the end of a line', () => {
  const word = 'x'.repeat(30);
  expect(wrap(`a ${word} b`, { width: 20, first: '   ' })).toBe(`   a\n   ${word}\n   b`);
  expect(wrap('', { width: 20, first: '  ' })).toBe('');
});

it('lines columns up, words to the left and numbers to the right', () => {
  expect(
    renderTable([
      ['name', 'n'],
      ['long name', '1'],
      ['', ''],
      ['x', '1000'],
    ]),
  ).toBe('name          n\nlong name     1\n\nx          1000');
});

it('reckons the time left of a stage from when the one before it ended', () => {
  const times = [0, 4000, 6000, 8000];
  const timeLeft = createTimeLeft(() => times.shift() ?? 0);
  expect(timeLeft({ stage: 'read', done: 5, total: 5 })).toBe(0);
  expect(timeLeft({ stage: 'embed', done: 10, total: 40 })).toBe(6);
  expect(timeLeft({ stage: 'embed', done: 20, total: 40 })).toBe(4);
});

it('does not reckon where nothing is done yet', () => {
  expect(createTimeLeft(() => 0)({ stage: 'write', done: 0, total: 1 })).toBeNull();
});
