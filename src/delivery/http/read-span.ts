import type { Span } from '../../domain/document.ts';
import { AppError } from '../../domain/errors.ts';

/** The span that a permalink names; null when it names none. @throws AppError `invalid-request` when it is no part of the text. */
export function readSpan(start: string | undefined, end: string | undefined, length: number): Span | null {
  if (start === undefined && end === undefined) return null;
  const span = { start: toOffset(start), end: toOffset(end) };
  if (span.start < span.end && span.end <= length) return span;
  const message = `"start" and "end" must mark a part of the document, from 0 to ${length}.`;
  throw new AppError('invalid-request', message);
}

/** NaN, which no comparison holds for, unless whole and not negative. */
function toOffset(given: string | undefined): number {
  return given !== undefined && /^\d{1,9}$/u.test(given) ? Number(given) : Number.NaN;
}
