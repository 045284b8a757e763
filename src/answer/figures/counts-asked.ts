// Whether a figure counts the very thing that is asked: in "12,000 officers to evaluate the searches" it counts officers, and no searches.
import type { Plan, Sense } from '../../domain/plan.ts';
import type { TermStatistics } from '../../ports.ts';
import { countWords } from '../../text/number-words.ts';
import { terms } from '../../text/tokens.ts';

/** Asks how many there are of something; nothing is said of shares, lengths and sums, which need not stand beside what they are of. */
const countAsked = /\bhow many\b|\b(?:number|total) of\b/i;

/** A figure, in digits or in words, that is no year and no part of a name ("101 calls"). */
const figure = new RegExp(
  String.raw`(?<![\p{L}\d.,/£:])(?!(?:19|20)\d\d(?!\d)|999\b|101\b|24/7)(?:\d[\d,.]*\d|\d)\s?(?:%|bn\b|billion\b|m\b|million\b|k\b)?\+?|\b(?:${countWords}|half)\b`,
  'giu',
);

/** What ends the noun phrase after a figure. */
const phraseEnd =
  /[.,;:!?|\t–—]|\s\(|\b(?:in|on|at|by|for|from|with|to|into|across|per|each|every|who|which|that|were|was|are|is|have|has|had|will|we|they|it|as|than|including|since|during|after|before|over)\b/i;

/** The start of the words that say what a figure is, where it stands before them: "12.5k The current number of …". */
const caption = /^[\s*+–-]*(?:the|current|total|overall|number|of|all|our|those|these)\b/i;

/** The same in another unit: "31.34% (10,632) female". */
const beside = /^\*{0,2}\s?\([-£\d.,%↑↓+]+\)\*{0,2}/u;

/** Figures of a change count what came or went, and not what there is. */
const change =
  /^[\s*]*(?:[\d,.]+[\s*]+)?(?:-?(?:year|month|week|day)\b|more\b[^.;]*\bthan\b|increase|reduction|rise|fall|drop|decrease|fewer|less)\b/i;

/** Stems of words that name whatever is counted, or anybody: a figure of them is said in other words. */
const anything: ReadonlySet<string> = new Set(
  terms(
    'number total figure count amount times people person individuals folk folks thing things place places things one ones ways set sets job jobs',
  ),
);

/** From this share of the passages on, a word tells nothing apart: "police" in "police officers", for a police force. */
const everywhere = 0.3;
/** In so few passages nothing is said everywhere, however few there are in all. */
const few = 5;

/** The names of what is to be counted, as stems; empty where no count is asked, or nothing that the documents know is to be counted. */
export function countedIn(
  { asks, question, askedNoun, concepts }: Plan,
  statistics: TermStatistics,
): readonly Phrase[] {
  if (asks !== 'number' || !countAsked.test(question)) return [];
  const [first] = askedNoun;
  const asked = concepts.filter(({ own }) => own.some((stem) => askedNoun.includes(stem)));
  if (first === undefined || askedNoun.some((stem) => anything.has(stem)) || asked.length === 0) return [];
  // "31,258 officers" are police officers.
  const told = (phrase: Phrase): Phrase => {
    const telling = phrase.filter((stem) => tells(stem, statistics));
    return telling.length > 0 ? telling : phrase.slice(-1);
  };
  return asked.flatMap(({ own, others }) => {
    const isHeard = own.every((stem) => (statistics.passageFrequency.get(stem) ?? 0) > 0);
    return [...(isHeard ? [told(own)] : []), ...others.map(told)];
  });
}

type Phrase = readonly string[];

/** Stems of words that only say that there are such things, and when. */
const being: ReadonlySet<string> = new Set(
  terms(
    'exist have own employ run work hold use keep operate there now today currently current moment altogether total year last',
  ),
);

/** Whether nothing is asked but how many there are: no sentence on something that they did can answer this. */
export function isBareCount({ question, senses, askedNoun }: Plan, statistics: TermStatistics): boolean {
  const isEmpty = (stem: string): boolean => being.has(stem) || !tells(stem, statistics);
  return (
    // "How many fewer" is a figure of a change.
    /\bhow many\b(?! (?:fewer|more|less|extra|additional)\b)/i.test(question) &&
    senses.every(({ stems }) => stems.every((stem) => askedNoun.includes(stem) || isEmpty(stem)))
  );
}

/** "How many fitters work in the north?": what those that are to be counted are part of; empty where no such part is named. */
export function partAsked({ question, senses, askedNoun }: Plan, statistics: TermStatistics): Sense[] {
  const [, part = ''] = ofPart.exec(question) ?? [];
  const stems = new Set(terms(part));
  return senses.filter((sense) =>
    sense.stems.every(
      (stem) => stems.has(stem) && !askedNoun.includes(stem) && !being.has(stem) && tells(stem, statistics),
    ),
  );
}

const ofPart =
  /\bhow many\b[^?.;,]{1,40}?\b(?:are(?: there)?|were(?: there)?|works?|worked|working|serves?|served|serving|based|employed|have|got)\s+(?:(?:now|currently|there)\s+)?(?:in|on|at|within|for)\s+([^?.;]+)/i;

function tells(stem: string, { passageFrequency, passages }: TermStatistics): boolean {
  return (passageFrequency.get(stem) ?? 0) < Math.max(few, everywhere * passages);
}

/** Whether a sentence gives a figure of something under one of these names. @param isWhole whether shares of it are no count of it. */
export function countsAny(quote: string, names: readonly Phrase[], isWhole = false): boolean {
  return [...quote.matchAll(figure)].some((match) => {
    const after = quote.slice(match.index + match[0].length).replace(beside, ' ');
    if (change.test(after) || (isWhole && match[0].includes('%'))) return false;
    const held = new Set(wordsOf(after, quote.slice(0, match.index), isWhole ? 1 : 3));
    return names.some((name) => name.every((stem) => held.has(stem)));
  });
}

/** What a figure is said of: the phrase after it with the last words before it, or all that stands before one that ends its clause. */
function wordsOf(after: string, before: string, verbs: number): string[] {
  const [phrase = ''] = after.slice(caption.exec(after)?.[0].length ?? 0).split(phraseEnd, 1);
  const said = terms(phrase);
  const clause = before.split(said.length === 0 ? /[.;:!?|\t–—]/u : /[.,;:!?(|\t–—]/u).at(-1) ?? '';
  return [...said, ...(said.length === 0 ? terms(clause) : terms(clause).slice(-verbs))];
}
