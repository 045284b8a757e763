// Prints how good the register of the built index is, by half and document, and how long it takes to page.
import { readFileSync } from 'node:fs';
import { openIndex } from '../index/open.ts';
import { readConfig } from '../src/config.ts';
import type { RegisterRow } from '../src/domain/commitment.ts';
import { findRows, pageOf } from '../src/insight/register.ts';
import type { RegisterQuery } from '../src/insight/register.ts';
import { measureRegister, measureSuccessors } from '../src/eval/register.ts';
import type { RegisterMeasures, Share } from '../src/eval/register.ts';
import { readLabels, readPairs } from '../src/eval/register-labels.ts';

const read = (file: string): string => readFileSync(new URL(`../test/quality/${file}`, import.meta.url), 'utf8');
const labels = readLabels(read('commitments.jsonl'));
const pairs = readPairs(read('successors.jsonl'));

const { index } = await openIndex(readConfig().indexDir, { log: () => undefined });
const rows = await index.commitments();
const documents = (await index.documents()).map(({ id }) => id);

const columns: readonly (readonly [string, (measures: RegisterMeasures) => Share])[] = [
  ['found', ({ found }) => found],
  ['near misses', ({ taken }) => taken],
  ['targets found', ({ targetsFound }) => targetsFound],
  ['right', ({ targetsRight }) => targetsRight],
  ['statistics', ({ statisticsAsTargets }) => statisticsAsTargets],
  ['deadlines found', ({ deadlinesFound }) => deadlinesFound],
  ['right', ({ deadlinesRight }) => deadlinesRight],
];
const show = ({ count, of }: Share): string => (of === 0 ? '–' : `${count}/${of}`).padStart(15);

console.log(`${rows.length} commitments`);
for (const half of ['tune', 'held'] as const) {
  console.log(`\n${half.padEnd(40)}${columns.map(([name]) => name.padStart(15)).join('')}`);
  for (const document of [null, ...documents]) {
    const own = labels.filter((label) => label.half === half && (document === null || label.document === document));
    const measures = measureRegister(rows, own);
    const count = rows.filter(({ commitment }) => document === null || commitment.documentId === document).length;
    console.log(
      `${`${document ?? 'all'} (${count})`.padEnd(40)}${columns.map(([, of]) => show(of(measures))).join('')}`,
    );
  }
  const { amongFive, offeredLookAlikes } = measureSuccessors(
    rows,
    pairs.filter((pair) => pair.half === half),
  );
  console.log(
    `successors among the first five ${show(amongFive).trim()}, look-alikes offered ${show(offeredLookAlikes).trim()}`,
  );
}
await index.close();
timeResampled(rows);

/** Rows of a hundred documents drawn from these, and the milliseconds that a page of fifty takes. */
function timeResampled(own: readonly RegisterRow[]): void {
  const copies = 100 / documents.length;
  const many = Array.from({ length: copies }, () => own).flat();
  const query = { words: '', documents, theme: null, has: [], order: 'reading' } as const;
  const time = (asked: RegisterQuery): string => {
    const started = performance.now();
    pageOf(findRows(many, asked), null, 50);
    return `${(performance.now() - started).toFixed(1)} ms`;
  };
  console.log(`\n${many.length} rows of 100 documents, a page of 50:`);
  console.log(`  all ${time(query)}, with a deadline ${time({ ...query, has: ['deadline'] })}`);
  const words = { ...query, words: 'neighbourhood officers' };
  console.log(`  by words: the first search ${time(words)}, the next ${time(words)}`);
}
