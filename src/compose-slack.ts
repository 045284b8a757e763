// The Slack channel, wired: its door, the client of its Web API, and Socket Mode where that is set up.
import { setTimeout as sleep } from 'node:timers/promises';
import { openSlackSocket } from './adapters/slack-socket.ts';
import type { Envelope, SlackSocket } from './adapters/slack-socket.ts';
import { createSlackApi } from './adapters/slack-web-api.ts';
import type { Arrivals } from './admission/arrivals.ts';
import type { Asks } from './admission/asks.ts';
import { openOwner } from './admission/caller.ts';
import type { Conversations } from './chat/conversations.ts';
import type { Lease } from '../index/follow.ts';
import { permalinks } from './compose-data.ts';
import type { Config } from './config.ts';
import type { SlackConfig } from './config-slack.ts';
import { newRandomId } from './delivery/http/random-id.ts';
import { createSlackDoor } from './delivery/slack/door.ts';
import type { Acknowledgement, SlackDoor } from './delivery/slack/door.ts';
import { createCatalogue } from './delivery/slack/catalogue.ts';
import type { SlackLinks } from './delivery/slack/parts.ts';
import { toAppError } from './domain/errors.ts';
import type { Log } from './ports.ts';
import type { SlackMetrics, SlackStore } from './slack-ports.ts';
import { askLink } from '../web/links.ts';
import { noFilter, registerLink } from '../web/register/register-links.ts';

/** Owner of what is asked in Slack where others are known by tokens; no token can have this name. */
const slackOwner = '(slack)';
/** Milliseconds for which the service waits to be told by Slack who it is; it serves without knowing, too. */
const introductionLimit = 1_000;
/** Longest address that a message links to; a question that makes it longer is left out. */
const longestLink = 1_500;

export interface SlackWiring {
  readonly config: Config;
  readonly asks: Asks;
  readonly arrivals: Arrivals;
  readonly conversations: Conversations;
  readonly store: SlackStore;
  readonly metrics: SlackMetrics;
  readonly lease: () => Lease;
  readonly log: Log;
  /** What links begin with; asked when one is made, for a port may be picked late. */
  readonly publicUrl: () => string;
}

export interface SlackChannel {
  /** Null until there is a bot token. */
  readonly door: SlackDoor | null;
  /** Null where Slack sends nothing over HTTP. */
  readonly signingSecret: string | null;
  /** Sentences on what is amiss; empty when all is well. */
  readonly notes: () => readonly string[];
  /** What was sent and is not done. */
  readonly waiting: () => number;
  /** To be awaited before the service can be reached: the first call of Slack's Web API has its client compiled, which takes time from messages. */
  introduce(): Promise<void>;
  /** Begins once the service can be reached. */
  start(): void;
  close(): Promise<void>;
}

/** @returns null where Slack is not set up. */
export function composeSlack(wiring: SlackWiring): SlackChannel | null {
  const { config, log } = wiring;
  return config.slack && channelOf(config.slack, wiring, log);
}

function channelOf(slack: SlackConfig, wiring: SlackWiring, log: Log): SlackChannel {
  const { signingSecret, botToken } = slack;
  const door = botToken === null ? null : doorOf(slack, wiring, botToken);
  let socket: SlackSocket | null = null;
  return {
    door,
    signingSecret,
    waiting: () => door?.waiting() ?? 0,
    notes: () => [
      ...(door?.notes() ?? []),
      ...missingSettings(slack),
      ...(socket?.isConnected() === false ? ['Slack’s Socket Mode is not connected.'] : []),
    ],
    async introduce() {
      if (door) await Promise.race([door.introduce(), sleep(introductionLimit, undefined, { ref: false })]);
    },
    start() {
      if (missingSettings(slack).length > 0) log('warn', 'slack-not-set-up');
      if (door === null) return;
      door.start().catch((error: unknown) => log('error', 'slack-start-failed', { code: toAppError(error).code }));
      const { appToken, apiUrl } = slack;
      if (appToken === null) return;
      socket = openSlackSocket({ appToken, apiUrl, log, receive: (envelope) => receive(door, envelope) });
    },
    async close() {
      await socket?.close();
      await door?.close();
    },
  };
}

/** While the app is being made, one setting comes after the other; the service runs meanwhile. */
function missingSettings({ signingSecret, botToken, appToken }: SlackConfig): string[] {
  if (botToken === null)
    return ['SLACK_BOT_TOKEN is not set: requests of Slack are verified, and nothing is answered.'];
  if (signingSecret !== null || appToken !== null) return [];
  return [
    'Neither SLACK_SIGNING_SECRET (for HTTP) nor SLACK_APP_TOKEN (for Socket Mode) is set: Slack cannot reach us.',
  ];
}

function receive(door: SlackDoor, { type, body }: Envelope): Promise<Acknowledgement> {
  if (type === 'events_api') return door.event(body);
  return type === 'slash_commands' ? door.command(body) : door.interaction(body);
}

function doorOf(slack: SlackConfig, wiring: SlackWiring, token: string): SlackDoor {
  const { config, asks, arrivals, conversations, store, metrics, log } = wiring;
  const isOpen = config.tokens.length === 0;
  return createSlackDoor({
    asks,
    arrivals,
    conversations,
    owner: isOpen ? openOwner : slackOwner,
    api: createSlackApi({ token, apiUrl: slack.apiUrl }),
    store,
    metrics,
    links: slackLinks(wiring.publicUrl, isOpen),
    catalogue: createCatalogue(wiring.lease),
    options: {
      followThreads: slack.followThreads,
      humanContact: slack.humanContact,
      allowedTeams: slack.allowedTeams,
    },
    ids: newRandomId,
    clock: () => new Date(),
    now: () => performance.now(),
    log,
  });
}

/** @param isOpen whether everyone may ask: then the id of a conversation opens it on the page too. */
export function slackLinks(publicUrl: () => string, isOpen: boolean): SlackLinks {
  const address = (path: string): string => `${publicUrl().replace(/\/$/u, '')}${path}`;
  return {
    permalink: permalinks(publicUrl),
    openUrl: ({ conversationId, question }) => {
      if (isOpen) return address(`/?c=${encodeURIComponent(conversationId)}`);
      const link = address(askLink(question.toWellFormed()));
      return link.length <= longestLink ? link : address('/');
    },
    registerUrl: (words) => {
      const link = address(registerLink({ ...noFilter, q: words.toWellFormed() }));
      return link.length <= longestLink ? link : address(registerLink(noFilter));
    },
  };
}
