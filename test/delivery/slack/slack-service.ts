// Bluelamp with Slack, over a real data folder, the real client of the Web API and a stand-in for Slack; the answers are scripted.
import { createHmac } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import { createPrometheusMetrics } from '../../../src/adapters/prometheus-metrics.ts';
import { openDataFolder } from '../../../src/adapters/data/data-folder.ts';
import { createSlackApi } from '../../../src/adapters/slack-web-api.ts';
import { createArrivals } from '../../../src/admission/arrivals.ts';
import { createAskGate } from '../../../src/admission/ask-gate.ts';
import { createAsks } from '../../../src/admission/asks.ts';
import { openOwner } from '../../../src/admission/caller.ts';
import { createRateLimit } from '../../../src/admission/rate-limit.ts';
import { createConversations } from '../../../src/chat/conversations.ts';
import type { Turns } from '../../../src/chat/turn.ts';
import type { ConversationStore } from '../../../src/conversation-store.ts';
import { newRandomId } from '../../../src/delivery/http/random-id.ts';
import type { CardCounts } from '../../../src/chat/card.ts';
import type { FoundCommitments } from '../../../src/delivery/slack/catalogue.ts';
import { createSlackDoor } from '../../../src/delivery/slack/door.ts';
import type { SlackDoor } from '../../../src/delivery/slack/door.ts';
import type { SlackOptions, SlackParts } from '../../../src/delivery/slack/parts.ts';
import type { SlackStore } from '../../../src/slack-ports.ts';
import { temporaryFolder } from '../../index/made-up-corpus.ts';
import { scriptedTurns } from '../../chat/scripted-turns.ts';
import { startSlackStandIn } from '../../slack-stand-in/slack-stand-in.ts';
import type { SlackStandIn, StandInOptions } from '../../slack-stand-in/slack-stand-in.ts';
import { harbourApp } from '../http/made-up-strategies.ts';
import type { MadeUpApp } from '../http/made-up-strategies.ts';

export const secret = 'made-up-signing-secret';
export const botToken = 'xoxb-made-up';

export interface SlackService {
  readonly app: MadeUpApp['app'];
  readonly door: SlackDoor;
  readonly standIn: SlackStandIn;
  readonly conversations: ConversationStore;
  readonly store: SlackStore;
  readonly logged: { level: string; event: string; fields: unknown }[];
  readonly dataDir: string;
  /** The metrics as they would be read now. */
  readonly metrics: () => Promise<string>;
  /** Ends as a process that is killed does: what was not written is gone. */
  readonly close: () => Promise<void>;
}

export interface SlackServiceOptions {
  readonly turns?: Turns;
  readonly dataDir?: string;
  readonly standIn?: SlackStandIn;
  readonly standInOptions?: Partial<StandInOptions>;
  readonly options?: Partial<SlackOptions>;
  readonly limits?: SlackParts['limits'];
  readonly asksPerMinute?: number;
  readonly timeLimit?: number;
  /** Milliseconds for a call of the Web API. */
  readonly callLimit?: number;
  readonly examples?: readonly string[];
  readonly commitments?: FoundCommitments;
  readonly themeCounts?: CardCounts;
  /** What the store throws where a job is to be kept. */
  readonly storeFault?: Error;
}

