// Slack's Web API over its own client: each call once and within a time limit. When to try again is for whoever calls to say.
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import type { SlackApi, SlackOutcome } from '../slack-ports.ts';
import { silentLogger } from './slack-logger.ts';

/** Milliseconds for Slack to answer; its own clients wait for three seconds. */
const usualTimeLimit = 10_000;
/** Seconds to wait where Slack says to wait, and not how long. */
const usualRetryAfter = 1;
/** Calls under way at a time; Slack allows one message a second in each channel. */
const mostCalls = 16;

/** Where Slack has answers sent to: not where it is called. */
const hooksOf: Readonly<Record<string, string>> = {
  'https://slack.com': 'https://hooks.slack.com',
  'https://slack-gov.com': 'https://hooks.slack-gov.com',
};

export interface SlackApiOptions {
  /** Bot token, `xoxb-…`. */
  readonly token: string;
  /** Ends in a slash, as `https://slack.com/api/`. */
  readonly apiUrl: string;
  /** Milliseconds. */
  readonly timeLimit?: number;
}

export function createSlackApi({ token, apiUrl, timeLimit = usualTimeLimit }: SlackApiOptions): SlackApi {
  const client = new WebClient(token, {
    slackApiUrl: apiUrl,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: mostCalls,
    timeout: timeLimit,
    logger: silentLogger,
  });
  const { origin } = new URL(apiUrl);
  const responseOrigin = hooksOf[origin] ?? origin;
  return {
    call: (method, body, signal) => unlessGivenUp(call(client, method, body), signal),
    isResponseUrl: (url) => URL.canParse(url) && new URL(url).origin === responseOrigin,
    respond: (url, body, signal) =>
      respond(url, body, AbortSignal.any([AbortSignal.timeout(timeLimit), ...(signal ? [signal] : [])])),
  };
}

const unsound: SlackOutcome = { kind: 'unreachable', reason: 'no sound answer' };

async function call(client: WebClient, method: string, body: Readonly<Record<string, unknown>>): Promise<SlackOutcome> {
  try {
    return { kind: 'done', data: { ...(await client.apiCall(method, { ...body })) } };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): SlackOutcome {
  if (error instanceof WebAPIRateLimitedError) return rateLimited(error.retryAfter);
  if (error instanceof WebAPIPlatformError) {
    const { error: word, response_metadata: metadata } = error.data;
    // Some methods say so within an answer that is otherwise sound.
    if (word === 'ratelimited' || word === 'rate_limited') return rateLimited(metadata?.retryAfter);
    // Slack says no in one word, which may go into the log; anything else comes from a proxy.
    return /^[a-z0-9_.:-]{1,80}$/iu.test(word) ? { kind: 'refused', error: word } : unsound;
  }
  if (error instanceof WebAPIHTTPError) {
    if (error.statusCode === 429) return rateLimited(undefined);
    return { kind: 'unreachable', reason: `status ${error.statusCode}` };
  }
  return error instanceof WebAPIRequestError ? { kind: 'unreachable', reason: 'no answer' } : unsound;
}

async function respond(
  url: string,
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<SlackOutcome> {
  try {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      redirect: 'error',
      signal,
    });
    await response.body?.cancel();
    if (response.ok) return { kind: 'done', data: {} };
    if (response.status === 429) return rateLimited(Number(response.headers.get('retry-after')));
    if (response.status >= 500) return { kind: 'unreachable', reason: `status ${response.status}` };
    return { kind: 'refused', error: `status_${response.status}` };
  } catch {
    return { kind: 'unreachable', reason: 'no answer' };
  }
}

function rateLimited(seconds: number | undefined): SlackOutcome {
  const isGiven = seconds !== undefined && Number.isFinite(seconds) && seconds > 0;
  return { kind: 'rate-limited', retryAfterSeconds: isGiven ? seconds : usualRetryAfter };
}

/** The client takes no signal: a call that is given up goes on until its time limit, and nobody waits for it. */
async function unlessGivenUp(calling: Promise<SlackOutcome>, signal: AbortSignal | undefined): Promise<SlackOutcome> {
  if (signal === undefined) return calling;
  const givenUp: SlackOutcome = { kind: 'unreachable', reason: 'given up' };
  if (signal.aborted) return givenUp;
  let onAbort = (): void => undefined;
  const aborted = new Promise<SlackOutcome>((resolve) => {
    onAbort = () => resolve(givenUp);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([calling, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
