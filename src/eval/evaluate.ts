// Puts questions to an assistant one after another, and scores what it does.
import { failuresOf } from './failures.ts';
import type { Failure } from './failures.ts';
import { summarise } from './measures.ts';
import type { Summary } from './measures.ts';
import type { FoundPassage, Reply } from './observation.ts';
import { lastTurn } from './questions.ts';
import type { Question } from './questions.ts';
import type { Texts } from './quotations.ts';
import { scoreQuestion } from './score.ts';
import type { Score } from './score.ts';

/** As far as the evaluation knows it. */
export interface Assistant {
  ask(question: string): Promise<Reply>;
  search(question: string): Promise<readonly FoundPassage[]>;
}

export interface EvaluationOptions {
  readonly assistant: Assistant;
  readonly texts: Texts;
  /** Makes of a conversation the question that stands by itself; without it the last turn is asked alone. */
  readonly history?: (turns: readonly string[]) => Promise<string>;
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

async function evaluateOne(
  question: Question,
  { assistant, texts, history }: EvaluationOptions,
): Promise<EvaluatedQuestion> {
  const started = performance.now();
  const asked = history ? await history(question.turns) : lastTurn(question);
  const reply = await assistant.ask(asked);
  const milliseconds = performance.now() - started;
  const passages = await assistant.search(asked);
  const score = scoreQuestion(question, { passages, reply, milliseconds }, texts);
  return { ...score, failures: failuresOf(score), passages };
}
