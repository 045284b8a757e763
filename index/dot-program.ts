// The innermost loop of every search as a WebAssembly program of some 300 bytes: eight multiplications at a time, which JavaScript does
// not have. Written out instruction by instruction, so that nothing but TypeScript is built or shipped. Numbers are those of the
// WebAssembly specification's binary format; the comments say the same in its text format.

/** Row lengths that the program takes are multiples of this many parts. */
export const partsAtOnce = 16;

/**
 * Writes the inner products of the vector at address 0 with `count` rows to `products`, in double precision one after the other.
 * Vector and rows are whole numbers of 16 bits, none of them -32,768, so that two products of theirs fit in 32 bits; the eight sums
 * that run in parallel are of single precision. Addresses and `rowBytes` are in bytes.
 */
export type DotProgram = (rows: number, count: number, products: number, rowBytes: number) => void;

/** The program over this memory. @throws RangeError or WebAssembly.LinkError where the machine cannot run it. */
export function instantiateDotProgram(memory: WebAssembly.Memory): DotProgram {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes()), { host: { memory } });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one export of the module below, with its four parameters.
  return instance.exports['dot'] as DotProgram;
}

type Code = readonly number[];

const code = (...parts: readonly Code[]): Code => parts.flat();

const i32 = 0x7f;
const v128 = 0x7b;
const noResult = 0x40;

const local = { rows: 0, count: 1, products: 2, rowBytes: 3, at: 4, sums: [5, 6] } as const;
const [sum0, sum1] = local.sums;

const get = (index: number): Code => [0x20, index];
const set = (index: number): Code => [0x21, index];
/** Of numbers from 0 up to 8191: seven bits a byte, and a seventh bit that is set means a number below 0. */
const constant = (value: number): Code => (value < 64 ? [0x41, value] : [0x41, (value & 0x7f) | 0x80, value >> 7]);
const block = [0x02, noResult];
const loop = [0x03, noResult];
const end = [0x0b];
const branch = (depth: number): Code => [0x0c, depth];
const branchIf = (depth: number): Code => [0x0d, depth];
const isZero = [0x45];
const isBelow = [0x49];
const add = [0x6a];
const subtract = [0x6b];
const f64Add = [0xa0];
const f64Store = [0x39, 0x03, 0];
const f64x2Add = [0xfd, 0xf0, 0x01];
const f64x2Lane = (lane: number): Code => [0xfd, 0x21, lane];
const f32x4Add = [0xfd, 0xe4, 0x01];
/** i32x4.dot_i16x8_s: eight products, each added to the one beside it */
const multiplyPairs = [0xfd, 0xba, 0x01];
/** f32x4.convert_i32x4_s */
const toSingle = [0xfd, 0xfa, 0x01];
/** f64x2.promote_low_f32x4 */
const promoteLow = [0xfd, 0x5f];
/** i8x16.shuffle that brings the two upper single-precision lanes of its first operand down */
const upperHalf = [0xfd, 0x0d, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];
const loadEight = (offset: number): Code => [0xfd, 0x00, 0x01, offset];
const zeros = [0xfd, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/** local += amount */
const advance = (index: number, amount: Code): Code => code(get(index), amount, add, set(index));

/** sum += eight parts of the vector × eight parts of the row, from `eight` eights after `at` on. */
const addEight = (sum: number, eight: number): Code =>
  code(
    get(sum),
    code(get(local.at), loadEight(eight * 16)),
    code(get(local.rows), get(local.at), add, loadEight(eight * 16)),
    code(multiplyPairs, toSingle, f32x4Add, set(sum)),
  );

/** do { add sixteen parts; at += their bytes } while (at < rowBytes) */
const addRow = code(
  loop,
  local.sums.flatMap((sum, eight) => addEight(sum, eight)),
  advance(local.at, constant(partsAtOnce * 2)),
  code(get(local.at), get(local.rowBytes), isBelow, branchIf(0)),
  end,
);

/** products[0] = all eight sums together, the last four in double precision */
const storeSum = code(
  get(local.products),
  code(get(sum0), get(sum1), f32x4Add, set(sum0)),
  code(get(sum0), promoteLow, get(sum0), get(sum0), upperHalf, promoteLow, f64x2Add, set(sum0)),
  code(get(sum0), f64x2Lane(0), get(sum0), f64x2Lane(1), f64Add),
  f64Store,
);

/** while (count > 0) { sums = 0; at = 0; add the row; store; go to the next } */
const body = code(
  code(block, loop),
  code(get(local.count), isZero, branchIf(1)),
  local.sums.flatMap((sum) => code(zeros, set(sum))),
  code(constant(0), set(local.at)),
  addRow,
  storeSum,
  advance(local.rows, get(local.rowBytes)),
  advance(local.products, constant(8)),
  code(get(local.count), constant(1), subtract, set(local.count)),
  branch(0),
  code(end, end, end),
);

/** Code with its length before it, in as many groups of seven bits as that takes. */
function sized(content: Code): Code {
  const length: number[] = [];
  for (let rest = content.length; rest > 0; rest >>>= 7) length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  return code(length, content);
}

function bytes(): Uint8Array<ArrayBuffer> {
  const name = (text: string): Code => sized([...Buffer.from(text)]);
  const section = (id: number, content: Code): Code => code([id], sized(content));
  const locals = [2, 1, i32, local.sums.length, v128];
  return Uint8Array.from(
    code(
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
      section(1, [1, 0x60, 4, i32, i32, i32, i32, 0]), // the type of a function: four numbers, no result
      section(2, code([1], name('host'), name('memory'), [2, 0, 1])), // import a memory of at least one page
      section(3, [1, 0]), // one function, of that type
      section(7, code([1], name('dot'), [0, 0])), // export it
      section(10, code([1], sized(code(locals, body)))),
    ),
  );
}
