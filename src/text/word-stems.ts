// Every word of a text by its stem, function words too: for phrases that are nothing without them ("policing by consent").
import type { Span } from '../domain/document.ts';
import { rememberWords } from './remember-words.ts';
import { terms } from './tokens.ts';

export interface WordStem extends Span {
  /** A function word, and what has no stem, stands for itself in lower case. */
  readonly stem: string;
}

const wordPattern = /&|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

const stemOf = rememberWords((word) => (word === '&' ? 'and' : (terms(word)[0] ?? word)));

/** Words in order, their places in UTF-16 code units; the halves of a hyphenated word are two words, `&` is `and`. */
export function wordStems(text: string): WordStem[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    stem: stemOf(match[0].toLowerCase()),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
