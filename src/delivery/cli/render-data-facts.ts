import type { DataFacts } from '../../compose-data.ts';

/** What a data file holds, in a few words. */
export function renderDataFacts({ version, conversations, turns, audit }: DataFacts): string {
  const events =
    audit.kind === 'sound' ? `${count(audit.events, 'audit event')}, chain ${audit.head.slice(0, 12)}` : '';
  return `format ${version}, ${count(conversations, 'conversation')}, ${count(turns, 'answer')}, ${events}`;
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en-GB')} ${thing}${number === 1 ? '' : 's'}`;
}
