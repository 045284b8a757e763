// An answer request over a small made-up strategy, as retrieval would hand it over.
import { emptyInsight } from '../../src/domain/insight.ts';
import type { DocumentDescription } from '../../src/domain/document.ts';
import { isDocumentId, isPassageId } from '../../src/domain/ids.ts';
import type { DocumentId } from '../../src/domain/ids.ts';
import type { Passage, SentenceKind } from '../../src/domain/passage.ts';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { answerPart, assemble } from '../../src/answer/answer.ts';
import type { AnswerRequest } from '../../src/answer/rank/request.ts';
import type { ComposedAnswer } from '../../src/domain/answer.ts';
import type { IndexedPassage, TermStatistics } from '../../src/ports.ts';
import { understand } from '../../src/query/understand.ts';
import { terms } from '../../src/text/tokens.ts';
import { createFakeEmbedder } from '../ports/fake-embedder.ts';

export interface MadeUpPassage {
  readonly document: string;
  readonly section?: readonly string[];
  readonly sentences: readonly (string | readonly [SentenceKind, string])[];
}

const embedder = createFakeEmbedder(256);

export const waterPlans: DocumentDescription[] = [
  describe('water-2015', 2015, 'published'),
  describe('water-2020', 2020, 'draft'),
];

function describe(id: string, from: number, status: DocumentDescription['status']): DocumentDescription {
  if (!isDocumentId(id)) throw new Error(id);
  return {
    id,
    title: `Water Plan ${from}`,
    shortTitle: `Water Plan ${from}`,
    nicknames: [],
    years: { from, to: from + 4 },
    status,
    sourceNote: '',
  };
}

export async function makeRequest(question: string, written: readonly MadeUpPassage[]): Promise<AnswerRequest> {
  const passages: IndexedPassage[] = [];
  for (const each of written) passages.push(await toPassage(each, passages.length));
  const statistics = countTerms(passages);
  const facts = { documents: waterPlans, lexicon: emptyLexicon, acronyms: [], frequency: statistics.passageFrequency };
  const plan = understand(question, facts);
  const [vector = null] = await embedder.embed([plan.topic]);
  const found = passages.map((passage, at) => ({ passage, score: passages.length - at }));
  return {
    plan,
    vector,
    vectorModel: embedder.model.sha256,
    found,
    statistics,
    documents: waterPlans,
    acronyms: [],
    commitments: [],
    insight: emptyInsight,
    surroundings: byDocument(passages),
  };
}

function byDocument(passages: readonly Passage[]): Map<DocumentId, Passage[]> {
  const ids = new Set(passages.map(({ documentId }) => documentId));
  return new Map([...ids].map((id) => [id, passages.filter(({ documentId }) => documentId === id)]));
}

async function toPassage(
  { document, section = ['Aims'], sentences }: MadeUpPassage,
  at: number,
): Promise<IndexedPassage> {
  const id = `p-${String(at).padStart(16, '0')}`;
  if (!isDocumentId(document) || !isPassageId(id)) throw new Error(document);
  const start = 1000 * at;
  let text = '';
  const placed = sentences.map((entry) => {
    const [kind, words] = typeof entry === 'string' ? (['prose', entry] as const) : entry;
    // Blank lines that a sentence is written with stand before it, not in it.
    const lead = words.length - words.trimStart().length;
    const from = start + (text === '' ? 0 : text.length + 1) + lead;
    text = text === '' ? words : `${text}\n${words}`;
    return { kind, start: from, end: from + words.length - lead };
  });
  const texts = placed.map((sentence) => text.slice(sentence.start - start, sentence.end - start));
  const [vector = new Float32Array(256)] = await embedder.embed([text]);
  const vectors = await embedder.embed(texts);
  return {
    id,
    documentId: document,
    sectionId: null,
    section,
    page: null,
    start,
    end: start + text.length,
    text,
    sentences: placed,
    vector,
    sentenceVectors: vectors,
    contextVectors: vectors,
    knownQuestions: [],
  };
}

function countTerms(passages: readonly IndexedPassage[]): TermStatistics {
  const count = (texts: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const text of texts) for (const term of new Set(terms(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  };
  const sentences = passages.flatMap(({ text, start, sentences: own }) =>
    own.map((each) => text.slice(each.start - start, each.end - start)),
  );
  return {
    passages: passages.length,
    sentences: sentences.length,
    averagePassageLength: 20,
    averageSentenceLength: 10,
    passageFrequency: count(passages.map(({ text }) => text)),
    sentenceFrequency: count(sentences),
  };
}

/** The answer to a message of one question. */
export function answerTo(request: AnswerRequest): ComposedAnswer {
  return assemble([answerPart(request)]);
}
