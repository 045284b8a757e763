// The way of a message from Slack, gone over before the first one comes: what is not compiled yet would make the first of a fresh process
// wait several times as long as others, and Slack sends again what is not acknowledged.
import { createHmac } from 'node:crypto';
import { createHttpApp } from './app.ts';
import type { HttpParts } from './parts.ts';

/** Messages that came at one instant when the times were taken: after as many, the next are taken in as fast as ever. */
const times = 30;

/** Events, commands and clicks that ask nothing of anybody. */
const rehearsed: readonly (readonly [name: string, body: string])[] = [
  ['events', JSON.stringify({ type: 'event_callback', team_id: 'T0', event: { type: 'app_mention' } })],
  ['commands', 'ssl_check=1'],
  ['interactions', `payload=${encodeURIComponent(JSON.stringify({ type: 'rehearsal', user: { id: 'U0' } }))}`],
];

/** Goes over it with an app like the real one that tells neither log nor metrics. Without Slack over HTTP it does nothing. */
export async function rehearseSlack(parts: HttpParts): Promise<void> {
  const { slack } = parts;
  if (!slack?.door) return;
  const app = createHttpApp({
    ...parts,
    log: () => undefined,
    metrics: { ...parts.metrics, requested: () => undefined },
  });
  for (let time = 0; time < times; time += 1) {
    await Promise.all(
      rehearsed.map(async ([name, body]) => {
        // Each has a number of its own, for the same one again would be turned away as a copy.
        const numbered = name === 'events' ? `${body}${' '.repeat(time)}` : `${body}&n=${time}`;
        return app.request(`/slack/${name}`, {
          method: 'POST',
          headers: { host: 'localhost', ...signed(numbered, slack.signingSecret) },
          body: numbered,
        });
      }),
    );
  }
}

function signed(body: string, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
