import { describe, expect, it } from 'vitest';
import { createJsonLog, writeLinesTo } from '../../src/adapters/json-log.ts';
import type { LogOptions } from '../../src/adapters/json-log.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Log } from '../../src/ports.ts';

function written(level: LogOptions['level'] = 'info'): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const log = createJsonLog({ level, write: (line) => lines.push(line) > 0, now: () => new Date(0) });
  return { log, lines };
}

it('is one JSON line an event, with its time, level and name', () => {
  const { log, lines } = written();
  log('warn', 'embedder-died', { restarts: 1 });
  expect(lines).toEqual(['{"time":"1970-01-01T00:00:00.000Z","level":"warn","event":"embedder-died","restarts":1}\n']);
});

it('leaves out what is below its level', () => {
  const { log, lines } = written('warn');
  log('info', 'request');
  log('error', 'request-failed');
  expect(lines).toHaveLength(1);
});

describe('X1', () => {
  it('a megabyte of a field is left out, and said to be', () => {
    const { log, lines } = written();
    log('info', 'request', { route: 'a'.repeat(1_000_000) });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'request', note: expect.stringContaining('too long') });
  });

  it('fields cannot say when it was and what', () => {
    const { log, lines } = written();
    log('info', 'request', { time: 'never', level: 'error', event: 'stopped' });
    expect(JSON.parse(lines[0] ?? '')).toEqual({ time: '1970-01-01T00:00:00.000Z', level: 'info', event: 'request' });
  });

  it.each([
    ['a circle', circle],
    ['a big number', () => 10n],
    ['a getter that throws', () => Object.defineProperty({}, 'a', { enumerable: true, get: () => fail() })],
    ['a text form that throws', () => ({ toJSON: () => fail() })],
  ])('%s does not stop the program', (_what, make) => {
    const { log, lines } = written();
    log('info', 'request', { made: make() });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ note: expect.stringContaining('cannot be written') });
  });
});

it('X3 a reader that has stopped costs lines and no memory, and is told how many when it reads on', () => {
  const lines: string[] = [];
  const stream = {
    writableLength: 0,
    write: (line: string) => void (lines.push(line), (stream.writableLength += line.length)),
  };
  const log = createJsonLog({ level: 'info', write: writeLinesTo(stream), now: () => new Date(0) });
  const said = 20_000;
  for (let n = 0; n < said; n += 1) log('info', 'request', { route: 'a'.repeat(100) });
  const taken = lines.length;
  expect(stream.writableLength).toBeLessThan(1_100_000);
  expect(taken).toBeLessThan(said);
  stream.writableLength = 0;
  log('info', 'stopped');
  expect(lines.slice(taken).map((line): unknown => JSON.parse(line))).toMatchObject([
    { level: 'warn', event: 'log-lines-dropped', lines: said - taken },
    { event: 'stopped' },
  ]);
});

describe('X2 a fault', () => {
  const canary = 'when-will-you-dredge\n    at when-will-you-dredge (a.ts:1:1)';

  it('that nobody foresaw is told by its kind and place, for its words may be a reader’s', () => {
    const { log, lines } = written();
    log('error', 'request-failed', { fault: new SyntaxError(`near "when-will-you-dredge"`) });
    expect(lines[0]).not.toContain('when-will-you-dredge');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      fault: {
        name: 'SyntaxError',
        at: expect.arrayContaining([expect.stringMatching(/json-log\.test\.ts:\d+:\d+/u)]),
      },
    });
  });

  it('keeps the words of its causes to itself as well', () => {
    const { log, lines } = written();
    const fault = new AppError('internal', 'Something went wrong.', { cause: new Error(canary) });
    log('error', 'request-failed', { fault });
    expect(lines[0]).toContain('Something went wrong.');
    expect(lines[0]).not.toContain('when-will-you-dredge');
  });

  it('of the system is told in its words, which name a file or a port', () => {
    const { log, lines } = written();
    const fault = Object.assign(new Error('EACCES: open /srv/index'), { code: 'EACCES', syscall: 'open' });
    log('error', 'request-failed', { fault });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ fault: { code: 'EACCES', message: 'EACCES: open /srv/index' } });
  });
});

function circle(): unknown[] {
  const made: unknown[] = [];
  made.push(made);
  return made;
}

function fail(): never {
  throw new Error('no');
}
