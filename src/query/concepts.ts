// What a topic is made of: each thing that it names, with the other words under which documents may speak of it.
import type { Concept } from '../domain/plan.ts';
import { terms, tokens } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import type { Vocabulary } from './expand.ts';
import { lookUp } from './lexicon-rows.ts';

/** A stretch of the topic that is known under other names. */
interface Known {
  readonly start: number;
  readonly end: number;
  readonly own: readonly string[];
  readonly others: readonly (readonly string[])[];
}

/** The concepts of a topic in order: known phrases as one, the longest first, every other content word by itself. */
export function conceptsOf(topic: string, vocabulary: Vocabulary): Concept[] {
  return topic.split(/\sor\s/iu).flatMap((part, option) => conceptsIn(part, option, vocabulary));
}

function conceptsIn(topic: string, option: number, vocabulary: Vocabulary): Concept[] {
  const read = tokens(topic);
  const generic = new Set(vocabulary.lexicon.generic.flatMap((word) => terms(word)));
  const known = withoutOverlap([...acronymsIn(read, vocabulary), ...lexiconPhrases(topic, vocabulary)]);
  const single = read
    .filter((token) => !known.some((phrase) => phrase.start <= token.start && token.end <= phrase.end))
    .map(({ term, start, end }): Known => ({ start, end, own: [term], others: [] }));
  return [...known, ...single]
    .toSorted((one, other) => one.start - other.start)
    .map(({ own, others }) => ({ own, others, isGeneric: own.every((term) => generic.has(term)), option }));
}

function lexiconPhrases(topic: string, { lexicon }: Vocabulary): Known[] {
  return lookUp(topic, lexicon).map(({ start, end, phrase, row }) => ({ start, end, own: phrase, others: row.mean }));
}

/** Acronyms of the corpus with their expansions, and expansions with their acronyms. */
function acronymsIn(read: readonly Token[], { acronyms }: Vocabulary): Known[] {
  return acronyms.flatMap(({ term, expansion }) => {
    const long = terms(expansion);
    return [
      ...occurrences(read, terms(term)).map((place) => ({ ...place, others: [long] })),
      ...occurrences(read, long).map((place) => ({ ...place, others: [terms(term)] })),
    ].filter(({ others }) => others.every((phrase) => phrase.length > 0));
  });
}

function occurrences(read: readonly Token[], phrase: readonly string[]): Omit<Known, 'others'>[] {
  if (phrase.length === 0) return [];
  return read.flatMap((first, at) => {
    const part = read.slice(at, at + phrase.length);
    const last = part.at(-1);
    const isHere = part.length === phrase.length && part.every(({ term }, index) => term === phrase[index]);
    return isHere && last ? [{ start: first.start, end: last.end, own: phrase }] : [];
  });
}

/** The longer phrase wins; what two sources know of the same words is joined. */
function withoutOverlap(found: readonly Known[]): Known[] {
  const kept: Known[] = [];
  for (const each of found.toSorted((one, other) => other.end - other.start - (one.end - one.start))) {
    const at = kept.findIndex((other) => each.start < other.end && other.start < each.end);
    const other = kept[at];
    if (!other) kept.push(each);
    else if (other.start === each.start && other.end === each.end)
      kept[at] = { ...other, others: [...other.others, ...each.others] };
  }
  return kept;
}
