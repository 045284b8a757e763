// The log: one JSON line an event, on the stream it is given.
import type { Log, LogLevel } from '../ports.ts';

const ranks: Readonly<Record<LogLevel | 'silent', number>> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 };
/** A line is cut to this many characters, so that one event cannot flood the log. */
const longestLine = 8000;

export interface LogOptions {
  readonly level: LogLevel | 'silent';
  readonly write: (line: string) => void;
  readonly now: () => Date;
}

/** Control characters are escaped by JSON; U+2028 and U+2029 are as well, for some readers break lines there. */
export function createJsonLog({ level, write, now }: LogOptions): Log {
  return (eventLevel, event, fields = {}) => {
    if (ranks[eventLevel] < ranks[level]) return;
    const line = JSON.stringify({ time: now().toISOString(), level: eventLevel, event, ...fields }, plainError)
      .replaceAll('\u2028', String.raw`\u2028`)
      .replaceAll('\u2029', String.raw`\u2029`);
    write(`${line.length <= longestLine ? line : shortened(eventLevel, event, now)}\n`);
  };
}

function shortened(level: LogLevel, event: string, now: () => Date): string {
  return JSON.stringify({ time: now().toISOString(), level, event, note: 'fields left out: too long' });
}

function plainError(_key: string, value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message } : value;
}
