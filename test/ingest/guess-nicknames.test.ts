import { describe, expect, it } from 'vitest';
import { documentIdOf } from '../../ingest/catalogue.ts';
import { guessNicknames } from '../../ingest/guess-nicknames.ts';
import type { TitledDocument } from '../../ingest/guess-nicknames.ts';

const document = (file: string, title: string, page: readonly string[], text = ''): TitledDocument => ({
  id: documentIdOf(file),
  title,
  page,
  text: [title, ...page, text].join('\n'),
});
const hospital = document('a.txt', 'Better Together: Our strategy', [
  'DRAFT, NOT YET APPROVED',
  'St Brannock’s University Hospitals NHS Trust',
]);
const homes = document('b.txt', 'Eastlea Homes: Corporate Plan', []);
const names = (documents: readonly TitledDocument[]): (readonly string[])[] => [...guessNicknames(documents).values()];

describe('what people may call a document', () => {
  it('is whose it is and its title in short', () => {
    expect(names([hospital, homes])).toEqual([
      ['better together', 'st brannock’s', 'brannock’s', 'the hospital'],
      ['eastlea'],
    ]);
  });

  it('is nothing that another document speaks of, and nothing where there is no other', () => {
    const other = document('c.txt', 'Digital Plan', ['A council'], 'Eastlea and Saint Brannock’s are better together.');
    expect(names([hospital, homes, other])).toEqual([['st brannock’s', 'the hospital'], [], ['the council']]);
    expect(names([hospital])).toEqual([[]]);
  });
});
