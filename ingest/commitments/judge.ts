// Whether a statement commits the organisation, and by what.
import { clausesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { isAimCell, isLetteredAim, isPoint } from './list-points.ts';
import { isPastOrEffect } from './lists.ts';
import { squeezed } from './plain.ts';
import type { Statement } from './statements.ts';
import { undertakes } from './undertakings.ts';
import type { ClauseContext } from './undertakings.ts';

export type Judgement =
  | { readonly by: 'clause'; readonly clause: Clause }
  | { readonly by: 'aim' | 'point' | 'cell' | 'heading' };

export interface Surroundings {
  /** Names that the organisation has in this document, in lower case. */
  readonly names: readonly string[];
  /** Whether the statement before it in its block commits. */
  readonly goesOn: boolean;
  /** Whether what stands before it speaks of a body, plan or programme of the organisation. */
  readonly followsOwn: boolean;
  /** Whether the words that introduce its list commit. */
  readonly leadInCommits: boolean;
}

/** Null where the statement commits nobody. */
export function judge(statement: Statement, surroundings: Surroundings): Judgement | null {
  const words = squeezed(statement.plain);
  if (!canCommit(statement, words)) return null;
  if (statement.row !== null) return { by: 'cell' };
  const headings = headingsOf(statement);
  if (statement.kind === 'heading') return judgeHeading(statement, words);
  const tellsEffects = isPastOrEffect(headings);
  // What people will see and feel is told in points; a sentence among them may promise all the same.
  const isEffect = tellsEffects && statement.isFirst && (statement.kind === 'bullet' || statement.kind === 'item');
  const said = isEffect ? null : judgeWords(words, { ...surroundings, names: [...surroundings.names, ...headings] });
  return said ?? (tellsEffects ? null : judgeForm(statement, words, surroundings));
}

/** Words of others, notes and questions promise nothing. */
function canCommit({ kind }: Statement, words: string): boolean {
  return kind !== 'pull-quote' && kind !== 'footnote' && !words.endsWith('?') && words.includes(' ');
}

function headingsOf({ section }: Statement): string[] {
  return (section?.path ?? []).map((heading) => squeezed(heading).toLowerCase().replaceAll('’', "'"));
}

function judgeWords(words: string, context: ClauseContext): Judgement | null {
  const clause = clausesOf(words).find((each) => undertakes(each, context));
  if (clause) return { by: 'clause', clause };
  return aimed.test(words) ? { by: 'aim' } : null;
}

const aimed = new RegExp(
  String.raw`\bour (?:[\w-]+ ){0,3}(?:target|aim|ambition|goal|pledge|promise|commitment|objective|mission|intention)\b[^.;]{0,250}?(?<!which) (?:is|remains) (?:to|for|that|\d)` +
    String.raw`|\bare commitments? to\b` +
    String.raw`|\bwe (?:\w+ )?(?:build|work|move|head) towards? (?:a|an|our) [^.;]{0,40}\b(?:ambition|target|goal)\b`,
  'iu',
);

/** What its form says, without a verb in future. */
function judgeForm(statement: Statement, words: string, { leadInCommits }: Surroundings): Judgement | null {
  if (statement.kind === 'cell') return isAimCell(statement, words) ? { by: 'cell' } : null;
  return isPoint(statement, words, leadInCommits) ? { by: 'point' } : null;
}

/** A heading says what its section is about; one that says "we will …", or gives an instruction under a letter, is a commitment itself. */
function judgeHeading(statement: Statement, words: string): Judgement | null {
  const context = { names: [], goesOn: false, followsOwn: false };
  const saysWe = clausesOf(words).some(
    (each) => each.modality === 'will' && /^we\b/u.test(each.subject) && undertakes(each, context),
  );
  return saysWe || isLetteredAim(statement, words) ? { by: 'heading' } : null;
}
