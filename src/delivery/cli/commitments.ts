// `bluelamp commitments`: the register, as the HTTP interface gives it or to read.
import { registerQuerySchema } from '../../contract/commitments.ts';
import { isDocumentId } from '../../domain/ids.ts';
import { exportCommitments, listCommitments } from '../../insight/commitments.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { filtersFor, parseGiven } from './given.ts';
import type { TypedFilters } from './given.ts';
import { lineWidth, print, printJson, printRaw } from './output.ts';
import { renderCommitments } from './render-commitments.ts';
import { withApp } from './with-app.ts';

export interface CommitmentsOptions extends TypedFilters {
  readonly theme?: string;
  readonly has?: string;
  readonly sort: string;
  readonly limit?: string;
  readonly cursor?: string;
  readonly json?: true;
  readonly csv?: true;
}

export async function commitments(
  context: Context,
  words: string | undefined,
  options: CommitmentsOptions,
): Promise<ExitCode> {
  const { documents, from, to, theme, has, sort, limit, cursor } = options;
  const given = { q: words, documents, from, to, theme, has, sort, limit, cursor };
  const query = parseGiven(registerQuerySchema, given);
  return withApp(context, async (app) => {
    const index = app.index();
    const filters = { documents: query.documents, from: query.from, to: query.to };
    await filtersFor(index, { ...filters, documents: filters.documents?.filter(isDocumentId) });
    const page = await listCommitments(index, query);
    if (options.csv) printRaw(await exportCommitments(index, query));
    else if (options.json) printJson(page);
    else print(renderCommitments(page, { documents: await index.documents(), width: lineWidth() }));
    return page.total === 0 ? exitCodes.nothingFound : exitCodes.done;
  });
}
