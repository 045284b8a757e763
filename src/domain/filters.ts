import type { DocumentId } from './ids.ts';
import type { Filters } from './plan.ts';

interface GivenFilters {
  readonly documents?: readonly DocumentId[] | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The filters that were given; one left out is absent rather than undefined. */
export function filtersOf({ documents, from, to }: GivenFilters): Filters {
  return { ...(documents && { documents }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
