// Results in the shapes of the contract; every channel sends these and nothing else.
import type { AnswerWire, CitationWire } from '../contract/answer.ts';
import type { DocumentDetailWire, DocumentSummaryWire } from '../contract/documents.ts';
import type { PassageDetailWire, PassageWire, SearchResultWire } from '../contract/search.ts';
import { isAbstained } from '../domain/answer.ts';
import type { Citation, Notice } from '../domain/answer.ts';
import type { StrategyDocument } from '../domain/document.ts';
import type { Passage } from '../domain/passage.ts';
import type { SearchResult, TurnResult } from './turn.ts';

export interface AnswerIds {
  readonly conversationId: string;
  readonly messageId: string;
}

/** Beside an answer that was looked for while the embedder was away. */
const wordsAlone: Notice = {
  type: 'partial',
  text: 'Only the words of the question were searched, not its meaning, for a part of Bluelamp was away. Ask again in a minute to have both searched.',
};

export function answerWire(result: TurnResult, ids: AnswerIds): AnswerWire {
  const { status, intent, answer, citations, notices, suggestions, related, wordedBy } = result.composed;
  return {
    ...ids,
    status,
    abstained: isAbstained(status),
    intent,
    answer,
    citations: citations.map(citationWire),
    notices: [...notices, ...(result.lexicalOnly ? [wordsAlone] : [])].map(({ type, text, citations: about }) => ({
      type,
      text,
      ...(about ? { citations: [...about] } : {}),
    })),
    suggestions: [...suggestions],
    related: related.map((passage) => ({ ...passage, section: [...passage.section] })),
    ...(wordedBy !== undefined && { wordedBy }),
    generation: result.generation,
    timings: Object.fromEntries(
      Object.entries(result.timings).map(([name, value]) => [name, Math.round(value * 10) / 10]),
    ),
  };
}

export function citationWire(citation: Citation): CitationWire {
  return { ...citation, section: [...citation.section] };
}

export function searchWire(result: SearchResult, explain: boolean): SearchResultWire {
  return {
    lexicalOnly: result.lexicalOnly,
    passages: result.found.map(({ passage, score, parts }) => ({
      ...passageWire(passage),
      score,
      ...(explain ? { explain: parts.map((part) => ({ ...part })) } : {}),
    })),
  };
}

export function passageWire(passage: Passage): PassageWire {
  const { id, documentId, section, page, text, start, end } = passage;
  return { passageId: id, documentId, section: [...section], page, text, start, end };
}

/** A passage with its neighbours. @param passages of its document, in reading order. */
export function passageDetailWire(passage: Passage, passages: readonly Passage[]): PassageDetailWire {
  const at = passages.findIndex((other) => other.id === passage.id);
  const previous = passages[at - 1];
  const next = passages[at + 1];
  return {
    ...passageWire(passage),
    sectionId: passage.sectionId,
    previous: previous ? passageWire(previous) : null,
    next: next ? passageWire(next) : null,
  };
}

export function documentSummaryWire(document: StrategyDocument, passages: readonly Passage[]): DocumentSummaryWire {
  const { id, title, shortTitle, years, status, sourceNote } = document;
  const words = document.text.match(/\S+/gu)?.length ?? 0;
  return {
    id,
    title,
    shortTitle,
    years,
    status,
    sourceNote,
    words,
    passages: passages.length,
    sections: document.sections.length,
  };
}

export function documentDetailWire(document: StrategyDocument, passages: readonly Passage[]): DocumentDetailWire {
  const { sections: _count, ...summary } = documentSummaryWire(document, passages);
  const sections = document.sections.map(({ id, heading, level, start, end, page }) => ({
    id,
    heading,
    level,
    start,
    end,
    page,
  }));
  return { ...summary, text: document.text, sections };
}
