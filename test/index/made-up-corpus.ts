// A small corpus from a seed, with vectors that agree with its words, and folders that are gone after the test.
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { survey } from '../../src/insight/survey.ts';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { GenerationInput, IndexedDocument, KeyedPassage, KeyedQuestion } from '../../index/generation-input.ts';
import type { RegisterRow } from '../../src/domain/commitment.ts';
import type { Section, StrategyDocument } from '../../src/domain/document.ts';
import { isCommitmentId, isDocumentId, isPassageId, isSectionId } from '../../src/domain/ids.ts';
import type { CommitmentId, DocumentId, PassageId, SectionId } from '../../src/domain/ids.ts';
import type { Sentence } from '../../src/domain/passage.ts';
import type { Log } from '../../src/ports.ts';
import { terms } from '../../src/text/tokens.ts';

export const silent: Log = () => undefined;
export const noon = new Date('2026-11-24T12:00:00Z');

const words =
  'knife burglary neighbourhood officer patrol budget trust cyber fraud vehicle victim station training diversity hate protest camera youth school transport forensic custody drone partner'.split(
    ' ',
  );

export interface CorpusShape {
  readonly seed?: number;
  readonly documents?: number;
  readonly passages?: number;
  readonly dimensions?: number;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bluelamp-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function randomUnitVector(random: () => number, dimensions: number): Float32Array {
  return toUnit(Float32Array.from({ length: dimensions }, () => random() - 0.5));
}

/** Stands in for an embedding model: texts that share words have near vectors. */
export function embed(text: string, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const term of [...terms(text), 'any']) {
    const random = seededNumbers(createHash('sha1').update(term).digest().readInt32LE());
    for (const [part, value] of randomUnitVector(random, dimensions).entries()) sum[part] = (sum[part] ?? 0) + value;
  }
  return toUnit(sum);
}

export function makeUpInput(shape: CorpusShape = {}): GenerationInput {
  const { seed = 1, documents = 2, passages = 10, dimensions = 16 } = shape;
  const random = seededNumbers(seed);
  const written = Array.from({ length: documents }, (_, number) =>
    makeUpDocument({ number, passages, dimensions, random }),
  );
  const model = { name: 'made-up', sha256: 'f'.repeat(64), dimensions };
  const [first] = written;
  if (!first) throw new Error('A corpus has at least one document.');
  const acronyms = [{ term: 'BCU', expansion: 'Basic Command Unit', documentId: first.document.id, start: 0, end: 5 }];
  const insight = survey({ documents: written, themes: null, acronyms: [] });
  return { documents: written, acronyms, commitments: written.map(makeUpRow), lexicon: emptyLexicon, insight, model };
}

/** The title line, with the NUL, the lone surrogate and the astral letter that it holds. */
function makeUpRow({ document }: IndexedDocument): RegisterRow {
  const id = toCommitmentId(`c-${sha256(document.id).slice(0, 16)}`);
  const end = document.text.indexOf('\n');
  const target = { value: '20', unit: '%', measure: 'noise' };
  const commitment = {
    id,
    documentId: document.id,
    sectionId: null,
    section: ['Our P aims'],
    page: 3,
    text: document.text.slice(0, end),
    start: 0,
    end,
    leadIn: { text: document.text.slice(0, 4), start: 0, end: 4 },
    actor: 'we',
    themes: ['quiet'],
    theme: 'quiet',
    target,
    targets: [target],
    deadline: { text: 'by 2030', year: 2030 },
  };
  return { commitment, counterparts: [] };
}

interface DocumentShape {
  readonly number: number;
  readonly passages: number;
  readonly dimensions: number;
  readonly random: () => number;
}

function makeUpDocument(shape: DocumentShape): IndexedDocument {
  const from = 2020 - shape.number;
  const id = toDocumentId(`${from}-plan`);
  // A NUL, a lone surrogate and an astral letter: offsets must survive storage whatever a text holds.
  const drafts: { text: string; start: number; end: number; sentences: Sentence[] }[] = [];
  let text = `Plan ${from}\u0000 \ud83d 𝒳\n`;
  for (let number = 0; number < shape.passages; number += 1) {
    const start = text.length;
    const sentences: Sentence[] = [];
    for (let each = 0; each < 1 + Math.floor(shape.random() * 4); each += 1) {
      const sentence = `We will ${pick(shape.random)} the ${pick(shape.random)} by ${from}/${(from + 1) % 100} in unit ${from}x${number}x${each}.`;
      if (each > 0) text += ' ';
      const kind = each === 0 && number % 3 === 1 ? 'heading' : 'prose';
      sentences.push({ kind, start: text.length, end: text.length + sentence.length });
      text += sentence;
    }
    drafts.push({ text: text.slice(start), start, end: text.length, sentences });
    text += '\n';
  }
  const section: Section = {
    id: toSectionId('aims'),
    heading: 'Our P aims',
    level: 1,
    page: 3,
    path: ['Our P aims'],
    start: 0,
    end: text.length,
  };
  const document: StrategyDocument = {
    id,
    title: `Plan of ${from}`,
    shortTitle: `${from}`,
    nicknames: ['the plan'],
    years: { from, to: from + 3 },
    status: 'published',
    sourceNote: '',
    text,
    sections: [section],
  };
  const passages = drafts.map((draft): KeyedPassage => {
    const sentenceTexts = draft.sentences.map(({ start, end }) => text.slice(start, end));
    return {
      ...draft,
      id: toPassageId(`p-${sha256(`${id} ${draft.text}`).slice(0, 16)}`),
      documentId: id,
      sectionId: section.id,
      section: section.path,
      page: 3,
      vector: embed(draft.text, shape.dimensions),
      sentenceVectors: sentenceTexts.map((sentence) => embed(sentence, shape.dimensions)),
      embedKey: sha256(draft.text),
      sentenceEmbedKeys: sentenceTexts.map(sha256),
      contextVectors: sentenceTexts.map((sentence) => embed(`Our P aims. ${sentence}`, shape.dimensions)),
      contextEmbedKeys: sentenceTexts.map((sentence) => sha256(`Our P aims. ${sentence}`)),
      knownQuestions: knownTo(sentenceTexts, shape.dimensions),
    };
  });
  return { document, file: `${id}.txt`, sha256: sha256(text), passages };
}

/** A question that the passage's last sentence answers; none of a passage of one sentence. */
function knownTo(sentences: readonly string[], dimensions: number): KeyedQuestion[] {
  const question = `What of this: ${sentences.at(-1) ?? ''}?`;
  const known = { sentences: [sentences.length - 1], vector: embed(question, dimensions), embedKey: sha256(question) };
  return sentences.length > 1 ? [known] : [];
}

export function toDocumentId(text: string): DocumentId {
  if (!isDocumentId(text)) throw new Error(`${text} is no document id.`);
  return text;
}

export function toCommitmentId(id: string): CommitmentId {
  if (!isCommitmentId(id)) throw new Error(`${id} is no commitment id.`);
  return id;
}

export function toPassageId(text: string): PassageId {
  if (!isPassageId(text)) throw new Error(`${text} is no passage id.`);
  return text;
}

function toSectionId(text: string): SectionId {
  if (!isSectionId(text)) throw new Error(`${text} is no section id.`);
  return text;
}

function pick(random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? 'police';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((part) => part / length);
}
