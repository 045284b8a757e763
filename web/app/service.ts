// Requests to the service, in the shapes of its contract.
import type { ConversationWire, ExportFormat } from '../../src/contract/conversations.ts';
import type { DocumentSummaryWire } from '../../src/contract/documents.ts';
import type { Answer, Question, Verdict } from './chat-state.ts';

/** Why the service did not do what it was asked; the message is for people. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

export interface Judgement {
  readonly messageId: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly comment?: string;
}

/** Everything rejects with a `Refusal`, or a `TypeError` where the service cannot be reached. */
export interface Service {
  documents(): Promise<readonly DocumentSummaryWire[]>;
  conversation(id: string): Promise<ConversationWire>;
  removeConversation(id: string): Promise<void>;
  exported(id: string, format: ExportFormat): Promise<Blob>;
  judge(judgement: Judgement): Promise<void>;
  ask(frame: Question, signal: AbortSignal): Promise<Answer>;
  /** Has the browser known by its token when it opens a page, to which it can give none. */
  signIn(token: string): Promise<void>;
  probe(): Promise<'here' | 'locked' | 'away'>;
}

/** @param token of the reader; null where none is known. */
export function createService(token: () => string | null): Service {
  const send = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    const known = token();
    if (known !== null) headers.set('authorization', `Bearer ${known}`);
    const response = await fetch(address, { ...init, headers });
    if (!response.ok) throw new Refusal(response.status, await messageOf(response));
    return response;
  };
  const post = (address: string, body: object, signal?: AbortSignal): Promise<Response> =>
    send(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
  const conversationAddress = (id: string): string => `/api/conversations/${encodeURIComponent(id)}`;
  return {
    documents: async () => readJson(await send('/api/documents')),
    conversation: async (id) => readJson(await send(conversationAddress(id))),
    removeConversation: async (id) => void (await send(conversationAddress(id), { method: 'DELETE' })),
    exported: async (id, format) => (await send(`${conversationAddress(id)}/export?format=${format}`)).blob(),
    judge: async (judgement) => void (await post('/api/feedback', judgement)),
    ask: async ({ type: _type, ...question }, signal) => readJson(await post('/api/ask', question, signal)),
    signIn: async (given) => {
      // Where it would lead to is of no interest.
      await fetch('/sign-in', { method: 'POST', body: new URLSearchParams({ token: given }), redirect: 'manual' });
    },
    probe: async () => {
      try {
        await send('/api/documents');
        return 'here';
      } catch (error) {
        return error instanceof Refusal && error.status === 401 ? 'locked' : 'away';
      }
    },
  };
}

async function readJson<Wire>(response: Response): Promise<Wire> {
  // The service's own tests hold what it answers to the contract.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (await response.json()) as Wire;
}

async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body;
    if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  }
  return `The service answered with ${response.status}. Try again in a moment.`;
}
