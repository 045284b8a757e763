// How Slack stands with us: whether it can be reached, and whether it takes our token. All that goes out heeds it.
import type { Log } from '../../ports.ts';
import type { SlackOutcome } from '../../slack-ports.ts';

/** Milliseconds between attempts while Slack cannot be reached: doubled from the first to the longest. */
const backOff = { first: 1_000, longest: 60_000 } as const;
/** Milliseconds between attempts while Slack refuses the token, doubled as above: it is not to be hammered. */
const tokenBackOff = { first: 30_000, longest: 300_000 } as const;
/** Attempts that failed one after the other before it is said that Slack cannot be reached. */
const faultAfter = 3;

/** Slack's words for a token that is no good; docs.slack.dev, errors of chat.postMessage. */
const tokenFaults: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'org_login_required',
  'app_uninstalled',
  'tokens_revoked',
];

export interface BackOff {
  /** Milliseconds. */
  readonly first: number;
  readonly longest: number;
}

export interface Standing {
  /** To be told of every outcome. @returns whether the call is over; otherwise it is to be tried again. */
  readonly note: (outcome: SlackOutcome) => boolean;
  /** To be told of every word with which Slack refuses a call. @returns whether it says that the token is no good. */
  readonly noteTokenFault: (error: string) => boolean;
  /** Milliseconds of `now()` before which nothing is to be tried. */
  readonly heldUntil: () => number;
  /** Whether calls that could be left out should be. */
  readonly isTroubled: () => boolean;
  /** Sentences for whoever watches the service. */
  readonly notes: () => readonly string[];
}

export interface StandingParts {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly log: Log;
  /** For tests. */
  readonly backOff?: BackOff;
}

export function createStanding({ now, log, backOff: delays = backOff }: StandingParts): Standing {
  let failures = 0;
  let refusals = 0;
  let held = 0;
  let tokenFault: string | null = null;
  const noteTokenFault = (error: string): boolean => {
    if (!tokenFaults.includes(error)) return false;
    if (tokenFault !== error) log('error', 'slack-token-refused', { error });
    tokenFault = error;
    refusals += 1;
    held = now() + doubled(tokenBackOff, refusals);
    return true;
  };
  const noteUnreachable = (reason: string): void => {
    failures += 1;
    held = now() + doubled(delays, failures);
    if (failures === faultAfter) log('error', 'slack-unreachable', { reason });
  };
  const noteSound = (): void => {
    if (tokenFault !== null || failures >= faultAfter) log('info', 'slack-sound');
    tokenFault = null;
    [failures, refusals, held] = [0, 0, 0];
  };
  return {
    note(outcome) {
      if (outcome.kind === 'unreachable') noteUnreachable(outcome.reason);
      if (outcome.kind === 'done') noteSound();
      return outcome.kind === 'done' || (outcome.kind === 'refused' && !noteTokenFault(outcome.error));
    },
    noteTokenFault,
    heldUntil: () => held,
    isTroubled: () => tokenFault !== null || failures > 0,
    notes: () => [
      ...(tokenFault === null
        ? []
        : [`Slack refuses the bot token (${tokenFault}). Install the app again, set SLACK_BOT_TOKEN and restart.`]),
      ...(failures >= faultAfter ? ['Slack cannot be reached; answers wait until it can.'] : []),
    ],
  };
}

function doubled({ first, longest }: BackOff, times: number): number {
  return Math.min(longest, first * 2 ** Math.min(times - 1, 20));
}
