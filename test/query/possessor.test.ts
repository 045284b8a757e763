// What is said to be that of the people who work there is sought by itself.
import { describe, expect, it } from 'vitest';
import { withoutPossessor } from '../../src/query/possessor.ts';

describe('the thing that belongs to the people of an organisation', () => {
  it.each([
    ["engineers' pay", 'pay'],
    ['our staff’s pensions', 'pensions'],
    ['mental health of officers', 'mental health'],
    ['the welfare of our officers', 'the welfare'],
    ['sickness among frontline staff?', 'sickness?'],
  ])('is named alone: “%s”', (topic, thing) => {
    expect(withoutPossessor(topic)).toBe(thing);
  });

  it.each(['Baroness Casey’s review', 'theft of vehicles', 'numbers of staff officers', 'women’s safety', 'officers'])(
    'keeps what is a name, or of something else: “%s”',
    (topic) => {
      expect(withoutPossessor(topic)).toBe(topic);
    },
  );
});
