// Metrics in the text format of Prometheus.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Metrics } from '../ports.ts';
import type { SlackMetrics } from '../slack-ports.ts';
import { createSlackMetrics } from './slack-metrics.ts';

/** How things stand when the metrics are read. */
export interface Readings {
  /** Questions and searches being worked on, and those that wait for their turn. */
  readonly running: number;
  readonly waiting: number;
  /** Open chat sockets. */
  readonly sockets: number;
  readonly embedder: { readonly ready: boolean; readonly restarts: number; readonly waiting: number };
  /** What Slack sent and is not done; absent where Slack is not set up. */
  readonly slackWaiting?: number;
  /** Id of the index that serves. */
  readonly generation: string;
}

export interface PrometheusMetrics extends Metrics {
  readonly slack: SlackMetrics;
  readonly contentType: string;
  render(): Promise<string>;
}

/** Upper bounds in seconds, around the times that are aimed at: 0.04 at the median, 0.15 at the 95th percentile, 0.4 at the 99th. */
const secondsBuckets = [0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.25, 0.4, 0.8, 2, 5, 15, 30];

export function createPrometheusMetrics(read: () => Readings): PrometheusMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  addReadings(registry, read);
  const answers = new Counter({
    name: 'bluelamp_asks_total',
    help: 'Questions that got an answer.',
    labelNames: ['intent', 'status'],
    registers,
  });
  const refusals = new Counter({
    name: 'bluelamp_asks_refused_total',
    help: 'Questions that got none, by the code of their error.',
    labelNames: ['code'],
    registers,
  });
  const answerSeconds = new Histogram({
    name: 'bluelamp_ask_seconds',
    help: 'From the arrival of a question to its answer, waiting included.',
    buckets: secondsBuckets,
    registers,
  });
  const stageSeconds = new Histogram({
    name: 'bluelamp_ask_stage_seconds',
    help: 'Parts of the work on a question.',
    labelNames: ['stage'],
    buckets: secondsBuckets,
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'bluelamp_http_request_seconds',
    help: 'HTTP requests by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: secondsBuckets,
    registers,
  });
  return {
    answered({ intent, status, timings }, seconds) {
      answers.inc({ intent, status });
      answerSeconds.observe(seconds);
      for (const [name, milliseconds] of Object.entries(timings))
        stageSeconds.observe({ stage: name.replace(/Ms$/u, '') }, milliseconds / 1000);
    },
    refused: (code) => refusals.inc({ code }),
    requested: ({ method, route, status }, seconds) =>
      requestSeconds.observe({ method: knownMethod(method), route, status }, seconds),
    slack: createSlackMetrics(registers),
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}

/** A client may make up methods without end. */
function knownMethod(method: string): string {
  return ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'PUT', 'PATCH'].includes(method) ? method : 'other';
}

function addReadings(registry: Registry, read: () => Readings): void {
  const gauges: readonly (readonly [name: string, help: string, value: (readings: Readings) => number])[] = [
    ['asks_running', 'Questions and searches being worked on.', ({ running }) => running],
    ['asks_waiting', 'Questions and searches that wait for their turn.', ({ waiting }) => waiting],
    ['slack_waiting', 'Questions and clicks of Slack that are not done.', ({ slackWaiting = 0 }) => slackWaiting],
    ['sockets', 'Open chat sockets.', ({ sockets }) => sockets],
    [
      'embedder_ready',
      '1 while the embedder works, 0 while only words are searched.',
      ({ embedder }) => Number(embedder.ready),
    ],
    ['embedder_waiting', 'Texts that wait to be embedded.', ({ embedder }) => embedder.waiting],
    // A gauge, for the embedder itself counts; it never goes down while the process lives.
    ['embedder_restarts', 'How often the embedding process was started again.', ({ embedder }) => embedder.restarts],
  ];
  for (const [name, help, value] of gauges) {
    const gauge: Gauge = new Gauge({
      name: `bluelamp_${name}`,
      help,
      registers: [],
      collect: () => gauge.set(value(read())),
    });
    registry.registerMetric(gauge);
  }
  const index = new Gauge({
    name: 'bluelamp_index_info',
    help: 'The index that serves, as a label; its value is always 1.',
    labelNames: ['generation'],
    registers: [],
    collect() {
      index.reset();
      index.set({ generation: read().generation }, 1);
    },
  });
  registry.registerMetric(index);
}
