// An embedder for tests: quick, deterministic, and nearer the more stems two texts share.
import type { Embedder } from '../../src/ports.ts';
import { terms } from '../../src/text/tokens.ts';

/** A text's vector is a hashed bag of its stems, of unit length; it knows no synonyms. */
export function createFakeEmbedder(dimensions = 64): Embedder {
  return {
    model: { name: 'fake/bag-of-stems', sha256: 'f'.repeat(64), dimensions },
    async embed(texts, options) {
      options?.signal?.throwIfAborted();
      return texts.map((text) => embedOne(text, dimensions));
    },
  };
}

function embedOne(text: string, dimensions: number): Float32Array {
  const counts = new Float64Array(dimensions);
  // A share that every text has keeps the vector of a text without words from being zero.
  counts[0] = 0.1;
  for (const term of terms(text)) {
    const place = hash(term) % dimensions;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const length = Math.hypot(...counts);
  return Float32Array.from(counts, (count) => count / length);
}

/** FNV-1a. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state >>> 0;
}
