// The service from the assistant, the settings and the data folder: limits, conversations, channels and how they end.
import { setTimeout as sleep } from 'node:timers/promises';
import { createPrometheusMetrics } from './adapters/prometheus-metrics.ts';
import type { Readings } from './adapters/prometheus-metrics.ts';
import { createTokenCheck } from './admission/access-tokens.ts';
import { createArrivals } from './admission/arrivals.ts';
import { createAskGate } from './admission/ask-gate.ts';
import { createAsks } from './admission/asks.ts';
import { createRateLimit } from './admission/rate-limit.ts';
import type { RateLimit } from './admission/rate-limit.ts';
import type { App } from './compose.ts';
import { keepConversations, permalinks } from './compose-data.ts';
import type { DataFolder } from './compose-data.ts';
import { composeSlack } from './compose-slack.ts';
import type { SlackChannel } from './compose-slack.ts';
import type { Config } from './config.ts';
import { createHttpApp } from './delivery/http/app.ts';
import { readBuiltPage } from './delivery/http/built-page.ts';
import { listen } from './delivery/http/listen.ts';
import type { Health, HttpParts, SlackHttp } from './delivery/http/parts.ts';
import { newRandomId } from './delivery/http/random-id.ts';
import { rehearseSlack } from './delivery/http/rehearse-slack.ts';
import { createMcpDoor } from './delivery/mcp/mcp-door.ts';
import { createChatDoor } from './delivery/ws/chat-door.ts';
import type { Log } from './ports.ts';

/**
 * Questions and searches at a time: enough that the embedder and this process both have work, and few enough that each is
 * soon done. Those that wait are done within ten seconds at 50 a second; whoever is not is told so, for people give up by then.
 */
export const gateLimits = { running: 8, waiting: 512, patience: 10_000 };
/** Milliseconds from a question to its answer, waiting included. */
export const askTimeLimit = 30_000;
/** Milliseconds in which questions under way may end when the service stops. */
const drainGrace = 5_000;
/** For each question a client may send some more messages: stops, repetitions, and what is refused. */
const messagesPerAsk = 4;
/** For each question a client may read, export, judge or delete so often. Each is told to the audit log, which must not be filled. */
const recordsPerAsk = 10;
/** Searches of one client at a time: a page needs one, a program that walks through a list a few dozen. */
const searchesAtOnce = 64;

export interface Service {
  readonly url: string;
  /** Takes no more questions, lets those under way end, and closes the app and the data folder. */
  close(): Promise<void>;
}

/** Serves the app over HTTP and WebSocket, and keeps what is said. @throws AppError `configuration` when the address is taken. */
export async function serveApp(app: App, data: DataFolder, config: Config, log: Log): Promise<Service> {
  const now = (): number => performance.now();
  const ids = newRandomId;
  const { turns } = app;
  let closing = false;
  let url = '';
  const publicUrl = (): string => config.publicUrl ?? url;
  const kept = keepConversations({ data, turns, config, log, publicUrl });
  const { conversations } = kept;
  const gate = createAskGate(gateLimits);
  const metrics = createPrometheusMetrics(() => ({
    ...gate.load(),
    sockets: chat.count(),
    slackWaiting: slack?.waiting() ?? 0,
    ...readingsOf(app),
  }));
  const { rateLimit, messages, records } = rateLimitsOf(config, now);
  const limits = { rateLimit, gate, searchesAtOnce: config.asksPerMinute === 0 ? 0 : searchesAtOnce };
  const arrivals = createArrivals(now);
  const asks = createAsks({ conversations, turns, ...limits, arrivals, timeLimit: askTimeLimit, metrics });
  const chat = createChatDoor({ asks, messages, socketsPerClient: config.socketsPerClient, ids, log });
  const { slack: store } = data;
  const { lease } = app;
  const ofSlack = { store, metrics: metrics.slack, lease, log, publicUrl };
  const slack = composeSlack({ config, asks, arrivals, conversations, ...ofSlack });
  const parts: HttpParts = {
    asks,
    conversations,
    records,
    chat,
    mcp: createMcpDoor({ asks, lease: app.lease, permalink: permalinks(publicUrl), log }),
    built: readBuiltPage(),
    lease: app.lease,
    health: () => healthOf(app, closing, slack?.notes() ?? []),
    languageModel: app.languageModel,
    metrics,
    isSecure: config.publicUrl?.startsWith('https:') ?? false,
    tokens: config.tokens.length === 0 ? null : createTokenCheck(config.tokens),
    ids,
    log,
    publicHosts: publicHosts(config),
    allowedOrigins: allowedOrigins(config),
    slack: slackHttp(slack),
  };
  await Promise.all([slack?.introduce(), rehearseSlack(parts)]);
  const listener = await listen(createHttpApp(parts), config);
  url = listener.url.replace('//127.0.0.1:', '//localhost:');
  slack?.start();
  return {
    url,
    close: async () => {
      closing = true;
      // Until it is over, whoever asks whether the service is ready is still told that it is not.
      const drained = Promise.race([gate.close(), sleep(drainGrace, undefined, { ref: false })]);
      await Promise.all([chat.close(drainGrace), drained, slack?.close()]);
      await listener.close();
      await app.close();
      await kept.close();
    },
  };
}

function rateLimitsOf(
  { asksPerMinute }: Config,
  now: () => number,
): Record<'rateLimit' | 'messages' | 'records', RateLimit> {
  return {
    rateLimit: createRateLimit({ perMinute: asksPerMinute, now }),
    messages: createRateLimit({ perMinute: asksPerMinute * messagesPerAsk, now }),
    records: createRateLimit({ perMinute: asksPerMinute * recordsPerAsk, now }),
  };
}

function slackHttp(slack: SlackChannel | null): SlackHttp | null {
  if (slack === null || slack.signingSecret === null) return null;
  return { signingSecret: slack.signingSecret, door: slack.door };
}

function readingsOf({ embedder, index }: App): Pick<Readings, 'embedder' | 'generation'> {
  const state = embedder.state();
  return { embedder: { ...state, ready: state.state === 'ready' }, generation: index().generation };
}

function healthOf({ embedder, notes: ofIndex }: App, closing: boolean, ofChannels: readonly string[]): Health {
  const notes = [...ofIndex, ...ofChannels];
  if (closing) return { notReady: ['Bluelamp is shutting down.'], notes };
  const { state } = embedder.state();
  const fault = state === 'ready' ? [] : [`The embedder is ${state}; only words are searched, not meaning.`];
  return { notReady: fault, notes };
}

/** Names under which readers reach the service, beside those of this machine itself. */
function publicHosts({ publicUrl, host }: Config): string[] {
  const isAnyAddress = host === '0.0.0.0' || host === '::';
  return [
    ...(publicUrl === null ? [] : [new URL(publicUrl).host]),
    ...(isAnyAddress ? [] : [host.includes(':') ? `[${host}]` : host]),
  ];
}

/** Behind a proxy that does not pass on the `Host`, our own pages come from the public address. */
function allowedOrigins({ publicUrl, allowedOrigins: others }: Config): string[] {
  return [...(publicUrl === null ? [] : [new URL(publicUrl).origin]), ...others];
}
