// What makes a word an acronym or a name, what it stands for, and how long it takes to find out.
import { describe, expect, it } from 'vitest';
import { acronymTwins } from '../../ingest/acronym-twins.ts';
import { findAcronyms } from '../../ingest/acronyms.ts';
import { glossaryOf } from '../../src/insight/glossary.ts';
import { growth, tolerated } from '../text/growth.ts';
import { readDocument, readDocuments } from './read-documents.ts';

function glossary(text: string): [string, string | null][] {
  const documents = [readDocument(text)];
  return glossaryOf(documents, findAcronyms(documents.map(({ document }) => document))).map(({ term, expansion }) => [
    term,
    expansion,
  ]);
}

describe('the glossary', () => {
  it.each<[string, string, [string, string | null][]]>([
    ['an acronym after its words', 'We fund the home fire visits (HFVs) in full.', [['HFV', 'home fire visits']]],
    ['an acronym before its words', 'We fund each HFV (home fire visit) in full.', [['HFV', 'home fire visit']]],
    ['an acronym that is never spelt out', 'We report to MOPAC each month.', [['MOPAC', null]]],
    ['no words for it that do not spell it', 'We report to the mayor (MOPAC) each month.', [['MOPAC', null]]],
    ['the name of a strategy', 'It serves our flood strategy (SPLASH) well.', [['SPLASH', 'flood strategy']]],
    [
      'a title with its article',
      'In June we published A New Plan for Wells (NPfW) as a start.',
      [
        ['New Plan for Wells', null],
        ['NPfW', 'A New Plan for Wells'],
      ],
    ],
    ['two letters that are a word as well', 'The use of IT is up; it is cheap.', [['IT', null]]],
    ['a digit with a letter', 'New phones and 4G are here.', [['4G', null]]],
    ['nothing in words for emphasis', 'You are the DRIVER of change, and every driver counts.', []],
    ['nothing in a line of capitals', 'CAMDEN BRENT HARROW ENFIELD\n\nWe serve them all.', []],
    [
      'operations',
      'Operation Cubo and Operation Onyx went on.',
      [
        ['Operation Cubo', null],
        ['Operation Onyx', null],
      ],
    ],
    ['a letter with a number', 'We run the V100 for them.', [['V100', null]]],
    ['a word in capitals that a sentence tells of', 'CONNECT is a platform. We connect.', [['CONNECT', null]]],
    ['what is launched', 'Then we implemented Right Care Right Person in full.', [['Right Care Right Person', null]]],
    ['an inquiry', 'The Leveson review is out.', [['Leveson review', null]]],
    ['a programme by what it is', 'Our Clean Water programme began.', [['Clean Water', null]]],
    ['a strategy by its name', 'It is in the Open Data Strategy of last year.', [['Open Data Strategy', null]]],
    ['a name in quotation marks', 'Our work is called ‘Together’ by all.', [['Together', null]]],
    [
      'two names that stand side by side',
      'See the Culture Plan and the Race Action Plan.',
      [
        ['Culture Plan', null],
        ['Race Action Plan', null],
      ],
    ],
    ['nothing in a plain sentence', 'The plan is our programme of work.', []],
    ['nothing in nothing', '', []],
  ])('takes %s', (_what, text, expected) => {
    expect(glossary(text)).toEqual(expected);
  });

  it('is read as well from documents of another service', () => {
    const documents = readDocuments(new URL('../fixtures/second-corpus/', import.meta.url));
    const entries = glossaryOf(documents, findAcronyms(documents.map(({ document }) => document)));
    expect(entries.filter(({ kind }) => kind === 'acronym').map(({ term, expansion }) => [term, expansion])).toEqual([
      ['CAD', 'Computer Aided Dispatch'],
      ['DPO', 'Data Protection Officer'],
      ['HFSV', 'Home Fire Safety Visit'],
      ['UFS', 'Unwanted Fire Signals'],
    ]);
  });

  it('says where a term is first used and which documents use it', () => {
    const documents = [
      readDocument('The BCU is small.', 'a.txt'),
      readDocument('Nothing here.', 'b.txt'),
      readDocument('Each Basic Command Unit (BCU) is large.', 'c.txt'),
    ];
    const entries = glossaryOf(documents, findAcronyms(documents.map(({ document }) => document)));
    expect(entries.find(({ term }) => term === 'BCU')).toMatchObject({
      term: 'BCU',
      expansion: 'Basic Command Unit',
      documentId: 'c',
      quote: { start: 0, end: 39 },
      firstUsed: { documentId: 'a', start: 4, end: 7 },
      documents: ['a', 'c'],
    });
  });
});

const parts = [
  'Aa Bb ',
  'AA ',
  'Aa ',
  '(AB) ',
  'Aa and ',
  'Operation Aa, ',
  'Aa Plan and ',
  'AaBb',
  "Aa' ",
  '‘Aa ',
  'Aa strategy (AAAAA) ',
];

describe.each([...parts, 'a', '1', '-', '\n'])('a text of %j over and over', (part) => {
  it('is looked through in a time that grows with its length, not with its square', () => {
    const spelt = [{ term: 'AB', documentId: readDocument('Aa').document.id, start: 0, end: 1 }];
    // The text as lines of no passage, so that reading its structure is not timed as well.
    const work = (text: string): unknown => {
      const { document } = readDocument('Aa');
      return glossaryOf([{ document: { ...document, text }, passages: [] }], spelt);
    };
    expect(growth(work, `${part}${part}\n`, 2 * 1024)).toBeLessThan(tolerated);
  });
});

describe('words that only have the initials of an acronym', () => {
  const texts = {
    first: 'The WPA meets. The Water Police Authority is new. Water Police Support Officers walk.',
    second: 'The PAS is out, and so are WPSOs.',
    third: 'Our Public Access Scheme is old.',
  };

  function entriesOf() {
    const documents = Object.entries(texts).map(([name, text]) => readDocument(text, `${name}.txt`));
    const explained = findAcronyms(documents.map(({ document }) => document));
    const twins = acronymTwins(documents, explained).map((twin) => ({ ...twin, words: twin.expansion }));
    return new Map(glossaryOf(documents, explained, twins).map((entry) => [entry.term, entry]));
  }

  it('are told as such where a document uses both, or four letters match', () => {
    const entries = entriesOf();
    expect(entries.get('WPA')).toMatchObject({ expansion: 'Water Police Authority', byInitials: true });
    expect(entries.get('WPSO')).toMatchObject({ expansion: 'Water Police Support Officers', byInitials: true });
  });

  it('are not, where three letters of one document match the words of another', () => {
    expect(entriesOf().get('PAS')?.expansion).toBeNull();
  });
});
