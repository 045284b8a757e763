// Who undertakes, in the words of the document.
import type { Judgement } from './judge.ts';
import { squeezed } from './plain.ts';
import type { Statement } from './statements.ts';

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
  // "Through safer streets the council will …"
  if (organisation !== null && subject.toLowerCase().endsWith(` ${organisation.toLowerCase()}`)) return self;
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
