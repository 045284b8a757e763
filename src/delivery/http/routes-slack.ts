// Where Slack sends events, commands and clicks. The bytes are verified before anything reads them, and everything that does not
// come from Slack is told the same.
import type { Context, Hono } from 'hono';
import { AppError } from '../../domain/errors.ts';
import type { Acknowledgement, SlackDoor } from '../slack/door.ts';
import { createSeenSignatures, isSignedBySlack } from '../slack/verify-signature.ts';
import { limitBody } from './guards.ts';
import type { HttpEnv, SlackHttp } from './parts.ts';

type Take = (door: SlackDoor | null, body: string) => Promise<Acknowledgement>;

const takers: Readonly<Record<'events' | 'commands' | 'interactions', Take>> = {
  events: async (door, body) => {
    const event: unknown = parseJson(body);
    // Slack asks for this while the app is being made, before there is a token.
    if (door === null) return challengeOf(event);
    return door.event(event);
  },
  commands: async (door, body) => {
    const form = Object.fromEntries(new URLSearchParams(body));
    if (form['ssl_check'] === '1') return {};
    return requireDoor(door).command(form);
  },
  interactions: async (door, body) => {
    const payload = new URLSearchParams(body).get('payload');
    return requireDoor(door).interaction(parseJson(payload ?? ''));
  },
};

/** Adds nothing where Slack sends nothing over HTTP. */
export function addSlackRoutes(app: Hono<HttpEnv>, slack: SlackHttp | null): void {
  if (slack === null) return;
  const seen = createSeenSignatures();
  for (const [name, take] of Object.entries(takers)) {
    app.post(`/slack/${name}`, limitBody, async (c) => {
      const body = new Uint8Array(await c.req.arrayBuffer());
      const note = admit(c, body, { slack, seen });
      const acknowledgement = await take(slack.door, new TextDecoder().decode(body)).catch(sayWhetherToRetry(c));
      note();
      return Object.keys(acknowledgement).length === 0 ? c.body(null, 200) : c.json(acknowledgement, 200);
    });
  }
}

/** What cannot be understood now will not be later: Slack need not send it again. */
function sayWhetherToRetry(c: Context<HttpEnv>): (error: unknown) => never {
  return (error) => {
    if (error instanceof AppError && error.code === 'invalid-request') c.header('x-slack-no-retry', '1');
    throw error;
  };
}

interface Admission {
  readonly slack: SlackHttp;
  readonly seen: ReturnType<typeof createSeenSignatures>;
}

/** @returns what notes that the request was accepted. @throws AppError `unauthorised`, in the same words whatever is wrong. */
function admit(c: Context<HttpEnv>, body: Uint8Array, { slack: { signingSecret }, seen }: Admission): () => void {
  const signature = c.req.header('x-slack-signature');
  const timestamp = c.req.header('x-slack-request-timestamp');
  const now = Date.now() / 1000;
  const isSound = isSignedBySlack({ timestamp, signature, body }, signingSecret, now);
  // Slack itself repeats events that it is not sure we got; they are known by what they hold.
  const isRetry = c.req.path === '/slack/events' && c.req.header('x-slack-retry-num') !== undefined;
  const isReplay = !isRetry && seen.has(signature ?? '');
  if (!isSound || isReplay) throw new AppError('unauthorised', 'This address takes requests of Slack’s only.');
  return () => seen.add(signature ?? '', now);
}

function requireDoor(door: SlackDoor | null): SlackDoor {
  if (door !== null) return door;
  throw new AppError('not-ready', 'The Slack app has no bot token yet.');
}

function challengeOf(event: unknown): Acknowledgement {
  const isChallenge =
    typeof event === 'object' && event !== null && 'challenge' in event && typeof event.challenge === 'string';
  if (!isChallenge) throw new AppError('not-ready', 'The Slack app has no bot token yet.');
  return { challenge: event.challenge };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid-request', 'The body is not valid JSON.', { cause: error });
  }
}