/** Everything ends with the test. */
export async function slackService(given: SlackServiceOptions = {}): Promise<SlackService> {
  const standIn = given.standIn ?? (await startStandIn(given.standInOptions));
  const dataDir = given.dataDir ?? temporaryFolder();
  const data = await openDataFolder(dataDir);
  const logged: { level: string; event: string; fields: unknown }[] = [];
  const log = (level: string, event: string, fields?: unknown): void => void logged.push({ level, event, fields });
  const { turns = scriptedTurns().turns } = given;
  const permalink = ({ documentId, start, end }: { documentId: string; start: number; end: number }): string =>
    `http://bluelamp.example/documents/${documentId}?start=${start}&end=${end}#quote`;
  const clock = (): Date => new Date();
  const now = (): number => performance.now();
  const parts = { turns, store: data.conversations, ids: newRandomId, log, clock, permalink, retentionDays: 90 };
  const conversations = createConversations(parts);
  const arrivals = createArrivals(now);
  const metrics = createPrometheusMetrics(() => ({
    running: 0,
    waiting: 0,
    sockets: 0,
    embedder: { ready: true, restarts: 0, waiting: 0 },
    slackWaiting: door.waiting(),
    generation: 'g-made-up',
  }));
  const asks = createAsks({
    arrivals,
    conversations,
    turns,
    rateLimit: createRateLimit({ perMinute: given.asksPerMinute ?? 0, now }),
    gate: createAskGate({ running: 8, waiting: 512, patience: 10_000 }),
    searchesAtOnce: 0,
    timeLimit: given.timeLimit ?? 30_000,
    metrics,
  });
  const door = createSlackDoor({
    asks,
    arrivals,
    conversations,
    owner: openOwner,
    api: createSlackApi({ token: botToken, apiUrl: standIn.apiUrl, timeLimit: given.callLimit ?? 5_000 }),
    store: given.storeFault ? { ...data.slack, add: () => Promise.reject(given.storeFault) } : data.slack,
    links: {
      permalink,
      openUrl: ({ conversationId }) => `http://bluelamp.example/?c=${conversationId}`,
      registerUrl: (words) => `http://bluelamp.example/commitments?q=${encodeURIComponent(words)}`,
    },
    catalogue: {
      titles: async () => new Map([['quay-plan-2020', 'Quay Plan 2020']]),
      examples: async () => given.examples ?? ['How many lamps stand on the quay?', 'How deep is the basin?'],
      commitments: async () => given.commitments ?? { commitments: [], total: 0, documents: [] },
      themeCounts: async () => given.themeCounts ?? null,
    },
    options: { followThreads: true, humanContact: null, allowedTeams: [], ...given.options },
    ids: newRandomId,
    clock,
    now,
    log,
    metrics: metrics.slack,
    limits: { backOff: { first: 20, longest: 100 }, channelPace: 0, ...given.limits },
  });
  const made = await harbourApp({
    slack: { signingSecret: secret, door },
    log,
    health: () => ({ notReady: [], notes: door.notes() }),
  });
  await door.introduce();
  await door.start();
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await door.close();
    await data.close();
  };
  onTestFinished(close);
  const { conversations: kept, slack: store } = data;
  const read = (): Promise<string> => metrics.render();
  return { app: made.app, door, standIn, conversations: kept, store, logged, dataDir, metrics: read, close };
}

export async function startStandIn(options: Partial<StandInOptions> = {}): Promise<SlackStandIn> {
  const standIn = await startSlackStandIn({ botToken, ...options });
  onTestFinished(() => standIn.close());
  return standIn;
}

/** What Slack would send with a body. @param at seconds since 1970. */
export function signed(body: string, at = Math.floor(Date.now() / 1000), key = secret): Record<string, string> {
  const signature = createHmac('sha256', key).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` };
}

export async function send(
  { app }: Pick<SlackService, 'app'>,
  name: 'events' | 'commands' | 'interactions',
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const type = name === 'events' ? 'application/json' : 'application/x-www-form-urlencoded';
  return app.request(`/slack/${name}`, {
    method: 'POST',
    headers: { host: 'localhost', 'content-type': type, ...signed(body), ...headers },
    body,
  });
}

let events = 0;

/** An event of a message, as Slack has it; `fields` are of the event itself. */
export function eventOf(fields: Record<string, unknown>, id = `Ev${(events += 1)}`): string {
  const event = {
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    ts: `1700000000.${String(events).padStart(6, '0')}`,
    text: '<@UBOT> How many lamps?',
    ...fields,
  };
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: id,
    authorizations: [{ user_id: 'UBOT', is_bot: true }],
    event,
  });
}

export async function mention(service: SlackService, fields: Record<string, unknown> = {}): Promise<void> {
  expect((await send(service, 'events', eventOf(fields))).status).toBe(200);
}

/** Waits until as many messages were accepted. */
export async function posted(
  { standIn }: SlackService,
  count: number,
  method = 'chat.postMessage',
): Promise<readonly Record<string, unknown>[]> {
  await expect.poll(() => standIn.accepted(method).length).toBe(count);
  return standIn.accepted(method).map(({ body }) => ({ ...body }));
}

/** All text of a message's blocks. */
export function textOf(body: Readonly<Record<string, unknown>> | undefined): string {
  const found: string[] = [];
  JSON.stringify(body?.['blocks'] ?? [], (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') found.push(value);
    return value;
  });
  return found.join('\n');
}
