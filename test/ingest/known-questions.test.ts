import { describe, expect, it } from 'vitest';
import { placeQuestions, readKnownQuestions } from '../../ingest/known-questions.ts';
import { packPassages } from '../../ingest/passages.ts';
import { readStructure } from '../../ingest/structure.ts';
import { toDocumentId } from '../index/made-up-corpus.ts';
import { folderWith } from './temporary-folder.ts';

const text =
  'Harbour\n\nWe will dredge the basin every spring. The harbour board meets on Mondays.\n\nFleet\n\nWe will buy six launches.\n';
const id = toDocumentId('harbour-plan');
const passages = packPassages(id, text, readStructure(text));
const documents = [{ document: { id, text }, passages }];

function placed(answeredBy: string[], document: string = id): string[] {
  const { byPassage } = placeQuestions([{ question: 'What of it?', document, answeredBy }], documents);
  return passages.flatMap((passage) =>
    (byPassage.get(passage.id) ?? []).flatMap(({ sentences }) =>
      sentences.map((at) => {
        const { start, end } = passage.sentences[at] ?? { start: 0, end: 0 };
        return text.slice(start, end);
      }),
    ),
  );
}

describe('a known question', () => {
  it('belongs to the sentence that holds the words that answer it', () => {
    expect(placed(['meets on Mondays'])).toEqual(['The harbour board meets on Mondays.']);
  });

  it('belongs to each sentence that its answer runs over, and no further', () => {
    expect(placed(['We will dredge the basin every spring. The harbour board meets on Mondays.'])).toEqual([
      'We will dredge the basin every spring.',
      'The harbour board meets on Mondays.',
    ]);
  });

  it('may be answered in several places', () => {
    expect(placed(['We will buy six launches.', 'dredge the basin'])).toEqual([
      'We will dredge the basin every spring.',
      'We will buy six launches.',
    ]);
  });

  it.each([
    ['words that stand nowhere', ['We will drain the basin.'], id],
    ['a document that is not there', ['We will buy six launches.'], 'other-plan'],
  ])('is left out, and said to be, for %s', (_, answeredBy, document) => {
    const question = { question: 'What of it?', document, answeredBy };
    const { byPassage, warnings } = placeQuestions([question], documents);
    expect(byPassage.size).toBe(0);
    expect(warnings).toEqual([expect.stringContaining('1 of its questions')]);
    expect(warnings[0]).toContain('What of it?');
  });
});

it('is left out for words that stand everywhere, which answer nothing', () => {
  const many = 'We dredge. '.repeat(200);
  const read = { document: { id, text: many }, passages: packPassages(id, many, readStructure(many)) };
  const of = (answeredBy: string): number =>
    placeQuestions([{ question: 'What of it?', document: id, answeredBy: [answeredBy] }], [read]).byPassage.size;
  expect(of('e')).toBe(0);
  expect(of('We dredge. '.repeat(150).trim())).toBeGreaterThan(0);
});

describe('known-questions.jsonl', () => {
  const line = JSON.stringify({ question: 'How many launches?', document: id, answeredBy: ['six launches'] });

  it('is read line by line, with or without a mark of byte order', async () => {
    const folder = folderWith({ 'known-questions.jsonl': `\ufeff${line}\n\n${line}\r\n` });
    expect(await readKnownQuestions(folder)).toHaveLength(2);
  });

  it('need not be there', async () => {
    expect(await readKnownQuestions(folderWith({}))).toEqual([]);
  });

  it.each([
    ['no JSON', '{"question":'],
    ['no answer', JSON.stringify({ question: 'How many?', document: id, answeredBy: [] })],
    ['a field of another name', JSON.stringify({ question: 'How many?', document: id, answers: ['six'] })],
  ])('is refused with the number of the line for %s', async (_, bad) => {
    const folder = folderWith({ 'known-questions.jsonl': `${line}\n${bad}\n` });
    await expect(readKnownQuestions(folder)).rejects.toThrow(/^Line 2 of known-questions\.jsonl is not valid:/u);
  });
});
