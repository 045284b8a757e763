// A figure counts what stands with it, and nothing else of its sentence.
import { expect, it } from 'vitest';
import { countsAny } from '../../../src/answer/figures/counts-asked.ts';

it.each([
  ['We reviewed footage of 12,000 officers to judge the searches.', 'search', false],
  ['By then we will have 31,258 officers.', 'offic', true],
  ['Patients are held in custody suites (as many as 3,000 people a year).', 'suit', false],
  ['In 2023/24 the events rose to 1,505.', 'event', true],
  ['With a 45% reduction in complaints.', 'complaint', false],
])('in “%s” of “%s”: %s', (sentence, stem, counts) => {
  expect(countsAny(sentence, [[stem]], true)).toBe(counts);
});
