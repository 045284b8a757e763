// The audit log as a chain: each event carries the hash of itself and of the hash before it, so none can change unnoticed.
import { createHash } from 'node:crypto';
import type { AuditEvent, AuditVerdict } from '../../domain/audit.ts';

/** An event as it is stored. */
export interface Link {
  readonly sequence: number;
  /** The event as JSON, exactly as it was hashed. */
  readonly entry: string;
  /** SHA-256 of the hash before it and the entry, hexadecimal. */
  readonly hash: string;
}

/** What the chain ends with, written down apart from it: without that, nobody would miss events cut off at the end. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** What the first event continues. */
export const emptyHead: Head = { sequence: 0, hash: '0'.repeat(64) };

/** The link for an event that follows `head`. */
export function linkAfter(head: Head, event: AuditEvent): Link {
  const sequence = head.sequence + 1;
  const { time, actor, action, object, outcome, requestId, count } = event;
  const entry = JSON.stringify({ sequence, time, actor, action, object, outcome, requestId, count });
  return { sequence, entry, hash: hashAfter(head.hash, entry) };
}

/** Names the first link that does not continue the one before. @param head as it was written down. */
export function verifyChain(links: Iterable<Link>, head: Head): AuditVerdict {
  let last = emptyHead;
  for (const { sequence, entry, hash } of links) {
    const at = last.sequence + 1;
    if (sequence !== at) return { kind: 'broken', at, reason: 'missing' };
    if (hash !== hashAfter(last.hash, entry)) return { kind: 'broken', at, reason: 'altered' };
    last = { sequence, hash };
  }
  if (last.sequence < head.sequence) return { kind: 'broken', at: last.sequence + 1, reason: 'missing' };
  if (last.hash !== head.hash) return { kind: 'broken', at: last.sequence, reason: 'altered' };
  return { kind: 'sound', events: last.sequence, head: last.hash };
}

function hashAfter(previous: string, entry: string): string {
  return createHash('sha256').update(`${previous}\n${entry}`).digest('hex');
}
