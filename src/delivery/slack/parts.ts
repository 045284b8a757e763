// What the Slack channel is made of; whoever composes the program hands it in.
import type { Arrivals } from '../../admission/arrivals.ts';
import type { Asks } from '../../admission/asks.ts';
import type { Conversations } from '../../chat/conversations.ts';
import type { Log } from '../../ports.ts';
import type { SlackCatalogue } from './catalogue.ts';
import type { AllowedTeams } from './sender.ts';
import type { SlackApi, SlackMetrics, SlackStore } from '../../slack-ports.ts';

/** Addresses and names that cards are made with. */
export interface SlackLinks {
  readonly permalink: (place: { readonly documentId: string; readonly start: number; readonly end: number }) => string;
  /** Where the whole of an answer can be read. */
  readonly openUrl: (answer: { readonly conversationId: string; readonly question: string }) => string;
  /** Where all commitments that hold the words can be read. */
  readonly registerUrl: (words: string) => string;
}

export interface SlackOptions {
  /** Whether messages in a thread where the bot has answered are answered without another mention. */
  readonly followThreads: boolean;
  /** Whom to turn to when the documents do not answer, as a text; null where nobody was named. */
  readonly humanContact: string | null;
  /** Whose people are answered in channels that are shared with other organisations. */
  readonly allowedTeams: AllowedTeams;
}

export interface SlackParts {
  readonly asks: Pick<Asks, 'ask'>;
  readonly conversations: Pick<Conversations, 'read' | 'giveFeedback'>;
  /** Owner of the conversations that begin in Slack. */
  readonly owner: string;
  /** What Slack sends, before which all work waits. */
  readonly arrivals: Arrivals;
  readonly api: SlackApi;
  readonly store: SlackStore;
  readonly metrics: SlackMetrics;
  readonly links: SlackLinks;
  readonly catalogue: SlackCatalogue;
  readonly options: SlackOptions;
  /** A fresh id of at least 128 random bits, in letters, digits, `-` and `_`. */
  readonly ids: () => string;
  readonly clock: () => Date;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly log: Log;
  /** For tests, and otherwise as usual. */
  readonly limits?: {
    readonly mostWaiting?: number;
    /** Milliseconds. */
    readonly stillWorkingAfter?: number;
    /** Milliseconds between two messages to one channel. */
    readonly channelPace?: number;
    readonly backOff?: { readonly first: number; readonly longest: number };
  };
}
