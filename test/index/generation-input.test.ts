import { describe, expect, it } from 'vitest';
import { checkInput } from '../../index/generation-input.ts';
import type { RegisterRow } from '../../src/domain/commitment.ts';
import { makeUpInput } from './made-up-corpus.ts';

describe('the register that an ingest hands over', () => {
  const input = makeUpInput();
  const [row] = input.commitments;
  if (!row) throw new Error('The made-up corpus has a commitment.');
  const withRow = (changed: RegisterRow): void => checkInput({ ...input, commitments: [changed] });

  it('is taken as it is made', () => {
    expect(() => checkInput(input)).not.toThrow();
  });

  it.each<[string, RegisterRow]>([
    ['other words than the document', { ...row, commitment: { ...row.commitment, text: 'We will fly.' } }],
    ['no words', { ...row, commitment: { ...row.commitment, text: '', end: row.commitment.start } }],
    [
      'a lead-in of other words',
      { ...row, commitment: { ...row.commitment, leadIn: { text: 'x', start: 0, end: 1 } } },
    ],
    [
      'a counterpart that is not there',
      {
        ...row,
        counterparts: [{ id: input.commitments[1]?.commitment.id ?? row.commitment.id, why: '', change: null }],
      },
    ],
  ])('is refused with %s', (_what, changed) => {
    expect(() => withRow(changed)).toThrow(expect.objectContaining({ code: 'internal' }));
  });

  it('is refused with a row given twice', () => {
    expect(() => checkInput({ ...input, commitments: [row, row] })).toThrow('given twice');
  });
});
