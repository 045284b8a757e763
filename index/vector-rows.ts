// Vectors as rows of one table, in memory or left on disk. All platforms that our native parts are built for are little-endian.
import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export interface VectorRows {
  readonly count: number;
  readonly dimensions: number;
  /** Whether what `read` gives has memory of its own. */
  readonly copies: boolean;
  /** Rows `from` up to, not including, `to`, one after the other. The array may be a view of the table: never change it. */
  read(from: number, to: number): Float32Array;
  close(): void;
}

const bytesPerPart = Float32Array.BYTES_PER_ELEMENT;

/** Rows over an array that holds them one after the other. */
export function rowsInMemory(values: Float32Array, dimensions: number): VectorRows {
  return {
    count: values.length / dimensions,
    dimensions,
    copies: false,
    read: (from, to) => values.subarray(from * dimensions, to * dimensions),
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
    close: () => undefined,
  };
}

/** Rows of a file, read as they are asked for: an HNSW graph keeps its own copy, and a large table need not be held twice. */
export function rowsInFile(path: string, shape: { readonly count: number; readonly dimensions: number }): VectorRows {
  const file = openSync(path, 'r');
  return {
    ...shape,
    copies: true,
    read: (from, to) => readParts(file, from * shape.dimensions, to * shape.dimensions),
    close: () => closeSync(file),
  };
}

/** Reads a whole file of vectors into memory. */
export async function loadRows(path: string, dimensions: number): Promise<VectorRows> {
  const bytes = await readFile(path);
  return rowsInMemory(new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / bytesPerPart), dimensions);
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
