// What `doctor` says of Slack.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { checkSlackManifest, checkSlackSettings } from '../../../src/delivery/cli/check-slack.ts';
import type { Finding } from '../../../src/delivery/cli/finding.ts';
import { temporaryFolder } from '../../index/made-up-corpus.ts';

const silent = (): void => undefined;
const sound = {
  SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
  SLACK_BOT_TOKEN: 'xoxb-1234567890-1234567890-abcdefghijkl',
  SLACK_APP_TOKEN: 'xapp-1-A0123456789-1234567890-abcdefghijkl',
  BLUELAMP_PUBLIC_URL: 'https://bluelamp.example',
};

function settings(environment: Record<string, string>): Promise<Finding> {
  return checkSlackSettings({ config: readConfig(environment), log: silent });
}

const without = (...names: readonly (keyof typeof sound)[]): Record<string, string> =>
  Object.fromEntries(Object.entries(sound).filter(([name]) => !names.some((each) => each === name)));

interface Case {
  readonly name: string;
  readonly set: Record<string, string>;
  readonly verdict: Finding['verdict'];
  readonly text: RegExp;
}

it.each<Case>([
  { name: 'nothing', set: {}, verdict: 'ok', text: /not set up/u },
  { name: 'both ways in', set: sound, verdict: 'ok', text: /comes in over HTTP and over Socket Mode;/u },
  {
    name: 'Socket Mode alone, without an address',
    set: without('SLACK_SIGNING_SECRET', 'BLUELAMP_PUBLIC_URL'),
    verdict: 'ok',
    text: /over Socket Mode;/u,
  },
  { name: 'no bot token', set: without('SLACK_BOT_TOKEN'), verdict: 'fail', text: /^SLACK_BOT_TOKEN is not set/u },
  {
    name: 'no way in',
    set: without('SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'),
    verdict: 'fail',
    text: /SLACK_SIGNING_SECRET .* or SLACK_APP_TOKEN/u,
  },
  {
    name: 'HTTP without an address',
    set: without('SLACK_APP_TOKEN', 'BLUELAMP_PUBLIC_URL'),
    verdict: 'warn',
    text: /BLUELAMP_PUBLIC_URL/u,
  },
  ...(['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const).map((variable): Case => ({
    name: `${variable} of another form`,
    set: { ...sound, [variable]: `${sound[variable].slice(0, 5)}canary`.replace('01234', '') },
    verdict: 'warn',
    text: new RegExp(`^${variable} has not the form`, 'u'),
  })),
])('tells of $name, and shows no secret', async ({ set, verdict, text }) => {
  const finding = await settings(set);
  expect(finding.verdict).toBe(verdict);
  expect(finding.text).toMatch(text);
  expect(finding.text).not.toMatch(/canary|0123456789/u);
});

/** @param change of the manifest that ships. */
function manifest(change: (text: string) => string, environment: Record<string, string> = sound): Promise<Finding> {
  const root = temporaryFolder();
  mkdirSync(join(root, 'slack'));
  const shipped = readFileSync(new URL('../../../slack/manifest.http.yaml', import.meta.url), 'utf8');
  writeFileSync(join(root, 'slack', 'manifest.http.yaml'), change(shipped));
  return checkSlackManifest({ config: { ...readConfig(environment), corpusDir: join(root, 'corpus') }, log: silent });
}

it.each<Omit<Case, 'set'> & { readonly change?: (text: string) => string; readonly set?: Record<string, string> }>([
  { name: 'is as it ships', verdict: 'ok', text: /the scopes that are used/u },
  {
    name: 'lacks a scope',
    change: (text) => text.replace('      - chat:write\n', ''),
    verdict: 'fail',
    text: /lacks the scopes chat:write\./u,
  },
  {
    name: 'asks for what is not used',
    set: { ...sound, BLUELAMP_SLACK_FOLLOW_THREADS: 'false' },
    verdict: 'warn',
    text: /take out channels:history, groups:history/u,
  },
])('tells of a manifest that $name', async ({ change = (text) => text, set, verdict, text }) => {
  const finding = await manifest(change, set);
  expect([finding.verdict, finding.text]).toEqual([verdict, expect.stringMatching(text)]);
});

it('tells where there is no manifest', async () => {
  const config = { ...readConfig(sound), corpusDir: join(temporaryFolder(), 'corpus') };
  expect(await checkSlackManifest({ config, log: silent })).toMatchObject({
    verdict: 'warn',
    text: expect.stringContaining('ENOENT'),
  });
});
