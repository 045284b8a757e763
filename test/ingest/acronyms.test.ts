import { describe, expect, it } from 'vitest';
import { findAcronyms } from '../../ingest/acronyms.ts';
import { documentIdOf } from '../../ingest/catalogue.ts';
import { growth, tolerated } from '../text/growth.ts';
import type { StrategyDocument } from '../../src/domain/document.ts';
import type { Acronym } from '../../src/ports.ts';

function documentOf(text: string, file = 'plan.txt'): StrategyDocument {
  const about = {
    title: 'Plan',
    shortTitle: 'Plan',
    nicknames: [],
    years: null,
    status: 'unknown',
    sourceNote: '',
  } as const;
  return { id: documentIdOf(file), ...about, text, sections: [] };
}

const find = (text: string): Acronym[] => findAcronyms([documentOf(text)]);
const pairs = (text: string): string[] => find(text).map(({ term, expansion }) => `${term} = ${expansion}`);

describe('acronyms that a document explains', () => {
  it.each([
    ['They serve in Basic Command Units (BCUs) across London.', 'BCU = Basic Command Units'],
    ['We built A New Met for London (NMfL) as our plan.', 'NMfL = New Met for London'],
    ['reporting rape and other serious sexual offences (RASSO) will', 'RASSO = rape and other serious sexual offences'],
    [
      'our Command, Control, Communication and Information (C3i) programme',
      'C3i = Command, Control, Communication and Information',
    ],
    ['the Parliamentary and Diplomatic Protection (PaDP) command', 'PaDP = Parliamentary and Diplomatic Protection'],
    ['the Anti-Social Behaviour (ASB) teams', 'ASB = Anti-Social Behaviour'],
    ['an **Independent Advisory\nGroup** (IAG) meets', 'IAG = Independent Advisory Group'],
    ['the Office for National Statistics (ONS) says', 'ONS = Office for National Statistics'],
  ])('finds the words in %s', (text, pair) => {
    expect(pairs(text)).toEqual([pair]);
  });

  it.each([
    ['Homicide is down by a fifth (ONS) this year.'],
    ['Our officers stopped. National Statistics (ONS) agree.'],
    ['The Met (MPS) serves London.'],
    ['Calls rose in the last quarter (Q4) of the year.'],
    ['He asked us (A) and them (B) about it (IT) twice.'],
    ['(BCU) stands at the start.'],
  ])('does not make one up from unrelated words: %s', (text) => {
    expect(pairs(text)).toEqual([]);
  });

  it('says where the explanation stands', () => {
    const text = 'In the Basic Command Units (BCUs) of today.';
    const [found] = find(text);
    expect(text.slice(found?.start, found?.end)).toBe('Basic Command Units (BCUs)');
  });

  it('gives the first place in each document that explains it', () => {
    const found = findAcronyms([
      documentOf('A Basic Command Unit (BCU). A Big Central Unit (BCU).', 'old.txt'),
      documentOf('The borough command unit (BCU).', 'new.txt'),
    ]);
    expect(found.map(({ documentId, expansion }) => [documentId, expansion])).toEqual([
      ['old', 'Basic Command Unit'],
      ['new', 'borough command unit'],
    ]);
  });

  it.each(['(', '(AB)', '(AB) ', 'Aa Bb (AB) ', 'A'])(
    'reads %j over and over in a time that grows with the length',
    (part) => {
      expect(growth((text) => find(text), part, 2 * 1024)).toBeLessThan(tolerated);
    },
  );
});
