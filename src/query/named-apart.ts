// "What are Operation Finch and Operation Heron?", "what do GPS and ETA stand for?": two names that one question joins are asked one by one,
// so that one of them cannot be answered for both.
import { terms } from '../text/tokens.ts';
import type { Concept } from '../domain/plan.ts';

/** What is known of the words of a question. */
export interface KnownWords {
  readonly isAcronym: (term: string) => boolean;
  /** What the question names: names that belong to one thing ("stop and search") are not parted. */
  readonly concepts: readonly Concept[];
}

interface Frame {
  readonly pattern: RegExp;
  /** The question of one name. @param tail what follows the names and holds for both. */
  readonly ask: (name: string, found: Found) => string;
}

interface Found {
  readonly lead: string;
  readonly asking: string;
  readonly tail: string;
}

const lead = String.raw`^(?<lead>(?:[^?.!]{0,60}[,:]\s+)?(?:(?:so|and|ok|hi|hello|please|can you|could you)\W+)*)`;

const frames: readonly Frame[] = [
  {
    pattern: new RegExp(
      String.raw`${lead}(?<asking>what do|what does|what did)\s+(?<names>.+?)(?<tail>\s+(?:do|mean|stand for|involve|cover|say)\b[^?]*?)\W*$`,
      'i',
    ),
    ask: (name, { lead: before, asking, tail }) =>
      `${before}${/did$/iu.test(asking) ? 'What did' : 'What does'} ${name}${tail}?`,
  },
  {
    pattern: new RegExp(
      String.raw`${lead}(?<asking>what(?:['’]?s| is| are| was| were)|who(?:['’]?s| is| are| was| were))\s+(?<names>[^?]+?)\W*$`,
      'i',
    ),
    ask: (name, { lead: before, asking, tail }) =>
      `${before}${asking.replace(/\b(are|were)$/iu, (verb) => (verb.toLowerCase() === 'are' ? 'is' : 'was'))} ${name}${tail}?`,
  },
  {
    pattern: new RegExp(
      String.raw`${lead}(?<asking>tell (?:me|us) (?:more )?about|explain|describe|define|what happened (?:under|in|with|to|during))\s+(?<names>[^?]+?)\W*$`,
      'i',
    ),
    ask: (name, { lead: before, asking, tail }) =>
      `${before}${asking} ${name}${tail}${/^what/iu.test(asking) ? '?' : ''}`,
  },
];

const word = String.raw`(?:\p{Lu}[\p{L}\p{N}’'&-]*|\d[\p{L}\p{N}]*)`;
const article = String.raw`(?:(?:the|our|their)\s+)?`;
const capitals = String.raw`${article}${word}(?:(?:,?\s|\s(?:of|for|of the)\s)${word})*`;
const nameAlone = new RegExp(`^${capitals}$`, 'u');
/** What follows the second name after "of" holds for both: "year 1 and year 3 of the plan". */
const nameFirst = new RegExp(String.raw`^${article}${word}(?:,?\s${word})*`, 'u');
/** What may follow the second name and says where, of what or for whom both are asked. */
const after = /^(?:\s*$|\s*,?\s+(?:in|of|for|from|under|within|according to|at|by|on|to)\b)/i;

/** The questions of two names that a question joins; the question alone where it joins none. */
export function namedApart(question: string, known: KnownWords): string[] {
  for (const { pattern, ask } of frames) {
    const groups = pattern.exec(question)?.groups;
    if (!groups) continue;
    const pair = pairIn(groups['names'] ?? '', { known, isPlural: isPluralIn(groups['asking'] ?? '') });
    if (!pair) return [question];
    const tail = `${pair.tail}${groups['tail'] ?? ''}`;
    const found = { lead: groups['lead'] ?? '', asking: groups['asking'] ?? '', tail };
    return pair.names.map((name) => ask(name, found));
  }
  return [question];
}

function isPluralIn(asking: string): boolean {
  return /\b(?:are|were|do)$/i.test(asking);
}

interface Pair {
  readonly names: readonly [string, string];
  readonly tail: string;
}

function pairIn(
  text: string,
  { known, isPlural }: { readonly known: KnownWords; readonly isPlural: boolean },
): Pair | null {
  const [first = '', rest = '', ...others] = text
    .split(/\s+(?:and|&)\s+(?:also\s+|about\s+)?/i)
    .map((part) => part.trim());
  if (rest === '' || others.length > 0) return null;
  const pair = ofSameKind(first, rest) ?? ofAcronyms(first, rest, known) ?? ofCapitals(first, rest, isPlural);
  return pair && after.test(pair.tail) && areSeparate(pair.names, known) ? pair : null;
}

/** "Operation finch and operation heron", "year 1 and year 3": the same word opens both, whatever their letters. */
function ofSameKind(first: string, rest: string): Pair | null {
  const [kind = ''] = first.replace(leadingArticle, '').split(' ', 1);
  const second = ofKind.exec(rest)?.groups?.['name'] ?? '';
  const isSame = second.toLowerCase().startsWith(`${kind.toLowerCase()} `);
  if (kind === '' || !isSame || first.split(/\s+/u).length > longestName) return null;
  const inCapitals = nameFirst.exec(rest)?.[0] ?? '';
  const named = inCapitals.length > second.length ? inCapitals : second;
  return { names: [first, named], tail: rest.slice(rest.indexOf(named) + named.length) };
}

/** Words of the longest name in small letters. */
const longestName = 4;
/** A word for the kind and one for the name, which is none of place or time. */
const ofKind = /^(?:the\s+)?(?<name>\S+\s+(?!(?:in|of|for|from|on|to|at|by|is|are)\b)[\p{L}\p{N}’'-]+)/iu;
const leadingArticle = /^(?:the|our|their)\s+/i;

function ofAcronyms(first: string, rest: string, { isAcronym }: KnownWords): Pair | null {
  const bare = first.replace(/^(?:the|an?)\s+/i, '');
  const [, second = '', tail = ''] = /^(?:(?:the|an?)\s+)?([\p{L}\p{N}]+)(.*)$/su.exec(rest) ?? [];
  return isAcronym(bare) && isAcronym(second) ? { names: [bare, second], tail } : null;
}

/** Of names in capitals it must show that they are two: by the verb, by an article of the second, or by two words in each. */
function ofCapitals(first: string, rest: string, isPlural: boolean): Pair | null {
  const second = nameFirst.exec(rest)?.[0];
  if (second === undefined || !nameAlone.test(first)) return null;
  const isTwo = isPlural || leadingArticle.test(second) || [first, second].every((name) => wordsOf(name) > 1);
  return isTwo ? { names: [first, second], tail: rest.slice(second.length) } : null;
}

function wordsOf(name: string): number {
  return name.replace(leadingArticle, '').split(/\s+/u).length;
}

/** No thing that the question names lies across both. */
function areSeparate([first, second]: Pair['names'], { concepts }: KnownWords): boolean {
  const [one, other] = [new Set(terms(first)), new Set(terms(second))];
  return !concepts.some(
    ({ own }) =>
      own.some((stem) => one.has(stem) && !other.has(stem)) && own.some((stem) => other.has(stem) && !one.has(stem)),
  );
}
