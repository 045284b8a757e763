// `bluelamp eval`: measures search and answers on a file of questions.
import { readFile } from 'node:fs/promises';
import type { App } from '../../compose.ts';
import { pastTurn } from '../../chat/turn.ts';
import type { TurnResult, Turns } from '../../chat/turn.ts';
import type { PastTurn } from '../../domain/conversation.ts';
import { AppError } from '../../domain/errors.ts';
import { evaluate } from '../../eval/evaluate.ts';
import type { Assistant, Evaluation } from '../../eval/evaluate.ts';
import type { Reply } from '../../eval/observation.ts';
import { readQuestions } from '../../eval/questions.ts';
import type { Question } from '../../eval/questions.ts';
import type { Texts } from '../../eval/quotations.ts';
import type { PassageIndex } from '../../ports.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { lineWidth, print, printJson } from './output.ts';
import { renderFailures } from './render-failures.ts';
import { renderSummary } from './render-summary.ts';
import { withApp } from './with-app.ts';

export interface EvaluationOutput {
  readonly json?: true;
  readonly failures?: true;
}

/** How deep a right passage is looked for; as deep as the HTTP interface would go. */
const searchDepth = 50;

export async function evaluateFile(context: Context, file: string, output: EvaluationOutput): Promise<ExitCode> {
  const questions = readQuestions(await readSource(file));
  return withApp(context, async (app) => {
    const index = app.index();
    const evaluation = await evaluate(questions, { assistant: assistantOf(app), texts: await textsOf(index) });
    if (output.json) printJson(toJson(evaluation, index.generation));
    else print(render(evaluation, questions, output));
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

function assistantOf({ turns }: App): Assistant {
  return {
    ask: async (messages) => {
      const history = await converse(turns, messages.slice(0, -1));
      const started = performance.now();
      const result = await turns.ask({ question: messages.at(-1) ?? '', history });
      return { reply: replyOf(result), milliseconds: performance.now() - started };
    },
    search: async (messages) => {
      const history = await converse(turns, messages.slice(0, -1));
      const { found } = await turns.search({
        question: messages.at(-1) ?? '',
        history,
        mode: 'hybrid',
        limit: searchDepth,
      });
      return found.map(({ passage: { documentId, section, text } }) => ({ documentId, section, text }));
    },
  };
}

/** Asks one message after another, as a person would. */
async function converse(turns: Turns, messages: readonly string[]): Promise<PastTurn[]> {
  const history: PastTurn[] = [];
  for (const question of messages) history.push(pastTurn(question, (await turns.ask({ question, history })).composed));
  return history;
}

function replyOf({ composed: { status, answer, citations } }: TurnResult): Reply {
  return { status, text: answer, citations };
}

async function textsOf(index: PassageIndex): Promise<Texts> {
  const descriptions = await index.documents();
  const documents = await Promise.all(descriptions.map(({ id }) => index.document(id)));
  return new Map(documents.flatMap((document) => (document ? [[document.id, document.text]] : [])));
}

function toJson({ summary, results }: Evaluation, generation: string): object {
  // The passages found are as long as all the rest, and `search` gives them.
  return { generation, ...summary, results: results.map((result) => ({ ...result, passages: undefined })) };
}

function render(evaluation: Evaluation, questions: readonly Question[], { failures }: EvaluationOutput): string {
  const table = renderSummary(evaluation.summary);
  return failures ? `${table}\n\n${renderFailures(evaluation.results, questions, lineWidth())}` : table;
}
