// A thousand people with the chat open: connecting, asking now and then, and all at one instant.
import { setTimeout as sleep } from 'node:timers/promises';
import { inTree } from './asks.ts';
import { ChatSession } from './chat-session.ts';
import type { Ending } from './chat-session.ts';
import { memoryOfTree, readLoopDelay, startService } from './child-server.ts';
import type { ChildServer } from './child-server.ts';
import { inMilliseconds, latenciesOf } from './latencies.ts';
import { differentQuestions } from './questions.ts';
import { latencyColumns, latencyRow, printTable } from './report.ts';

/** Seconds between two questions of one session. */
const pause = 20;
/** Milliseconds that questions under way are waited for at the end; the service itself gives each thirty seconds. */
const patience = 35_000;

const questions = differentQuestions();
let asked = 0;

function ask(session: ChatSession): void {
  asked += 1;
  session.ask(`q${asked}`, questions.next().value);
}

export async function measureSockets({
  sessions: count,
  seconds,
}: {
  sessions: number;
  seconds: number;
}): Promise<void> {
  const service = await startService();
  try {
    await warm(service);
    const [before = 0] = memoryOfTree(service.pid);
    const started = performance.now();
    const sessions = await Promise.all(Array.from({ length: count }, () => ChatSession.open(service.url)));
    const connected = performance.now() - started;
    const [after = 0] = memoryOfTree(service.pid);
    printTable(
      `${count} chat sessions`,
      ['connecting all', 'memory of an idle session'],
      [[inMilliseconds(connected), `${(((after - before) * 1024) / count).toFixed(0)} KiB`]],
    );
    await measureSpread(service, sessions, seconds);
    await measureInstant(service, sessions);
    for (const session of sessions) session.close();
  } finally {
    await service.stop();
  }
}

/** A session's first questions run through code that is not compiled yet. */
async function warm({ url }: ChildServer): Promise<void> {
  const session = await ChatSession.open(url);
  for (let n = 0; n < 60; n += 1) {
    ask(session);
    while (session.open > 0) await sleep(2);
  }
  session.close();
}

async function measureSpread(service: ChildServer, sessions: readonly ChatSession[], seconds: number): Promise<void> {
  await readLoopDelay(service);
  const every = (pause * 1000) / sessions.length;
  const started = performance.now();
  const total = Math.floor((seconds * 1000) / every);
  for (let n = 0; n < total; n += 1) {
    const wait = started + n * every - performance.now();
    if (wait > 0) await sleep(wait);
    const session = sessions[n % sessions.length];
    if (session) ask(session);
  }
  await allEnded(sessions);
  const loop = await readLoopDelay(service);
  const title = `Each asks every ${pause} s, for ${seconds} s`;
  report(title, { sessions, endings: sessions.flatMap(({ endings }) => endings) });
  console.log(
    `Event loop delay p99 ${inMilliseconds(loop.p99)}, max ${inMilliseconds(loop.max)} · ${inTree(memoryOfTree(service.pid))}`,
  );
}

async function measureInstant(service: ChildServer, sessions: readonly ChatSession[]): Promise<void> {
  const before = sessions.map(({ endings }) => endings.length);
  const started = performance.now();
  for (const session of sessions) ask(session);
  await allEnded(sessions);
  const took = performance.now() - started;
  const loop = await readLoopDelay(service);
  const endings = sessions.flatMap((session, at) => session.endings.slice(before[at]));
  report(`All ${sessions.length} ask at one instant`, { sessions, endings });
  const first = latenciesOf(endings.map(({ toFirstFrame }) => toFirstFrame));
  console.log(
    `All over after ${inMilliseconds(took)} · first frame p99 ${inMilliseconds(first.p99)}, max ${inMilliseconds(first.max)} · event loop delay max ${inMilliseconds(loop.max)}`,
  );
}

async function allEnded(sessions: readonly ChatSession[]): Promise<void> {
  const until = performance.now() + patience;
  while (performance.now() < until && sessions.some(({ open }) => open > 0)) await sleep(10);
}

function report(
  title: string,
  { sessions, endings }: { readonly sessions: readonly ChatSession[]; readonly endings: readonly Ending[] },
): void {
  const of = (wanted: Ending['outcome']): number[] =>
    endings.filter(({ outcome }) => outcome === wanted).map(({ took }) => took);
  const sum = (value: (session: ChatSession) => number): number =>
    sessions.reduce((total, session) => total + value(session), 0);
  const rows = [latencyRow('answered', latenciesOf(of('answered')))];
  if (of('busy').length > 0) rows.push(latencyRow('told busy', latenciesOf(of('busy'))));
  printTable(title, latencyColumns, rows);
  console.log(
    `\nLost ${sum(({ open }) => open)} · doubled ${sum(({ doubled }) => doubled)} · crossed ${sum(({ crossed }) => crossed)} · torn ${sum(({ torn }) => torn)} · failed ${of('failed').length}`,
  );
}
