// Whether a question asks which so many things are: "the three aims of the harbour plan". A list that happens to be as long is no answer:
// it must be of that kind, and about what is named.
import type { Concept, Plan } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { numberOf, numberWords } from './list-counts.ts';

export interface CountedAsk {
  readonly count: number;
  /** Stems of the noun that is counted ("aims"); empty where it says nothing of what is listed ("things"). */
  readonly kind: readonly string[];
  /** What tells them from others of their kind: the "enabling" priorities. */
  readonly which: readonly Concept[];
  /** What they are said to be of, or for, or in. */
  readonly of: readonly Concept[];
}

const asking = new RegExp(
  String.raw`\b(?:wh?at|wot|which|who|name|list|enumerate)(?:['’]?(?:s|re)|\s+(?:are|were|r|is))?\s+` +
    String.raw`(?:(?:the|our|its|their|all|of|these|those|out)\s+){0,3}(${numberWords.join('|')}|\d{1,2})\s+([^?;:!–—]+)`,
  'i',
);
/** Nouns that only introduce what is counted: "three kinds of prevention". */
const introducing = /^(?:[\p{L}-]+\s+){0,2}?(?:kinds|types|sorts|sets|lots|groups|forms|pieces)\s+of\s+/iu;
const preposition = /\s(?=(?:of|in|for|on|to|from|behind|about|under|within|against|at|with|by|across|around|into)\s)/i;
/** Where what is named ends: at a verb, or at another clause. */
const clauseEnd =
  /\b(?:did|does|do|is|are|was|were|be|been|will|would|that|which|who|whom|where|when|we|they|he|she|it|you|i|has|have|had|can|could|should|must|said|says|according|meant|makes?|made|now|the (?:\d{4}|draft|current|present))\b/i;
const plural = /^\p{L}{2,}[^su'’]s$|^\p{Lu}{2,}[sS]$|^criteria$/u;
/** Nouns that say nothing of what is listed. */
const general = new Set(
  terms(
    'things bits points ones ways parts items examples steps areas headings others people pieces lines words questions lots elements components aspects features slogans strategies plans documents drafts',
  ),
);

/** Adjectives that tell nothing apart. */
const sizing = new Set(terms('big main key top major core chief principal great large long overall current new old'));

/** Null where no number of things is asked for by what they are, or only of things of any kind. */
export function countedAsk({ question, concepts }: Pick<Plan, 'question' | 'concepts'>): CountedAsk | null {
  const [, number = '', rest = ''] = asking.exec(question) ?? [];
  if (number === '') return null;
  const { noun, before, complements } = phraseOf(rest);
  const kind = noun.filter((stem) => !general.has(stem));
  const isNoun = (stem: string): boolean => noun.includes(stem) || /^[\d/.]+$/u.test(stem);
  const within = (text: string): Concept[] => {
    const held = new Set(terms(text));
    return concepts.filter(({ own }) => own.every((stem) => held.has(stem)) && !own.every(isNoun));
  };
  const of = within(complements).filter(isSubject);
  const which = within(before).filter(({ own }) => !own.every((stem) => sizing.has(stem)));
  return noun.length === 0 || kind.length + of.length === 0 ? null : { count: numberOf(number), kind, which, of };
}

/** "Lessons about running change" are about change. */
function isSubject({ isGeneric, words }: Concept, place: number, { length }: readonly Concept[]): boolean {
  return !isGeneric && !(/^\p{L}+ing\b/u.test(words) && place < length - 1);
}

/** The noun after a number, as stems; the words before it; and what it is of. */
function phraseOf(rest: string): { noun: string[]; before: string; complements: string } {
  const bare = rest.replace(introducing, '');
  // Only names go on after a comma: "the stages of Clear, Hold, Build".
  const [clause = ''] = (bare.split(clauseEnd, 1)[0] ?? '').split(/,\s+(?=\p{Ll})/u, 1);
  const [head = '', ...complements] = clause.split(preposition);
  const words = head.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const at = words.findIndex((word) => plural.test(word));
  // "Three kinds of prevention" are several, whatever the noun.
  const noun = at >= 0 || bare !== rest ? terms(words.at(at) ?? '') : [];
  return { noun, before: words.slice(0, at).join(' '), complements: complements.join(' ') };
}
