// The manifests ask for what the bot uses, and no more.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string): string[] =>
  readFileSync(new URL(`../../../slack/${name}`, import.meta.url), 'utf8').split('\n');
const http = read('manifest.http.yaml');
const socket = read('manifest.socket.yaml');

/** The entries of the list under a key. */
function listUnder(lines: readonly string[], key: string): string[] {
  const from = lines.findIndex((line) => line.trim() === `${key}:`);
  const indent = (lines[from]?.length ?? 0) - (lines[from]?.trimStart().length ?? 0);
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/u) <= indent);
  return rest
    .slice(0, end)
    .filter((line) => line.includes('- '))
    .map((line) => line.replace('- ', '').trim());
}

it.each([
  ['over HTTP', http],
  ['over Socket Mode', socket],
])('%s it has the least scopes', (_name, lines) => {
  expect(listUnder(lines, 'bot')).toEqual([
    'app_mentions:read',
    'chat:write',
    'commands',
    'im:history',
    'reactions:write',
    'channels:history',
    'groups:history',
  ]);
  expect(listUnder(lines, 'bot_events')).toEqual([
    'app_home_opened',
    'app_mention',
    'app_uninstalled',
    'message.im',
    'tokens_revoked',
    'message.channels',
    'message.groups',
  ]);
  expect(lines.filter((line) => line.includes('command: '))).toHaveLength(3);
  expect(lines).toContain('      callback_id: explain_this');
});

it('they differ in their addresses alone', () => {
  const isAddress = (line: string): boolean =>
    /^\s*(?:url|request_url): https:\/\/bluelamp\.example\/slack\/\w+$/u.test(line);
  expect(http.filter(isAddress)).toHaveLength(5);
  const others = http.filter((line) => !isAddress(line)).slice(1);
  expect(others.map((line) => line.replace('socket_mode_enabled: false', 'socket_mode_enabled: true'))).toEqual(
    socket.slice(1),
  );
});
