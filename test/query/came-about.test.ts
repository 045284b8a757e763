// Which wordings ask if a thing came about, and not whether a document speaks of it.
import { describe, expect, it } from 'vitest';
import { asksIfCameAbout } from '../../src/query/came-about.ts';

describe('asksIfCameAbout', () => {
  it.each([
    'Did we hit 9,000 meters?',
    'Have they ever opened the new works?',
    'Did the growth to 900 fitters materialise?',
    'Why did the rise in trust not come about?',
    'What cut in leaks was promised, and was it met?',
    'Was the 20% cut ever achieved?',
    'Was the target reached by 2016?',
    'By how much did leaks actually fall?',
    'Did trust rise by 20%?',
    'Were bills cut in the end?',
    'In the end, did we get to 900 fitters?',
    'Did they manage to cut leaks?',
  ])('holds for “%s”', (question) => {
    expect(asksIfCameAbout(question)).toBe(true);
  });

  it.each([
    'Did any plan ever mention drones?',
    'Did the plan actually say anything about drones?',
    'Did the 2015 plan promise that leaks would fall by 20%?',
    'What does net zero actually mean?',
    'How many leaks were there?',
    'Which targets have been set?',
    'Who delivered the scheme?',
  ])('does not hold for “%s”', (question) => {
    expect(asksIfCameAbout(question)).toBe(false);
  });
});
