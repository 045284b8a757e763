// Two catalogues for the tests of understanding: one after the police's, one of a water company that shares nothing with it.
import type { DocumentDescription, DocumentStatus, Years } from '../../src/domain/document.ts';
import { isDocumentId } from '../../src/domain/ids.ts';

interface Entry {
  readonly title: string;
  readonly nicknames?: readonly string[];
  readonly years: readonly [from: number, to: number] | null;
  readonly status?: DocumentStatus;
}

/** @param id its first part, up to the hyphen, is how tests name the document. */
function describeDocument(id: string, { title, nicknames = [], years, status = 'published' }: Entry) {
  if (!isDocumentId(id)) throw new Error(`${id} is no document id.`);
  const span: Years | null = years === null ? null : { from: years[0], to: years[1] };
  return { id, title, shortTitle: title, nicknames, years: span, status, sourceNote: '' } satisfies DocumentDescription;
}

export const police: readonly DocumentDescription[] = [
  describeDocument('2006-corporate', {
    title: 'Corporate Strategy 2006–09',
    nicknames: ['corporate strategy', 'together strategy'],
    years: [2006, 2009],
    status: 'draft',
  }),
  describeDocument('2013-one-met', { title: 'One Met 2013–17', nicknames: ['one met'], years: [2013, 2017] }),
  describeDocument('2018-direction', {
    title: 'The Met’s Direction 2018–25',
    nicknames: ["met's direction", 'mets direction', 'direction document'],
    years: [2018, 2025],
  }),
  describeDocument('2023-mandate', {
    title: 'Mandate for change',
    nicknames: ['the mandate', 'values page'],
    years: [2023, 2023],
    status: 'web page',
  }),
  describeDocument('2025-new-met', {
    title: 'A New Met for London: Phase 2 (2025–28)',
    nicknames: ['new met for london', 'nmfl', 'phase 2'],
    years: [2025, 2028],
    status: 'for consultation',
  }),
];

export const water: readonly DocumentDescription[] = [
  describeDocument('2010-pipes', {
    title: 'Pipes & Pumps: business plan 2010–15',
    nicknames: ['pipes and pumps', 'pr09'],
    years: [2010, 2015],
    status: 'draft',
  }),
  describeDocument('2015-tide', {
    title: 'What’s next? Turning the Tide (2015–20)',
    nicknames: ['turning the tide', "dŵr's plan"],
    years: [2015, 2020],
  }),
  describeDocument('2020-clear', { title: 'Clear Water', nicknames: ['amp7'], years: [2020, 2024] }),
  describeDocument('2022-drought', { title: 'Drought answers', years: [2022, 2022], status: 'web page' }),
  describeDocument('2024-overflow', { title: 'Storm overflow charter', years: [2024, 2025] }),
  describeDocument('2026-sea', {
    title: 'Source to Sea',
    nicknames: ['source to sea plan', 'amp8'],
    years: [2026, 2030],
    status: 'for consultation',
  }),
  describeDocument('undated-glossary', { title: 'Words we use', years: null, status: 'unknown' }),
];
