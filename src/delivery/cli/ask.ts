// `bluelamp ask`: one question, one answer.
import { randomUUID } from 'node:crypto';
import type { TurnResult } from '../../chat/turn.ts';
import { explanationWire } from '../../chat/explanation.ts';
import { answerWire } from '../../chat/wire.ts';
import { searchQuerySchema } from '../../contract/search.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { filtersFor, parseGiven } from './given.ts';
import type { TypedFilters } from './given.ts';
import { lineWidth, print, printJson } from './output.ts';
import { renderAnswer } from './render-answer.ts';
import { renderDecision, renderFound, renderPlan, renderTimings } from './render-explanation.ts';
import { withApp } from './with-app.ts';

export interface AskOptions extends TypedFilters {
  readonly json?: true;
  readonly explain?: true;
}

const rules = searchQuerySchema.pick({ q: true, documents: true, from: true, to: true });

export async function ask(context: Context, question: string, options: AskOptions): Promise<ExitCode> {
  const { documents, from, to } = options;
  const { q, ...filters } = parseGiven(rules, { q: question, documents, from, to });
  return withApp(context, async (app) => {
    const result = await app.turns.ask({ question: q, ...(await filtersFor(app.index(), filters)) });
    const answer = answerWire(result, { conversationId: randomUUID(), messageId: randomUUID() });
    if (options.json) printJson(options.explain ? { ...answer, explain: explanationWire(result) } : answer);
    else print(renderAnswer(answer, lineWidth()));
    if (options.explain && !options.json) print(explanation(result));
    return answer.status === 'not_found' ? exitCodes.nothingFound : exitCodes.done;
  });
}

function explanation({ parts, timings }: TurnResult): string {
  const blocks = parts.flatMap((part) => [renderDecision(part), renderPlan(part.plan), renderFound(part.found)]);
  return ['', ...blocks, renderTimings(timings)].join('\n\n');
}
