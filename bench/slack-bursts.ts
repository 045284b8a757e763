// Thirty people who mention the bot at one instant: how long until each mention is acknowledged, and until all are answered.
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSlackStandIn } from '../test/slack-stand-in/slack-stand-in.ts';
import type { SlackStandIn } from '../test/slack-stand-in/slack-stand-in.ts';
import { startService } from './child-server.ts';
import { inMilliseconds, latenciesOf } from './latencies.ts';
import { differentQuestions } from './questions.ts';
import { latencyColumns, latencyRow, printTable } from './report.ts';

/** Mentions of one instant. */
const size = 30;
/** Services that are started anew: the first mentions that a process gets find nothing compiled and nothing cached. */
const starts = 5;
/** Milliseconds that answers are waited for. */
const patience = 60_000;

const signingSecret = randomUUID();
const botToken = `xoxb-${randomUUID()}`;
const questions = differentQuestions();
let sent = 0;

/** Times of one service's bursts, in milliseconds. */
interface Bursts {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly duringAnswers: readonly number[];
  readonly answered: number;
}

export async function measureSlackBursts(): Promise<void> {
  const bursts: Bursts[] = [];
  for (let start = 0; start < starts; start += 1) bursts.push(await burstsOfOneStart());
  const row = (name: string, of: (each: Bursts) => readonly number[]): string[] =>
    latencyRow(name, latenciesOf(bursts.flatMap(of)));
  printTable(`Slack: ${size} mentions at one instant until each is acknowledged, ${starts} starts`, latencyColumns, [
    row('the first of a fresh process', ({ first }) => first),
    row('later', ({ second }) => second),
    row('while others are being answered', ({ duringAnswers }) => duringAnswers),
  ]);
  const slowest = Math.max(...bursts.map(({ answered }) => answered));
  console.log(`\nThe first ${size} were all answered within ${inMilliseconds(slowest)}, each once.`);
}

async function burstsOfOneStart(): Promise<Bursts> {
  const standIn = await startSlackStandIn({ botToken });
  const service = await startService({
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: standIn.apiUrl,
  });
  try {
    // What the sender itself must compile is not the service's time.
    await burst(`${standIn.apiUrl}warm`);
    const url = `${service.url}/slack/events`;
    const started = performance.now();
    const first = await burst(url);
    await answeredSoFar(standIn, size);
    const answered = performance.now() - started;
    const second = await burst(url);
    await sleep(100);
    const duringAnswers = await burst(url);
    await answeredSoFar(standIn, 3 * size);
    return { first, second, duringAnswers, answered };
  } finally {
    await service.stop();
    await standIn.close();
  }
}

async function answeredSoFar(standIn: SlackStandIn, count: number): Promise<void> {
  const until = performance.now() + patience;
  const answers = (): number => standIn.accepted('chat.postMessage').length;
  while (performance.now() < until && answers() < count) await sleep(10);
  if (answers() !== count) throw new Error(`${answers()} answers were posted instead of ${count}.`);
}

/** @returns milliseconds until each mention was acknowledged. */
async function burst(url: string): Promise<number[]> {
  const agent = new Agent();
  const times = await Promise.all(Array.from({ length: size }, () => mention(url, agent)));
  agent.destroy();
  return times;
}

async function mention(url: string, agent: Agent): Promise<number> {
  sent += 1;
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Ev${sent}`,
    event: {
      type: 'app_mention',
      user: `U${sent}`,
      channel: `C${sent % 3}`,
      ts: `1700000000.${String(sent).padStart(6, '0')}`,
      text: `<@UBOT> ${questions.next().value}`,
    },
  });
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': at,
    'x-slack-signature': `v0=${signature}`,
  };
  const started = performance.now();
  const sending = request(url, { method: 'POST', agent, headers });
  sending.end(body);
  const [response] = await once(sending, 'response');
  const took = performance.now() - started;
  if (response.statusCode !== 200 && !url.includes('/warm'))
    throw new Error(`A mention was answered ${response.statusCode}.`);
  response.resume();
  return took;
}
