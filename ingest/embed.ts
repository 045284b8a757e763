// Gives every passage, sentence and known question its vector; texts whose vector is known already are not embedded again.
import type { PassageId } from '../src/domain/ids.ts';
import type { Passage } from '../src/domain/passage.ts';
import type { Embedder } from '../src/ports.ts';
import type { KeyedPassage } from '../index/generation-input.ts';
import { contextText, embedKey, passageText, questionText, sentenceText } from './embed-texts.ts';
import type { PlacedQuestion } from './known-questions.ts';
import type { Progress } from './progress.ts';

/** Texts sent to the embedder at once: enough to keep its processes busy, few enough for steady progress. */
const slice = 64;

export interface EmbedOptions {
  readonly embedder: Embedder;
  /** Vectors of an earlier ingest by embed key. */
  readonly known: ReadonlyMap<string, Float32Array>;
  /** Questions that are known to be answered by each passage. */
  readonly questions: ReadonlyMap<PassageId, readonly PlacedQuestion[]>;
  readonly progress: Progress;
}

export interface Embedded {
  readonly passages: readonly KeyedPassage[];
  /** Number of texts embedded now, and of those whose vector was known. */
  readonly embedded: number;
  readonly reused: number;
}

export async function embedPassages(passages: readonly Passage[], options: EmbedOptions): Promise<Embedded> {
  const wanted = new Map<string, string>();
  const want = (text: string): string => {
    const key = embedKey(options.embedder.model, text);
    wanted.set(key, text);
    return key;
  };
  const keyed = passages.map((passage) => ({
    passage,
    embedKey: want(passageText(passage)),
    sentenceEmbedKeys: passage.sentences.map((sentence) => want(sentenceText(passage, sentence))),
    contextEmbedKeys: passage.sentences.map((_, at) => want(contextText(passage, at))),
    questions: (options.questions.get(passage.id) ?? []).map(({ question, sentences }) => ({
      sentences,
      embedKey: want(questionText(question)),
    })),
  }));
  const missing = [...wanted].filter(([key]) => !options.known.has(key));
  const fresh = await embedAll(missing, options);
  const vectorOf = (key: string): Float32Array => {
    const vector = fresh.get(key) ?? options.known.get(key);
    if (!vector) throw new Error('a text was not embedded');
    return vector;
  };
  return {
    passages: keyed.map(({ passage, embedKey: key, sentenceEmbedKeys, contextEmbedKeys, questions }) => ({
      ...passage,
      embedKey: key,
      sentenceEmbedKeys,
      contextEmbedKeys,
      vector: vectorOf(key),
      sentenceVectors: sentenceEmbedKeys.map(vectorOf),
      contextVectors: contextEmbedKeys.map(vectorOf),
      knownQuestions: questions.map((question) => ({ ...question, vector: vectorOf(question.embedKey) })),
    })),
    embedded: missing.length,
    reused: wanted.size - missing.length,
  };
}

/** Two slices are under way at any time, so that no process waits for the next. */
async function embedAll(
  missing: readonly (readonly [string, string])[],
  { embedder, progress }: EmbedOptions,
): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < missing.length) {
      const part = missing.slice(next, next + slice);
      next += slice;
      const found = await embedder.embed(
        part.map(([, text]) => text),
        { patient: true },
      );
      part.forEach(([key], index) => {
        const vector = found[index];
        if (vector) vectors.set(key, vector);
      });
      done += part.length;
      progress({ stage: 'embed', done, total: missing.length });
    }
  };
  await Promise.all([work(), work()]);
  return vectors;
}
