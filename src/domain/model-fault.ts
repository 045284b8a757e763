// How a language model fails. Each is expected, and each ends in the answer that needs no model.

export const modelFaultKinds = [
  /** No connection, or one that broke. */
  'unreachable',
  /** It would not: a wrong key, an unknown model, a request it does not take. */
  'refused',
  /** Too many requests, or too much to do. */
  'busy',
  /** An error of its own. */
  'failed',
  /** Too slow to begin, to go on, or to end. */
  'slow',
  /** What came is no stream of text: a page, plain JSON, or nothing that can be read. */
  'unreadable',
  /** A stream that ended without a word. */
  'empty',
  /** A stream that ended before the model said that it had finished. */
  'unfinished',
  /** More than was asked for. */
  'endless',
  /** It asked for a tool; there are none. */
  'tool-call',
  /** It failed too often just now, and is left alone for a while. */
  'resting',
  /** The tokens of the day, or of this reader's day, are used up. */
  'spent',
  /** Others use it, as many as may at once. */
  'crowded',
] as const;
export type ModelFaultKind = (typeof modelFaultKinds)[number];

export class ModelFault extends Error {
  readonly kind: ModelFaultKind;
  /** Milliseconds for which the model asked to be left alone; null where it did not. */
  readonly retryAfter: number | null;

  constructor(kind: ModelFaultKind, options: { readonly retryAfter?: number | null; readonly cause?: unknown } = {}) {
    super(`The language model did not answer (${kind}).`, { cause: options.cause });
    this.name = 'ModelFault';
    this.kind = kind;
    this.retryAfter = options.retryAfter ?? null;
  }
}
