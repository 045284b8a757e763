// What names a list of aims, and what only speaks of aims.
import { describe, expect, it } from 'vitest';
import { documentIdOf } from '../../ingest/catalogue.ts';
import { statedAims } from '../../src/insight/stated-aims.ts';
import { kindOfLabel } from '../../src/insight/stated-labels.ts';
import { readText } from '../ingest/read-text.ts';

const aimsOf = (text: string) =>
  statedAims(documentIdOf('plan.txt'), readText(text, 'plan.txt').passages).map(({ kind, items }) => [
    kind,
    ...items.map(({ start, end }) => text.slice(start, end)),
  ]);

describe('a label', () => {
  it.each([
    ['Delivering 7 strategic priorities:', 'priorities'],
    ['We have four aims', 'objectives'],
    ['**Our values**', 'values'],
    ['Outcomes sought:', 'outcomes'],
    ['These are the principles that we live by', 'principles'],
    ['Supported by living our Values & ensuring we have:', null],
    ['Progress against our objectives', null],
    ['We will deliver our priorities', null],
    ['What you will see', null],
    [`${'very '.repeat(40)}long priorities`, null],
  ])('%s names %s', (label, kind) => {
    expect(kindOfLabel(label)).toBe(kind);
  });
});

describe('statedAims', () => {
  it.each([
    [
      'a mission after its heading',
      '# Plan\n\n## Our mission\n\nTo keep the water clean.\n',
      [['mission', 'To keep the water clean.']],
    ],
    [
      'an ambition to be something',
      'Our ambition is to be the best in the land.\n',
      [['vision', 'Our ambition is to be the best in the land.']],
    ],
    ['no vision in an ambition that is a figure', 'Our ambition is 15% by 2025.\n', []],
    ['no mission in what is said of it', 'The mission of the service is widening. It guides our mission daily.\n', []],
    [
      'values named in a sentence',
      'We live by our values of candour, care and thrift, every day.\n',
      [['values', 'candour', 'care', 'thrift']],
    ],
    [
      'targets promised in one breath',
      'We will cut waste by 10%, raise trust by 12% and halve costs to 50%.\n',
      [['targets', 'cut waste by 10%', 'raise trust by 12%', 'halve costs to 50%']],
    ],
    ['no targets in what has happened', 'Waste fell by 10%, trust rose by 12% and costs fell by 50%.\n', []],
    [
      'areas in brackets',
      'The plan has four areas – two pillars (Clean Water and Dry Feet) and two cross-cutting areas (Care & Thrift).\n',
      [['priorities', 'Clean Water', 'Dry Feet', 'Care', 'Thrift']],
    ],
    [
      'a list once that is given twice',
      'We have two priorities:\n\n- Clean water\n- Dry feet\n\nOnce more, the priorities:\n\n- Clean water\n- Dry feet\n',
      [['priorities', 'Clean water', 'Dry feet']],
    ],
    ['nothing in a list of other things', 'You will see:\n\n- clean water\n- dry feet\n', []],
    ['nothing in nothing', '', []],
  ])('reads %s', (_what, text, expected) => {
    expect(aimsOf(text)).toEqual(expected);
  });
});
