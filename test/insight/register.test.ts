import { describe, expect, it } from 'vitest';
import type { Commitment, RegisterRow } from '../../src/domain/commitment.ts';
import { isCommitmentId } from '../../src/domain/ids.ts';
import type { CommitmentId } from '../../src/domain/ids.ts';
import { toCsv } from '../../src/insight/csv.ts';
import { findRows, pageOf, rowWithId } from '../../src/insight/register.ts';
import type { RegisterQuery } from '../../src/insight/register.ts';
import { relatedTo } from '../../src/insight/related-commitments.ts';
import { toDocumentId } from '../index/made-up-corpus.ts';

const [first, second] = [toDocumentId('2010-plan'), toDocumentId('2020-plan')];

function idOf(number: number): CommitmentId {
  const id = `c-${number.toString(16).padStart(16, '0')}`;
  if (!isCommitmentId(id)) throw new Error(id);
  return id;
}

function row(number: number, given: Partial<Commitment> = {}): RegisterRow {
  const commitment: Commitment = {
    id: idOf(number),
    documentId: first,
    sectionId: null,
    section: ['Quays'],
    page: null,
    text: `We will paint quay ${number}.`,
    start: number * 100,
    end: number * 100 + 20,
    leadIn: null,
    actor: 'we',
    themes: [],
    theme: null,
    target: null,
    targets: [],
    deadline: null,
    ...given,
  };
  return { commitment, counterparts: [] };
}

const target = { value: '20', unit: '%', measure: 'noise' };
const rows = [
  row(1, { text: 'We will cut noise by 20%.', target, targets: [target], themes: ['quiet'], theme: 'quiet' }),
  row(2, { text: 'We will burn lamps by 2014.', deadline: { text: 'by 2014', year: 2014 } }),
  row(3, { text: 'buy lamps', leadIn: { text: 'Over the coming years we will:', start: 1, end: 30 } }),
  row(4, { documentId: second, deadline: { text: 'shortly', year: null }, themes: ['boats', 'quiet'], theme: 'boats' }),
  row(5, { documentId: second, deadline: { text: 'by 2012', year: 2012 }, target, targets: [target] }),
];
const everything: RegisterQuery = { words: '', documents: [first, second], theme: null, has: [], order: 'reading' };
const numbers = (query: Partial<RegisterQuery>): number[] =>
  findRows(rows, { ...everything, ...query }).map(({ commitment }) => Number.parseInt(commitment.id.slice(2), 16));

describe('the register', () => {
  it.each<[string, Partial<RegisterQuery>, number[]]>([
    ['everything, in reading order', {}, [1, 2, 3, 4, 5]],
    ['one document', { documents: [second] }, [4, 5]],
    ['no document', { documents: [] }, []],
    ['rows with a target', { has: ['target'] }, [1, 5]],
    ['rows with a target and a deadline', { has: ['target', 'deadline'] }, [5]],
    ['a theme, though it is not the first', { theme: 'quiet' }, [1, 4]],
    ['words in another form', { words: 'lamp' }, [2, 3]],
    ['all of the words', { words: 'burning lamps' }, [2]],
    ['words of what introduces a list', { words: 'coming' }, [3]],
    ['words of the headings', { words: 'quays noise' }, [1]],
    ['words that say nothing', { words: 'the of' }, [1, 2, 3, 4, 5]],
    ['deadlines, earliest first, undated ones and rows without one last', { order: 'deadline' }, [5, 2, 4, 1, 3]],
    ['themes by name, rows without one last', { order: 'theme' }, [4, 1, 2, 3, 5]],
  ])('finds %s', (_what, query, expected) => {
    expect(numbers(query)).toEqual(expected);
  });

  it('gives every row once, page after page', () => {
    const seen: CommitmentId[] = [];
    let cursor: CommitmentId | null = null;
    do {
      const page = pageOf(rows, cursor, 2);
      expect(page.total).toBe(5);
      seen.push(...page.rows.map(({ commitment }) => commitment.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(rows.map(({ commitment }) => commitment.id));
  });

  it('refuses a cursor of another list', () => {
    expect(() => pageOf(rows, 'c-ffffffffffffffff', 2)).toThrow('"cursor"');
  });

  it('knows a row by its id alone', () => {
    expect(rowWithId(rows, idOf(3))?.commitment.text).toBe('buy lamps');
    expect([rowWithId(rows, idOf(9)), rowWithId(rows, 'constructor')]).toEqual([null, null]);
  });
});

describe('the register of a hundred documents', () => {
  /** How often words were read off rows, to tell work from waiting. */
  let reads = 0;
  const many = Array.from({ length: 10_000 }, (_, number) => {
    const made = row(number);
    Object.defineProperty(made.commitment, 'text', {
      get: () => {
        reads += 1;
        return `We will paint quay ${number}.`;
      },
    });
    return made;
  });

  it('reads no words to page, and reads them once to search', () => {
    const page = pageOf(findRows(many, { ...everything, has: [] }), idOf(9_000), 50);
    expect([page.rows.length, page.total, reads]).toEqual([50, 10_000, 0]);
    expect(findRows(many, { ...everything, words: 'quay 77' })).toHaveLength(1);
    expect(reads).toBe(10_000);
    findRows(many, { ...everything, words: 'painted quays' });
    expect(reads).toBe(10_000);
  });
});

describe('what became of a commitment', () => {
  it('is told with its reasons, and where nothing was found', () => {
    const third = toDocumentId('2024-plan');
    const from = { ...row(1), counterparts: [{ id: idOf(5), why: 'Possible: the same measure.', change: null }] };
    const { related, notFoundIn } = relatedTo(from, rows, [first, second, third]);
    expect(related.map(({ commitment, why }) => [commitment.id, why])).toEqual([
      [idOf(5), 'Possible: the same measure.'],
    ]);
    expect(notFoundIn).toEqual([third]);
  });
});

describe('CSV', () => {
  it('quotes what needs it, and makes text of what a spreadsheet would run', () => {
    const csv = toCsv([
      ['a', 'b'],
      ['=1+1', '@sum'],
      [' +cmd', '-2'],
      ['\ttab', 'say "yes", no'],
      ['two\nlines', null],
      [-5, 3],
    ]);
    expect(csv).toBe(
      'a,b\r\n\'=1+1,\'@sum\r\n\' +cmd,\'-2\r\n"\'\ttab","say ""yes"", no"\r\n"two\nlines",\r\n-5,3\r\n',
    );
  });
});
