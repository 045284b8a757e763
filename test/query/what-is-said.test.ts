// Which questions ask for whatever is said of a topic.
import { describe, expect, it } from 'vitest';
import { asksWhatIsSaid } from '../../src/query/what-is-said.ts';

describe('whatever is said of a topic', () => {
  it.each([
    'What does the 2013 strategy say about costs?',
    'what did One Met promise on costs',
    'wat does the plan say about dogs',
    "what's in the 2018 strategy about stop and search",
    'What has the mandate got to say about corruption?',
    'so what did they say regarding the estate',
  ])('is asked for by “%s”', (question) => {
    expect(asksWhatIsSaid(question)).toBe(true);
  });

  it.each([
    'What is the 2013 strategy about?',
    'What did One Met promise by 2016?',
    'How many officers did they say about 2013?',
    'Who does the plan say about culture is in charge?',
    'What figure does the plan state on burglary?',
    'Summarise what changed',
  ])('is not by “%s”', (question) => {
    expect(asksWhatIsSaid(question)).toBe(false);
  });
});
