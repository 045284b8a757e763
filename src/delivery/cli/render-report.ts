// What an ingest took in, and what it left out.
import type { IngestReport } from '../../../ingest/progress.ts';
import { renderTable } from './render-table.ts';

export function renderReport(report: IngestReport): string {
  return [totals(report), documentTable(report), vectorCounts(report), warnings(report), skipped(report)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function totals({ documents, seconds, skipped: left }: IngestReport): string {
  const outcome = left.length === 0 ? 'Ingested' : 'Partial ingest:';
  return `${outcome} ${counted(documents.length, 'document')} in ${seconds.toFixed(1)} s.`;
}

function documentTable({ documents }: IngestReport): string {
  const sum = (count: (document: IngestReport['documents'][number]) => number): string =>
    String(documents.reduce((total, document) => total + count(document), 0));
  return renderTable([
    ['document', 'passages', 'sentences'],
    ...documents.map(({ title, passages, sentences }) => [title, String(passages), String(sentences)]),
    ['total', sum(({ passages }) => passages), sum(({ sentences }) => sentences)],
  ]);
}

function vectorCounts({ embedded, reused, generation }: IngestReport): string {
  return `${counted(embedded, 'text')} embedded, ${reused} reused from before. Index generation ${generation} is published; a running service takes it up by itself.`;
}

function warnings({ warnings: texts }: IngestReport): string {
  return texts.map((text) => `Warning: ${text}`).join('\n');
}

function skipped({ skipped: files }: IngestReport): string {
  if (files.length === 0) return '';
  const reasons = files.map(({ file, reason }) => `  ${file} was skipped: ${reason}.`);
  return [`${counted(files.length, 'file')} could not be read; the rest is in the index.`, ...reasons].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
