// What was then set beside what is now, in everyday words: one document is named, and the latest is meant as well.
import { describe, expect, it } from 'vitest';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { meantDocuments } from '../../src/domain/plan.ts';
import { questionsOf, understand } from '../../src/query/understand.ts';
import type { CorpusFacts } from '../../src/query/understand.ts';
import { police } from './made-up-catalogues.ts';

const facts: CorpusFacts = { documents: police, lexicon: emptyLexicon, acronyms: [], frequency: new Map() };

function yearsMeant(question: string): string[] {
  return [...meantDocuments(understand(question, facts).scope)].map((id) => id.slice(0, 4));
}

describe('one document beside the latest', () => {
  it.each([
    'are we tougher on tablets than we were in 2018?',
    'Do we still say what we said about tablets in 2018?',
    'are things any different with tablets from what we said in 2018?',
    'Is there less about tablets than in the 2018 strategy?',
    'are tablets a bigger deal now than in 2018?',
  ])('“%s”', (question) => {
    expect(yearsMeant(question)).toEqual(['2018', '2025']);
    expect(understand(question, facts).topic).toContain('tablets');
    expect(understand(question, facts).topic).not.toMatch(/still|tougher/u);
  });

  it.each([
    ['Did the 2013 strategy want more than 30,000 tablets?', ['2013']],
    ['Were there more tablets than phones in the 2018 strategy?', ['2018']],
    ['Are tablets still in the 2025 plan?', ['2025']],
    ['Does the 2018 strategy say whether it could still be altered?', ['2018']],
  ])('is not asked for by “%s”', (question, years) => {
    expect(yearsMeant(question)).toEqual(years);
  });
});

describe('the course of a thing through all documents', () => {
  it.each([
    "how's the approach to tablets moved on",
    'did the tone on tablets shift?',
    'has our stance on tablets hardened?',
    'what did we use to say about tablets and what do we say now?',
    'when did tablets come in and what happened after?',
  ])('is asked for by “%s”', (question) => {
    expect(yearsMeant(question)).toEqual(['2006', '2013', '2018', '2023', '2025']);
    expect(understand(question, facts).intent).toBe('timeline');
    expect(questionsOf(question, facts)).toEqual([question]);
  });

  it('is not asked for by “what did we use to …”', () => {
    expect(understand('what boats did we use to bring in tablets?', facts).intent).not.toBe('timeline');
  });

  it('begins with the document that something changed after', () => {
    expect(yearsMeant('did the message on tablets change after 2013?')).toEqual(['2013', '2018', '2023', '2025']);
  });

  it('begins with the document that something was dropped after', () => {
    expect(yearsMeant('which priorities were dropped after 2013?')).toEqual(['2013', '2018', '2023', '2025']);
  });
});

describe('a website', () => {
  it('that is new is a thing; the website is the page', () => {
    expect(yearsMeant('Did we bring out a new website?')).toHaveLength(5);
    expect(yearsMeant('What does the website say about tablets?')).toEqual(['2023']);
  });
});
