// A table of vectors with a copy in WebAssembly's memory, where inner products take a fraction of the time that JavaScript needs.
import { instantiateDotProgram, partsAtOnce, type DotProgram } from './dot-program.ts';
import { countRows, type RowRange } from './row-ranges.ts';

const pageBytes = 64 * 1024;
/** Products that are written before they are copied out: 16 KB. */
const productsAtOnce = 2048;
/** Largest whole number that the program takes; as far below 0 as above. */
const largestWhole = 32_767;

/**
 * The copy has whole numbers of 16 bits in place of single precision: a search waits for memory more than for sums, and reads half as much.
 * A part is off by 1/65,534 of the largest at most, and the cosine of two unit vectors of 384 parts by some 3e-6.
 */
export class DotTable {
  /** The rows, one after the other. To be filled before products are asked for, and not changed after. */
  readonly values: Float32Array<ArrayBuffer>;
  readonly #dimensions: number;
  /** At address 0, where the program looks for it. */
  readonly #vector: Int16Array<ArrayBuffer>;
  readonly #products: Float64Array<ArrayBuffer>;
  /** The rows as whole numbers, once products have been asked for; what one of them stands for is in `#rowUnit`. */
  readonly #rows: Int16Array<ArrayBuffer>;
  #rowUnit: number | null = null;
  readonly #program: DotProgram;

  private constructor(count: number, dimensions: number) {
    const rowBytes = dimensions * Int16Array.BYTES_PER_ELEMENT;
    const before = rowBytes + productsAtOnce * Float64Array.BYTES_PER_ELEMENT;
    const size = before + count * rowBytes;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(size / pageBytes) });
    // A memory is empty or has this buffer for good, for it is never grown.
    const buffer = memory.buffer;
    this.#dimensions = dimensions;
    this.#vector = new Int16Array(buffer, 0, dimensions);
    this.#products = new Float64Array(buffer, this.#vector.byteLength, productsAtOnce);
    this.#rows = new Int16Array(buffer, before, count * dimensions);
    this.values = new Float32Array(count * dimensions);
    this.#program = instantiateDotProgram(memory);
  }

  /** Null where rows are of a length that the program does not take, or there is no such memory to be had. */
  static create(count: number, dimensions: number): DotTable | null {
    if (dimensions === 0 || dimensions % partsAtOnce !== 0) return null;
    try {
      return new DotTable(count, dimensions);
    } catch {
      // Too large, or address space is short: the same sums are done without it.
      return null;
    }
  }

  /** Inner products of `vector` with the rows in these ranges, range after range. */
  dots(vector: Float32Array, ranges: readonly RowRange[]): Float64Array {
    this.#rowUnit ??= setWholes(this.values, this.#rows);
    const unit = this.#rowUnit * setWholes(vector, this.#vector);
    const products = new Float64Array(countRows(ranges));
    let copied = 0;
    let waiting = 0;
    for (const { from, to } of ranges) {
      for (let row = from; row < to;) {
        const count = Math.min(productsAtOnce - waiting, to - row);
        this.#run(row, count, waiting);
        waiting += count;
        row += count;
        if (waiting < productsAtOnce) continue;
        products.set(this.#products, copied);
        copied += waiting;
        waiting = 0;
      }
    }
    products.set(this.#products.subarray(0, waiting), copied);
    for (let at = 0; at < products.length; at += 1) products[at] = (products[at] ?? 0) * unit;
    return products;
  }

  #run(row: number, count: number, place: number): void {
    const rowBytes = this.#dimensions * Int16Array.BYTES_PER_ELEMENT;
    const rows = this.#rows.byteOffset + row * rowBytes;
    const products = this.#products.byteOffset + place * Float64Array.BYTES_PER_ELEMENT;
    this.#program(rows, count, products, rowBytes);
  }
}

/** Writes the values as whole numbers, the largest of which uses all the bits there are. @returns what 1 stands for. */
function setWholes(values: Float32Array, into: Int16Array): number {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, Math.abs(values[at] ?? 0));
  const unit = largest > 0 ? largest / largestWhole : 1;
  for (let at = 0; at < values.length; at += 1) into[at] = Math.round((values[at] ?? 0) / unit);
  return unit;
}
