// The questions that stand beside the documents, where there are any, and the sentences that answer each.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, systemCodeOf } from '../src/domain/errors.ts';
import type { PassageId } from '../src/domain/ids.ts';
import { knownQuestionSchema } from '../src/domain/known-question.ts';
import type { GivenQuestion } from '../src/domain/known-question.ts';
import type { Passage } from '../src/domain/passage.ts';
import { withoutMark } from './catalogue.ts';

const knownQuestionsFile = 'known-questions.jsonl';

/** Words that stand in more places of a document than this ("the", a single letter) answer nothing, and to place them takes long. */
const mostPlaces = 100;

/** A question and the sentences of one passage that answer it. */
export interface PlacedQuestion {
  readonly question: string;
  /** Places among the passage's sentences. */
  readonly sentences: readonly number[];
}

export interface PlacedQuestions {
  readonly byPassage: ReadonlyMap<PassageId, readonly PlacedQuestion[]>;
  /** Sentences on questions that were left out. */
  readonly warnings: readonly string[];
}

/** A document's text and passages, as they were read. */
export interface QuotedDocument {
  readonly document: { readonly id: string; readonly text: string };
  readonly passages: readonly Passage[];
}

/**
 * Reads `known-questions.jsonl` of the folder, one question a line; none where there is no such file.
 * @throws AppError `corpus-unreadable` that names the first line that is no question, and why.
 */
export async function readKnownQuestions(folder: string): Promise<readonly GivenQuestion[]> {
  const source = await readSource(folder);
  const lines = source.split('\n').map((text, at) => ({ text, number: at + 1 }));
  return lines.filter(({ text }) => text.trim() !== '').map(readQuestion);
}

async function readSource(folder: string): Promise<string> {
  try {
    return withoutMark(await readFile(join(folder, knownQuestionsFile), 'utf8'));
  } catch (cause) {
    if (systemCodeOf(cause) === 'ENOENT') return '';
    throw new AppError('corpus-unreadable', `${knownQuestionsFile} cannot be read. Check its permissions.`, { cause });
  }
}

function readQuestion({ text, number }: { readonly text: string; readonly number: number }): GivenQuestion {
  const parsed = knownQuestionSchema.safeParse(parseJson(text, number));
  if (parsed.success) return parsed.data;
  throw badLine(number, z.prettifyError(parsed.error));
}

function parseJson(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badLine(number, cause instanceof Error ? cause.message : 'it is no JSON', cause);
  }
}

function badLine(number: number, why: string, cause?: unknown): AppError {
  return new AppError('corpus-unreadable', `Line ${number} of ${knownQuestionsFile} is not valid:\n${why}`, { cause });
}

/** Finds the sentences that hold the words that answer each question; a question whose words stand nowhere is left out, and that is told. */
export function placeQuestions(
  questions: readonly GivenQuestion[],
  documents: readonly QuotedDocument[],
): PlacedQuestions {
  const byId = new Map(documents.map((each) => [each.document.id, each]));
  const byPassage = new Map<PassageId, PlacedQuestion[]>();
  const lost: string[] = [];
  for (const { question, document, answeredBy } of questions) {
    const read = byId.get(document);
    const spans = answeredBy.flatMap((words) => (read ? spansOf(words, read.document.text) : []));
    const placed = read ? placesOf(spans, read.passages) : [];
    if (placed.length === 0) lost.push(question);
    for (const { id, sentences } of placed) {
      byPassage.set(id, [...(byPassage.get(id) ?? []), { question, sentences }]);
    }
  }
  return { byPassage, warnings: lost.length === 0 ? [] : [warningOf(lost)] };
}

function warningOf(lost: readonly string[]): string {
  return `${knownQuestionsFile}: the words that answer ${lost.length} of its questions stand in no sentence of their document, or in more than ${mostPlaces} places; the first is "${lost[0]}". Mend or remove them.`;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Empty for words that stand nowhere, or in too many places. */
function spansOf(words: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    if (spans.length === mostPlaces) return [];
    spans.push({ start, end: start + words.length });
  }
  return spans;
}

function placesOf(spans: readonly Span[], passages: readonly Passage[]): { id: PassageId; sentences: number[] }[] {
  return passages.flatMap(({ id, start, end, sentences }) => {
    const near = spans.filter((span) => span.start < end && start < span.end);
    if (near.length === 0) return [];
    const answering = sentences.flatMap((sentence, at) => (near.some((span) => isHeldBy(sentence, span)) ? [at] : []));
    return answering.length === 0 ? [] : [{ id, sentences: answering }];
  });
}

/** Whether most of the shorter of the two stands in the other: an answer may be a part of a sentence, or several sentences. */
function isHeldBy(sentence: Span, span: Span): boolean {
  const shared = Math.min(sentence.end, span.end) - Math.max(sentence.start, span.start);
  return shared > Math.min(sentence.end - sentence.start, span.end - span.start) / 2;
}
