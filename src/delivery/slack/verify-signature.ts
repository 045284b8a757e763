// Whether a request comes from Slack: signed over its time and its very bytes with the secret that only Slack and we know.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which a request may be old, or its time ahead of ours; docs.slack.dev, Verifying requests from Slack, has five minutes. */
const tolerance = { old: 300, ahead: 299 } as const;

export interface SignedRequest {
  /** `X-Slack-Request-Timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined;
  /** `X-Slack-Signature`: `v0=` and 64 hexadecimal digits. */
  readonly signature: string | undefined;
  /** As it arrived, before anything parsed it. */
  readonly body: Uint8Array;
}

/** @param now seconds since 1970. Headers that are missing or were sent twice have no such form. */
export function isSignedBySlack(
  { timestamp = '', signature = '', body }: SignedRequest,
  secret: string,
  now: number,
): boolean {
  if (secret === '' || !/^\d{1,12}$/u.test(timestamp) || !/^v0=[0-9a-f]{64}$/u.test(signature)) return false;
  const age = now - Number(timestamp);
  if (age > tolerance.old || age < -tolerance.ahead) return false;
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature.slice('v0='.length), 'hex'));
}

/** Whether a signature was accepted before: a request that is sent again by anybody else is byte for byte the same. */
export interface SeenSignatures {
  readonly has: (signature: string) => boolean;
  readonly add: (signature: string, now: number) => void;
}

/** Signatures are remembered for as long as their time would let them pass. */
export function createSeenSignatures(): SeenSignatures {
  const seenAt = new Map<string, number>();
  return {
    has: (signature) => seenAt.has(signature),
    add(signature, now) {
      seenAt.set(signature, now);
      for (const [each, at] of seenAt) {
        if (now - at <= tolerance.old + tolerance.ahead) return;
        seenAt.delete(each);
      }
    },
  };
}
