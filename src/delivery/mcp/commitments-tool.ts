// The register of commitments as a tool.
import type { McpServer } from '@modelcontextprotocol/server';
import { filtersOf } from '../../domain/filters.ts';
import { listCommitments } from '../../insight/commitments.ts';
import { addTool } from './add-tool.ts';
import { knownFilters } from './known-filters.ts';
import { withIndex } from './parts.ts';
import type { McpParts } from './parts.ts';
import { renderCommitments } from './render-commitments.ts';
import { commitmentsInput } from './tool-inputs.ts';
import { commitmentsOutput } from './tool-outputs.ts';

export function addCommitmentsTool(server: McpServer, parts: McpParts): void {
  addTool(server, parts, {
    name: 'list_commitments',
    title: 'List commitments of the strategies',
    description:
      'Lists what the strategy documents commit the organisation to, in document and reading order: the exact statement with its place, who is to act, the targets and the deadline where the statement sets them. ' +
      'Filter by words, document, years, theme, or by whether there is a target or a deadline. "total" counts all that match; pass "nextCursor" as "cursor" for the next page.',
    input: commitmentsInput,
    output: commitmentsOutput,
    run: async ({ documents, from, to, ...query }) => {
      await knownFilters(parts, filtersOf({ documents, from, to }));
      return withIndex(parts, async (index) => {
        const page = await listCommitments(index, { ...query, documents, from, to, sort: 'reading', format: 'json' });
        return { structure: page, text: renderCommitments(page, await index.documents(), parts.permalink) };
      });
    },
  });
}
