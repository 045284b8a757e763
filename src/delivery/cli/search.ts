// `bluelamp search`: the passages that an answer would be made from.
import { searchWire } from '../../chat/wire.ts';
import { searchQuerySchema } from '../../contract/search.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { filtersFor, parseGiven } from './given.ts';
import type { TypedFilters } from './given.ts';
import { lineWidth, print, printJson, tell } from './output.ts';
import { renderPlan } from './render-explanation.ts';
import { renderPassages } from './render-passages.ts';
import { withApp } from './with-app.ts';

export interface SearchOptions extends TypedFilters {
  readonly k: string;
  readonly mode: string;
  readonly json?: true;
  readonly explain?: true;
}

const rules = searchQuerySchema.omit({ explain: true });

export async function search(context: Context, query: string, options: SearchOptions): Promise<ExitCode> {
  const { k, mode: typedMode, documents, from, to, explain = false } = options;
  const { q, k: limit, mode, ...filters } = parseGiven(rules, { q: query, k, mode: typedMode, documents, from, to });
  return withApp(context, async (app) => {
    const index = app.index();
    const result = await app.turns.search({ question: q, mode, limit, ...(await filtersFor(index, filters)) });
    const found = searchWire(result, explain);
    const { passages } = found;
    if (found.lexicalOnly && mode !== 'lexical')
      tell('Only words were searched, not meaning, for the embedder is away.');
    if (options.json) printJson(found);
    else print(renderPassages(passages, { documents: await index.documents(), width: lineWidth() }));
    if (explain) (options.json ? tell : print)(`\n${renderPlan(result.plan)}`);
    return passages.length === 0 ? exitCodes.nothingFound : exitCodes.done;
  });
}
