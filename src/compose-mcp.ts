// The assistant for one other program over its standard input and output: the same tools as over HTTP, without a service.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from './adapters/data/data-folder.ts';
import { createAskGate } from './admission/ask-gate.ts';
import { createAsks } from './admission/asks.ts';
import { namedCaller } from './admission/caller.ts';
import { createRateLimit } from './admission/rate-limit.ts';
import type { App } from './compose.ts';
import { keepConversations, permalinks } from './compose-data.ts';
import { askTimeLimit, gateLimits } from './compose-service.ts';
import type { Config } from './config.ts';
import { newRandomId } from './delivery/http/random-id.ts';
import { serveStandardStreams } from './delivery/mcp/standard-streams.ts';
import type { McpConnection } from './delivery/mcp/standard-streams.ts';
import type { Log, Metrics } from './ports.ts';

/** Whoever can start the program may ask; there is only this one. */
const caller = namedCaller('mcp');

/** Nobody scrapes a program that another one runs. */
const noMetrics: Metrics = { answered: () => undefined, refused: () => undefined, requested: () => undefined };

/**
 * Serves until the other program closes its end. Conversations last as long as the connection, in a folder of their own: several
 * programs may each run one beside a service, and the service's folder is for one process.
 * @throws AppError `data-unwritable`, `disk-full` where there is no room for temporary files.
 */
export async function serveMcp(app: App, config: Config, log: Log): Promise<McpConnection> {
  const { turns, lease } = app;
  const folder = await mkdtemp(join(tmpdir(), 'bluelamp-mcp-'));
  // However the process ends, short of being killed, nothing of what was asked stays behind.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const data = await openDataFolder(folder);
  const publicUrl = (): string => config.publicUrl ?? `http://localhost:${config.port}`;
  const kept = keepConversations({ data, turns, config, log, publicUrl });
  const { conversations } = kept;
  const gate = createAskGate(gateLimits);
  const rateLimit = createRateLimit({ perMinute: config.asksPerMinute, now: () => performance.now() });
  const limits = { rateLimit, gate, searchesAtOnce: 0, timeLimit: askTimeLimit };
  const asks = createAsks({ conversations, turns, ...limits, metrics: noMetrics });
  const parts = { asks, lease, permalink: permalinks(publicUrl), log };
  const connection = serveStandardStreams(parts, { caller, requestId: newRandomId() });
  const close = async (): Promise<void> => {
    await connection.close();
    await gate.close();
    await kept.close();
  };
  return { ended: connection.ended, close };
}
