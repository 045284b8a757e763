import type { DocumentSummaryWire } from '../src/contract/documents.ts';

/** Questions that suit whatever documents there are, for two kinds of readers. */
export interface ExampleQuestions {
  readonly newStaff: readonly string[];
  readonly managers: readonly string[];
}

/** @param documents the oldest first. @param acronym one that the documents spell out. */
export function exampleQuestions(documents: readonly DocumentSummaryWire[], acronym: string | null): ExampleQuestions {
  const latest = documents.at(-1)?.shortTitle;
  const [first] = documents.filter(({ years }) => years !== null);
  const since = first?.years?.from;
  return {
    newStaff: [
      acronym === null ? 'What are the documents about?' : `What does ${acronym} stand for?`,
      latest === undefined ? 'What are our priorities?' : `What are the priorities in ${latest}?`,
    ],
    managers: [
      since === undefined ? 'How have our priorities changed?' : `How have our priorities changed since ${since}?`,
      ...(first === undefined || latest === undefined || first.shortTitle === latest
        ? []
        : [`Compare what ${first.shortTitle} and ${latest} say about trust`]),
    ],
  };
}

export const noExamples: ExampleQuestions = { newStaff: [], managers: [] };
