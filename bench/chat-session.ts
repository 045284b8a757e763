// A client of the chat socket that holds every answer against the question it belongs to.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';

/** As much of a frame as is counted; the tests hold whole frames to the contract, which here would load the machine. */
const frameSchema = z.object({
  type: z.string(),
  id: z.string().optional(),
  text: z.string().optional(),
  conversationId: z.string().optional(),
  answer: z.object({ answer: z.string(), conversationId: z.string() }).optional(),
  code: z.string().optional(),
  retryAfter: z.number().optional(),
});
type Frame = z.infer<typeof frameSchema>;

/** How a question ended, with milliseconds from its sending. */
export interface Ending {
  readonly outcome: 'answered' | 'busy' | 'failed';
  readonly took: number;
  readonly toFirstFrame: number;
}

interface Pending {
  readonly sent: number;
  first: number | null;
  text: string;
}

export class ChatSession {
  readonly endings: Ending[] = [];
  /** Frames of questions or conversations that are not this session's. */
  crossed = 0;
  /** Frames of questions that had ended. */
  doubled = 0;
  /** Answers whose pieces were not the answer. */
  torn = 0;
  readonly #socket: WebSocket;
  readonly #pending = new Map<string, Pending>();
  readonly #ended = new Set<string>();
  #conversationId: string | undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#take(frameSchema.parse(JSON.parse(data.toString()))));
    socket.on('error', () => undefined);
  }

  /** @throws when the service refuses the connection. */
  static async open(url: string): Promise<ChatSession> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/chat`);
    await once(socket, 'open');
    return new ChatSession(socket);
  }

  /** @param nonce comes back with every frame about this question; no other question of any session has it. */
  ask(nonce: string, question: string): void {
    this.#pending.set(nonce, { sent: performance.now(), first: null, text: '' });
    const conversation = this.#conversationId === undefined ? {} : { conversationId: this.#conversationId };
    this.#socket.send(JSON.stringify({ type: 'ask', id: nonce, question, ...conversation }));
  }

  /** Questions that were asked and have not ended. */
  get open(): number {
    return this.#pending.size;
  }

  close(): void {
    this.#socket.terminate();
  }

  #take(frame: Frame): void {
    const id = frame.id ?? '';
    const pending = this.#pending.get(id);
    if (!pending) {
      if (this.#ended.has(id)) this.doubled += 1;
      else this.crossed += 1;
      return;
    }
    pending.first ??= performance.now();
    if (frame.type === 'accepted') this.#conversationId = frame.conversationId;
    if (frame.type === 'text-delta') pending.text += frame.text ?? '';
    if (frame.answer) this.#compare(frame.answer, pending.text);
    if (frame.type === 'answer' || frame.type === 'error' || frame.type === 'stopped') this.#end(id, pending, frame);
  }

  #compare({ answer, conversationId }: NonNullable<Frame['answer']>, pieces: string): void {
    if (answer !== pieces) this.torn += 1;
    if (conversationId !== this.#conversationId) this.crossed += 1;
  }

  #end(id: string, { sent, first }: Pending, frame: Frame): void {
    this.#pending.delete(id);
    this.#ended.add(id);
    const outcome = frame.type === 'answer' ? 'answered' : isBusy(frame) ? 'busy' : 'failed';
    this.endings.push({ outcome, took: performance.now() - sent, toFirstFrame: (first ?? sent) - sent });
  }
}

function isBusy(frame: Frame): boolean {
  return frame.code === 'busy' || frame.retryAfter !== undefined;
}
