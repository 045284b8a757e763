// How a list is worded: what tells a list of names from one of clauses, and one of deeds from one of plans.
import { textOf } from '../quote/quotation.ts';
import type { StatedList } from './stated-list.ts';

/** Features of a list that its form and wording decide; 1 where it is so. */
export interface ListWording {
  readonly announced: number;
  readonly leadIns: number;
  readonly row: number;
  readonly column: number;
  readonly inline: number;
  /** Of a list within a sentence: how far its parts are clauses rather than names, 0 to 1. */
  readonly clauses: number;
  readonly many: number;
  readonly pair: number;
}

export function wordingOf(list: StatedList): ListWording {
  const { form, lead, items } = list;
  const is = (other: StatedList['form']): number => Number(form === other);
  return {
    announced: Number(lead !== null && /:\s*$/u.test(textOf(lead))),
    leadIns: is('lead-ins'),
    row: is('row'),
    column: is('column'),
    inline: is('inline'),
    clauses: form === 'inline' ? clauseShare(list) : 0,
    many: Number(items.length > 9),
    pair: Number(items.length === 2),
  };
}

/** Words of a part beyond which it is no name, and from which it is surely a clause. */
const nameWords = 3;
const clauseWords = 9;

function clauseShare({ items }: StatedList): number {
  const mean = items.reduce((sum, { name }) => sum + textOf(name).split(/\s+/u).length, 0) / items.length;
  return Math.min(1, Math.max(0, (mean - nameWords) / (clauseWords - nameWords)));
}

const done =
  /\b(?:we['’]ve|(?:have|has) (?:now |also |already )?(?:been |had )?\w+(?:ed|n|t)\b|(?:was|were) \w+ed)|^(?:we )?(?:launched|issued|replaced|trained|introduced|implemented|outlined|started|carried out|reduced|producing|achieving)\b/i;

/** Share of the items that tell of what was done. */
export function pastShare({ items }: StatedList): number {
  return items.filter(({ whole }) => done.test(textOf(whole))).length / items.length;
}
