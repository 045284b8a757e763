// What this channel asks of the register of commitments: filters and pages as the HTTP interface has them.
import { z } from 'zod';
import type { Filters } from '../../domain/plan.ts';

export const commitmentTraits = ['target', 'deadline'] as const;

const targetSchema = z.object({ value: z.string(), unit: z.string().nullable(), measure: z.string() });

/** Fields may be added to a row. */
const commitmentSchema = z.looseObject({
  id: z.string(),
  documentId: z.string(),
  section: z.array(z.string()),
  page: z.number().int().nullable(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  actor: z.string(),
  theme: z.string().nullable(),
  target: targetSchema.nullable(),
  targets: z.array(targetSchema).optional(),
  deadline: z.object({ text: z.string(), year: z.number().int().nullable() }).nullable(),
});

export const commitmentPageSchema = z.object({
  commitments: z.array(commitmentSchema),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});
export type CommitmentPage = z.infer<typeof commitmentPageSchema>;

export interface CommitmentQuery extends Filters {
  readonly q?: string;
  readonly theme?: string;
  /** Only statements that have all of these. */
  readonly has: readonly (typeof commitmentTraits)[number][];
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** 1 to 500. */
  readonly limit: number;
}

export interface CommitmentRegister {
  /** In document and reading order. @throws AppError `invalid-request` for a theme or a cursor that is none. */
  list(query: CommitmentQuery): Promise<CommitmentPage>;
}
