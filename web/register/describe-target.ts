// How a target and a deadline are put in words.
import type { CommitmentWire } from '../../src/contract/commitments.ts';

type Target = CommitmentWire['targets'][number];

/** `20%: neighbourhood crime`, `32,000 police officers`. */
export function describeTarget({ value, unit, measure }: Target): string {
  if (unit === '%') return `${value}%: ${measure}`;
  if (unit !== null && /^[£$€]/u.test(unit)) return `${unit.slice(0, 1)}${value}${unit.slice(1)}: ${measure}`;
  if (unit === null || unit === 'share' || unit === 'times' || unit === 'ratio') return `${value}: ${measure}`;
  // What is counted is most often what is measured.
  return measure.startsWith(unit) ? `${value} ${measure}` : `${value} ${unit}: ${measure}`;
}

/** The words of the document; a year beside them where it follows and they do not say it. */
export function describeDeadline(deadline: CommitmentWire['deadline']): string {
  if (deadline === null) return 'No deadline stated';
  const text = deadline.text.replaceAll(/\s+/gu, ' ');
  return deadline.year === null || text.includes(String(deadline.year)) ? text : `${text} (${deadline.year})`;
}
