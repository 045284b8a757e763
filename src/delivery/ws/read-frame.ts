// Untrusted text to a frame of the protocol.
import { clientFrameSchema } from '../../contract/chat.ts';
import type { ClientFrame } from '../../contract/chat.ts';

export type ReadFrame =
  | { readonly kind: 'frame'; readonly frame: ClientFrame }
  /** With the id of the question that it is about, where one can be made out. */
  | { readonly kind: 'refused'; readonly id: string | null; readonly message: string };

export function readFrame(text: string): ReadFrame {
  const json = parseJson(text);
  const parsed = clientFrameSchema.safeParse(json);
  if (parsed.success) return { kind: 'frame', frame: parsed.data };
  const message = parsed.error.issues[0]?.message ?? 'The message cannot be understood.';
  return { kind: 'refused', id: idOf(json), message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the schema refuses it
  }
}

function idOf(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('id' in json)) return null;
  return typeof json.id === 'string' && json.id.length <= 64 ? json.id : null;
}
