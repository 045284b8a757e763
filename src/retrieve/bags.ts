// Term counts of passages and their sentences, kept for the passages seen lately: stemming is the dear part of lexical scoring.
import type { PassageId } from '../domain/ids.ts';
import type { Passage } from '../domain/passage.ts';
import { terms } from '../text/tokens.ts';

/** How often each term stands in a text, and how many terms that text has. */
export interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

export interface PassageBags {
  /** Body and heading together; a word of the heading counts twice. */
  readonly passage: Bag;
  /** One for each sentence, headings left out. */
  readonly sentences: readonly Bag[];
}

const headingWeight = 2;
/** About 20 KB a passage, so 100 MB at the most. */
const capacity = 5000;

export type BagReader = (passage: Passage) => PassageBags;

/** A reader that remembers the passages used last. */
export function createBagReader(): BagReader {
  const known = new Map<PassageId, PassageBags>();
  return (passage) => {
    const hit = known.get(passage.id);
    if (hit) return hit;
    const bags = readBags(passage);
    const oldest = known.keys().next();
    if (known.size >= capacity && !oldest.done) known.delete(oldest.value);
    known.set(passage.id, bags);
    return bags;
  };
}

function readBags(passage: Passage): PassageBags {
  const sentences = passage.sentences.map((sentence) =>
    bagOf(terms(passage.text.slice(sentence.start - passage.start, sentence.end - passage.start)), 1),
  );
  const heading = bagOf(terms(passage.section.join(' ')), headingWeight);
  const body = sentences.filter((_, index) => passage.sentences[index]?.kind !== 'heading');
  return { passage: merge([...body, heading]), sentences };
}

function bagOf(found: readonly string[], weight: number): Bag {
  const counts = new Map<string, number>();
  for (const term of found) counts.set(term, (counts.get(term) ?? 0) + weight);
  return { counts, length: found.length };
}

function merge(bags: readonly Bag[]): Bag {
  const counts = new Map<string, number>();
  let length = 0;
  for (const bag of bags) {
    length += bag.length;
    for (const [term, count] of bag.counts) counts.set(term, (counts.get(term) ?? 0) + count);
  }
  return { counts, length };
}
