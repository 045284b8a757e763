// Words as the lexical index sees them: lower case, plain quotes and digits, Porter stems.
import { stemmer } from 'stemmer';
import { rememberWords } from './remember-words.ts';

/** A word with its place in the text that it was read from. */
export interface Token {
  /** Stem, or the number in plain digits (`2,394,416` → `2394416`, `2023/2024` → `2023/24`). */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

// A number with thousands separators, decimals or a financial year; or a run of letters and digits with inner apostrophes.
const wordPattern = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:19|20)\d{2}\/\d{2,4}|\d+\.\d+|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** Function words: they carry no topic, and would drown the words that do. */
const stopWords = new Set(
  (
    "a about above after again all also am an and any are aren't as at be because been before being below between both but by can can't cannot could couldn't did didn't do does " +
    "doesn't doing don't down during each etc few for from further get gets getting got had hadn't has hasn't have haven't having he her here hers him his how i i'd i'll i'm i've if in into is " +
    "isn't it it's its itself just let's like me more most my myself no nor not of off on once only or other our ours out over own same she should shouldn't so some such than that that's the their " +
    "theirs them then there there's these they they're this those through to too under until up us very was wasn't we we'd we'll we're we've were weren't what what's whats when where which while " +
    "who who's whom why will with won't would wouldn't you you'd you'll you're you've your yours yourself yourselves ourselves themselves himself herself please tell does anything something many much " +
    "who've who'd who'll who're how's how'd how've where's when's why's there've there'll that've that'll that'd it'll he's he'd he'll she's she'd she'll"
  ).split(' '),
);

/** Whether a lower-case word is a function word. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word.replaceAll('’', "'"));
}

const numberWords = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** Reduces one lower-case word to the form under which it is indexed. */
function toTerm(word: string): string {
  if (/^\d/.test(word)) {
    const year = /^((?:19|20)\d{2})\/(?:\d{2})?(\d{2})$/.exec(word);
    return year ? `${year[1]}/${year[2]}` : word.replaceAll(',', '');
  }
  const number = numberWords.get(word);
  if (number !== undefined) return number;
  const bare = word
    .replace(/['’]s$/u, '')
    .replaceAll(/['’]/gu, '')
    // The mark of a footnote is no part of the word: "survey¹".
    .replace(/(?<=\p{L})[¹²³⁰⁴-⁹]+$/u, '');
  return stemmer(bare);
}

/** The term of a lower-case word; null of a function word. Stemming alone tries some thirty patterns. */
const termOf = rememberWords((word) => (isStopWord(word) ? null : toTerm(word)));

/** Content words of a text with their places; function words left out. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  // Not matchAll, which makes a pattern of its own for each text; this runs for thousands.
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    const term = termOf(match[0].toLowerCase());
    if (term !== null) found.push({ term, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Terms of a text in order, repeats kept; function words left out. */
export function terms(text: string): string[] {
  return tokens(text).map((token) => token.term);
}
