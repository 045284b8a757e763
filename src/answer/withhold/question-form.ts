// How much a question by itself, by its vector, is one that strategies leave open: who to ring, what a thing costs, one's own case.
import { dot } from '../../text/vectors.ts';
import { unpacked } from './packed-form.ts';
import { questionWeights } from './question-weights.ts';

const linear = unpacked(questionWeights.linear);
const directions = questionWeights.directions.map((packed) => ({ weight: packed.weight, numbers: unpacked(packed) }));

/** Dimensions of the vectors that the form is for. */
export const formDimensions = linear.length;

/** To be added to the doubt's sum, in log odds; 0 without a vector. */
export function opennessOf(vector: Float32Array | null): number {
  if (vector === null) return 0;
  return directions.reduce((sum, { weight, numbers }) => sum + weight * dot(numbers, vector) ** 2, dot(linear, vector));
}
