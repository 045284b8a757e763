// What a commitment sets and who is to do it, in words for channels without a page.
import type { CommitmentWire } from '../../src/contract/commitments.ts';
import { describeDeadline, describeTarget } from './describe-target.ts';

/** `we · target 20%: crime · no deadline stated`. */
export function describeCommitment({
  actor,
  targets,
  deadline,
}: Pick<CommitmentWire, 'actor' | 'targets' | 'deadline'>): string {
  const target = targets.length === 0 ? 'no target stated' : `target ${targets.map(describeTarget).join('; ')}`;
  return [actor, target, deadline === null ? 'no deadline stated' : `deadline ${describeDeadline(deadline)}`].join(
    ' · ',
  );
}
