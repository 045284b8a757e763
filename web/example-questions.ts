import type { DocumentSummaryWire } from '../src/contract/documents.ts';

type Described = Pick<DocumentSummaryWire, 'shortTitle' | 'years'>;

/** Three questions that suit whatever documents there are. @param documents the oldest first. */
export function exampleQuestions(documents: readonly Described[], acronym: string | null): string[] {
  const latest = documents.at(-1);
  const since = documents.find((document) => document.years !== null)?.years?.from;
  return [
    acronym === null ? 'What are the documents about?' : `What does ${acronym} stand for?`,
    latest ? `What are the priorities in ${latest.shortTitle}?` : 'What are our priorities?',
    since === undefined ? 'How have our priorities changed?' : `How have our priorities changed since ${since}?`,
  ];
}
