// Faults that end a request or a command. Expected outcomes (not found in the documents, declined) are values, not faults.

export const errorCodes = [
  'invalid-request',
  'wrong-use',
  'unauthorised',
  'not-found',
  'too-large',
  'unsupported-media',
  'busy',
  'overloaded',
  'too-many-requests',
  'timed-out',
  'not-ready',
  'index-missing',
  'index-damaged',
  'index-locked',
  'model-damaged',
  'corpus-unreadable',
  'configuration',
  'disk-full',
  'data-locked',
  'data-unwritable',
  'data-damaged',
  'embedder-unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface AppErrorOptions {
  readonly cause?: unknown;
  readonly retryAfterSeconds?: number;
}

/** A fault whose message was written for the person who will read it: what happened, and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Seconds after which another try may succeed; null where it is not known, or no use. */
  readonly retryAfterSeconds: number | null;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

/** Turns anything thrown into an AppError; what was not written for users becomes `internal`, with the original as cause. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError('internal', 'Something went wrong inside Bluelamp. The log has the details.', {
    cause: thrown,
  });
}

/** The system's or SQLite's short name of an error, such as `ENOENT`. */
export function systemCodeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return 'unknown';
  return String(error.code);
}
