// Who undertakes, in the words of the document.
import type { Judgement } from './judge.ts';
import { squeezed } from './plain.ts';
import type { Statement } from './statements.ts';

/** What a document calls its own organisation where it says who "we" are; null where it never names itself. */
export function organisationIn(
  statements: readonly { readonly statement: Statement; readonly judgement: Judgement }[],
): string | null {
  const names = new Map<string, number>();
  for (const { statement, judgement } of statements) {
    const name = judgement.by === 'clause' ? subjectOf(statement, judgement) : '';
    if (
      /^the (?:\p{Lu}\p{Ll}+|\p{Lu}{2,})(?: (?:\p{Lu}\p{Ll}+|\p{Lu}{2,}|and))*$/iu.test(name) &&
      /^the \p{Lu}/iu.test(name)
    ) {
      const key = name.replace(/^The /u, 'the ');
      names.set(key, (names.get(key) ?? 0) + 1);
    }
  }
  const [best] = [...names].filter(([name]) => /^the \p{Lu}/u.test(name)).toSorted((one, other) => other[1] - one[1]);
  return best && best[1] >= fewest ? best[0] : null;
}

/** A name that undertakes more than once is the organisation's own. */
const fewest = 2;
/** A longer subject tells more than who. */
const longest = 8;

/** Who the statement is of: its subject, that of the words which introduce it, or the organisation. */
export function actorOf(statement: Statement, judgement: Judgement, organisation: string | null): string {
  const self = organisation ?? 'we';
  if (judgement.by !== 'clause') return self;
  const subject = subjectOf(statement, judgement);
  const isPronoun =
    /^(?:we|it|they|this|that|these|those|there|he|she|both|each|nobody|more|you)\b/iu.test(subject) || subject === '';
  if (isPronoun) return self;
  const who = subject.split(/,|\s\(|\s(?:that|which|who)\b/u)[0] ?? subject;
  return who.split(' ').length > longest ? self : who;
}

/** The subject of the clause with its capitals. */
function subjectOf({ plain }: Statement, judgement: Extract<Judgement, { by: 'clause' }>): string {
  const { from, subject } = judgement.clause;
  return squeezed(plain)
    .slice(from, from + subject.length + 1)
    .trim()
    .slice(0, subject.length);
}
