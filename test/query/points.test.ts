// "The second one" and its like, over a made-up list.
import { describe, expect, it } from 'vitest';
import type { CitedPlace } from '../../src/domain/conversation.ts';
import { isDocumentId, isPassageId } from '../../src/domain/ids.ts';
import { pointedAt, shownPoints } from '../../src/query/points.ts';

const documentId = 'water-plan';
const passageId = 'p-0000000000000001';
if (!isPassageId(passageId) || !isDocumentId(documentId)) throw new Error('The made-up ids have a wrong form.');

const texts = ['We will:', 'A. Mend leaks', 'B. **Deepen reservoirs.** It takes years.', 'C. Lay pipes'];
const cited = texts.map((_, at): CitedPlace => ({ documentId, passageId, start: 100 * at, end: 100 * at + 50 }));
const textOf = ({ start }: CitedPlace): string => texts[start / 100] ?? '';
const lines = [1, 2, 3].map((at) => ({ at, words: (texts[at] ?? '').replaceAll('**', '') }));
const points = shownPoints(cited, lines, textOf);

describe('the points of a list that was shown', () => {
  it('are called by their first words, without letter and emphasis', () => {
    expect(points.map(({ name }) => name)).toEqual(['Mend leaks', 'Deepen reservoirs', 'Lay pipes']);
  });

  it('are the parts of a sentence where the list stands in one', () => {
    const [place] = cited;
    const within = shownPoints(place ? [place] : [], [], () => 'We work in three areas (rivers, pipes and taps).');
    expect(within.map(({ name }) => name)).toEqual(['rivers', 'pipes', 'taps']);
  });

  it('stand where their words do in the place that is cited for all of them', () => {
    const [place] = cited;
    const words = ['Mend leaks', 'Lay pipes'].map((each) => ({ at: 0, words: each }));
    const together = shownPoints(place ? [place] : [], words, () => 'We: Mend\nleaks. Lay pipes.');
    expect(together.map((point) => [point.place.start, point.place.end])).toEqual([
      [4, 14],
      [16, 25],
    ]);
  });

  it.each([
    ['tell me more about the second one', 'Deepen reservoirs', 'whole'],
    ['and the last of these?', 'Lay pipes', 'whole'],
    ['number 3?', 'Lay pipes', 'whole'],
    ['what’s commitment B', 'Deepen reservoirs', 'whole'],
    ['who leads the 1st one', 'Mend leaks', null],
    ['how is the second one measured?', 'Deepen reservoirs', 'measure'],
    ['any figures for the third?', 'Lay pipes', 'figure'],
    ['what does it say on the second one?', 'Deepen reservoirs', 'whole'],
  ])('“%s” means “%s”', (message, name, wants) => {
    const pointed = pointedAt(message, points);
    expect(pointed?.point.name).toBe(name);
    expect(pointed?.question).toContain(name);
    expect(pointed?.wants).toBe(wants);
  });

  it.each(['what is the second phase', 'the first six months', 'number 9?', 'why?'])(
    '“%s” means none of them',
    (message) => {
      expect(pointedAt(message, points)).toBeNull();
    },
  );

  it('are meant by nothing where no list was shown', () => {
    expect(pointedAt('the second one?', points.slice(0, 1))).toBeNull();
  });
});
