// Questions about documents as such, over a made-up water company's catalogue.
import { describe, expect, it } from 'vitest';
import { isPassageId } from '../../src/domain/ids.ts';
import { documentQuestion, shownDocumentQuestion } from '../../src/query/document-questions.ts';
import { water } from './made-up-catalogues.ts';

const latest = water.at(-1)?.id;
const dated = water.find(({ years, id }) => years !== null && id !== latest);

describe('a question about the documents', () => {
  it.each([
    ['what documents do you have?', 'which', []],
    ['which document is current?', 'current', []],
    ['what’s the latest strategy called', 'current', []],
    ['when does the strategy end?', 'years', [latest]],
    ['is the plan final or a draft?', 'status', [latest]],
    ['how many words are in the plan', 'size', [latest]],
  ])('“%s” asks %s', (question, asks, of) => {
    expect(documentQuestion(question, water)).toEqual({ kind: 'documents', asks, of });
  });

  it('names a document by its title', () => {
    expect(documentQuestion(`is ${dated?.title ?? ''} still current?`, water)).toMatchObject({ of: [dated?.id] });
  });

  it.each([
    'is overtime current',
    'when does the hosepipe ban end',
    'which documents mention leaks?',
    'how long is the trial',
    'is the new reservoir final',
  ])('“%s” is put to their contents', (question) => {
    expect(documentQuestion(question, water)).toBeNull();
  });

  it('may point at the document quoted last', () => {
    const cited = latest === undefined ? [] : [{ documentId: latest, passageId: passage(), start: 1, end: 2 }];
    expect(shownDocumentQuestion('is it still a draft?', cited)).toMatchObject({ asks: 'status', of: [latest] });
    expect(shownDocumentQuestion('is it still a draft?', [])).toBeNull();
    expect(shownDocumentQuestion('when does it end?', cited)).toBeNull();
  });
});

function passage() {
  const id = 'p-0000000000000001';
  if (!isPassageId(id)) throw new Error(id);
  return id;
}
