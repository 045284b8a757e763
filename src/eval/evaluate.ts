// Puts questions to an assistant one after another, and scores what it does.
import { failuresOf } from './failures.ts';
import type { Failure } from './failures.ts';
import { summarise } from './measures.ts';
import type { Summary } from './measures.ts';
import type { FoundPassage, Reply } from './observation.ts';
import type { Question } from './questions.ts';
import type { Texts } from './quotations.ts';
import { scoreQuestion } from './score.ts';
import type { Score } from './score.ts';

/** As far as the evaluation knows it. */
export interface Assistant {
  /** Its reply to the last of the user's messages, after replying to the earlier ones in order. */
  ask(turns: readonly string[]): Promise<TimedReply>;
  /** What it would search for at the last message. */
  search(turns: readonly string[]): Promise<readonly FoundPassage[]>;
}

export interface TimedReply {
  readonly reply: Reply;
  /** Of the last message alone. */
  readonly milliseconds: number;
}

export interface EvaluationOptions {
  readonly assistant: Assistant;
  readonly texts: Texts;
}

export interface EvaluatedQuestion extends Score {
  readonly failures: readonly Failure[];
  /** What was found, best first. */
  readonly passages: readonly FoundPassage[];
}

export interface Evaluation {
  readonly summary: Summary;
  readonly results: readonly EvaluatedQuestion[];
}

export async function evaluate(questions: readonly Question[], options: EvaluationOptions): Promise<Evaluation> {
  const results: EvaluatedQuestion[] = [];
  // One at a time, for the time of each is measured.
  for (const question of questions) results.push(await evaluateOne(question, options));
  return { summary: summarise(results), results };
}

async function evaluateOne(question: Question, { assistant, texts }: EvaluationOptions): Promise<EvaluatedQuestion> {
  const { reply, milliseconds } = await assistant.ask(question.turns);
  const passages = await assistant.search(question.turns);
  const score = scoreQuestion(question, { passages, reply, milliseconds }, texts);
  return { ...score, failures: failuresOf(score), passages };
}
