// Whether a statement commits the organisation, and by what.
import { clausesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { isPastOrEffect, isUnderWay, listIntent } from './lists.ts';
import { squeezed } from './plain.ts';
import type { Statement } from './statements.ts';
import { namesOwn } from './subjects.ts';
import { undertakes } from './undertakings.ts';
import { isGerund, isImperative } from './verbs.ts';

export type Judgement =
  | { readonly by: 'clause'; readonly clause: Clause }
  | { readonly by: 'aim' | 'point' | 'cell' | 'heading' };

export interface Surroundings {
  /** Whether the statement before it in its block commits. */
  readonly goesOn: boolean;
  /** Whether the words that introduce its list commit. */
  readonly leadInCommits: boolean;
}

/** Null where the statement commits nobody. */
export function judge(statement: Statement, surroundings: Surroundings): Judgement | null {
  const { kind } = statement;
  const words = squeezed(statement.plain);
  if (kind === 'pull-quote' || kind === 'footnote' || words.endsWith('?') || words.split(' ').length < 2) return null;
  const headings = headingsOf(statement);
  const inEffects = isPastOrEffect(headings);
  if (kind === 'heading') return judgeHeading(statement, words);
  if (!(inEffects && statement.isFirst && (kind === 'bullet' || kind === 'item'))) {
    const followsOwn = namesOwn(squeezed(statement.before?.plain ?? '').toLowerCase());
    const context = { headings, goesOn: surroundings.goesOn, followsOwn };
    const clause = clausesOf(words).find((each) => undertakes(each, context));
    if (clause) return { by: 'clause', clause };
    if (statesAim(words)) return { by: 'aim' };
  }
  if (inEffects) return null;
  if (kind === 'cell') return isTargetCell(statement, words) ? { by: 'cell' } : null;
  const isHead = kind === 'lead-in' && isImperative(words) && !/^to /iu.test(words) && words.split(' ').length > 4;
  return isHead || isPoint(statement, words, surroundings) ? { by: 'point' } : null;
}

function headingsOf({ section }: Statement): string[] {
  return (section?.path ?? []).map((heading) => squeezed(heading).toLowerCase().replaceAll('’', "'"));
}

/** A heading says what its section is about; one that says "we will …", or stands lettered among such, is a commitment itself. */
function judgeHeading({ section }: Statement, words: string): Judgement | null {
  const clause = clausesOf(words).find(
    (each) =>
      each.modality === 'will' &&
      /^we\b/u.test(each.subject) &&
      undertakes(each, { headings: [], goesOn: false, followsOwn: false }),
  );
  if (clause) return { by: 'heading' };
  const isLettered = /^[A-Z][.)] /u.test(section?.heading ?? '');
  return isLettered && isImperative(words) && words.split(' ').length > 3 ? { by: 'heading' } : null;
}

const aimed =
  /\bour (?:[\w-]+ ){0,3}(?:target|aim|ambition|goal|pledge|promise|commitment|objective|mission|vision|intention)\b[^.;]{0,250}?(?<!which) (?:is|remains) (?:to|for|that|\d)|\bwe (?:\w+ )?(?:build|work|move|head) towards? (?:a|an|our) [^.;]{0,40}\b(?:ambition|target|goal)\b/iu;
const commitmentTo =
  /\b(?:we|they|the met|service) (?:are |remain |'re )+(?:\w+ )?committed to\b|\bare commitments? to\b|\bwe're (?:also )?committed to\b|\bremains? committed to\b|\bis committed to\b/iu;

function statesAim(words: string): boolean {
  if (/\b(?:how|what|that|if) (?:\w+ ){0,3}(?:are|remain|is) committed\b/iu.test(words)) return false;
  return aimed.test(words) || commitmentTo.test(words);
}

const direction =
  /^(?:higher|lower|more|fewer|less|greater|increased?|reduced?|improved?|faster|better|(?:(?:over|at least|up to|around|about|some|nearly|more than) )?\d[\d,.]*\s?(?:%|per cent|\w+))/iu;

/** A cell of a table of aims: an instruction, or a measure with its direction. */
function isTargetCell({ labels, row }: Statement, words: string): boolean {
  if (row !== null) return true;
  const long = words.split(' ').length > 2;
  const ofAims = labels.some((label) =>
    /\b(?:objectives?|targets?|indicators?|aims?|goals?|commitments?|priorit\w+)\b/iu.test(label),
  );
  return (long && isImperative(words)) || (ofAims && (direction.test(words) || /^[£\d]/u.test(words)));
}

/** "The previous chapter sets out …" */
const isSignpost =
  /^(?:the |this |our )?(?:previous |next |following |last )?(?:chapter|section|page|annex|appendix|diagram|table|figure)\b/iu;

/** A point of a list that says what is to be done. */
function isPoint(statement: Statement, words: string, { leadInCommits }: Surroundings): boolean {
  const { kind, isFirst } = statement;
  if (!isFirst || isSignpost.test(words)) return false;
  // A page may set its points as plain lines.
  const isLine = kind === 'prose' && !/[.:;]$/u.test(words) && isUnderWay(statement);
  if (isLine) return isImperative(words) || isGerund(words);
  if (kind !== 'bullet' && kind !== 'item') return false;
  const intent = listIntent(statement);
  if (intent === 'told') return false;
  if (intent === 'doing' || (leadInCommits && intent !== 'none')) return true;
  const hasForm = isImperative(words) || isGerund(words) || direction.test(words);
  return hasForm && (intent === 'aims' || leadInCommits);
}
