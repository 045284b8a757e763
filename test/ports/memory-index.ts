// A PassageIndex in memory: exact and simple, for tests of what stands on the port.
import type { RegisterRow } from '../../src/domain/commitment.ts';
import type { StrategyDocument } from '../../src/domain/document.ts';
import type { DocumentId, PassageId } from '../../src/domain/ids.ts';
import { emptyInsight } from '../../src/domain/insight.ts';
import type { Insight } from '../../src/domain/insight.ts';
import type { Lexicon } from '../../src/domain/lexicon.ts';
import type { Acronym, IndexedPassage, ModelFingerprint, PassageIndex, WeightedTerm } from '../../src/ports.ts';
import { terms } from '../../src/text/tokens.ts';
import { measurePlainly } from './plain-measures.ts';

export interface MemoryCorpus {
  readonly documents: readonly StrategyDocument[];
  readonly passages: readonly IndexedPassage[];
  readonly acronyms: readonly Acronym[];
  readonly commitments?: readonly RegisterRow[];
  readonly lexicon: Lexicon;
  readonly insight?: Insight;
  readonly model: ModelFingerprint;
}

export function createMemoryIndex(corpus: MemoryCorpus): PassageIndex {
  const byId = new Map(corpus.passages.map((passage) => [passage.id, passage]));
  const passageTerms = new Map(
    corpus.passages.map((passage) => [passage.id, new Set(terms(`${passage.section.join(' ')} ${passage.text}`))]),
  );
  const sentenceTerms = corpus.passages.flatMap((passage) =>
    passage.sentences.map(
      (sentence) => new Set(terms(passage.text.slice(sentence.start - passage.start, sentence.end - passage.start))),
    ),
  );
  const passageLengths = corpus.passages.map((passage) => terms(passage.text).length);
  const sentenceLengths = corpus.passages.flatMap((passage) =>
    passage.sentences.map(
      ({ start, end }) => terms(passage.text.slice(start - passage.start, end - passage.start)).length,
    ),
  );
  const passageFrequency = countTerms([...passageTerms.values()]);
  const sentenceFrequency = countTerms(sentenceTerms);
  const inScope = (documents: readonly DocumentId[] | null): IndexedPassage[] =>
    corpus.passages.filter((passage) => !documents || documents.includes(passage.documentId));
  const best = (
    documents: readonly DocumentId[] | null,
    limit: number,
    score: (passage: IndexedPassage) => number,
  ): PassageId[] =>
    inScope(documents)
      .map((passage) => ({ id: passage.id, score: score(passage) }))
      .filter((entry) => entry.score > 0)
      .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
      .slice(0, limit)
      .map((entry) => entry.id);
  return {
    generation: 'memory',
    model: corpus.model,
    lexicalCandidates: async (query, documents, limit) =>
      best(documents, limit, (passage) =>
        overlap(query, passageTerms.get(passage.id) ?? new Set(), passageFrequency, corpus.passages.length),
      ),
    denseCandidates: async (vector, documents, limit) => {
      if (vector.length !== corpus.model.dimensions)
        throw new RangeError(`a vector has ${corpus.model.dimensions} dimensions`);
      return best(documents, limit, (passage) =>
        Math.max(...[passage.vector, ...passage.sentenceVectors].map((other) => dot(vector, other))),
      );
    },
    load: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    measure: async (ids, query) =>
      ids.flatMap((id) => byId.get(id) ?? []).map((passage) => measurePlainly(passage, query)),
    statistics: async (asked) => ({
      passages: corpus.passages.length,
      sentences: sentenceTerms.length,
      averagePassageLength: mean(passageLengths),
      averageSentenceLength: mean(sentenceLengths),
      passageFrequency: new Map(asked.map((term) => [term, passageFrequency.get(term) ?? 0])),
      sentenceFrequency: new Map(asked.map((term) => [term, sentenceFrequency.get(term) ?? 0])),
    }),
    vocabulary: async () => passageFrequency,
    documents: async () =>
      corpus.documents
        .map(({ text: _text, sections: _sections, ...description }) => description)
        .toSorted((one, other) => (one.years?.from ?? 9999) - (other.years?.from ?? 9999)),
    document: async (id) => corpus.documents.find((document) => document.id === id) ?? null,
    passagesOf: async (id) => corpus.passages.filter((passage) => passage.documentId === id),
    acronyms: async () => corpus.acronyms,
    commitments: async () => corpus.commitments ?? [],
    lexicon: async () => corpus.lexicon,
    insight: async () => corpus.insight ?? emptyInsight,
    close: async () => {},
  };
}

function countTerms(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function overlap(
  query: readonly WeightedTerm[],
  held: ReadonlySet<string>,
  frequency: ReadonlyMap<string, number>,
  size: number,
): number {
  return query.reduce(
    (sum, { term, weight }) => sum + (held.has(term) ? weight * Math.log(1 + size / (frequency.get(term) ?? 1)) : 0),
    0,
  );
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
