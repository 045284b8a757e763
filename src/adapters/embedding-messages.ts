// What the embedding worker and its parent say to each other.
import { z } from 'zod';

export interface EmbedRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'vectors'; readonly id: number; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'refused'; readonly id: number; readonly reason: string };

/** Reads a reply; anything but whole, finite vectors of the model's dimensions is null. */
export function replyReader(dimensions: number): (message: unknown) => WorkerReply | null {
  const vector = z
    .instanceof(Float32Array)
    .refine((values) => values.length === dimensions && values.every(Number.isFinite));
  const reply = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ready') }),
    z.object({ kind: z.literal('vectors'), id: z.int(), vectors: z.array(vector) }),
    z.object({ kind: z.literal('refused'), id: z.int(), reason: z.string() }),
  ]);
  return (message) => reply.safeParse(message).data ?? null;
}
