// `bluelamp eval`: measures search and answers on a file of questions.
import { readFile } from 'node:fs/promises';
import { AppError } from '../../domain/errors.ts';
import { evaluate } from '../../eval/evaluate.ts';
import type { Evaluation } from '../../eval/evaluate.ts';
import { readQuestions } from '../../eval/questions.ts';
import type { Question } from '../../eval/questions.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { evaluateGrounding, renderGrounding } from './evaluate-grounding.ts';
import { assistantOf, textsOf } from './evaluated-turns.ts';
import { lineWidth, print, printJson } from './output.ts';
import { renderFailures } from './render-failures.ts';
import { renderSummary } from './render-summary.ts';
import { withApp } from './with-app.ts';

export interface EvaluationOutput {
  readonly json?: true;
  readonly failures?: true;
  /** File of pairs on which the check of generated sentences is measured. */
  readonly grounding?: string;
}

export async function evaluateFile(context: Context, file: string, output: EvaluationOutput): Promise<ExitCode> {
  const questions = readQuestions(await readSource(file));
  const pairs = output.grounding === undefined ? null : await readSource(output.grounding);
  return withApp(context, async (app) => {
    const index = app.index();
    const evaluation = await evaluate(questions, { assistant: assistantOf(app.turns), texts: await textsOf(index) });
    const grounding = pairs === null ? null : await evaluateGrounding(pairs, { index, embedder: app.embedder });
    if (output.json) printJson({ ...toJson(evaluation, index.generation), ...(grounding && { grounding }) });
    else print(render(evaluation, questions, output));
    if (grounding && !output.json) print(`\n${renderGrounding(grounding, output.failures === true)}`);
    return exitCodes.done;
  });
}

async function readSource(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    throw new AppError('wrong-use', `The file ${file} cannot be read (${code}).`, { cause });
  }
}

function toJson({ summary, results }: Evaluation, generation: string): object {
  // The passages found are as long as all the rest, and `search` gives them.
  return { generation, ...summary, results: results.map((result) => ({ ...result, passages: undefined })) };
}

function render(evaluation: Evaluation, questions: readonly Question[], { failures }: EvaluationOutput): string {
  const table = renderSummary(evaluation.summary);
  return failures ? `${table}\n\n${renderFailures(evaluation.results, questions, lineWidth())}` : table;
}
