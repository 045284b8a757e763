// A row of the register as it is stored: JSON of the domain's shape.
import { z } from 'zod';
import type { RegisterRow } from '../src/domain/commitment.ts';
import { isCommitmentId, isDocumentId, isSectionId } from '../src/domain/ids.ts';
import type { CommitmentId, DocumentId, SectionId } from '../src/domain/ids.ts';

const commitmentId = z.custom<CommitmentId>((value) => typeof value === 'string' && isCommitmentId(value));
const target = z.object({ value: z.string(), unit: z.string().nullable(), measure: z.string() });
const quote = { text: z.string(), start: z.number(), end: z.number() };

export const registerRowSchema: z.ZodType<RegisterRow> = z.object({
  commitment: z.object({
    id: commitmentId,
    documentId: z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value)),
    sectionId: z.custom<SectionId>((value) => typeof value === 'string' && isSectionId(value)).nullable(),
    section: z.array(z.string()),
    page: z.number().nullable(),
    ...quote,
    leadIn: z.object(quote).nullable(),
    actor: z.string(),
    themes: z.array(z.string()),
    theme: z.string().nullable(),
    target: target.nullable(),
    targets: z.array(target),
    deadline: z.object({ text: z.string(), year: z.number().nullable() }).nullable(),
  }),
  counterparts: z.array(
    z.object({
      id: commitmentId,
      why: z.string(),
      change: z.object({ measure: z.string(), earlier: z.string(), later: z.string() }).nullable(),
    }),
  ),
});
