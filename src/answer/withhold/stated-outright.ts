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

/** "Who is the warden?" */
const holderAsked =
  /^\W*who(?:['’]?s| is| are)\s+(?:(?:the|our|current|present)\s+)*(?<office>[\p{L}][\p{L} ]{2,40}?)(?: (?:now|today|currently|at the moment))?\W*$/iu;

/** Whether a signature gives the holder of the office that is asked for: "Ada Fenwick | Warden". */
export function isSigned({ question }: Pick<Plan, 'question'>, top: readonly Pick<Candidate, 'quote'>[]): boolean {
  const office = holderAsked.exec(question)?.groups?.['office']?.toLowerCase();
  if (office === undefined) return false;
  return top.some(({ quote }) => {
    const [holder = '', signed] = quote.split('|').map((part) => part.trim());
    return signed?.toLowerCase() === office && /^\p{Lu}\p{L}+ \p{Lu}/u.test(holder);
  });
}

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
