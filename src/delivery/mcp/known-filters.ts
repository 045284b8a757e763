import { AppError } from '../../domain/errors.ts';
import type { Filters } from '../../domain/plan.ts';
import { withIndex } from './parts.ts';
import type { McpParts } from './parts.ts';

/** @throws AppError `invalid-request` that names the documents there are: a model can mend its call by that. */
export async function knownFilters(parts: McpParts, filters: Filters): Promise<Filters> {
  const known = await withIndex(parts, async (index) => (await index.documents()).map(({ id }) => id));
  const unknown = filters.documents?.find((id) => !known.includes(id));
  if (unknown === undefined) return filters;
  throw new AppError('invalid-request', `There is no document "${unknown}". There are: ${known.join(', ')}.`);
}
