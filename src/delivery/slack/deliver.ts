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
  /** Milliseconds that Slack wants between two of the lane; 0 where it names none. */
  readonly pace?: number;
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
  const pacing = createPacing(parts.now);
  return (delivery) => lanes.run(delivery.lane, () => tryUntilOver({ ...parts, pacing }, delivery));
}

/** When something may go to a lane again. */
interface Pacing {
  /** Milliseconds of `now()`. */
  readonly freeFrom: (lane: string) => number;
  readonly note: (lane: string, pace: number) => void;
}

function createPacing(now: () => number): Pacing {
  // Those in the past say nothing and go, so that no more are kept than were sent to within the pace.
  const free = new Map<string, number>();
  return {
    freeFrom: (lane) => free.get(lane) ?? 0,
    note(lane, pace) {
      for (const [other, from] of free) if (from <= now()) free.delete(other);
      if (pace > 0) free.set(lane, now() + pace);
    },
  };
}

async function tryUntilOver(
  { standing, now, log, metrics, stopping, pacing }: DeliverParts & { readonly pacing: Pacing },
  { lane, attempt, until, signal: own, pace = 0 }: Delivery,
): Promise<Delivered> {
  const signal = AbortSignal.any([stopping, own]);
  let notBefore = 0;
  while (!signal.aborted) {
    const start = Math.max(notBefore, standing.heldUntil(), pacing.freeFrom(lane));
    if (Math.max(start, now()) > until) return { kind: 'expired' };
    if (start > now()) {
      await sleep(start - now(), undefined, { signal, ref: false }).catch(() => undefined);
      // Somebody else may have met with a fault meanwhile, or with none.
      continue;
    }
    const outcome = await attempt(signal);
    pacing.note(lane, pace);
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
