// A date beside the very figure that the question names is the answer, whatever word asks for it: "when did we promise", "by when do we want".
// Of whoever asks whether it was reached the statement of that figure is wanted: what came of it is said to be open.
import type { Plan } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';
import { figuresNamed } from '../rank/figures-named.ts';
import { tellsWhen } from '../tells/tells-when.ts';

/** Stems of words that ask for a promise or its time, and need not stand beside the date. */
const promising: ReadonlySet<string> = new Set(
  terms(
    'promise commit commitment pledge target plan aim want say said hope expect date year deadline time reach hit meet met manage get have end',
  ),
);

/** Whether one of the sentences holds a figure that the question names, with all else that it names, and the date where one is asked for. */
export function isStatedOutright(
  { asks, question, senses, asksIfCameAbout }: Plan,
  top: readonly Pick<Candidate, 'quote' | 'terms'>[],
): boolean {
  if (asks !== 'date' && !asksIfCameAbout) return false;
  const named = senses.filter(({ stems }) => !stems.every((stem) => promising.has(stem)));
  if (figuresNamed({ senses }).length === 0) return false;
  return top.some(
    ({ quote, terms: held }) =>
      (asks !== 'date' || tellsWhen(quote, question)) && named.every((sense) => isHeld(sense, held)),
  );
}
