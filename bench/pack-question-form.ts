// The fitted form of a question's vector as the source file that ships it.
import type { PackedNumbers } from '../src/answer/withhold/packed-form.ts';
import type { QuadraticModel } from './quadratic-fit.ts';

/**
 * The text of question-weights.ts.
 * @param model SHA-256 of the weights of the model that made the vectors. @param names of the clues, in the order of the fit.
 */
export function questionWeightsFile(model: string, fitted: QuadraticModel, names: readonly string[]): string {
  const rowOf = (weight: number, numbers: readonly number[]): string =>
    `{ weight: ${short(weight)}, ${fieldsOf(packed(numbers))} }`;
  return [
    '// What each number of a question’s vector, and each clue, says of whether strategies leave such a question open: what',
    '// `node --import tsx bench/fit-doubt.ts --write` gave. It holds for the vectors of one model alone.',
    "import type { PackedForm } from './packed-form.ts';",
    '',
    '/** SHA-256 of the weights file of that model. */',
    `export const questionWeightsModel = '${model}';`,
    '',
    '/** Read by question-form.ts. */',
    'export const questionWeights: PackedForm = {',
    `  bias: ${short(fitted.bias)},`,
    `  linear: { ${fieldsOf(packed(fitted.vector))} },`,
    '  directions: [',
    ...fitted.directions.map(({ weight, direction }) => `    ${rowOf(weight, direction)},`),
    '  ],',
    '  clues: {',
    ...fitted.clues.map(({ weight, vector }, at) => `    '${names[at] ?? ''}': ${rowOf(weight, vector)},`),
    '  },',
    '};',
    '',
  ].join('\n');
}

function short(value: number): number {
  return Number(value.toPrecision(4));
}

/** Largest number of a signed byte. */
const largest = 127;

function packed(numbers: readonly number[]): PackedNumbers {
  const most = Math.max(...numbers.map(Math.abs));
  // What never varies weighs nothing.
  const step = most === 0 ? 1 : Number((most / largest).toPrecision(6));
  const bytes = Int8Array.from(numbers, (number) => Math.max(-largest, Math.min(largest, Math.round(number / step))));
  return { step, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

function fieldsOf({ step, bytes }: PackedNumbers): string {
  return `step: ${step}, bytes: '${bytes}'`;
}
