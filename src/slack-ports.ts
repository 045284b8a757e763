// The ports behind which Slack's Web API stands, and what is kept of Slack so that nothing acknowledged is lost.

/** What became of a call. Nothing that Slack may answer is a fault of the program. */
export type SlackOutcome =
  | { readonly kind: 'done'; readonly data: Readonly<Record<string, unknown>> }
  /** Slack says no, in a word of its own such as `channel_not_found`. */
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  /** No answer in time, a broken connection, or a server's fault. */
  | { readonly kind: 'unreachable'; readonly reason: string };

export interface SlackApi {
  /** Calls a method once, with a time limit; `signal` gives it up. Never throws. */
  call(method: string, body: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<SlackOutcome>;
  /** Whether Slack gave the address, to which a command's or a button's answer goes. */
  isResponseUrl(url: string): boolean;
  /** Sends to such an address, once. Never throws. */
  respond(url: string, body: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<SlackOutcome>;
}

/** Something that Slack sent and that has to be done, in JSON. */
export interface KeptJob {
  /** Row number, in the order of arrival. */
  readonly id: number;
  readonly job: string;
  /** ISO 8601, UTC. */
  readonly received: string;
}

export interface NewJob {
  /** What a repetition is known by, the first of them being the event's own id; a job is new when none was seen before. */
  readonly keys: readonly string[];
  readonly job: string;
  readonly received: string;
}

/** Whatever is written is on disk when the promise resolves. @throws AppError `disk-full`, `data-unwritable`, `data-damaged`. */
export interface SlackStore {
  /** @returns the job's number; null for a repetition of one that was kept. */
  add(job: NewJob): Promise<number | null>;
  /** Erases what the job held; what its repetitions are known by stays. */
  finish(id: number): Promise<void>;
  /** What was kept and not finished, in order of arrival. */
  unfinished(): Promise<readonly KeptJob[]>;
  /** Forgets by what repetitions are known of jobs that came before `before` (ISO 8601, UTC), whether finished or not. */
  purge(before: string): Promise<void>;
  /** The conversation that a thread is; null for one in which nothing was answered. */
  conversationOf(thread: string): Promise<string | null>;
  /** Has the thread go on with the conversation, for as long as that is kept. */
  bind(thread: string, conversationId: string): Promise<void>;
}

/** Counts for whoever watches the service; nothing that tells one person or question from another. */
export interface SlackMetrics {
  /** @param kind as this program names it: of an event, a command or a click. */
  received(kind: string): void;
  /** Something that had been kept before came again. */
  repeated(): void;
  /** What became of a message in the end. */
  ended(outcome: 'delivered' | 'refused' | 'expired'): void;
  /** A question that was not answered. @param code of the error. */
  failed(code: string): void;
  /** A call will be made again. */
  retried(reason: 'rate-limited' | 'unreachable' | 'token-refused'): void;
}
