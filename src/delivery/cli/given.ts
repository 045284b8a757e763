// What was typed, held to the rules of the HTTP interface.
import { AppError } from '../../domain/errors.ts';
import type { DocumentId } from '../../domain/ids.ts';
import type { Filters } from '../../domain/plan.ts';
import type { PassageIndex } from '../../ports.ts';

/** The part of a zod schema that is used here. */
interface Rules<Value> {
  safeParse(
    given: unknown,
  ):
    | { success: true; data: Value }
    | { success: false; error: { readonly issues: readonly { readonly message: string }[] } };
}

/** Options that narrow a search, as they were typed. */
export interface TypedFilters {
  readonly documents?: string;
  readonly from?: string;
  readonly to?: string;
}

/** @throws AppError `wrong-use` with the schema's own sentence. */
export function parseGiven<Value>(rules: Rules<Value>, given: unknown): Value {
  const parsed = rules.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new AppError('wrong-use', parsed.error.issues[0]?.message ?? 'This cannot be understood.');
}

interface ParsedFilters {
  readonly documents?: readonly DocumentId[] | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** @throws AppError `wrong-use` that lists the documents there are, when one is named that is not among them. */
export async function filtersFor(index: PassageIndex, { documents, from, to }: ParsedFilters): Promise<Filters> {
  const known = (await index.documents()).map(({ id }) => id);
  const unknown = documents?.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new AppError('wrong-use', `There is no document "${unknown}". There are: ${known.join(', ')}.`);
  }
  return { ...(documents && { documents }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
