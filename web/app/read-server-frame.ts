// A text of the service to a frame of the protocol.
import type { ServerFrame } from '../../src/contract/chat.ts';

const types: ReadonlySet<unknown> = new Set<ServerFrame['type']>([
  'accepted',
  'passages',
  'text-delta',
  'citation',
  'answer',
  'stopped',
  'error',
]);

/** @returns null for what a later service may send and this page does not know. */
export function readServerFrame(text: string): ServerFrame | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null || !('type' in json) || !types.has(json.type)) return null;
  // It comes from the service that served this page, whose own tests hold every frame to the contract.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return json as ServerFrame;
}
