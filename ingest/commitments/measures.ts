// What a figure measures, in the words around it.
import { small } from './figures.ts';
import type { Figure } from './figures.ts';

/** Longest measure and longest unit, in words. */
const longest = { measure: 9, unit: 5 };

const leadsOn =
  'by|to|with|that|which|who|as|so|including|is|are|will|enabling|providing|working|boosting|while|whilst|when|where';
const unitEnd = new RegExp(
  String.raw`[,;.:()–—]| - |\b(?:${leadsOn}|in|on|at|within|across|for|from|through|and(?! [A-Z])|over|per|every|each|a (?:year|month|week|day|night))\b`,
  'u',
);
const nextCount = String.raw`and (?:will|increase|cut|raise|reduce|\d+|${small})`;
const measureEnd = new RegExp(String.raw`[,;.:()–—]| - |\b(?:${leadsOn}|than|${nextCount})\b`, 'u');
/** What a comma cuts off from its noun: "950 cells in fewer, better facilities". */
const cutShort =
  /\s(?:in|at|for|of|on|with|from|across|within) (?:fewer|less|more|better|larger|smaller|newer|older|higher|lower)$/u;

/** What is counted, straight after a bare number: `police officers`; null where nothing follows. */
export function countedUnit(words: string, { end }: Figure): string | null {
  const after = afterNumber(words, end);
  return /^[-–—]/u.test(after) ? null : upTo(after, unitEnd, longest.unit) || null;
}

const changes =
  /\b(?:reduc\w+|increas\w+|cut\w*|improv\w+|rais\w+|lower\w*|sav\w+|grow\w*|halv\w+|doubl\w+|decreas\w+|expand\w*|boost\w*)\s+(?<what>(?!from\b)(?:(?!\b(?:by|to|and|will)\b)[^,;.]){2,80}?)\s+(?:by|to)\s*(?:a |an |about |around |over |at least |up to |more than )?$/iu;
const ratio = /(?:^|\s)(?<what>[\w-]+(?: [\w-]+){0,2} ratio) (?:of|from).*$/iu;

/** @param words with single spaces. */
export function measureOf(words: string, figure: Figure): string {
  const before = words.slice(0, figure.start);
  const changed = changes.exec(before)?.groups?.['what'];
  if (changed !== undefined) return changed.trim();
  if (figure.unit === 'ratio') return ratio.exec(before)?.groups?.['what']?.trim() ?? saidBefore(before);
  const isBare = figure.unit === null || figure.unit === 'times';
  return (isBare ? counted(words, figure) : shareOf(words, figure)) ?? saidBefore(before);
}

function counted(words: string, { end }: Figure): string | null {
  const after = afterNumber(words, end);
  if (/^[-–—]/u.test(after)) return null;
  return upTo(after, measureEnd, longest.measure).replace(/^the /u, '').replace(cutShort, '') || null;
}

const movement =
  /^\s*(?:(?:reduction|increase|cut|improvement|rise|fall|growth|decrease|savings?|more|fewer|less|lower|higher)\s+)?(?:in|of|for)?\s*(?:the |our )?/iu;
const moved =
  /\b(?:increase|reduction|rise|improvement|decrease|fall|growth) in (?<what>[^,;.]+?) (?:as|to|by|towards|until)\b/iu;

/** What a percentage or a sum is of: "20% reduction in costs". */
function shareOf(words: string, { start, end }: Figure): string | null {
  const phrase = upTo(words.slice(end).replace(movement, ''), measureEnd, longest.measure);
  if (/^(?:ambition|target|goal|aim)?$/iu.test(phrase)) {
    return moved.exec(words.slice(0, start))?.groups?.['what'] ?? null;
  }
  return /^(?:over|by|from|this)\b/iu.test(phrase) ? null : phrase;
}

function afterNumber(words: string, end: number): string {
  return words
    .slice(end)
    .replace(/^-strong/u, '')
    .trimStart()
    .replace(/^of (?:our|the) /u, '');
}

/** The words before a stop, or before a word that leads to something else. */
function upTo(words: string, stop: RegExp, most: number): string {
  return (words.trim().split(stop)[0] ?? '').trim().split(' ').slice(0, most).join(' ');
}

/** Words between what is measured and its figure. */
const tail =
  /(?:(?:^|\s)(?:is|are|by|to|of|at|from|be|about|around|over|a|an|the|their|its|peak|level|grow|rise|fall|least|up))+\s*$/iu;
const verbs = /^(?:be|find|have|make|deliver|reach|achieve|get|restore|raise|go|grow|rise|fall)\b\s*/iu;
const modal = /\b(?:will|shall|must|needs?(?: to)?|wants?(?: to)?|to (?=[a-z]+ [a-z]))\b|'ll\b/iu;
/** Longest measure that is read off the words before a figure, in words. */
const longestBefore = 6;

/** What the figure is said of where no noun follows it: what is changed, or who will. */
function saidBefore(before: string): string {
  const clause = before.split(/[,;:()–—]/u).at(-1) ?? before;
  const said = clause
    .replace(/\bfrom [£$€]?[\d,.]+%?(?= to\b)/iu, '')
    .replace(/[\s£$€]+$/u, '')
    .replace(tail, '')
    .trim();
  const parts = said.split(modal).map((part) => part.trim());
  const done = parts.length > 1 ? (parts.at(-1) ?? '').replace(verbs, '') : '';
  const what = done === '' ? (parts[0] ?? said) : done;
  return what
    .replace(tail, '')
    .replace(/^(?:and|we|the|our) /iu, '')
    .split(' ')
    .slice(-longestBefore)
    .join(' ');
}
