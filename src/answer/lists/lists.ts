// Lists that the documents state, whole: bullets and short lines under a lead-in, table rows and columns, series of headings or of
// lead-ins, paragraphs that each begin with a name.
import type { Passage } from '../../domain/passage.ts';
import { listRuns } from './list-runs.ts';
import { headingSeries, labelledParagraphs, leadInSeries, notes } from './list-series.ts';
import { tableLists } from './list-tables.ts';
import type { StatedList } from './stated-list.ts';

const fewestItems = 2;

/** The stated lists of one document, those within a sentence left out. @param passages in reading order. */
export function statedLists(passages: readonly Passage[]): StatedList[] {
  return [
    ...listRuns(passages),
    ...tableLists(passages),
    ...headingSeries(passages),
    ...leadInSeries(passages),
    ...labelledParagraphs(passages),
    ...notes(passages),
  ].filter((list) => list.items.length >= fewestItems);
}
