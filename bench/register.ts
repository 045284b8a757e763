// Prints how good the register of the built index is, by half and document, and how long it takes to page.
import { readFileSync } from 'node:fs';
import { openIndex } from '../index/open.ts';
import { readConfig } from '../src/config.ts';
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
