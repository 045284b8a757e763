// A service that says what a test wants, for states of the page that the real one passes through too fast.
import type { BrowserContext } from 'playwright-core';
import { clientFrameSchema, serverFrameSchema } from '../../src/contract/chat.ts';
import type { ClientFrame, ServerFrame } from '../../src/contract/chat.ts';

export type Tell = (frame: ServerFrame) => void;

/** Takes the place of the real socket for every page of the context. */
export async function scriptSocket(
  context: BrowserContext,
  onFrame: (frame: ClientFrame, tell: Tell) => void,
): Promise<void> {
  await context.routeWebSocket('**/api/chat', (socket) => {
    const tell: Tell = (frame) => socket.send(JSON.stringify(serverFrameSchema.parse(frame)));
    socket.onMessage((text) => onFrame(clientFrameSchema.parse(JSON.parse(String(text))), tell));
  });
}

/** Everything that is told of a question before its answer is whole. */
export function beginAnswer(id: string, text: string, tell: Tell): void {
  const place = { passageId: 'p-0', documentId: '2023-mandate-values-and-principles', section: [], page: null };
  tell({ type: 'accepted', id, conversationId: 'AAAAAAAAAAAAAAAAAAAAAA', messageId: 'BBBBBBBBBBBBBBBBBBBBBB' });
  tell({ type: 'passages', id, passages: [{ ...place, text, start: 0, end: text.length }] });
  tell({ type: 'text-delta', id, text });
}
