// Questions over HTTP: at a fixed rate with open arrivals, and as many as 32 clients get through.
import { postQuestion, searchWords, substanceOf } from './ask-request.ts';
import { memoryOfTree, processorTimeOfTree, readLoopDelay, startEcho, startService } from './child-server.ts';
import type { ChildServer } from './child-server.ts';
import { describeFailures, openArrivals, saturate } from './load.ts';
import type { Load, Send } from './load.ts';
import { inMilliseconds, ratio } from './latencies.ts';
import { differentQuestions } from './questions.ts';
import { latencyColumns, latencyRow, printTable } from './report.ts';

/** One question in so many is asked again when all is quiet, and its two answers are compared. */
const sampled = 50;
const clients = 32;

interface Servers {
  readonly service: ChildServer;
  readonly echo: ChildServer;
}

async function withServers(work: (servers: Servers) => Promise<void>): Promise<void> {
  const [service, echo] = [await startService(), await startEcho()];
  try {
    // The first questions compile the code that they run through.
    await openArrivals(asking(service.url), { perSecond: 20, seconds: 5 });
    await readLoopDelay(service);
    await work({ service, echo });
  } finally {
    await Promise.all([service.stop(), echo.stop()]);
  }
}

/** One stream of questions for the whole run: what one measurement has asked no other asks again. */
const questions = differentQuestions();

function asking(url: string, put: typeof postQuestion = postQuestion): Send {
  return () => put(url, questions.next().value);
}

export function measureOpenArrivals({ perSecond, seconds }: { perSecond: number; seconds: number }): Promise<void> {
  return withServers(async ({ service, echo }) => {
    const baseline = await openArrivals(asking(echo.url), { perSecond, seconds: Math.min(seconds, 10) });
    const words = await openArrivals(asking(service.url, searchWords), { perSecond, seconds: Math.min(seconds, 10) });
    const kept: { question: string; body: string }[] = [];
    await readLoopDelay(service);
    const before = processorTimeOfTree(service.pid);
    const load = await openArrivals(
      async (n) => {
        const question = questions.next().value;
        const reply = await postQuestion(service.url, question);
        if (n % sampled === 0 && reply.status === 200) kept.push({ question, body: reply.body });
        return reply;
      },
      { perSecond, seconds },
    );
    const used = usedPerAnswer(service, before, load);
    const loop = await readLoopDelay(service);
    const memory = memoryOfTree(service.pid);
    const same = await countSame(service.url, kept);
    printTable(`${perSecond} questions a second for ${seconds} s, open arrivals`, latencyColumns, [
      latencyRow('bare Hono echo', baseline.latencies),
      latencyRow('search by words alone', words.latencies, baseline.latencies),
      latencyRow('answers', load.latencies, words.latencies),
    ]);
    console.log(`\n${used} · the multiples are of the row above.`);
    console.log(`Errors ${describeFailures(load.failures)} · answers as when asked alone ${same} of ${kept.length}`);
    console.log(
      `Event loop delay p99 ${inMilliseconds(loop.p99)}, max ${inMilliseconds(loop.max)} · ${inTree(memory)}`,
    );
  });
}

async function countSame(url: string, kept: readonly { question: string; body: string }[]): Promise<number> {
  let same = 0;
  for (const { question, body } of kept) {
    const alone = await postQuestion(url, question);
    if (alone.status === 200 && substanceOf(alone.body) === substanceOf(body)) same += 1;
  }
  return same;
}

export function measureSaturation({ seconds }: { seconds: number }): Promise<void> {
  return withServers(async ({ service, echo }) => {
    const baseline = await saturate(asking(echo.url), { clients, seconds: Math.min(seconds, 5) });
    const words = await saturate(asking(service.url, searchWords), { clients, seconds: Math.min(seconds, 10) });
    await readLoopDelay(service);
    const before = processorTimeOfTree(service.pid);
    const load = await saturate(asking(service.url), { clients, seconds });
    const used = usedPerAnswer(service, before, load);
    const loop = await readLoopDelay(service);
    const row = (name: string, each: Load, under: Load): string[] => [
      ...latencyRow(name, each.latencies),
      each.rate.toFixed(0),
      ratio(each.rate, under.rate),
      describeFailures(each.failures),
    ];
    const columns = [...latencyColumns, 'a second', 'of the echo', 'errors'];
    printTable(`${clients} clients that never wait, ${seconds} s`, columns, [
      row('bare Hono echo', baseline, baseline),
      row('search by words alone', words, baseline),
      row('answers', load, baseline),
    ]);
    console.log(
      `\n${used}\nEvent loop delay p99 ${inMilliseconds(loop.p99)}, max ${inMilliseconds(loop.max)} · ${inTree(memoryOfTree(service.pid))}`,
    );
  });
}

/** Times the questions that it can answer, for more come than it can take. */
const excess = 4;
/** Clients that ask whether it lives, and seconds for which they do. */
const watchers = { clients: 50, seconds: 10 };

/** What becomes of four times as many questions as can be answered, and of whoever looks after the service meanwhile and otherwise. */
export function measureOverload({ seconds }: { seconds: number }): Promise<void> {
  return withServers(async ({ service }) => {
    const health = await saturate(getting(`${service.url}/healthz`), watchers);
    const page = await saturate(getting(`${service.url}/help`), watchers);
    const saturated = await saturate(asking(service.url), { clients, seconds: Math.min(seconds, 20) });
    const [before = 0] = memoryOfTree(service.pid);
    const perSecond = Math.ceil(excess * saturated.rate);
    const load = await openArrivals(asking(service.url), { perSecond, seconds });
    const [after = 0] = memoryOfTree(service.pid);
    const calm = await openArrivals(asking(service.url), { perSecond: 20, seconds: 5 });
    const row = (name: string, { latencies, rate, failures }: Load): string[] => [
      ...latencyRow(name, latencies),
      rate.toFixed(0),
      describeFailures(failures),
    ];
    printTable(
      `${perSecond} questions a second for ${seconds} s, open arrivals`,
      [...latencyColumns, 'a second', 'errors'],
      [
        row(`health, ${watchers.clients} clients`, health),
        row(`a page, ${watchers.clients} clients`, page),
        row(`answers, ${clients} clients that never wait`, saturated),
        row('answers, four times as many questions', load),
        latencyRow('refusals meanwhile', load.refused),
        row('answers right after it', calm),
      ],
    );
    const share = ((100 * load.rate) / saturated.rate).toFixed(0);
    console.log(
      `\nAnswered ${share} % of what it answers otherwise · the service took ${(after - before).toFixed(0)} MiB more`,
    );
  });
}

function getting(url: string): Send {
  return async () => {
    const response = await fetch(url);
    return { status: response.status, body: await response.text() };
  };
}

/** @param before of the process tree, before the load. */
function usedPerAnswer({ pid }: ChildServer, before: readonly number[], { latencies }: Load): string {
  const used = processorTimeOfTree(pid).map((time, at) => (time - (before[at] ?? 0)) / latencies.count);
  return `Processor time of an answer: service and embedder ${used.map(inMilliseconds).join(' + ')}`;
}

/** @param memory MiB of each process, the service first. */
export function inTree(memory: readonly number[]): string {
  const sum = memory.reduce((total, each) => total + each, 0);
  return `memory of the process tree ${sum.toFixed(0)} MiB (${memory.map((each) => each.toFixed(0)).join(' + ')})`;
}
