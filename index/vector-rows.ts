// Vectors as rows of one table, in memory or left on disk. All platforms that our native parts are built for are little-endian.
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dotRows } from './dot-rows.ts';
import { DotTable } from './dot-table.ts';
import { countRows, type RowRange } from './row-ranges.ts';

export interface VectorRows {
  readonly count: number;
  readonly dimensions: number;
  /** Whether what `read` gives has memory of its own. */
  readonly copies: boolean;
  /** Rows `from` up to, not including, `to`, one after the other. The array may be a view of the table: never change it. */
  read(from: number, to: number): Float32Array;
  /** Inner products of `vector`, which has `dimensions` parts, with the rows in these ranges, range after range. */
  dots(vector: Float32Array, ranges: readonly RowRange[]): Float64Array;
  close(): void;
}

const bytesPerPart = Float32Array.BYTES_PER_ELEMENT;

/** Rows over an array that holds them one after the other. */
export function rowsInMemory(values: Float32Array, dimensions: number): VectorRows {
  const read: VectorRows['read'] = (from, to) => values.subarray(from * dimensions, to * dimensions);
  return {
    count: values.length / dimensions,
    dimensions,
    copies: false,
    read,
    dots: (vector, ranges) => dotRanges(read, vector, ranges),
    close: () => undefined,
  };
}

/** The first rows of a table, as a table of their own; closing it closes nothing. */
export function firstRows(rows: VectorRows, count: number): VectorRows {
  return {
    count,
    dimensions: rows.dimensions,
    copies: rows.copies,
    read: (from, to) => rows.read(from, Math.min(to, count)),
    dots: (vector, ranges) => rows.dots(vector, ranges),
    close: () => undefined,
  };
}

/** Rows of a file, read as they are asked for: an HNSW graph keeps its own copy, and a large table need not be held twice. */
export function rowsInFile(path: string, shape: { readonly count: number; readonly dimensions: number }): VectorRows {
  const file = openSync(path, 'r');
  const read: VectorRows['read'] = (from, to) => readParts(file, from * shape.dimensions, to * shape.dimensions);
  return {
    ...shape,
    copies: true,
    read,
    dots: (vector, ranges) => dotRanges(read, vector, ranges),
    close: () => closeSync(file),
  };
}

/** A table in memory, in WebAssembly's where it can be; `values` are to be filled before the rows are asked for. */
export function makeRows(
  count: number,
  dimensions: number,
): { readonly values: Float32Array; readonly rows: VectorRows } {
  const table = DotTable.create(count, dimensions);
  const values = table?.values ?? new Float32Array(count * dimensions);
  const rows = rowsInMemory(values, dimensions);
  return { values, rows: table ? { ...rows, dots: (vector, ranges) => table.dots(vector, ranges) } : rows };
}

/** Reads a whole file of vectors into memory. */
export async function loadRows(path: string, dimensions: number): Promise<VectorRows> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { values, rows } = makeRows(size / (dimensions * bytesPerPart), dimensions);
    await readWhole(file, values);
    return rows;
  } finally {
    await file.close();
  }
}

async function readWhole(file: FileHandle, values: Float32Array): Promise<void> {
  let done = 0;
  while (done < values.byteLength) {
    const { bytesRead } = await file.read(bytesOf(values), done, values.byteLength - done, done);
    if (bytesRead === 0) throw new Error('The vector file ends early.');
    done += bytesRead;
  }
}

/** Rows read at a time, 1.5 MB at 384 dimensions: enough to make a read from disk worth its call. */
const blockRows = 1024;

function dotRanges(read: VectorRows['read'], vector: Float32Array, ranges: readonly RowRange[]): Float64Array {
  const products = new Float64Array(countRows(ranges));
  let next = 0;
  for (const { from, to } of ranges) {
    for (let row = from; row < to; row += blockRows) {
      const end = Math.min(row + blockRows, to);
      dotRows(vector, read(row, end), products, next);
      next += end - row;
    }
  }
  return products;
}

/** The bytes of `values` as they stand in a vector file. */
export function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** Size in bytes of a file with so many rows. */
export function fileSizeOf(rows: number, dimensions: number): number {
  return rows * dimensions * bytesPerPart;
}

function readParts(file: number, from: number, to: number): Float32Array {
  const values = new Float32Array(to - from);
  const read = readSync(file, values, 0, values.byteLength, from * bytesPerPart);
  if (read !== values.byteLength) throw new Error('The vector file of the open index ends early.');
  return values;
}
