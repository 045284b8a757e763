// The register of commitments as a tool.
import type { McpServer } from '@modelcontextprotocol/server';
import { AppError } from '../../domain/errors.ts';
import { filtersOf } from '../../domain/filters.ts';
import { knownFilters } from './known-filters.ts';
import { withIndex } from './parts.ts';
import type { McpParts } from './parts.ts';
import { renderCommitments } from './render-commitments.ts';
import { commitmentsInput } from './tool-inputs.ts';
import { commitmentsOutput } from './tool-outputs.ts';
import { toolResult } from './tool-result.ts';
import { readOnly } from './read-only.ts';

export function addCommitmentsTool(server: McpServer, parts: McpParts): void {
  const { log, permalink, register } = parts;
  server.registerTool(
    'list_commitments',
    {
      title: 'List commitments of the strategies',
      description:
        'Lists what the strategy documents commit the organisation to, in document and reading order: the exact statement with its place, who is to act, the target and the deadline where the statement sets them. ' +
        'Filter by words, document, years, theme, or by whether there is a target or a deadline. "total" counts all that match; pass "nextCursor" as "cursor" for the next page.',
      inputSchema: commitmentsInput,
      outputSchema: commitmentsOutput,
      annotations: readOnly,
    },
    ({ q, theme, has = [], cursor, limit, ...given }) =>
      toolResult(log, 'list_commitments', async () => {
        if (register === null) throw absent();
        const filters = await knownFilters(parts, filtersOf(given));
        const page = await register.list({
          ...filters,
          limit,
          has,
          ...(q !== undefined && { q }),
          ...(theme !== undefined && { theme }),
          ...(cursor !== undefined && { cursor }),
        });
        const documents = await withIndex(parts, (index) => index.documents());
        return { structure: { ...page }, text: renderCommitments(page, documents, permalink) };
      }),
  );
}

function absent(): AppError {
  return new AppError(
    'not-found',
    'This installation has no register of commitments. Use ask_strategies or search_strategies for what was promised.',
  );
}
