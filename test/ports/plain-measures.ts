// What of a question stands in a passage, counted and measured the plain way: by reading its words, one text after another.
import type { IndexedPassage, MeasuredQuery, PassageMeasures } from '../../src/ports.ts';
import { terms } from '../../src/text/tokens.ts';
import { dot } from '../../src/text/vectors.ts';

export function measurePlainly(passage: IndexedPassage, query: MeasuredQuery): PassageMeasures {
  const { vector } = query;
  const sentences = passage.sentences.map(({ start, end }) =>
    terms(passage.text.slice(start - passage.start, end - passage.start)),
  );
  const quoted = sentences.filter((_, at) => passage.sentences[at]?.kind !== 'heading').flat();
  const headings = terms(passage.section.join('\n'));
  const count = (text: readonly string[], term: string): number => text.filter((each) => each === term).length;
  const whole = query.terms.map((term) => count(quoted, term) + 2 * count(headings, term));
  return {
    counts: Uint16Array.from([...whole, ...sentences.flatMap((text) => query.terms.map((term) => count(text, term)))]),
    lengths: Uint32Array.from([quoted.length + headings.length, ...sentences.map((text) => text.length)]),
    cosines: Float64Array.from(vector ? [passage.vector, ...passage.sentenceVectors] : [], (other) =>
      vector ? dot(vector, other) : 0,
    ),
    contextCosines: Float64Array.from(vector ? passage.contextVectors : [], (other) =>
      vector ? dot(vector, other) : 0,
    ),
    knownCosines: Float64Array.from(vector ? passage.knownQuestions : [], (known) =>
      vector ? dot(vector, known.vector) : 0,
    ),
  };
}
