// Socket Mode: what Slack sends over a WebSocket that we opened. The library connects; when to connect again is decided here, for it
// lets a failed attempt end the process.
import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';
import type { Log } from '../ports.ts';
import { silentLogger } from './slack-logger.ts';

/** Milliseconds between attempts: doubled from the first to the longest. */
const backOff = { first: 1_000, longest: 60_000 } as const;
/** Milliseconds after which a connection counts as sound, and the next attempt comes at once. */
const soundAfter = 10_000;
/** Milliseconds for Slack to tell where to connect, and for a connection to close. */
const openTimeLimit = 10_000;
const closingGrace = 1_000;

export interface Envelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly body: unknown;
}

export interface SlackSocketOptions {
  /** App-level token, `xapp-…`. */
  readonly appToken: string;
  readonly apiUrl: string;
  /** What is acknowledged is kept. @returns what goes back with it. @throws where it was not kept; Slack then sends it again. */
  readonly receive: (envelope: Envelope) => Promise<Readonly<Record<string, unknown>>>;
  readonly log: Log;
  /** Milliseconds; for tests. */
  readonly backOff?: { readonly first: number; readonly longest: number };
}

export interface SlackSocket {
  /** Whether envelopes can arrive at this moment. */
  readonly isConnected: () => boolean;
  close(): Promise<void>;
}

const envelopeSchema = z.object({
  type: z.enum(['events_api', 'slash_commands', 'interactive']),
  body: z.unknown(),
  ack: z.custom<(payload?: Readonly<Record<string, unknown>>) => Promise<void>>((given) => typeof given === 'function'),
});

/** Connects, and goes on connecting until it is closed. */
export function openSlackSocket(options: SlackSocketOptions): SlackSocket {
  const { log } = options;
  const delays = options.backOff ?? backOff;
  const stopping = new AbortController();
  let connected: SocketModeClient | null = null;
  const isStopping = (): boolean => stopping.signal.aborted;

  const keepConnected = async (): Promise<void> => {
    let delay = 0;
    while (!isStopping()) {
      // Many services that lost one Slack should not all come back at the same moment.
      await sleep(delay * (0.75 + Math.random() / 4), undefined, { signal: stopping.signal }).catch(() => undefined);
      if (isStopping()) return;
      const lasted = await connectOnce(options, (client) => (connected = client), stopping.signal);
      log(lasted === null ? 'warn' : 'info', 'slack-socket-closed', { connected: lasted !== null });
      delay = lasted !== null && lasted >= soundAfter ? 0 : Math.min(delays.longest, Math.max(delays.first, delay * 2));
    }
  };
  const done = keepConnected();
  return {
    isConnected: () => connected !== null,
    async close() {
      stopping.abort();
      // An attempt under way ends by itself, and nobody waits for it.
      await Promise.race([done, sleep(closingGrace, undefined, { ref: false })]);
    },
  };
}

/** @returns the milliseconds that the connection lasted; null where there was none. */
async function connectOnce(
  { appToken, apiUrl, receive, log }: SlackSocketOptions,
  note: (client: SocketModeClient | null) => void,
  signal: AbortSignal,
): Promise<number | null> {
  const client = new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    logger: silentLogger,
    clientOptions: {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: openTimeLimit,
    },
  });
  const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  client.on('slack_event', (event: unknown) => void acknowledge(event, receive, log));
  const disconnect = (): void => void client.disconnect().catch(() => undefined);
  try {
    await client.start();
    const started = performance.now();
    note(client);
    signal.addEventListener('abort', disconnect, { once: true });
    if (signal.aborted) disconnect();
    await closed;
    return performance.now() - started;
  } catch (error) {
    log('warn', 'slack-socket-refused', { error: wordOf(error) });
    return null;
  } finally {
    note(null);
    signal.removeEventListener('abort', disconnect);
  }
}

async function acknowledge(event: unknown, receive: SlackSocketOptions['receive'], log: Log): Promise<void> {
  const envelope = envelopeSchema.safeParse(event);
  if (!envelope.success) return;
  const { ack, type, body } = envelope.data;
  try {
    await ack(await receive({ type, body }));
  } catch {
    // Not acknowledged, it is sent again.
    log('warn', 'slack-not-acknowledged', { transport: 'socket' });
  }
}

/** Slack's own word for what went wrong, such as `invalid_auth`. */
function wordOf(error: unknown): string {
  const data = error instanceof Error && 'data' in error ? error.data : null;
  const parsed = z.object({ error: z.string().regex(/^[a-z0-9_]{1,80}$/u) }).safeParse(data);
  return parsed.success ? parsed.data.error : 'no connection';
}
