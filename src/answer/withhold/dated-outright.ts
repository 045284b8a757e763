// A date beside the very figure that the question names is the answer, whatever word asks for it: "when did we promise", "by when do we want".
import type { Plan } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';
import { figuresNamed } from '../rank/figures-named.ts';
import { tellsWhen } from '../tells/tells-when.ts';

/** Stems of words that ask for a promise or its time, and need not stand beside the date. */
const promising: ReadonlySet<string> = new Set(
  terms(
    'promise commit commitment pledge target plan aim want say said hope expect date year deadline time reach get have',
  ),
);

/** Whether one of the sentences holds a figure that the question names, with all else that it names, and a date. */
export function isDatedOutright(
  { asks, question, senses }: Plan,
  top: readonly Pick<Candidate, 'quote' | 'terms'>[],
): boolean {
  if (asks !== 'date') return false;
  const named = senses.filter(({ stems }) => !stems.every((stem) => promising.has(stem)));
  if (figuresNamed({ senses }).length === 0) return false;
  return top.some(
    ({ quote, terms: held }) => tellsWhen(quote, question) && named.every((sense) => isHeld(sense, held)),
  );
}
