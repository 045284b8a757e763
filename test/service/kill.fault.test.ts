// D1 from outside: the whole service is killed, and whatever it had told anyone is there when it is started again.
import { beforeAll, expect, it } from 'vitest';
import { examineDataFolder } from '../../src/adapters/data/examine.ts';
import { answerSchema } from '../../src/contract/answer.ts';
import { conversationSchema } from '../../src/contract/conversations.ts';
import { faultRounds } from '../fault-rounds.ts';
import { temporaryFolder } from '../delivery/cli/real-command.ts';
import { tryConnect } from '../delivery/ws/chat-client.ts';
import { seededNumbers } from '../index/made-up-corpus.ts';
import { builtIndex, question, startService } from './running-service.ts';
import type { RunningService } from './running-service.ts';

const rounds = faultRounds({ usual: 3, thorough: 30 });
/** Milliseconds within which it is killed after the first answer, or the first feedback. */
const latest = 400;

let BLUELAMP_INDEX_DIR = '';
beforeAll(async () => {
  BLUELAMP_INDEX_DIR = await builtIndex();
});

/** What a client was told of a turn, and whether also that its feedback is kept. */
interface Told {
  readonly conversationId: string;
  readonly messageId: string;
  isJudged: boolean;
}

const json = { 'content-type': 'application/json' };

/** Asks by requests and judges each answer, until the service is gone. */
async function askAndJudge({ url }: RunningService, told: Told[]): Promise<void> {
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${url}${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) });
  for (;;) {
    const response = await post('/api/ask', { question });
    const { conversationId, messageId } = answerSchema.parse(await response.json());
    const one = { conversationId, messageId, isJudged: false };
    told.push(one);
    one.isJudged = (await post('/api/feedback', { messageId, verdict: 'helpful' })).status === 204;
  }
}

/** Asks over a socket, all in one conversation, until the service is gone. */
async function askOverSocket({ url }: RunningService, told: Told[]): Promise<void> {
  const client = await tryConnect(url);
  if (typeof client === 'number') throw new Error('No socket opened.');
  let conversationId: string | undefined;
  for (let n = 0; ; n += 1) {
    client.ask(`q${n}`, question, conversationId === undefined ? {} : { conversationId });
    const { answer } = await client.first('answer', `q${n}`);
    conversationId = answer.conversationId;
    told.push({ conversationId, messageId: answer.messageId, isJudged: false });
  }
}

it(`D1 of ${rounds} services that are killed none has lost a turn or feedback that it had told of`, async () => {
  const BLUELAMP_DATA_DIR = temporaryFolder();
  const random = seededNumbers(23);
  const told: Told[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const service = await startService({ BLUELAMP_INDEX_DIR, BLUELAMP_DATA_DIR });
    // Every other one has judged something, however slow the machine; the rest may be killed before they do.
    const progress = (): number => (round % 2 === 0 ? told.filter(({ isJudged }) => isJudged).length : told.length);
    const before = progress();
    const asking = [askAndJudge, askAndJudge, askOverSocket, askOverSocket].map((ask) => ask(service, told));
    const gone = Promise.allSettled(asking);
    await expect.poll(progress).toBeGreaterThan(before);
    await new Promise((resolve) => setTimeout(resolve, random() * latest));
    service.running.process.kill('SIGKILL');
    await service.running.ended;
    await gone;
  }
  const service = await startService({ BLUELAMP_INDEX_DIR, BLUELAMP_DATA_DIR });
  for (const { conversationId, messageId, isJudged } of told) {
    const response = await fetch(`${service.url}/api/conversations/${conversationId}`);
    const { turns } = conversationSchema.parse(await response.json());
    const kept = turns.filter((turn) => turn.messageId === messageId);
    expect(kept).toHaveLength(1);
    if (isJudged) expect(kept[0]?.feedback).not.toBeNull();
  }
  expect(told.filter(({ isJudged }) => isJudged).length).toBeGreaterThan(0);
  service.running.process.kill('SIGTERM');
  await service.running.ended;
  expect(await examineDataFolder(BLUELAMP_DATA_DIR)).toMatchObject({ audit: { kind: 'sound' } });
});
