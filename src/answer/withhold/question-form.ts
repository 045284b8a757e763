// How likely a question by its vector, with what can be seen of it and of the sentences nearest to it, is one that strategies leave open:
// who to ring, what a thing costs, one's own case.
import { dot } from '../../text/vectors.ts';
import { clueNames } from './clues.ts';
import type { Clues } from './clues.ts';
import { unpacked } from './packed-form.ts';
import type { PackedRow } from './packed-form.ts';
import { questionWeights } from './question-weights.ts';

interface Row {
  readonly weight: number;
  readonly numbers: Float32Array;
}

const toRow = (packed: PackedRow): Row => ({ weight: packed.weight, numbers: unpacked(packed) });
const linear = unpacked(questionWeights.linear);
const directions = questionWeights.directions.map(toRow);
const rows = new Map(Object.entries(questionWeights.clues).map(([name, packed]) => [name, toRow(packed)]));

/** Dimensions of the vectors that the form is for. */
export const formDimensions = linear.length;

/** Log odds that the documents do not answer. @param vector of `formDimensions`, of unit length. */
export function opennessOf(vector: Float32Array, clues: Clues): number {
  const own = directions.reduce(
    (sum, { weight, numbers }) => sum + weight * dot(numbers, vector) ** 2,
    questionWeights.bias + dot(linear, vector),
  );
  return clueNames.reduce((sum, name) => {
    const value = clues[name] ?? 0;
    const row = value === 0 ? undefined : rows.get(name);
    return row ? sum + value * (row.weight + dot(row.numbers, vector)) : sum;
  }, own);
}
