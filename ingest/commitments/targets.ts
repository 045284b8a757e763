// The figures that a statement undertakes to reach, each with its unit and what it measures.
import type { Target } from '../../src/domain/commitment.ts';
import { figuresIn } from './figures.ts';
import type { Figure } from './figures.ts';
import type { Judgement } from './judge.ts';
import { squeezed } from './plain.ts';
import type { Statement } from './statements.ts';
import type { TargetRow } from './table-cells.ts';

/** Words of time and of reference: a figure of these is no target. */
const notCounted =
  /^(?:-|–)?\s?(?:years?|months?|weeks?|days?(?! of \w+ing)|hours? a day|hour|century|st\b|nd\b|rd\b|th\b|calls?\b.{0,4}$|am\b|pm\b|year-old|ranks?|or |and (?:over|older))/u;
const abstract =
  /^(?:(?:clear|key|new|strategic|operational|enabling|main|core|delivery|cross-cutting|broad|long-term|initial|performance|mayoral|priority|wider|different|shared) )*(?:priorit\w+|objectives?|areas?|pillars?|principles?|values?|reasons?|ways?|groups?|themes?|questions?|phases?|types?|elements?|aspects?|stages?|strands?|aims?|goals?|outcomes?|measures?|neighbourhood crimes?|others?|things?|key\b|things|crime types?)\b/u;
/** What stands before a figure that names, dates or compares. */
const namedBefore =
  /(?:\b(?:phase|level|part|section|chapter|annex|page|tier|band|version|year|no|number|q|article|objective|priority|operation|in|since|during|until|nmfl|than)\s|\b(?:last|past|previous) )$/u;
const yearToken = /^(?:19|20)\d\d$/u;
const baseline =
  /\b(?:from|up from|down from|compared (?:to|with)|currently|already|had|was|were|than in|against) (?:a |an |the |about |around |some |over )*$|\b(?:from|up from|down from) (?:\w+ ){0,6}ratio of $/u;
const knownNumber = /^(?:999|101|111|24)$/u;
/** "We carried out 4,500 visits in 2013": what was. */
const pastBefore =
  /\b(?:carried|delivered|trained|made|recruited|achieved|seen|spent|saved|invested|launched|reduced|increased|cut|had|was|were|have|has) [^,;.]{0,40}$/u;

/** In the order of the statement. @param plain of its text, see `plainOf`. */
export function targetsIn({ row }: Pick<Statement, 'row'>, plain: string, judgement: Judgement): Target[] {
  // Figures before the clause that undertakes are facts.
  const from = judgement.by === 'clause' ? judgement.clause.from : 0;
  if (row) return rowTarget(row);
  const original = squeezed(plain);
  const words = original.toLowerCase();
  const found = figuresIn(words).filter((figure) => figure.start >= from && isTarget(words, figure));
  const hasShare = found.some(({ unit }) => unit === '%');
  return found
    .filter((figure) => !(hasShare && isWord(figure)))
    .map((figure) => {
      const measure = measureOf(original, figure);
      const value =
        original.slice(figure.start, figure.end).match(new RegExp(escaped(figure.value), 'iu'))?.[0] ?? figure.value;
      return { value, unit: figure.unit ?? countedUnit(original, figure), measure };
    });
}

function rowTarget({ measure, figure }: TargetRow): Target[] {
  const [first] = figuresIn(figure.toLowerCase());
  return [{ value: first?.value ?? figure, unit: first?.unit ?? null, measure }];
}

/** The number of a list point, or numbers that a cell of a table ends in. */
function isNumbering(words: string, { start, end, unit }: Figure): boolean {
  if (unit !== null) return false;
  const before = words.slice(0, start).trim();
  if (before === '') return /^[.)]/u.test(words.slice(end));
  return (
    words.slice(end).trim().replaceAll(/[\d ]/gu, '') === '' &&
    !/\b(?:to|of|at|by|least|than|around|about|over|up to|is)$/u.test(before)
  );
}

function isWord({ value, unit }: Figure): boolean {
  return unit === null && /^[a-z]/u.test(value);
}

function isTarget(words: string, figure: Figure): boolean {
  const { value, unit, start, end } = figure;
  const before = words.slice(0, start);
  const after = words.slice(end).replace(/^(?:-strong)?\s/u, '');
  if (baseline.test(before) || /\bcost of (?:about |around )?[£$€]?$/u.test(before) || isNumbering(words, figure))
    return false;
  if (unit === 'ratio') return !/\bbased on (?:a )?$/u.test(before);
  if (unit !== null) return !pastTold(before);
  if (yearToken.test(value) || knownNumber.test(value) || namedBefore.test(before)) return false;
  if (notCounted.test(after) || abstract.test(after)) return false;
  if (/[\p{L}\d]-$/u.test(before) || pastTold(before)) return false;
  return isWord(figure) ? isDone(before) : Number(value.replaceAll(',', '')) > 1;
}

