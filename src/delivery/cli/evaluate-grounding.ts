// `bluelamp eval --grounding`: measures the check of generated sentences on pairs of known verdict.
import { measureCheck, readPairs } from '../../generate/measure-check.ts';
import type { CheckMeasures, CheckParts, CheckReport, Rate } from '../../generate/measure-check.ts';
import { renderTable } from './render-table.ts';

/** @throws AppError `wrong-use` as `readPairs` and `measureCheck`. */
export async function evaluateGrounding(source: string, parts: CheckParts): Promise<CheckReport> {
  return measureCheck(readPairs(source), parts);
}

/** @param all whether the pairs that went wrong are told one by one. */
export function renderGrounding({ all, heldOut, byKind, wrong }: CheckReport, tellWrong: boolean): string {
  const rows = [
    ['Check of generated sentences', 'unsupported caught', 'supported kept'],
    row('all pairs', all),
    row('pairs that no rule was made by', heldOut),
  ];
  const kinds = Object.entries(byKind).map(([kind, rate]) => [kind, share(rate)]);
  const table = `${renderTable(rows)}\n\n${renderTable([['right, by kind', ''], ...kinds])}`;
  // To tell of those that are held out would be to have rules made by them.
  const told = wrong
    .filter(({ pair }) => !pair.heldOut)
    .map(({ pair: { id, kind, claim }, doubt }) => `${id} ${doubt ?? 'let through'} (${kind}): ${claim}`);
  return tellWrong && told.length > 0 ? `${table}\n\n${told.join('\n')}` : table;
}

function row(name: string, { caught, kept }: CheckMeasures): string[] {
  return [name, share(caught), share(kept)];
}

function share({ right, all }: Rate): string {
  return all === 0 ? '–' : `${((100 * right) / all).toFixed(1)}% of ${all}`;
}
