// A link over sockets that a test opens, closes and speaks through by hand.
import { ChatLink } from '../../web/app/chat-link.ts';
import type { LinkState, SocketHandlers } from '../../web/app/chat-link.ts';
import type { Answer } from '../../web/app/chat-state.ts';
import type { ServerFrame } from '../../src/contract/chat.ts';

export interface ScriptedSocket {
  readonly handlers: SocketHandlers;
  readonly sent: unknown[];
  isClosed: boolean;
}

export interface ScriptedLink {
  readonly link: ChatLink;
  readonly sockets: ScriptedSocket[];
  readonly frames: ServerFrame[];
  readonly states: LinkState[];
  readonly requests: string[];
  readonly requestIds: string[];
  /** What a probe finds. */
  found: 'here' | 'locked' | 'away';
  /** What a plain request is answered with. */
  reply: Answer | Error;
  /** Milliseconds until then. */
  delay: number;
  readonly latest: () => ScriptedSocket;
}

export function scriptedLink(reply: Answer | Error = new Error('No answer is set.')): ScriptedLink {
  const sockets: ScriptedSocket[] = [];
  const frames: ServerFrame[] = [];
  const states: LinkState[] = [];
  const requests: string[] = [];
  const requestIds: string[] = [];
  const scripted: ScriptedLink = {
    sockets,
    frames,
    states,
    requests,
    requestIds,
    delay: 0,
    found: 'away',
    reply,
    link: new ChatLink({
      openSocket: (handlers) => {
        const socket: ScriptedSocket = { handlers, sent: [], isClosed: false };
        sockets.push(socket);
        return {
          send: (text) => void socket.sent.push(JSON.parse(text)),
          close: () => void (socket.isClosed = true),
        };
      },
      askByRequest: async ({ id, question }) => {
        requests.push(question);
        requestIds.push(id);
        if (scripted.delay > 0) await new Promise((resolve) => setTimeout(resolve, scripted.delay));
        if (scripted.reply instanceof Error) throw scripted.reply;
        return scripted.reply;
      },
      probe: async () => scripted.found,
      onFrame: (frame) => void frames.push(frame),
      onState: (state) => void states.push(state),
      random: () => 0.5,
    }),
    latest: () => {
      const last = sockets.at(-1);
      if (!last) throw new Error('No socket was opened.');
      return last;
    },
  };
  return scripted;
}
