// The log: one JSON line an event, on the stream it is given.
import { AppError } from '../domain/errors.ts';
import type { Log, LogLevel } from '../ports.ts';

const ranks: Readonly<Record<LogLevel | 'silent', number>> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 };
/** Bytes of a line with its end: longer ones are torn apart by some collectors, and one event must not flood the log. */
const longestLine = 8192;
/** Calls that led to a fault: enough to find the place. */
const framesKept = 6;

/** Bytes that may wait for a reader of the log that has stopped reading: some thousand lines. */
const mostWaiting = 1_048_576;

export interface LogOptions {
  readonly level: LogLevel | 'silent';
  /** @returns false where the line was not taken; it is then counted, and the count told with the next line that is. */
  readonly write: (line: string) => boolean;
  readonly now: () => Date;
}

/** What the log needs of a stream. */
export interface LineStream {
  /** Bytes that wait. */
  readonly writableLength: number;
  write(line: string): unknown;
}

/** Lines go to the stream until too much waits for its reader: the program goes on, and its memory does not fill with its log. */
export function writeLinesTo(stream: LineStream): LogOptions['write'] {
  return (line) => {
    if (stream.writableLength > mostWaiting) return false;
    stream.write(line);
    return true;
  };
}

/** Never throws, whatever the fields hold; none of them can end the line, begin another, or speak to a terminal. */
export function createJsonLog({ level, write, now }: LogOptions): Log {
  let dropped = 0;
  const tell = (eventLevel: LogLevel, event: string, fields: object): boolean => {
    const head = { time: now().toISOString(), level: eventLevel, event };
    const line = lineOf(head, fields) ?? lineOf(head, { note: 'fields left out: they cannot be written' }) ?? '';
    const fits = Buffer.byteLength(line) < longestLine;
    return write(`${fits ? line : lineOf(head, { note: 'fields left out: too long' })}\n`);
  };
  return (eventLevel, event, fields = {}) => {
    if (ranks[eventLevel] < ranks[level]) return;
    if (dropped > 0 && tell('warn', 'log-lines-dropped', { lines: dropped })) dropped = 0;
    if (!tell(eventLevel, event, fields)) dropped += 1;
  };
}

/** Null where a field cannot be written: a circle, a number beyond JSON, a getter that throws. */
function lineOf(head: object, fields: object): string | null {
  try {
    // What an event is called and when it was is not for its fields to say.
    return withoutControls(JSON.stringify(Object.assign({ ...head }, fields, head), plainError));
  } catch {
    return null;
  }
}

/** JSON escapes the oldest control characters itself; terminals obey others too, and some readers break lines at U+2028. */
function withoutControls(line: string): string {
  return line.replaceAll(
    /[\u007f-\u009f\u2028\u2029]/gu,
    (character) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function plainError(_key: string, value: unknown): unknown {
  return value instanceof Error ? describe(value) : value;
}

/**
 * The message of a fault that nobody foresaw may quote what it choked on, a question for example; so the log has its kind
 * and the place. Our own messages and those of the system (a file, a port) quote nothing that a reader typed.
 */
function describe(error: Error): object {
  const code = 'code' in error ? { code: error.code } : {};
  const isQuotable = error instanceof AppError || 'syscall' in error;
  const cause = error.cause instanceof Error ? { cause: describe(error.cause) } : {};
  return { name: error.name, ...code, ...(isQuotable ? { message: error.message } : { at: placeOf(error) }), ...cause };
}

/** The calls alone, which follow the message; it may have any number of lines, and such as look like calls. */
function placeOf({ stack = '', message }: Error): string[] {
  const end = stack.indexOf(message);
  const calls = end < 0 ? [] : stack.slice(end + message.length).split('\n');
  return calls
    .map((line) => line.trim().replace(/^at /u, ''))
    .filter((line) => line !== '')
    .slice(0, framesKept);
}
