import { expect, it } from 'vitest';
import type { DocumentSummaryWire } from '../../src/contract/documents.ts';
import { readByDocument } from '../../web/app/by-document.ts';

const document = (id: string, shortTitle: string): DocumentSummaryWire => ({
  id,
  shortTitle,
  title: shortTitle,
  years: null,
  status: 'published',
  sourceNote: '',
  words: 1,
  passages: 1,
  sections: 1,
});
const documents = [document('a', 'Plan A, 2001'), document('b', 'Plan B'), document('c', 'Plan C')];

it('goes through the documents in their order, with lists that belong to them and those that say nothing', () => {
  const answer = [
    'The plans differ.',
    '**Plan C**: “Six.” [1] “Seven.” [2]',
    '- “Eight.” [3]',
    'No mention found in Plan A, 2001 or Plan B.',
    'Not answered: the weather.',
  ].join('\n\n');
  expect(readByDocument({ intent: 'timeline', answer }, documents)).toEqual({
    before: 'The plans differ.',
    entries: [
      { document: documents[0], text: null },
      { document: documents[1], text: null },
      { document: documents[2], text: '“Six.” [1]\n\n“Seven.” [2]\n\n- “Eight.” [3]' },
    ],
    after: 'Not answered: the weather.',
  });
});

it.each([
  ['of one document', 'timeline', '**Plan A, 2001**: “Six.” [1]'],
  ['that finds nothing anywhere', 'presence', 'No mention found in Plan A, 2001 or Plan B.'],
  ['of another kind', 'fact', '**Plan A, 2001**: “Six.” [1]\n\n**Plan B**: “Seven.” [2]'],
  ['of documents that are not known', 'compare', '**Plan X**: “Six.” [1]\n\n**Plan Y**: “Seven.” [2]'],
  [
    'whose last sentence says more than that',
    'presence',
    'Six.\n\nNo mention found in Plan A, 2001 or Plan B or on page 6.',
  ],
] as const)('leaves an answer %s as it is', (_what, intent, answer) => {
  expect(readByDocument({ intent, answer }, documents)).toBeNull();
});
