// Messages of few words that ask the question before again with one part exchanged: another year, another kind of the same thing, the next
// of numbered ones. Written out as questions of their own.
import { askedNounPhrase } from './asked-noun.ts';

const opening = String.raw`^[^\p{L}\p{N}]*(?:(?:ok(?:ay)?|and|but|so|then|right|thanks|what about|how about|now|also)[^\p{L}\p{N}]+)*`;
const closing = String.raw`(?: (?:then|please|pls|though|as well|too))?[^\p{L}\p{N}]*$`;

/** The question before asked again with what the message exchanges in it; null where it exchanges nothing that is there. @param question that stood alone. */
export function askedAgain(message: string, question: string): string | null {
  return (
    ofNamedYear(message, question) ??
    ofYearRunning(message, question) ??
    ofOnes(message, question) ??
    ofNext(message, question)
  );
}

const financialYear = /(?<![\d/–-])(?:19|20)\d{2}[/–-](?:\d{2})?\d{2}(?![\d/–-])/u;
const onlyYear = new RegExp(
  String.raw`${opening}(?:(?:in|for|during|by) )?(?:the )?(?<year>${financialYear.source})${closing}`,
  'iu',
);

/** "And in 2024/25?": a financial year dates a figure, and names no document. */
function ofNamedYear(message: string, question: string): string | null {
  const year = onlyYear.exec(message)?.groups?.['year'];
  return year !== undefined && financialYear.test(question) ? question.replace(financialYear, year) : null;
}

const runningYear = /\b(?:last|this|next) year\b/i;
const onlyRunning = new RegExp(
  String.raw`${opening}(?:(?:in|for|during) )?(?:the )?(?<year>(?:last|this|next) year|year before last)${closing}`,
  'iu',
);

/** "What did we save last year?", "and this year?" */
function ofYearRunning(message: string, question: string): string | null {
  const year = onlyRunning.exec(message)?.groups?.['year'];
  return year !== undefined && runningYear.test(question) ? question.replace(runningYear, year) : null;
}

const onlyOnes = new RegExp(
  String.raw`${opening}(?:the )?(?<kind>(?:(?!(?:which|what|any|how|who|are|is|were|was|do|does|did|of|in|on)\b)[\p{L}’'-]+ ){1,3})ones${closing}`,
  'iu',
);
/** Words before "ones" that choose among what was shown, or name a document, and no kind. */
const choosing = new Set(
  (
    'first second third fourth fifth last next other same new newer old older earlier previous current latest recent final main big bigger good bad those these all both few rest only ' +
    'right wrong present past original'
  ).split(' '),
);

/** "And the enabling ones?" after "What are the operational priorities?": the same noun, of another kind. */
function ofOnes(message: string, question: string): string | null {
  if (!/\bones\b/i.test(message)) return null;
  const kind = onlyOnes.exec(message)?.groups?.['kind']?.trim() ?? '';
  const noun = askedNounPhrase(question);
  const isChoice = kind
    .toLowerCase()
    .split(' ')
    .every((word) => choosing.has(word));
  if (kind === '' || isChoice || noun === '' || !question.includes(noun)) return null;
  const words = noun.split(/\s+/u);
  // A number or a year before the noun says how many, or where, and stays.
  const kept = words.slice(0, -1).filter((word) => /\d/u.test(word));
  return question.replace(noun, [...kept, kind, words.at(-1) ?? ''].join(' '));
}

const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const numbered =
  /\b(?<noun>year|phase|stage|step|tier|level|part|objective|priority|pillar|principle|goal|aim)\s+(?<number>\d|one|two|three|four|five|six|seven)\b/i;
const onlyNext = new RegExp(
  String.raw`${opening}(?:(?:in|for|by|during|on) )?(?:the )?(?:(?<ordinal>${ordinals.join('|')}|next)(?: (?:one|year|phase|stage|step|tier|level|part))?|(?:(?:year|phase|stage|step|tier|level|part|number|no\.?) )(?<number>\d|${numberWords.join('|')}))${closing}`,
  'iu',
);

/** "And in the second one?" after a question about Year 1. */
function ofNext(message: string, question: string): string | null {
  const asked = onlyNext.exec(message)?.groups;
  const before = numbered.exec(question)?.groups;
  if (!asked || !before) return null;
  const ordinal = asked['ordinal']?.toLowerCase();
  const next =
    ordinal === 'next'
      ? countOf(before['number'] ?? '') + 1
      : ordinal === undefined
        ? countOf(asked['number'] ?? '')
        : ordinals.indexOf(ordinal) + 1;
  return question.replace(numbered, `${before['noun'] ?? ''} ${next}`);
}

function countOf(word: string): number {
  const at = numberWords.indexOf(word.toLowerCase());
  return at < 0 ? Number(word) : at + 1;
}
