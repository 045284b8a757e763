// `npm run slack:demo`: the whole bot at a terminal, with the stand-in for Slack. What is typed is a mention in one thread.
import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isRecord } from './message-rules.ts';
import { startSlackStandIn } from './slack-stand-in.ts';
import type { Call } from './slack-stand-in.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const secrets = { signing: randomUUID(), bot: `xoxb-${randomUUID()}` };

const help = `Type a question; it is a mention in one thread. "new" begins another thread. /ask, /commitment and /compare are commands.
An empty line or Ctrl-D ends it.`;

let answers = (): void => undefined;
const standIn = await startSlackStandIn({ botToken: secrets.bot, limitsRate: true, onCall: show });
const dataDir = mkdtempSync(join(tmpdir(), 'bluelamp-slack-demo-'));
const child = spawn(process.execPath, [join(root, 'bin/bluelamp.js'), 'serve'], {
  cwd: root,
  env: {
    ...process.env,
    PORT: '0',
    BLUELAMP_DATA_DIR: dataDir,
    BLUELAMP_LOG: 'error',
    SLACK_SIGNING_SECRET: secrets.signing,
    SLACK_BOT_TOKEN: secrets.bot,
    SLACK_API_URL: standIn.apiUrl,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await ready();
console.log(`${help}\n`);
await converse();
child.kill('SIGTERM');
await once(child, 'close');
await standIn.close();
rmSync(dataDir, { recursive: true, force: true });

async function ready(): Promise<string> {
  for await (const chunk of child.stdout) {
    const found = /^Bluelamp is ready on (?<url>\S+)$/mu.exec(String(chunk))?.groups?.['url'];
    if (found !== undefined) return found.replace('localhost', '127.0.0.1');
  }
  throw new Error('The service did not start.');
}

async function converse(): Promise<void> {
  let thread = newTime();
  for await (const line of createInterface({ input: process.stdin })) {
    const typed = line.trim();
    if (typed === '') return;
    if (typed === 'new') thread = newTime();
    else {
      const answered = new Promise<void>((resolve) => (answers = resolve));
      await (typed.startsWith('/') ? command(typed) : mention(typed, thread));
      await answered;
    }
  }
}

function newTime(): string {
  return `${Math.floor(Date.now() / 1000)}.${String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')}`;
}

function mention(text: string, thread: string): Promise<void> {
  const event = {
    type: 'app_mention',
    user: 'UDEMO',
    channel: 'CDEMO',
    ts: newTime(),
    thread_ts: thread,
    text: `<@UBOT> ${text}`,
  };
  return send(
    'events',
    'application/json',
    JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: randomUUID(), event }),
  );
}

async function command(typed: string): Promise<void> {
  const [name = '', ...words] = typed.split(' ');
  const form = {
    command: name,
    text: words.join(' '),
    user_id: 'UDEMO',
    team_id: 'T1',
    trigger_id: randomUUID(),
    response_url: standIn.responseUrl(),
  };
  await send('commands', 'application/x-www-form-urlencoded', new URLSearchParams(form).toString());
}

async function send(name: string, type: string, body: string): Promise<void> {
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secrets.signing).update(`v0:${at}:${body}`).digest('hex');
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': `v0=${signature}`,
  };
  const response = await fetch(`${url}/slack/${name}`, { method: 'POST', headers, body });
  const acknowledged = await response.text();
  if (acknowledged === '') return;
  const message: unknown = JSON.parse(acknowledged);
  if (isRecord(message)) print(message);
  answers();
}

/** What Slack would show; everything else that the bot calls in a word. */
function show({ method, body, result }: Call): void {
  const isMessage = ['chat.postMessage', 'chat.postEphemeral', 'response'].includes(method);
  if (result !== 'ok' || !isMessage) console.log(`  (${method}: ${result})`);
  else {
    print(body);
    answers();
  }
}

function print(message: Readonly<Record<string, unknown>>): void {
  const blocks = Array.isArray(message['blocks']) ? message['blocks'] : [{ text: { text: message['text'] } }];
  for (const block of blocks) console.log(`${textsOf(block).join('   ')}\n`);
}

function textsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (!isRecord(part)) return [];
  if (part['type'] === 'button' && isRecord(part['text'])) return [`[ ${String(part['text']['text'])} ]`];
  const { text } = part;
  return typeof text === 'string' ? [text] : [...textsOf(text), ...textsOf(part['elements'])];
}
