import { describe, expect, it } from 'vitest';
import { acronymTwins } from '../../ingest/acronym-twins.ts';
import { documentIdOf } from '../../ingest/catalogue.ts';
import type { Acronym } from '../../src/ports.ts';
import { isPassageId } from '../../src/domain/ids.ts';
import type { StrategyDocument } from '../../src/domain/document.ts';

function twinsOf(text: string, explained: readonly Acronym[] = []): string[] {
  const id = 'p-0000000000000001';
  if (!isPassageId(id)) throw new Error(id);
  const about = { title: 'P', shortTitle: 'P', nicknames: [], years: null, status: 'unknown', sourceNote: '' } as const;
  const document: StrategyDocument = { id: documentIdOf('plan.txt'), ...about, text, sections: [] };
  const whole = { start: 0, end: text.length };
  const passage = {
    ...whole,
    id,
    documentId: document.id,
    sectionId: null,
    section: [],
    page: null,
    text,
    sentences: [{ ...whole, kind: 'prose' as const }],
  };
  const found = acronymTwins([{ document, passages: [passage] }], explained);
  for (const { start, end, expansion } of found)
    expect(text.slice(start, end).replaceAll(/\s+/gu, ' ')).toBe(expansion);
  return found.map(({ term, expansion, twin }) => `${term} = ${expansion} (${twin ?? ''})`);
}

describe('words whose initials are an acronym', () => {
  it('are found across a line break, and whether the letters are used is told', () => {
    expect(twinsOf('we roll out Body Worn \nVideo now, and BWVs later')).toEqual(['BWV = Body Worn Video (written)']);
    expect(twinsOf('we roll out Body Worn Video now')).toEqual(['BWV = Body Worn Video (unwritten)']);
  });

  it('are part of a longer name only where the letters are used', () => {
    expect(twinsOf('the London Ambulance Service Board sat')).toEqual([
      'LASB = London Ambulance Service Board (unwritten)',
    ]);
    expect(twinsOf('the London Ambulance Service Board and the LAS sat')).toContain(
      'LAS = London Ambulance Service (written)',
    );
  });

  it('are none where a document explains the letters, or they are a word', () => {
    const known = {
      term: 'BWV',
      expansion: 'Best Water Value',
      documentId: documentIdOf('plan.txt'),
      start: 0,
      end: 1,
    };
    expect(twinsOf('we roll out Body Worn Video now', [known])).toEqual([]);
    expect(twinsOf('a map of the Major Access Programme here')).toEqual([]);
  });

  it('do not begin with the word that opens the sentence', () => {
    expect(twinsOf('Under Body Worn Video rules')).toEqual(['BWV = Body Worn Video (unwritten)']);
  });
});
