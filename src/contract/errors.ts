// One shape for every error, and one table from a fault's code to what each channel makes of it.
import { z } from 'zod';
import type { ErrorCode } from '../domain/errors.ts';

export const errorSchema = z
  .object({ error: z.object({ code: z.string(), message: z.string(), requestId: z.string() }) })
  .meta({ id: 'Error' });
export type ErrorWire = z.infer<typeof errorSchema>;

interface Consequence {
  readonly httpStatus: 400 | 401 | 404 | 409 | 413 | 415 | 429 | 500 | 503 | 504;
  /** Exit code of the command line: 1 failed, 2 wrong use, 3 nothing found. */
  readonly exitCode: 1 | 2 | 3;
}

export const consequences = {
  'invalid-request': { httpStatus: 400, exitCode: 2 },
  'wrong-use': { httpStatus: 400, exitCode: 2 },
  unauthorised: { httpStatus: 401, exitCode: 1 },
  'not-found': { httpStatus: 404, exitCode: 3 },
  'too-large': { httpStatus: 413, exitCode: 2 },
  'unsupported-media': { httpStatus: 415, exitCode: 2 },
  busy: { httpStatus: 409, exitCode: 1 },
  overloaded: { httpStatus: 503, exitCode: 1 },
  'too-many-requests': { httpStatus: 429, exitCode: 1 },
  'timed-out': { httpStatus: 504, exitCode: 1 },
  'not-ready': { httpStatus: 503, exitCode: 1 },
  'index-missing': { httpStatus: 503, exitCode: 1 },
  'index-damaged': { httpStatus: 503, exitCode: 1 },
  'index-locked': { httpStatus: 503, exitCode: 1 },
  'model-damaged': { httpStatus: 503, exitCode: 1 },
  'corpus-unreadable': { httpStatus: 500, exitCode: 1 },
  configuration: { httpStatus: 500, exitCode: 2 },
  'disk-full': { httpStatus: 503, exitCode: 1 },
  'data-locked': { httpStatus: 503, exitCode: 1 },
  'data-unwritable': { httpStatus: 503, exitCode: 1 },
  'data-damaged': { httpStatus: 503, exitCode: 1 },
  'embedder-unavailable': { httpStatus: 503, exitCode: 1 },
  internal: { httpStatus: 500, exitCode: 1 },
} as const satisfies Record<ErrorCode, Consequence>;

/** The code that clients see: a conversation under way and a service with too much to do are both `busy` to them. */
export function wireCodeOf(code: ErrorCode): string {
  return code === 'overloaded' ? 'busy' : code;
}
