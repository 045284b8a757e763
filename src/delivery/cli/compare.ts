// `bluelamp compare`: what each document since a year says of a topic, and how often it speaks of the theme.
import { randomUUID } from 'node:crypto';
import { answerWire } from '../../chat/wire.ts';
import { searchQuerySchema } from '../../contract/search.ts';
import { isAbstained } from '../../domain/answer.ts';
import type { PassageIndex } from '../../ports.ts';
import { themeRates } from '../../insight/theme-rates.ts';
import type { YearsAsked } from '../../insight/theme-rates.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { filtersFor, parseGiven } from './given.ts';
import { lineWidth, print, printJson } from './output.ts';
import { renderAnswer } from './render-answer.ts';
import { renderTable } from './render-table.ts';
import { withApp } from './with-app.ts';

export interface CompareOptions {
  readonly from: string;
  readonly to?: string;
  readonly json?: true;
}

const rules = searchQuerySchema.pick({ q: true, from: true, to: true });

export async function compare(context: Context, topic: string, options: CompareOptions): Promise<ExitCode> {
  const { q, ...years } = parseGiven(rules, { q: topic, from: options.from, to: options.to });
  return withApp(context, async (app) => {
    const index = app.index();
    const filters = await filtersFor(index, years);
    const result = await app.turns.ask({ question: `How has ${q} changed since ${options.from}?`, ...filters });
    const answer = answerWire(result, { conversationId: randomUUID(), messageId: randomUUID() });
    if (options.json) printJson(answer);
    else
      print(
        [renderAnswer(answer, lineWidth()), await renderRates(index, q, years)]
          .filter((part) => part !== '')
          .join('\n\n'),
      );
    return isAbstained(answer.status) ? exitCodes.nothingFound : exitCodes.done;
  });
}

/** The rates of the theme that the topic is of; nothing where it is of none. */
async function renderRates(index: PassageIndex, topic: string, years: YearsAsked): Promise<string> {
  const rates = await themeRates(index, topic, years);
  if (rates === null) return '';
  const rows = rates.rows.map(({ shortTitle, count, per1000Words }) => [
    shortTitle,
    count === 0 ? 'not found' : String(count),
    per1000Words.toFixed(1),
  ]);
  const head = ['Document', 'mentions', 'per 1,000 words'];
  return `${rates.name}, by words and not by effort\n${renderTable([head, ...rows])}`;
}
