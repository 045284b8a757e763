// A table of vectors in WebAssembly's memory, where inner products take a third of the time that JavaScript needs.
import { instantiateDotProgram, partsAtOnce, type DotProgram } from './dot-program.ts';
import { countRows, type RowRange } from './row-ranges.ts';

const pageBytes = 64 * 1024;
/** Products that are written before they are copied out: 16 KB. */
const productsAtOnce = 2048;

export class DotTable {
  /** The rows, one after the other. To be filled before they are asked for, and not changed after. */
  readonly values: Float32Array<ArrayBuffer>;
  readonly #dimensions: number;
  /** At address 0, where the program looks for it. */
  readonly #vector: Float32Array<ArrayBuffer>;
  readonly #products: Float64Array<ArrayBuffer>;
  readonly #program: DotProgram;

  private constructor(count: number, dimensions: number) {
    const rowBytes = dimensions * Float32Array.BYTES_PER_ELEMENT;
    const before = rowBytes + productsAtOnce * Float64Array.BYTES_PER_ELEMENT;
    const size = before + count * rowBytes;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(size / pageBytes) });
    // A memory is empty or has this buffer for good, for it is never grown.
    const buffer = memory.buffer;
    this.#dimensions = dimensions;
    this.#vector = new Float32Array(buffer, 0, dimensions);
    this.#products = new Float64Array(buffer, this.#vector.byteLength, productsAtOnce);
    this.values = new Float32Array(buffer, before, count * dimensions);
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
    this.#vector.set(vector);
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
    return products;
  }

  #run(row: number, count: number, place: number): void {
    const rowBytes = this.#dimensions * Float32Array.BYTES_PER_ELEMENT;
    const rows = this.values.byteOffset + row * rowBytes;
    const products = this.#products.byteOffset + place * Float64Array.BYTES_PER_ELEMENT;
    this.#program(rows, count, products, rowBytes);
  }
}
