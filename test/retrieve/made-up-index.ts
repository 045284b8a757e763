// A small corpus in memory, with the fake embedder's vectors, and the path from a question to what is found in it.
import { createHash } from 'node:crypto';
import type { StrategyDocument, Years } from '../../src/domain/document.ts';
import type { Acronym, IndexedPassage, PassageIndex } from '../../src/ports.ts';
import { understand } from '../../src/query/understand.ts';
import { createRetriever } from '../../src/retrieve/retrieve.ts';
import type { Mode, RetrievalRequest, Retrieved, RetrieverWeights } from '../../src/retrieve/retrieve.ts';
import { meanDirection } from '../../src/text/vectors.ts';
import { toDocumentId, toPassageId } from '../index/made-up-corpus.ts';
import { createFakeEmbedder } from '../ports/fake-embedder.ts';
import { createMemoryIndex } from '../ports/memory-index.ts';

export interface WrittenDocument {
  readonly id: string;
  readonly title: string;
  readonly years: Years | null;
  /** Each passage as its sentences. */
  readonly passages: readonly (readonly string[])[];
}

const embedder = createFakeEmbedder();

export const waterPlans: readonly WrittenDocument[] = [
  {
    id: '2015-tide',
    title: 'Turning the Tide',
    years: { from: 2015, to: 2020 },
    passages: [
      ['We will cut leakage by 15% before 2020.', 'Leakage is what customers ask about most.'],
      ['Our sewers carry rain and waste water together.', 'Storm overflows protect homes from flooding.'],
      ['The board met in Harbour House.'],
    ],
  },
  {
    id: '2020-clear',
    title: 'Clear Water',
    years: { from: 2020, to: 2025 },
    passages: [
      ['We will halve leakage in ten years.', 'Smart meters show where water is lost.'],
      ['Dame Ada Reed, Director of Rivers, answers for storm overflows.'],
      ['Reservoirs are fuller than in any summer since 1976.'],
    ],
  },
  {
    id: '2026-sea',
    title: 'Source to Sea',
    years: { from: 2026, to: 2030 },
    passages: [
      ['Leakage must fall.', 'It will cost £40m and 300 people will mend pipes every week.'],
      ['Storm overflows will spill ten times a year at most.'],
      ['Sensors in rivers tell everyone how clean they are.'],
    ],
  },
];

export async function indexOf(
  documents: readonly WrittenDocument[],
  acronyms: readonly Acronym[] = [],
): Promise<PassageIndex> {
  const written = await Promise.all(documents.map(writeDocument));
  return createMemoryIndex({
    documents: written.map(({ document }) => document),
    passages: written.flatMap(({ passages }) => passages),
    acronyms,
    lexicon: { synonyms: [{ words: ['drips'], phrases: [], mean: ['leakage'] }], generic: [] },
    model: embedder.model,
  });
}

async function writeDocument({ id, title, years, passages }: WrittenDocument) {
  const documentId = toDocumentId(id);
  const indexed: IndexedPassage[] = [];
  let text = '';
  for (const sentences of passages) {
    const start = text.length;
    const spans = sentences.map((sentence) => {
      text += `${text.length === start ? '' : ' '}${sentence}`;
      return { kind: 'prose' as const, start: text.length - sentence.length, end: text.length };
    });
    const words = text.slice(start);
    const sentenceVectors = await embedder.embed(sentences);
    indexed.push({
      id: toPassageId(`p-${createHash('sha256').update(`${id} ${words}`).digest('hex').slice(0, 16)}`),
      documentId,
      sectionId: null,
      section: [title],
      page: null,
      start,
      end: text.length,
      text: words,
      sentences: spans,
      vector: (await embedder.embed([words]))[0] ?? new Float32Array(embedder.model.dimensions),
      sentenceVectors,
      contextVectors: await embedder.embed(sentences.map(() => words)),
      knownQuestions: [],
    });
    text += '\n';
  }
  const document: StrategyDocument = {
    id: documentId,
    title,
    shortTitle: title,
    nicknames: [],
    years,
    status: 'published',
    sourceNote: '',
    text,
    sections: [],
  };
  return { document, passages: indexed };
}

export interface Search {
  readonly question: string;
  readonly mode?: Mode;
  readonly limit?: number;
  /** Ids of the documents that may be searched; all without it. */
  readonly within?: readonly string[];
  /** Without an embedder there is no vector. */
  readonly embeds?: boolean;
  readonly weights?: RetrieverWeights;
}

/** As `turn.ts` goes from a question to what is found. */
export async function search(index: PassageIndex, wanted: Search): Promise<Retrieved[]> {
  return createRetriever(wanted.weights)(index, await requestFor(index, wanted));
}

export async function requestFor(index: PassageIndex, wanted: Search): Promise<RetrievalRequest> {
  const { question, mode = 'hybrid', limit = 10, within, embeds = true } = wanted;
  const documents = (await index.documents()).filter(({ id }) => within?.includes(id) ?? true);
  const facts = {
    lexicon: await index.lexicon(),
    acronyms: await index.acronyms(),
    frequency: await index.vocabulary(),
  };
  const plan = understand(question, { ...facts, documents });
  const vector = embeds ? meanDirection(await embedder.embed(plan.readings)) : null;
  return { plan, vector, mode, limit };
}
