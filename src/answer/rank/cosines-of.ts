// Cosines of a question's vector with a passage and its sentences: those that retrieval measured, or worked out here.
import type { IndexedPassage, PassageMeasures } from '../../ports.ts';
import { dot } from '../../text/vectors.ts';

/** Of the passage and its sentences in order, of the sentences in context, and of its known questions; none where there is no vector. */
export type PassageCosines = Pick<PassageMeasures, 'cosines' | 'contextCosines' | 'knownCosines'>;

interface Measured {
  readonly passage: IndexedPassage;
  readonly measures?: PassageCosines | null;
}

/** @param found its cosines, where it has any, must be those with `vector`. */
export function cosinesOf({ passage, measures }: Measured, vector: Float32Array | null): PassageCosines {
  if (measures && measures.cosines.length > 0) return measures;
  if (!vector) return none;
  const { sentenceVectors, contextVectors, knownQuestions } = passage;
  return {
    cosines: Float64Array.from([passage.vector, ...sentenceVectors], (other) => dot(vector, other)),
    contextCosines: Float64Array.from(contextVectors, (other) => dot(vector, other)),
    knownCosines: Float64Array.from(knownQuestions, (known) => dot(vector, known.vector)),
  };
}

const none: PassageCosines = {
  cosines: new Float64Array(0),
  contextCosines: new Float64Array(0),
  knownCosines: new Float64Array(0),
};
