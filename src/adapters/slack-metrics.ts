// What is counted of Slack, beside what is counted of every channel.
import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import type { SlackMetrics } from '../slack-ports.ts';

/** Counters under `bluelamp_slack_…`, put into each of the registries. */
export function createSlackMetrics(registers: Registry[]): SlackMetrics {
  const received = new Counter({
    name: 'bluelamp_slack_received_total',
    help: 'What Slack sent and was understood, by kind; repetitions are counted as well.',
    labelNames: ['kind'],
    registers,
  });
  const repeated = new Counter({
    name: 'bluelamp_slack_repeated_total',
    help: 'What Slack sent though it had been kept before; nothing is done for it.',
    registers,
  });
  const ended = new Counter({
    name: 'bluelamp_slack_messages_total',
    help: 'Messages that were delivered, that Slack refused for good, and that nobody was sent in time.',
    labelNames: ['outcome'],
    registers,
  });
  const failures = new Counter({
    name: 'bluelamp_slack_failures_total',
    help: 'Questions that got a sentence on what went wrong, or no word at all, by the code of their error.',
    labelNames: ['code'],
    registers,
  });
  const retries = new Counter({
    name: 'bluelamp_slack_retries_total',
    help: 'Calls of Slack that are made again, by why.',
    labelNames: ['reason'],
    registers,
  });
  return {
    received: (kind) => received.inc({ kind }),
    repeated: () => repeated.inc(),
    ended: (outcome) => ended.inc({ outcome }),
    failed: (code) => failures.inc({ code }),
    retried: (reason) => retries.inc({ reason }),
  };
}