/** Told of the past in the same clause, with no "will" after it. */
function pastTold(before: string): boolean {
  const clause =
    before
      .replaceAll(/\b(?:will|shall|must|to) have\b|'ll have\b/gu, 'will')
      .split(/[),;]|\bwill\b|'ll\b|\bto (?=\w+ )/u)
      .at(-1) ?? before;
  return (
    /\b(?:we've|have|has|had|was|were)\b/u.test(clause) &&
    !/will have (?:saved|cut|reduced|increased|built)/u.test(before) &&
    pastBefore.test(clause)
  );
}

/** A number in words counts where it is what is done: "replace six databases". */
function isDone(before: string): boolean {
  return /\b(?:replace|close|open|launch|create|build|buy|deliver|recruit|train|hold|introduce|appoint|hire|add|employ|provide|publish|install|fit|visit|inspect|halve|least|most|functionality of|train(?:ing)?) (?:the functionality of |up to |at least )?$/u.test(
    before,
  );
}

const stops =
  /[,;.:()–—]| - |\b(?:by|to|in|on|at|with|within|across|for|from|through|that|which|who|as|so|and(?! [A-Z])|including|is|are|will|over|per|every|each|enabling|providing|working|boosting|while|whilst|when|where)\b/u;

/** What is counted, straight after a bare number: `police officers`. */
function countedUnit(words: string, { end }: Figure): string | null {
  const after = words
    .slice(end)
    .replace(/^-strong/u, '')
    .trimStart()
    .replace(/^of (?:our|the) /u, '');
  if (/^[-–—]/u.test(after)) return null;
  const noun = (after.split(stops)[0] ?? '').trim().split(' ').slice(0, 5).join(' ');
  return noun === '' ? null : noun;
}

const changes =
  /\b(?:reduc\w+|increas\w+|cut\w*|improv\w+|rais\w+|lower\w*|sav\w+|grow\w*|halv\w+|doubl\w+|decreas\w+|expand\w*|boost\w*)\s+(?<what>(?:(?!\b(?:by|to|and|will)\b)[^,;.]){2,80}?)\s+(?:by|to)\s*(?:a |an |about |around |over |at least |up to |more than )?$/iu;

function measureOf(words: string, figure: Figure): string {
  const before = words.slice(0, figure.start);
  const after = words.slice(figure.end);
  const changed = changes.exec(before)?.groups?.['what'];
  if (changed !== undefined) return changed.trim();
  if (figure.unit === null || figure.unit === 'times') {
    const counted = /^ [-–—]/u.test(after) ? '' : nounPhrase(after.replace(/^-strong/u, ''), 9);
    return counted === '' ? lastWords(before) : counted.replace(/^the /u, '');
  }
  const named = /(?:^|\s)(?<what>[\w-]+(?: [\w-]+){0,2} ratio) (?:of|from).*$/iu.exec(before)?.groups?.['what'];
  if (figure.unit === 'ratio' && named !== undefined) return named.trim();
  const of =
    /^\s*(?:(?:reduction|increase|cut|improvement|rise|fall|growth|decrease|saving|savings|more|fewer|less|lower|higher)\s+)?(?:in|of|for)?\s*(?:the |our )?(?<what>.+)$/iu.exec(
      after,
    )?.groups?.['what'];
  const phrase = nounPhrase(of ?? '', 9);
  const risen =
    /\b(?:increase|reduction|rise|improvement|decrease|fall|growth) in (?<what>[^,;.]+?) (?:as|to|by|towards|until)\b/iu.exec(
      before,
    )?.groups?.['what'];
  if (/^(?:ambition|target|goal|aim)?$/iu.test(phrase)) return risen ?? lastWords(before);
  return /^(?:over|by|from|this)\b/iu.test(phrase) ? lastWords(before) : phrase;
}

/** Up to where the phrase ends: a stop, or a word that leads to something else; "of" and "in" belong to it. */
function nounPhrase(words: string, longest: number): string {
  const phrase =
    words
      .trim()
      .replace(/^of (?:our|the) /u, '')
      .split(
        /[,;.:()–—]| - |\b(?:by|to|with|that|which|who|as|so|including|is|are|will|than|enabling|providing|working|boosting|while|whilst|when|where|and (?:will|increase|cut|raise|reduce|\d+))\b/u,
      )[0] ?? '';
  return phrase.trim().split(' ').slice(0, longest).join(' ');
}

/** What the figure is said of where it has no noun: what is changed, or who will. */
function lastWords(before: string): string {
  const clause = before.split(/[,;:()–—]/u).at(-1) ?? before;
  const said = clause
    .replace(/\bfrom [£$€]?[\d,.]+%?(?= to\b)/iu, '')
    .replace(/[\s£$€]+$/u, '')
    .replace(tail, '')
    .trim();
  const parts = said
    .split(/\b(?:will|shall|must|needs?(?: to)?|wants?(?: to)?|to (?=[a-z]+ [a-z]))\b|'ll\b/iu)
    .map((part) => part.trim());
  const what =
    (parts.length > 1 ? parts.at(-1) : '')?.replace(
      /^(?:be|find|have|make|deliver|reach|achieve|get|restore|raise|go|grow|rise|fall)\b\s*/iu,
      '',
    ) ?? '';
  return (what === '' ? (parts[0] ?? said) : what)
    .replace(tail, '')
    .replace(/^(?:and|we|the|our) /iu, '')
    .split(' ')
    .slice(-6)
    .join(' ');
}

/** Words between what is measured and its figure. */
const tail =
  /(?:(?:^|\s)(?:is|are|by|to|of|at|from|be|about|around|over|a|an|the|their|its|peak|level|grow|rise|fall|least|up))+\s*$/iu;

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
