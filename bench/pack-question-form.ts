// The fitted form of a question's vector as the source file that ships it.
import type { PackedNumbers } from '../src/answer/withhold/packed-form.ts';
import type { QuadraticModel } from './quadratic-fit.ts';

/** The text of question-weights.ts. @param model SHA-256 of the weights of the model that made the vectors. */
export function questionWeightsFile(model: string, { vector, directions }: QuadraticModel): string {
  const rows = directions.map(
    ({ weight, direction }) => `    { weight: ${Number(weight.toPrecision(4))}, ${fieldsOf(packed(direction))} },`,
  );
  return [
    '// What each number of a question’s vector says of whether strategies leave such a question open: what',
    '// `node --import tsx bench/fit-doubt.ts --write` gave. It holds for the vectors of one model alone.',
    "import type { PackedForm } from './packed-form.ts';",
    '',
    '/** SHA-256 of the weights file of that model. */',
    `export const questionWeightsModel = '${model}';`,
    '',
    '/** Read by question-form.ts. */',
    'export const questionWeights: PackedForm = {',
    `  linear: { ${fieldsOf(packed(vector))} },`,
    '  directions: [',
    ...rows,
    '  ],',
    '};',
    '',
  ].join('\n');
}

/** Largest number of a signed byte. */
const largest = 127;

function packed(numbers: readonly number[]): PackedNumbers {
  const step = Number((Math.max(...numbers.map(Math.abs)) / largest).toPrecision(6));
  const bytes = Int8Array.from(numbers, (number) => Math.max(-largest, Math.min(largest, Math.round(number / step))));
  return { step, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

function fieldsOf({ step, bytes }: PackedNumbers): string {
  return `step: ${step}, bytes: '${bytes}'`;
}
