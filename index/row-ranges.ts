// Sets of rows as ranges: the rows of a document lie together, so what a search may look at is a few ranges and never a list.

/** Rows `from` up to, not including, `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** The ranges in order and without overlap, those that touch as one, within 0 to `count`; rows that are no whole numbers are left out. */
export function tidyRanges(ranges: readonly RowRange[], count: number): RowRange[] {
  const tidy: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.map((range) => within(range, count)).toSorted((a, b) => a.from - b.from)) {
    const last = tidy.at(-1);
    if (from >= to) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else tidy.push({ from, to });
  }
  return tidy;
}

/** Number of rows in ranges that do not overlap. */
export function countRows(ranges: readonly RowRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

function within({ from, to }: RowRange, count: number): RowRange {
  if (Number.isNaN(from) || Number.isNaN(to)) return { from: 0, to: 0 };
  return { from: Math.max(0, Math.ceil(from)), to: Math.min(count, Math.floor(to)) };
}
