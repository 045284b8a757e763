// The figures that a statement undertakes to reach, each with its unit and what it measures.
import type { Target } from '../../src/domain/commitment.ts';
import { figuresIn } from './figures.ts';
import type { Figure } from './figures.ts';
import type { Judgement } from './judge.ts';
import { countedUnit, measureOf } from './measures.ts';
import { squeezed } from './plain.ts';
import type { Statement } from './statements.ts';
import type { TargetRow } from './table-cells.ts';

/** In the order of the statement. @param plain of its text, see `plainOf`. */
export function targetsIn({ row }: Pick<Statement, 'row'>, plain: string, judgement: Judgement): Target[] {
  if (row) return [rowTarget(row)];
  // Figures before the clause that undertakes are facts.
  const from = judgement.by === 'clause' ? judgement.clause.from : 0;
  const words = squeezed(plain);
  const found = figuresIn(words.toLowerCase()).filter((figure) => figure.start >= from && isTarget(words, figure));
  const hasShare = found.some(({ unit }) => unit === '%');
  const targets = found
    .filter((figure) => !(hasShare && isWord(figure)))
    .map((figure) => ({
      value: words.slice(figure.start, figure.start + figure.value.length),
      unit: figure.unit ?? countedUnit(words, figure),
      measure: measureOf(words, figure),
    }));
  return targets.filter(({ value, unit }) => !isWithin(targets, `${value} ${unit}`));
}

/** "90% of calls answered within 10 seconds" is one target. */
function isWithin(targets: readonly Target[], figure: string): boolean {
  return targets.some(({ unit, measure }) => unit === '%' && measure.includes(figure));
}

function rowTarget({ measure, figure }: TargetRow): Target {
  const [first] = figuresIn(figure.toLowerCase());
  return { value: first?.value ?? figure, unit: first?.unit ?? null, measure };
}

function isWord({ value, unit }: Figure): boolean {
  return unit === null && /^[a-z]/u.test(value);
}

function isTarget(words: string, figure: Figure): boolean {
  const before = words.slice(0, figure.start).toLowerCase();
  if (isBaseline(before) || isPastTold(before)) return false;
  if (figure.unit === 'ratio') return !/\bbased on (?:a )?$/u.test(before);
  return figure.unit !== null || isCount(words, figure);
}

const baseline =
  /\b(?:from|up from|down from|compared (?:to|with)|currently|already|had|was|were|than in|against) (?:a |an |the |about |around |some |over )*[£$€]?$|\b(?:from|up from|down from) (?:\w+ ){0,6}ratio of $/u;

/** Where things stand now, and what they cost. */
function isBaseline(before: string): boolean {
  return baseline.test(before) || /\bcost of (?:about |around )?[£$€]?$/u.test(before);
}

/** "We carried out 4,500 visits in 2013": what was. */
const past =
  /\b(?:carried|delivered|trained|made|recruited|achieved|seen|spent|saved|invested|launched|reduced|increased|cut|had|was|were|have|has) [^,;.]{0,40}$/u;

const simplePast =
  /^\s*(?:we |our \w+ |the \w+ )(?:carried|delivered|trained|made|recruited|achieved|saw|spent|saved|launched|opened|closed|fitted|inspected|visited|held|ran|reached|received)\b/u;

/** Told of the past in the same clause, with no "will" after it. */
function isPastTold(before: string): boolean {
  // "Will have saved" looks back from the end.
  const said = before.replaceAll(/\b(?:will|shall|must|to) have\b(?: \w+ed)?|'ll have\b(?: \w+ed)?/gu, 'will');
  const clause = said.split(/[),;]|\bwill\b|'ll\b|\bto (?=\w+ )/u).at(-1) ?? said;
  if (simplePast.test(clause)) return true;
  return /\b(?:we've|have|has|had|was|were)\b/u.test(clause) && past.test(clause);
}

/** Words of time and of age after a figure: no target. */
const notCounted =
  /^(?:-|–)?\s?(?:years?|months?|weeks?|days?(?! of \w+ing)|hours? a day|hour|century|st\b|nd\b|rd\b|th\b|calls?\b.{0,4}$|am\b|pm\b|year-old|ranks?|or |and (?:over|older))/u;
const abstract =
  /^(?:(?:clear|key|new|strategic|operational|enabling|main|core|delivery|cross-cutting|broad|long-term|initial|performance|priority|wider|different|shared) )*(?:priorit\w+|objectives?|areas?|pillars?|principles?|values?|reasons?|ways?|groups?|themes?|questions?|phases?|types?|elements?|aspects?|stages?|strands?|aims?|goals?|outcomes?|measures?|others?|things?|key\b)\b/u;
/** What stands before a figure that names, dates or compares. */
const namedBefore =
  /(?:\b(?:phase|level|part|section|chapter|annex|page|tier|band|version|year|no|number|q|article|objective|priority|operation|in|since|during|until|than)\s|\b(?:last|past|previous) |[\p{L}\d]-)$/u;
const yearToken = /^(?:19|20)\d\d$/u;
/** Telephone numbers and the hours of the day. */
const knownNumber = /^(?:999|101|111|112|24)$/u;

/** Whether a number without a unit counts things that are to be had or done. */
function isCount(words: string, figure: Figure): boolean {
  const { value, start, end } = figure;
  const before = words.slice(0, start);
  const after = words
    .slice(end)
    .replace(/^(?:-strong)?\s/u, '')
    .toLowerCase();
  if (yearToken.test(value) || knownNumber.test(value) || isNumbering(words, figure)) return false;
  if (namedBefore.test(before.toLowerCase()) || isPartOfName(before, value)) return false;
  if (notCounted.test(after) || abstract.test(after)) return false;
  return isWord(figure) ? isDone(before.toLowerCase()) || isPost(after) : Number(value.replaceAll(',', '')) > 1;
}

/** "Phase 2", "NMfL 2": a single digit after a capital that begins no sentence. */
function isPartOfName(before: string, value: string): boolean {
  return value.length === 1 && /(?:\S\s+\p{Lu}[\p{L}&]*|\p{Lu}\p{Ll}*\p{Lu}\p{L}*)\s$/u.test(before);
}

/** The number of a list point, or numbers that a cell of a table ends in. */
function isNumbering(words: string, { start, end }: Figure): boolean {
  const before = words.slice(0, start).trim();
  if (before === '') return /^[.)]/u.test(words.slice(end));
  const endsInNumbers = words.slice(end).replaceAll(/[\d ]/gu, '') === '';
  return endsInNumbers && !/\b(?:to|of|at|by|least|than|around|about|over|up to|is)$/iu.test(before);
}

const deed =
  /\b(?:replace|close|open|launch|create|build|buy|deliver|recruit|train|hold|introduce|appoint|hire|add|employ|provide|publish|install|fit|visit|inspect|least|most|functionality of) (?:the functionality of |up to |at least )?$/u;

/** A number in words counts where it is what is done: "replace six databases". */
function isDone(before: string): boolean {
  return deed.test(before);
}

/** So many officers are had, or are not: "a sergeant and two constables". */
function isPost(after: string): boolean {
  return /^(?:\w+ ){0,3}?(?:officers?|constables?|sergeants?|inspectors?|staff|posts?|fire ?fighters?|nurses?|teachers?|apprentices?|volunteers?|teams?)\b/u.test(
    after.split(/[,;.]|\b(?:and|to|who|that|in|at|for|with)\b/u)[0] ?? '',
  );
}
