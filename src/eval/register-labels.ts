// Statements that a careful reader marked in the documents: commitments, what only looks like one, and pairs of the same undertaking.
import { z } from 'zod';

const place = z.object({ document: z.string(), start: z.int(), end: z.int(), text: z.string() });
const half = z.enum(['tune', 'held']);

const labelSchema = place.extend({
  id: z.union([z.string(), z.number()]),
  kind: z.enum(['commitment', 'near-miss']),
  /** Why a near miss is none. */
  why: z.string().optional(),
  targets: z.array(z.object({ value: z.string(), unit: z.string().nullable(), measure: z.string() })).default([]),
  deadline: z
    .object({
      text: z.string(),
      year: z.int().nullable(),
      /** Any of these is right, as for "over the next three years". */
      yearAcceptable: z.array(z.int().nullable()).optional(),
    })
    .nullish(),
  /** The document can fairly be read both ways. */
  targetsOptional: z.boolean().default(false),
  deadlineOptional: z.boolean().default(false),
  /** Other places that say the same; one of them is enough. */
  also: z.array(z.object({ document: z.string().optional(), start: z.int(), end: z.int() })).default([]),
  half,
});

const pairSchema = z.object({
  kind: z.enum(['successor', 'look-alike']),
  from: place,
  to: z.array(place).default([]),
  false: z.array(place).default([]),
  half,
});

export type Label = z.infer<typeof labelSchema>;
export type Pair = z.infer<typeof pairSchema>;

/** @param source JSON Lines. @throws ZodError where a line is no label. */
export function readLabels(source: string): Label[] {
  return linesOf(source).map((line) => labelSchema.parse(JSON.parse(line)));
}

/** @param source JSON Lines. @throws ZodError where a line is no pair. */
export function readPairs(source: string): Pair[] {
  return linesOf(source).map((line) => pairSchema.parse(JSON.parse(line)));
}

function linesOf(source: string): string[] {
  return source.split('\n').filter((line) => line.trim() !== '');
}
