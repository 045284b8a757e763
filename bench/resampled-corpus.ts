// A larger corpus out of the project's own: passages of sentences drawn from all documents, with the vectors that those have already.
import { createHash } from 'node:crypto';
import type { GenerationInput, IndexedDocument, KeyedPassage } from '../index/generation-input.ts';
import { isDocumentId, isPassageId } from '../src/domain/ids.ts';
import type { DocumentId, PassageId } from '../src/domain/ids.ts';
import { emptyInsight } from '../src/domain/insight.ts';
import type { IndexedPassage, ModelFingerprint, PassageIndex } from '../src/ports.ts';
import { meanDirection } from '../src/text/vectors.ts';

/** Sentences of a passage, and passages of a document; the project's own have some six, and up to two hundred. */
const shape = { sentences: 4, passages: 1000 };

interface Drawn {
  readonly text: string;
  readonly vector: Float32Array;
  readonly context: Float32Array;
}

export async function resample(index: PassageIndex, model: ModelFingerprint, size: number): Promise<GenerationInput> {
  const sentences = await sentencesOf(index);
  const documents: IndexedDocument[] = [];
  for (let first = 0; first < size; first += shape.passages)
    documents.push(documentOf(sentences, first, Math.min(shape.passages, size - first)));
  return { documents, acronyms: [], commitments: [], lexicon: await index.lexicon(), insight: emptyInsight, model };
}

async function sentencesOf(index: PassageIndex): Promise<Drawn[]> {
  const documents = await index.documents();
  const ids = (await Promise.all(documents.map(({ id }) => index.passagesOf(id)))).flat().map(({ id }) => id);
  return (await index.load(ids)).flatMap(drawnFrom);
}

function drawnFrom({ text, start, sentences, sentenceVectors, contextVectors }: IndexedPassage): Drawn[] {
  return sentences.flatMap((sentence, at) => {
    const [vector, context] = [sentenceVectors[at], contextVectors[at]];
    return vector && context
      ? [{ text: text.slice(sentence.start - start, sentence.end - start), vector, context }]
      : [];
  });
}

function documentOf(all: readonly Drawn[], first: number, count: number): IndexedDocument {
  const id = toDocumentId(`resampled-${first}`);
  const passages: KeyedPassage[] = [];
  let text = '';
  for (let number = first; number < first + count; number += 1) {
    const drawn = Array.from({ length: shape.sentences }, (_, at) => draw(all, number * shape.sentences + at));
    passages.push(passageOf(drawn, { documentId: id, number, start: text.length }));
    text += `${drawn.map((each) => each.text).join(' ')}\n`;
  }
  const description = {
    title: id,
    shortTitle: id,
    nicknames: [],
    years: null,
    status: 'unknown',
    sourceNote: '',
  } as const;
  return { document: { id, ...description, text, sections: [] }, file: `${id}.txt`, sha256: sha256(text), passages };
}

/** Fixed strides make every run the same; the second changes from round to round, or the rounds would be copies. */
function draw(all: readonly Drawn[], n: number): Drawn {
  const drawn = all[(n * 7919 + Math.floor(n / all.length) * 104_729) % all.length];
  if (!drawn) throw new Error('The index holds no sentences to draw from.');
  return drawn;
}

interface Place {
  readonly documentId: DocumentId;
  readonly number: number;
  readonly start: number;
}

function passageOf(drawn: readonly Drawn[], { documentId, number, start }: Place): KeyedPassage {
  let end = start;
  const sentences = drawn.map(({ text }) => {
    const sentence = { kind: 'prose' as const, start: end, end: end + text.length };
    end = sentence.end + 1;
    return sentence;
  });
  const key = sha256(`resampled ${number}`);
  const vectors = drawn.map(({ vector }) => vector);
  const mean = meanDirection(vectors);
  if (!mean) throw new Error('A passage is drawn of at least one sentence.');
  return {
    id: toPassageId(`p-${key.slice(0, 16)}`),
    documentId,
    sectionId: null,
    section: [],
    page: null,
    text: drawn.map(({ text }) => text).join(' '),
    start,
    end: end - 1,
    sentences,
    vector: mean,
    sentenceVectors: vectors,
    contextVectors: drawn.map(({ context }) => context),
    embedKey: key,
    sentenceEmbedKeys: drawn.map(({ text }) => sha256(text)),
    contextEmbedKeys: drawn.map(({ text }) => sha256(`context ${text}`)),
    knownQuestions: [],
  };
}

function toDocumentId(text: string): DocumentId {
  if (!isDocumentId(text)) throw new Error(`${text} is no document id.`);
  return text;
}

function toPassageId(text: string): PassageId {
  if (!isPassageId(text)) throw new Error(`${text} is no passage id.`);
  return text;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
