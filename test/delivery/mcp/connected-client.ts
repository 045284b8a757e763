// The official client, connected to the made-up service over HTTP.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { CallToolResult } from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';
import { listeningHarbour } from '../http/listening-harbour.ts';
import type { ListeningHarbour } from '../http/listening-harbour.ts';
import type { Replaced } from '../http/made-up-strategies.ts';

/** `legacy`: the handshake of the protocol's 2025 revisions. `auto`: its revision of 2026, as a new client finds it. */
export const generations = ['legacy', 'auto'] as const;
export type Generation = (typeof generations)[number];

export function newClient(mode: Generation): Client {
  return new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
}

export interface ConnectedHarbour extends ListeningHarbour {
  readonly client: Client;
}

/** Gone when the test has finished. */
export async function connectedHarbour(mode: Generation, replaced: Replaced = {}): Promise<ConnectedHarbour> {
  const made = await listeningHarbour(replaced);
  const client = await connect(made, mode);
  return { ...made, client };
}

export async function connect({ url }: ListeningHarbour, mode: Generation, token?: string): Promise<Client> {
  const client = newClient(mode);
  const requestInit = token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit }));
  onTestFinished(() => client.close());
  return client;
}

export function textOf({ content }: CallToolResult): string {
  return content.map((part) => (part.type === 'text' ? part.text : part.type)).join('\n');
}
