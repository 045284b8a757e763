// The topic in the documents' register: everyday words and slang replaced by what the lexicon says documents use instead.
import type { Lexicon } from '../domain/lexicon.ts';
import { terms, tokens } from '../text/tokens.ts';

/** The topic with each word or phrase that the lexicon knows in its place's first meaning; null where there is none. */
export function rephrase(topic: string, lexicon: Lexicon): string | null {
  const meanings = firstMeanings(lexicon);
  const found = tokens(topic);
  let rephrased = '';
  let from = 0;
  for (let at = 0; at < found.length;) {
    const match = longestMatch(
      found.slice(at).map((token) => token.term),
      meanings,
    );
    const first = found[at];
    const last = found[at + (match?.length ?? 1) - 1];
    if (match && first && last) {
      rephrased += topic.slice(from, first.start) + match.meaning;
      from = last.end;
    }
    at += match?.length ?? 1;
  }
  return from === 0 ? null : rephrased + topic.slice(from);
}

interface Match {
  readonly length: number;
  readonly meaning: string;
}

const longestPhrase = 4;

function longestMatch(stems: readonly string[], meanings: ReadonlyMap<string, string>): Match | null {
  for (let length = Math.min(longestPhrase, stems.length); length > 0; length -= 1) {
    const meaning = meanings.get(stems.slice(0, length).join(' '));
    if (meaning !== undefined) return { length, meaning };
  }
  return null;
}

/** Stems of what askers say, with the first of the words that documents use for it; where both are the same word there is nothing to do. */
function firstMeanings({ synonyms }: Lexicon): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  for (const { words, mean } of synonyms) {
    const [meaning] = mean;
    for (const word of words) {
      const stems = terms(word).join(' ');
      const same = meaning === undefined || mean.some((other) => terms(other).join(' ') === stems);
      if (stems !== '' && !same && !meanings.has(stems)) meanings.set(stems, meaning);
    }
  }
  return meanings;
}
