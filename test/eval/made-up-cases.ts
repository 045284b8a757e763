// Questions and observations by hand, each with the parts that a test names.
import type { CitedPassage, FoundPassage, Observation, Reply } from '../../src/eval/observation.ts';
import type { Question } from '../../src/eval/questions.ts';

export const planText = 'Our plan. We will cut knife crime by 20% by 2016. We will open two stations.';
export const texts = new Map([['2013-plan', planText]]);

export function question(parts: Partial<Question> = {}): Question {
  return {
    id: 'Q1',
    persona: 'manager',
    kind: 'fact',
    turns: ['How much less knife crime?'],
    docs: [],
    evidence: [],
    answer: [],
    forbid: [],
    abstain: false,
    ...parts,
  };
}

export function found(documentId: string, text: string): FoundPassage {
  return { documentId, section: [], text };
}

/** A citation of the plan whose offsets are right. */
export function cited(quote: string, parts: Partial<CitedPassage> = {}): CitedPassage {
  const start = planText.indexOf(quote);
  return { n: 1, documentId: '2013-plan', quote, passage: planText, start, end: start + quote.length, ...parts };
}

export function reply(parts: Partial<Reply> = {}): Reply {
  return { status: 'answered', text: '', citations: [], ...parts };
}

export function observation(parts: Partial<Observation> = {}): Observation {
  return { passages: [], reply: reply(), milliseconds: 10, ...parts };
}
