// The commitments of a document: every statement in which the organisation binds itself to do, reach or keep something.
import { judge } from './judge.ts';
import type { Judgement } from './judge.ts';
import { ownNames } from './own-names.ts';
import { squeezed } from './plain.ts';
import { namesOwn } from './subjects.ts';
import { readStatements } from './statements.ts';
import type { Statement } from './statements.ts';
import { bareWords } from '../../src/text/bare-words.ts';
import type { Structure } from '../structure.ts';

export interface FoundCommitment {
  readonly statement: Statement;
  readonly judgement: Judgement;
}

/** In reading order; what is said twice in the same words stands once. */
export function findCommitments(text: string, structure: Structure): FoundCommitment[] {
  const committing = new Set<number>();
  const found = new Map<string, FoundCommitment>();
  const statements = readStatements(text, structure);
  const names = ownNames(statements).map((name) => name.toLowerCase());
  for (const statement of statements) {
    const judgement = judge(statement, {
      names,
      goesOn: statement.before !== null && committing.has(statement.before.start),
      followsOwn: speaksOfOwn(statement.before, committing),
      leadInCommits: statement.leadIn !== null && committing.has(statement.leadIn.start),
    });
    if (!judgement) continue;
    committing.add(statement.start);
    if (isStub(statement)) continue;
    const words = wordsOf(statement);
    const known = found.get(words);
    // A table of contents or aims gives in short what its own section says.
    if (known && !(known.judgement.by === 'cell' && judgement.by === 'heading')) continue;
    found.set(words, { statement, judgement });
  }
  return [...found.values()].toSorted((one, other) => one.statement.start - other.statement.start);
}

/** What it says, to tell repeats: a heading that says "We'll" as its table does without, and without the numbers of a table. */
function wordsOf({ plain }: Statement): string {
  const words = squeezed(plain)
    .replace(/^(?:[\d.]+ )?(?:we'll|we will) /iu, '')
    .replace(/^[\d.]+ (?=\p{L})/u, '');
  return bareWords(words.replace(/(?<=\p{L}\W?)(?: \d)+$/u, ''));
}

/** "It will:" says nothing without its list, whose members carry it. */
function isStub({ kind, plain }: Statement): boolean {
  const words = squeezed(plain);
  return (
    kind === 'lead-in' &&
    (words.split(' ').length < 5 || /\b(?:will|shall|'ll) do (?:this|so|it|that) (?:by|through):?$/iu.test(words))
  );
}

/** Whether the sentence before names a body or plan of the organisation, or one of the paragraph before it commits. */
function speaksOfOwn(before: Statement | null, committing: ReadonlySet<number>): boolean {
  if (before === null) return false;
  if (namesOwn(squeezed(before.plain).toLowerCase())) return true;
  for (let each: Statement | null = before; each !== null; each = each.before)
    if (committing.has(each.start)) return true;
  return false;
}
