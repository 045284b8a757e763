// The way in for what Slack sends, over HTTP or Socket Mode: understood, kept, and only then acknowledged. The work comes after.
import type { Arrivals } from '../../admission/arrivals.ts';
import { AppError } from '../../domain/errors.ts';
import type { SlackApi } from '../../slack-ports.ts';
import { createAnswers } from './answers.ts';
import { createDeliver } from './deliver.ts';
import { createStanding } from './standing.ts';
import { createJobQueue } from './job-queue.ts';
import type { SlackParts } from './parts.ts';
import { readEvent } from './read-event.ts';
import { readCommand, readInteraction } from './read-interaction.ts';
import { createJobRunner } from './run-job.ts';
import { isOutsider } from './sender.ts';
import type { Membership } from './sender.ts';
import { apologies, createAsides, takeCommand, takeEvent, takeInteraction } from './take.ts';
import type { Acknowledgement, Inside } from './take.ts';
export type { Acknowledgement } from './take.ts';

/**
 * What is acknowledged is on disk. Repetitions are acknowledged like the first.
 * @throws AppError `invalid-request` for what is no such thing, `not-ready` while the service stops; what the store throws.
 */
export interface SlackDoor {
  event(body: unknown): Promise<Acknowledgement>;
  command(form: unknown): Promise<Acknowledgement>;
  interaction(payload: unknown): Promise<Acknowledgement>;
  /** Finds out who we are, and whether Slack takes our token. */
  introduce(): Promise<void>;
  /** Takes up what an earlier process left undone. */
  start(): Promise<void>;
  /** Sentences on what is amiss; empty when all is well. */
  readonly notes: () => readonly string[];
  /** What was sent and is not done. */
  readonly waiting: () => number;
  /** Lets nothing in any more; what is not done stays kept. */
  close(): Promise<void>;
}

/** Open from the first; `start` is for what an earlier process left, and `introduce` for whose workspace is ours. */
export function createSlackDoor(given: SlackParts): SlackDoor {
  const { arrivals, log, limits = {} } = given;
  const api = yielding(given.api, arrivals);
  const parts: SlackParts = { ...given, api };
  const stopping = new AbortController();
  const { signal } = stopping;
  const standing = createStanding({ now: parts.now, log, ...(limits.backOff && { backOff: limits.backOff }) });
  const deliver = createDeliver({ standing, now: parts.now, log, metrics: parts.metrics, stopping: signal });
  const queue = createJobQueue({
    store: parts.store,
    metrics: parts.metrics,
    arrivals,
    clock: parts.clock,
    log,
    run: createJobRunner({ parts, arrivals, answers: createAnswers(parts), deliver, standing, stopping: signal }),
    refuse: apologies(parts, createAsides(), signal),
    ...(limits.mostWaiting !== undefined && { mostWaiting: limits.mostWaiting }),
  });
  const membership = (): Membership => ({ own: self.team, allowed: parts.options.allowedTeams });
  const aside = createAsides();
  const inside: Inside = {
    parts,
    queue,
    standing,
    signal,
    aside,
    isOutsider: (sender) => isOutsider(sender, membership()),
  };
  let self: { readonly user: string | null; readonly team: string | null } = { user: null, team: null };
  const understood = <Read>(read: Read | null): Read => {
    if (signal.aborted) throw new AppError('not-ready', 'Bluelamp is shutting down. Send it again in a moment.');
    if (read !== null) return read;
    throw new AppError('invalid-request', 'This is nothing that Slack sends.');
  };
  return {
    event: async (body) => arrivals.takeIn(() => takeEvent(inside, understood(readEvent(body, self.user)))),
    command: async (form) => arrivals.takeIn(() => takeCommand(inside, understood(readCommand(form)))),
    interaction: async (payload) =>
      arrivals.takeIn(() => takeInteraction(inside, understood(readInteraction(payload)))),
    start: () => queue.start(),
    async introduce() {
      const who = await api.call('auth.test', {}, signal);
      if (who.kind === 'refused') standing.noteTokenFault(who.error);
      if (who.kind === 'done') self = { user: textIn(who.data['user_id']), team: textIn(who.data['team_id']) };
    },
    notes: standing.notes,
    waiting: queue.waiting,
    async close() {
      stopping.abort();
      await queue.close();
    },
  };
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** To write and send a message is a piece of work too. */
function yielding(api: SlackApi, arrivals: Arrivals): SlackApi {
  return {
    call: (method, body, signal) => arrivals.turn().then(() => api.call(method, body, signal)),
    isResponseUrl: (url) => api.isResponseUrl(url),
    respond: (url, body, signal) => arrivals.turn().then(() => api.respond(url, body, signal)),
  };
}
