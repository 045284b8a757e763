// What goes out to Slack, tried again for as long as there is sense in it: in order within a lane, and no faster than Slack allows.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../ports.ts';
import type { SlackMetrics, SlackOutcome } from '../../slack-ports.ts';
import { createLanes } from './lanes.ts';
import type { Standing } from './standing.ts';

export type Delivered =
  | { readonly kind: 'delivered'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly error: string }
  /** It came to its end before Slack took it. */
  | { readonly kind: 'expired' }
  /** The service stops; another time it is tried again. */
  | { readonly kind: 'stopped' };

export interface Delivery {
  /** What has one lane, such as a channel, is delivered one after the other. */
  readonly lane: string;
  readonly attempt: (signal: AbortSignal) => Promise<SlackOutcome>;
  /** Milliseconds of `now()` after which it is not worth sending any more. */
  readonly until: number;
  /** Aborts when it is not to be sent any more, whatever the time. */
  readonly signal: AbortSignal;
}

/** Never throws. */
export type Deliver = (delivery: Delivery) => Promise<Delivered>;

export interface DeliverParts {
  readonly standing: Standing;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly log: Log;
  readonly metrics: Pick<SlackMetrics, 'retried'>;
  /** Aborts when the service stops. */
  readonly stopping: AbortSignal;
}

export function createDeliver(parts: DeliverParts): Deliver {
  const lanes = createLanes();
  return (delivery) => lanes.run(delivery.lane, () => tryUntilOver(parts, delivery));
}

async function tryUntilOver(
  { standing, now, log, metrics, stopping }: DeliverParts,
  { attempt, until, signal: own }: Delivery,
): Promise<Delivered> {
  const signal = AbortSignal.any([stopping, own]);
  let notBefore = 0;
  while (!signal.aborted) {
    const start = Math.max(notBefore, standing.heldUntil());
    if (Math.max(start, now()) > until) return { kind: 'expired' };
    if (start > now()) {
      await sleep(start - now(), undefined, { signal, ref: false }).catch(() => undefined);
      // Somebody else may have met with a fault meanwhile, or with none.
      continue;
    }
    const outcome = await attempt(signal);
    const isOver = standing.note(outcome);
    if (outcome.kind === 'done') return { kind: 'delivered', data: outcome.data };
    if (outcome.kind === 'refused' && isOver) return outcome;
    metrics.retried(outcome.kind === 'refused' ? 'token-refused' : outcome.kind);
    if (outcome.kind === 'rate-limited') {
      log('warn', 'slack-rate-limited', { retryAfterSeconds: outcome.retryAfterSeconds });
      notBefore = now() + outcome.retryAfterSeconds * 1000;
    }
  }
  return { kind: stopping.aborted ? 'stopped' : 'expired' };
}
