// What `doctor` looks at of Slack: the settings and the manifest of the app. Nothing is sent; whether Slack takes the tokens tells `/healthz`.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { systemCodeOf } from '../../domain/errors.ts';
import type { Context } from './context.ts';
import { fail, ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

type Slack = NonNullable<Config['slack']>;

/** Fails where a setting that Slack needs beside the others is missing, and warns where one does not look like what Slack gives out. */
export async function checkSlackSettings({ config }: Context): Promise<Finding> {
  const { slack } = config;
  if (slack === null) return ok('Slack is not set up: none of its settings is there.');
  const missing = missingSetting(slack);
  if (missing !== null) return fail(missing);
  const doubts = doubtsOf(slack, config.publicUrl);
  return doubts.length === 0
    ? ok(`Slack comes in ${waysIn(slack)}; secrets and tokens look right.`)
    : warn(doubts.join(' '));
}

function missingSetting({ botToken, signingSecret, appToken }: Slack): string | null {
  if (botToken === null) return 'SLACK_BOT_TOKEN is not set: requests of Slack are verified, and nothing is answered.';
  if (signingSecret !== null || appToken !== null) return null;
  return 'Slack cannot reach Bluelamp: set SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode).';
}

function waysIn({ signingSecret, appToken }: Slack): string {
  return [...(signingSecret === null ? [] : ['over HTTP']), ...(appToken === null ? [] : ['over Socket Mode'])].join(
    ' and ',
  );
}

/** The forms in which Slack gives them out today. It promises none, so what has another is only doubted. */
const forms = {
  SLACK_SIGNING_SECRET: /^[0-9a-f]{32}$/u,
  SLACK_BOT_TOKEN: /^xox(?:b|e\.xoxb)-\d[\w-]{20,}$/u,
  SLACK_APP_TOKEN: /^xapp-\d-A[\w-]{20,}$/u,
} as const;

function doubtsOf({ signingSecret, botToken, appToken }: Slack, publicUrl: string | null): string[] {
  const given = [
    ['SLACK_SIGNING_SECRET', signingSecret],
    ['SLACK_BOT_TOKEN', botToken],
    ['SLACK_APP_TOKEN', appToken],
  ] as const;
  const odd = given.filter(([name, value]) => value !== null && !forms[name].test(value)).map(([name]) => name);
  const isHidden = signingSecret !== null && appToken === null && !(publicUrl ?? '').startsWith('https:');
  return [
    ...odd.map((name) => `${name} has not the form that Slack gives it; copy it once more.`),
    ...(isHidden
      ? ['Slack sends over HTTPS alone: set BLUELAMP_PUBLIC_URL to the address under which it reaches us.']
      : []),
  ];
}

/** What the bot needs whatever is set, and what it needs to follow threads. */
const scopes = {
  always: ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'reactions:write'],
  threads: ['channels:history', 'groups:history'],
} as const;

/** Holds the scopes of the manifest that fits the settings against what the bot uses; where it cannot be read, warns. */
export async function checkSlackManifest({ config }: Context): Promise<Finding> {
  const { slack, corpusDir } = config;
  const name = slack !== null && slack.signingSecret === null ? 'manifest.socket.yaml' : 'manifest.http.yaml';
  const path = resolve(corpusDir, '../slack', name);
  try {
    const asked = scopesIn(await readFile(path, 'utf8'));
    const followsThreads = slack?.followThreads ?? true;
    const needed: readonly string[] = [...scopes.always, ...(followsThreads ? scopes.threads : [])];
    const missing = needed.filter((scope) => !asked.includes(scope));
    if (missing.length > 0)
      return fail(`The manifest ${path} lacks the scopes ${missing.join(', ')}. Add them and install the app again.`);
    const more = asked.filter((scope) => !needed.includes(scope));
    if (more.length > 0) return warn(`The manifest ${path} asks for more than is used: take out ${more.join(', ')}.`);
    return ok(`The manifest slack/${name} asks for the scopes that are used, and no more.`);
  } catch (error) {
    return warn(
      `The manifest ${path} cannot be read (${systemCodeOf(error)}); it is needed to make the Slack app only.`,
    );
  }
}

/** The entries of the list of the bot's scopes. */
function scopesIn(manifest: string): string[] {
  const [, list = ''] = /^ +bot:\n(?<list>(?: +(?:-|#).*\n)*)/mu.exec(manifest) ?? [];
  return [...list.matchAll(/^ +- (?<scope>\S+)/gmu)].map(({ groups }) => groups?.['scope'] ?? '');
}
