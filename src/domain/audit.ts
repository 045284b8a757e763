// What the audit log tells: who did what to which object, when, and how it ended. Never what was asked or answered.

export const auditActions = [
  'ask',
  'view',
  'export',
  'delete',
  'feedback',
  'refusal',
  'purge',
  'ingest',
  'restore',
  'configuration',
  'login',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** An ask ends with the status of its answer, or is `stopped` by whoever asked; a refusal is always `refused`. */
export const auditOutcomes = [
  'done',
  'refused',
  'stopped',
  'failed',
  'answered',
  'partial',
  'not_found',
  'declined',
  'chat',
] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

export interface AuditEvent {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Name of the caller, or of the part of Bluelamp that acted by itself. */
  readonly actor: string;
  readonly action: AuditAction;
  /** Id of what it was done to; null where it concerns no single thing. */
  readonly object: string | null;
  readonly outcome: AuditOutcome;
  /** Id of the request that led to it; null where there was none. */
  readonly requestId: string | null;
  /** Number of things concerned, where it is not one. */
  readonly count?: number | undefined;
}

/** An event with its place in the log. */
export interface RecordedEvent extends AuditEvent {
  /** 1 for the first event of the log; without gaps. */
  readonly sequence: number;
}

export type AuditVerdict =
  | { readonly kind: 'sound'; readonly events: number; readonly head: string }
  | {
      readonly kind: 'broken';
      /** Sequence number of the first event that does not continue the one before. */
      readonly at: number;
      readonly reason: 'altered' | 'missing';
    };
