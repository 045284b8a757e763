// Documents of many makers in one folder: Markdown, word processors, PDFs; UTF-8, UTF-16, Windows-1252; no catalogue.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IngestReport } from '../../ingest/progress.ts';
import type { ComposedAnswer } from '../../src/domain/answer.ts';
import { textsOf } from '../../src/delivery/cli/evaluated-turns.ts';
import type { Texts } from '../../src/eval/quotations.ts';
import { ingestFolder, openEngine } from './open-index.ts';
import type { Engine } from './open-index.ts';

const corpusDir = fileURLToPath(new URL('../fixtures/mixed-corpus', import.meta.url));

/** A question with parts of its answer, white space and line breaks as single spaces. */
const questions: readonly (readonly [question: string, ...parts: string[]])[] = [
  ['What are the council’s five priorities?', 'Homes people can afford.', 'Clean, safe streets.', 'An open council.'],
  ['What is the target for empty homes brought back into use?', 'Target 2025/26', '| 12 | 200 |'],
  ['When will the street lights be replaced?', 'by December 2024'],
  ['When was the council plan adopted?', '14 March 2022'],
  ['What are the hospital’s values?', 'Kind', 'Honest', 'Curious'],
  ['How much will the stroke unit cost?', '**£11.6 million**'],
  ['How big is the repairs backlog?', 'The backlog of repairs stands at £86 million.'],
  ['What did St Brannock’s promise about MRSA?', 'We will have no case of MRSA bloodstream infection.'],
  ['How many patients will be seen in ED within four hours by 2026?', 'Measure 2020 2026', '78% 95%'],
  ['How much research income by 2030?', '**£60m**'],
  ['When will the Hill Road site be closed?', 'we’ll close the Hill Road site in 2027'],
  ['When will the School of Nursing open?', 'open a School of Nursing in 2025'],
  ['What are the four aims of Northmere fire service?', 'Prevent', 'Protect', 'Respond', 'Reassure'],
  ['How quickly should an engine reach a house fire?', 'House fire 10 minutes'],
  ['What are Open Door’s values?', 'we begin with a cup of tea', 'we knock before we enter', 'Grit'],
  ['What are Eastlea’s strategic objectives?', 'safe and warm homes', 'services that work first time', 'more homes'],
  ['How will Eastlea remove cladding?', 'surveying 14 blocks in 2024', 'by December 2026'],
  ['How many library branches will stay open?', 'all seventeen branches'],
  ['What outcomes does the national park want by 2029?', 'Peat is wet again', 'Villages thrive & young people'],
  ['When will the Fell Bus start?', 'May 2025'],
];

let close = async (): Promise<void> => undefined;
let report: IngestReport;
let engine: Engine;
let texts: Texts;
const answered: { readonly question: string; readonly lacks: string[]; readonly reply: ComposedAnswer }[] = [];

beforeAll(async () => {
  const indexDir = await mkdtemp(join(tmpdir(), 'bluelamp-mixed-'));
  close = () => rm(indexDir, { recursive: true, force: true });
  report = await ingestFolder(corpusDir, indexDir);
  engine = await openEngine(indexDir);
  close = async () => {
    await engine.close();
    await rm(indexDir, { recursive: true, force: true });
  };
  texts = await textsOf(engine.index);
  for (const [question, ...parts] of questions) {
    const reply = (await engine.turns.ask({ question })).composed;
    const text = reply.answer.replaceAll(/\s+/gu, ' ');
    answered.push({ question, reply, lacks: parts.filter((part) => !text.includes(part)) });
  }
});

afterAll(async () => close());

describe('a folder of documents of many makers', () => {
  it('is read whole, and what is passed over is named with what to do', () => {
    expect(report.documents).toHaveLength(8);
    expect(report.skipped).toEqual([
      { file: 'Budget.pdf', reason: 'it is a PDF; save its text as .txt or .md beside it' },
      { file: 'only-headings.md', reason: 'it holds no sentences' },
    ]);
    expect(report.warnings).toContain('Northmere IRMP.txt: it was read as UTF-16.');
  });

  it('has titles, years and standing of its documents’ own words', async () => {
    const documents = (await engine.index.documents()).map(({ title, years, status }) => [title, years, status]);
    expect(documents).toContainEqual(['Haverleigh Council Plan 2022–2026', { from: 2022, to: 2026 }, 'published']);
    expect(documents).toContainEqual(['Eastlea Homes: Corporate Plan', { from: 2024, to: 2029 }, 'for consultation']);
    expect(documents).toContainEqual([
      'Better Together: Our five-year strategy, 2021 to 2026',
      { from: 2021, to: 2026 },
      'published',
    ]);
  });

  it('is quoted to the character in every answer, and without marks of its makers', () => {
    const citations = answered.flatMap(({ reply }) => reply.citations);
    expect(citations.length).toBeGreaterThanOrEqual(questions.length);
    for (const { documentId, start, end, quote } of citations)
      expect(texts.get(documentId)?.slice(start, end)).toBe(quote);
    expect(citations.filter(({ quote }) => /<\/|&\w+;|\]\(|\u00ad|[\ufb00-\ufb06]|Page \d/u.test(quote))).toEqual([]);
  });

  it('is answered right', () => {
    expect(answered.filter(({ lacks }) => lacks.length > 0).map(({ question, lacks }) => [question, lacks])).toEqual(
      [],
    );
  });
});
