// The register of all documents: each commitment with what other documents may say of the same.
import type { Commitment, RegisterRow } from '../src/domain/commitment.ts';
import type { ThemeLexicon } from '../src/domain/theme-lexicon.ts';
import { themesOf } from '../src/text/themes-of-text.ts';
import type { Embedder } from '../src/ports.ts';
import type { IndexedDocument } from '../index/generation-input.ts';
import type { FoundCommitment } from './commitments/find.ts';
import { plainOf, squeezed } from './commitments/plain.ts';
import { toCommitments } from './commitments/to-commitment.ts';
import { findCounterparts } from './counterparts.ts';
import type { Embedded } from './counterparts.ts';

export interface RegisteredDocument extends IndexedDocument {
  readonly commitments: readonly FoundCommitment[];
}

export interface RegisterOptions {
  readonly embedder: Embedder;
  readonly themes: ThemeLexicon;
}

/** Documents in order of their years, each in reading order. */
export async function makeRegister(
  documents: readonly RegisteredDocument[],
  { embedder, themes }: RegisterOptions,
): Promise<RegisterRow[]> {
  const rows = documents
    .toSorted(
      ({ document: one }, { document: other }) => fromYear(one) - fromYear(other) || (one.id < other.id ? -1 : 1),
    )
    .flatMap((each) => {
      const vectors = new SentenceVectors(each);
      return toCommitments(each.document, each.commitments, (text) => themesOf(text, themes)).map((commitment) => ({
        commitment,
        ...vectors.of(commitment),
      }));
    });
  const embedded = await embedMissing(rows, embedder);
  const counterparts = findCounterparts(embedded);
  return embedded.map(({ commitment }, at) => ({ commitment, counterparts: counterparts[at] ?? [] }));
}

function fromYear({ years }: IndexedDocument['document']): number {
  return years?.from ?? Number.MAX_SAFE_INTEGER;
}

/** A commitment that is a smaller part of its sentence, as a cell of a row, has a vector of its own. */
const leastShare = 0.6;

interface Found {
  readonly vector: Float32Array | null;
  readonly context: Float32Array | null;
}

/** Looks up the vectors that sentences have for the search. */
class SentenceVectors {
  readonly #sentences: readonly (Found & { readonly start: number; readonly end: number })[];
  #next = 0;

  constructor({ passages }: IndexedDocument) {
    this.#sentences = passages.flatMap(({ sentences, sentenceVectors, contextVectors }) =>
      sentences.map(({ start, end }, at) => ({
        start,
        end,
        vector: sentenceVectors[at] ?? null,
        context: contextVectors[at] ?? null,
      })),
    );
  }

  /** @param commitment asked for in reading order. */
  of({ start, end }: Commitment): Found {
    while ((this.#sentences[this.#next]?.end ?? Infinity) <= start) this.#next += 1;
    const sentence = this.#sentences[this.#next];
    const shared = sentence ? Math.min(end, sentence.end) - Math.max(start, sentence.start) : 0;
    if (!sentence || shared <= 0) return { vector: null, context: null };
    const isSame = shared >= leastShare * Math.max(sentence.end - sentence.start, end - start);
    return { vector: isSame ? sentence.vector : null, context: sentence.context };
  }
}

async function embedMissing(
  rows: readonly (Found & { readonly commitment: Commitment })[],
  embedder: Embedder,
): Promise<Embedded[]> {
  const missing = rows.filter(({ vector }) => vector === null).map(({ commitment }) => commitment);
  const texts = missing.map(({ text }) => squeezed(plainOf(text)));
  const vectors = texts.length === 0 ? [] : await embedder.embed(texts, { patient: true });
  const byId = new Map(missing.map(({ id }, at) => [id, vectors[at]]));
  return rows.map(({ commitment, vector, context }) => {
    const found = vector ?? byId.get(commitment.id);
    if (!found) throw new Error('a commitment was not embedded');
    return { commitment, vector: found, context: context ?? found };
  });
}
