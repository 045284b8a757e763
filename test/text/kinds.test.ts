import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedKinds } from '../../src/domain/asked.ts';
import type { AskedKind } from '../../src/domain/asked.ts';
import { holdsKind } from '../../src/text/kinds.ts';

describe('a sentence holds a thing of the kind asked for', () => {
  it.each<readonly [AskedKind, string]>([
    ['number', 'We hired 1,830 people.'],
    ['number', 'Leaks have doubled.'],
    ['number', 'A third of homes have a meter, ⅔ have none.'],
    ['number', 'Eight reservoirs are full.'],
    ['money', 'It will cost £40m.'],
    ['money', 'A grant of 2.5 million pounds'],
    ['rate', 'Pumps are checked every week.'],
    ['rate', 'Spills are counted annually.'],
    ['rate', 'The panel meets twice.'],
    ['date', 'The reservoir opens in 2029.'],
    ['date', 'Work begins in September.'],
    ['number', 'Eighteen wardens patrol.'],
    ['number', 'Some forty-two boats are kept.'],
    ['date', 'Meters will be fitted within three years.'],
    ['date', 'We report on May 3.'],
    ['person', 'Dame Ada Reed chairs the panel.'],
    ['person', 'The Commissioner decides.'],
    ['person', 'The laboratory is led by scientists.'],
    ['name', 'The product is called Blue Harbour.'],
    ['name', 'We use NSPIS for custody.'],
    ['place', 'A new laboratory in Lambeth opens.'],
    ['place', 'Teams from the Harbour district'],
    ['reason', 'We closed it because few came.'],
    ['reason', 'We meter homes in order to find leaks.'],
    ['meaning', 'Hydraulic overload is when a sewer is full.'],
    ['meaning', 'the Basic Command Unit (BCU)'],
  ])('%s: “%s”', (kind, sentence) => {
    expect(holdsKind(sentence, kind)).toBe(true);
  });

  it.each<readonly [AskedKind, string]>([
    ['number', 'We hired many people.'],
    ['number', 'The V100 list names those who do most harm.'],
    ['number', 'Someone often phones the tenant.'],
    ['money', 'We hired 1,830 people.'],
    ['money', 'Money matters.'],
    ['date', 'We may go on.'],
    ['date', 'We hired 1,830 people.'],
    ['person', 'sensors tell how clean the rivers are.'],
    ['person', 'the chief aim is an office'],
    ['name', 'We use one system for custody.'],
    ['place', 'in the laboratory of a district'],
    ['reason', 'Rivers flow to the sea.'],
    ['rate', 'Sensors tell how clean rivers are.'],
    ['meaning', 'Rivers flow to the sea.'],
  ])('not %s: “%s”', (kind, sentence) => {
    expect(holdsKind(sentence, kind)).toBe(false);
  });

  it('can be asked of any text, again and again with the same answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...askedKinds), (text, kind) => {
        expect(holdsKind(text, kind)).toBe(holdsKind(text, kind));
      }),
    );
    expect(askedKinds.filter((kind) => holdsKind('', kind))).toEqual([]);
  });
});
