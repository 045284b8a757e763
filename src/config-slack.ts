// Settings of the Slack channel. They are read with all others, in config.ts.
import { z } from 'zod';

const secret = z
  .string()
  .regex(
    /^\S{1,256}$/u,
    'it must be a secret without spaces, as the page “Basic Information” of your Slack app shows it',
  );
const botTokenSchema = z
  .string()
  .regex(
    /^xox(?:b|e\.xoxb)-\S{1,500}$/u,
    'it must be the bot token that begins with xoxb-, from the page “OAuth & Permissions” of your Slack app',
  );
const appTokenSchema = z
  .string()
  .regex(
    /^xapp-\S{1,500}$/u,
    'it must be the app-level token that begins with xapp-, with the scope connections:write',
  );
const contact = z.string().trim().min(1).max(200, 'it must be a text of at most 200 characters');

/** The token travels to this address: readable on the way only where the way does not leave the machine. */
const apiUrl = z
  .url({ protocol: /^https?$/, abort: true, error: 'it must be an address such as https://slack.com/api/' })
  .refine(
    (url) => new URL(url).protocol === 'https:' || isThisMachine(new URL(url).hostname),
    'it must begin with https://, or with http:// on this machine',
  )
  .transform((url) => (url.endsWith('/') ? url : `${url}/`));

function isThisMachine(name: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(name);
}

const allowedTeams = z
  .string()
  .regex(
    /^(?:any|[TE][A-Z0-9]{1,30}(?:\s*,\s*[TE][A-Z0-9]{1,30})*)$/u,
    'it must be ids of workspaces such as T0123ABCD, parted by commas, or the word any',
  )
  .transform((text) => (text === 'any' ? text : text.split(/\s*,\s*/u)));

export const slackSettings = {
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_BOT_TOKEN: botTokenSchema.optional(),
  SLACK_APP_TOKEN: appTokenSchema.optional(),
  SLACK_API_URL: apiUrl.default('https://slack.com/api/'),
  BLUELAMP_SLACK_FOLLOW_THREADS: z.enum(['true', 'false']).default('true'),
  BLUELAMP_SLACK_CONTACT: contact.optional(),
  BLUELAMP_SLACK_ALLOWED_TEAMS: allowedTeams.optional(),
};

export interface SlackConfig {
  /** Null where Slack sends nothing over HTTP. */
  readonly signingSecret: string | null;
  /** Null while the app is being set up: requests are verified, and nothing is answered yet. */
  readonly botToken: string | null;
  /** Null without Socket Mode. */
  readonly appToken: string | null;
  /** Ends in a slash. */
  readonly apiUrl: string;
  readonly followThreads: boolean;
  readonly humanContact: string | null;
  /** Workspaces beside our own whose people are answered in shared channels. */
  readonly allowedTeams: 'any' | readonly string[];
}

/** @returns null where nothing of Slack is set up. */
export function readSlackConfig(settings: z.output<z.ZodObject<typeof slackSettings>>): SlackConfig | null {
  const {
    SLACK_SIGNING_SECRET: signingSecret = null,
    SLACK_APP_TOKEN: appToken = null,
    SLACK_BOT_TOKEN: botToken = null,
  } = settings;
  if (signingSecret === null && appToken === null && botToken === null) return null;
  return {
    signingSecret,
    botToken,
    appToken,
    apiUrl: settings.SLACK_API_URL,
    followThreads: settings.BLUELAMP_SLACK_FOLLOW_THREADS === 'true',
    humanContact: settings.BLUELAMP_SLACK_CONTACT ?? null,
    allowedTeams: settings.BLUELAMP_SLACK_ALLOWED_TEAMS ?? [],
  };
}
