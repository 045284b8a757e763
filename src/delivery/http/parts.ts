// What the HTTP channel is made of; whoever composes the program hands it in.
import type { TokenCheck } from '../../admission/access-tokens.ts';
import type { Asks } from '../../admission/asks.ts';
import type { Caller } from '../../admission/caller.ts';
import type { RateLimit } from '../../admission/rate-limit.ts';
import type { Conversations } from '../../chat/conversations.ts';
import type { Log, Metrics, PassageIndex } from '../../ports.ts';
import type { McpDoor } from '../mcp/mcp-door.ts';
import type { BuiltPage } from './built-page.ts';
import type { ChatDoor } from '../ws/chat-door.ts';
import type { Wire } from '../ws/outbox.ts';
import type { SlackDoor } from '../slack/door.ts';

/** How things stand at this moment, in sentences for whoever watches the service. */
export interface Health {
  /** Why questions cannot be answered in full now; empty when ready. */
  readonly notReady: readonly string[];
  /** What is amiss though questions are answered. */
  readonly notes: readonly string[];
}

/** The generation that serves at this moment, held open until it is released. */
export interface IndexLease {
  readonly index: PassageIndex;
  readonly release: () => void;
}

export interface HttpMetrics extends Pick<Metrics, 'requested'> {
  readonly contentType: string;
  render(): Promise<string>;
}

export interface SlackHttp {
  readonly signingSecret: string;
  /** Null while the app has no bot token. */
  readonly door: SlackDoor | null;
}

export interface HttpParts {
  readonly asks: Asks;
  readonly conversations: Omit<Conversations, 'ask' | 'purge' | 'record'>;
  /** How often a client may read, export, judge or delete what is kept. */
  readonly records: RateLimit;
  readonly chat: ChatDoor;
  readonly mcp: McpDoor;
  /** The chat of the first page; null where none was built, and the pages then do without. */
  readonly built: BuiltPage | null;
  readonly lease: () => IndexLease;
  readonly health: () => Health;
  /** `provider:model` of the language model that words answers; null where answers only quote. */
  readonly languageModel: string | null;
  readonly metrics: HttpMetrics;
  /** Null where everyone who reaches the service may ask. */
  readonly tokens: TokenCheck | null;
  /** Whether readers reach the service by HTTPS alone. */
  readonly isSecure: boolean;
  /** A fresh id of at least 128 random bits, in letters, digits, `-` and `_`; `newRandomId` is one. */
  readonly ids: () => string;
  readonly log: Log;
  /** Our names beside the loopback ones, as `bluelamp.example` or `bluelamp.example:8443`. */
  readonly publicHosts: readonly string[];
  /** Origins of other sites whose pages may use the interface. */
  readonly allowedOrigins: readonly string[];
  /** Null or absent where Slack sends nothing over HTTP. */
  readonly slack?: SlackHttp | null;
}

/** Types of Hono's context here. */
export interface HttpEnv {
  Bindings: {
    /** Absent in tests that go without a socket. */
    readonly incoming?: { readonly socket: Wire & { readonly remoteAddress?: string | undefined } };
  };
  Variables: {
    requestId: string;
    /** Null for a request without a valid token where one is needed. */
    caller: Caller | null;
    /** The generation that the whole of the request reads. */
    index: PassageIndex;
  };
}
