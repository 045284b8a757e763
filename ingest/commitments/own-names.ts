// What a document calls its own organisation, by whom it says to do things.
import { clausesOf } from './clauses.ts';
import { squeezed } from './plain.ts';
import type { Statement } from './statements.ts';
import { subjectKind } from './subjects.ts';

/** A name that is to do things more than once is the organisation's own. */
const fewest = 2;
const named = /^the (?:\p{Lu}[\p{L}&]+)(?: (?:\p{Lu}[\p{L}&]+|and|of))*$/u;

/** `the Met`, `the Metropolitan Police Service`: the most frequent first, with a small "the". */
export function ownNames(statements: readonly Statement[]): string[] {
  const names = new Map<string, number>();
  for (const { plain } of statements) {
    const words = squeezed(plain);
    for (const { from, subject } of clausesOf(words)) {
      const at = words.toLowerCase().indexOf(subject, from);
      const name = words.slice(at, at + subject.length).replace(/^The /u, 'the ');
      if (named.test(name) && subjectKind(subject, []) !== 'other') names.set(name, (names.get(name) ?? 0) + 1);
    }
  }
  return [...names]
    .filter(([, count]) => count >= fewest)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name]) => name);
}
