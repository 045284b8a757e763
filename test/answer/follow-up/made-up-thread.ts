// A question that is asked after another, over a small made-up strategy, as a turn of a conversation or a part of the same message.
import type { AnswerRequest } from '../../../src/answer/rank/request.ts';
import type { CitedPlace, PointLine } from '../../../src/domain/conversation.ts';
import { emptyLexicon } from '../../../src/domain/lexicon.ts';
import { understand } from '../../../src/query/understand.ts';
import { makeRequest, waterPlans } from '../made-up-request.ts';
import type { MadeUpPassage } from '../made-up-request.ts';

export interface MadeUpTurn {
  readonly question: string;
  /** Words of the strategy that answered it, each as a point of a list where there are several. */
  readonly quoted: readonly string[];
}

/** @param part of the same message, where the question is one. */
export async function askAfter(
  before: MadeUpTurn,
  question: string,
  written: readonly MadeUpPassage[],
  part?: number,
): Promise<AnswerRequest> {
  const request = await makeRequest(question, written);
  const passages = request.found.map(({ passage }) => passage);
  const cited = before.quoted.map((words): CitedPlace => {
    const passage = passages.find(({ text }) => text.includes(words));
    if (!passage) throw new Error(`No passage says: ${words}`);
    const start = passage.start + passage.text.indexOf(words);
    return { documentId: passage.documentId, passageId: passage.id, start, end: start + words.length };
  });
  const points = before.quoted.map((words, at): PointLine => ({ words, at }));
  const plan = understand(
    question,
    {
      documents: waterPlans,
      lexicon: emptyLexicon,
      acronyms: [],
      frequency: request.statistics.passageFrequency,
    },
    {
      history: [{ question: before.question, status: 'answered', cited, points: points.length > 1 ? points : [] }],
      textOf: (place) => before.quoted[cited.findIndex(({ start }) => start === place.start)] ?? '',
      ...(part !== undefined && { part }),
    },
  );
  const shown = passages.filter(({ id }) => cited.some(({ passageId }) => passageId === id));
  return { ...request, plan, shown };
}
