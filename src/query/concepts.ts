// What a topic is made of: each thing that it names, with the other words under which documents may speak of it.
import type { Concept } from '../domain/plan.ts';
import { tokens } from '../text/tokens.ts';
import { genericStems, stemsOf } from './expand.ts';
import type { Vocabulary } from './expand.ts';
import { compoundsIn, lookUp } from './lexicon-rows.ts';

/** A stretch of the topic's stems that is known under other names. */
interface Known {
  readonly at: number;
  readonly own: readonly string[];
  readonly others: readonly (readonly string[])[];
}

/** The concepts of a topic in order: known phrases as one, the longest first, every other content word by itself. */
export function conceptsOf(topic: string, vocabulary: Vocabulary): Concept[] {
  let thing = 0;
  return topic.split(/\sor\s/i).flatMap((part, option) =>
    conceptsIn(part, vocabulary).map(({ joins, ...concept }, at) => {
      if (joins || (at === 0 && option > 0)) thing += 1;
      return { ...concept, option, thing };
    }),
  );
}

interface PlacedConcept extends Omit<Concept, 'option' | 'thing'> {
  /** Whether an "and" stands between it and the concept before. */
  readonly joins: boolean;
}

const joining = /^\s*,?\s*(?:and|plus|&|nor)\s+(?:(?:the|a|an|any|our)\s+)?$/i;

function conceptsIn(text: string, vocabulary: Vocabulary): PlacedConcept[] {
  const generic = genericStems(vocabulary.lexicon);
  const found = tokens(text);
  const stems = found.map(({ term }) => term);
  const compounds = compoundsIn(stems, vocabulary.lexicon).map(({ at, phrase }) => ({ at, own: phrase, others: [] }));
  const known = longest([...acronymsIn(stems, vocabulary), ...lexiconPhrases(text, vocabulary), ...compounds]);
  const single = stems
    .map((stem, at): Known => ({ at, own: [stem], others: [] }))
    .filter((word) => !known.some((phrase) => overlap(word, phrase)));
  const between = (at: number): string => text.slice(found[at - 1]?.end ?? 0, found[at]?.start ?? text.length);
  const joins = (at: number): boolean => at > 0 && joining.test(between(at));
  const placed = [...known, ...single].toSorted((one, other) => one.at - other.at);
  return placed.map(({ at, own, others }, index) => {
    const next = placed[index + 1]?.at ?? found.length;
    const end = next < found.length && !joins(next) ? found[next]?.start : found[next - 1]?.end;
    return {
      own,
      others,
      isGeneric: own.every((term) => generic.has(term)),
      joins: joins(at),
      words: text.slice(found[at]?.start ?? 0, end),
    };
  });
}

function lexiconPhrases(text: string, { lexicon }: Vocabulary): Known[] {
  const found = tokens(text);
  return lookUp(text, lexicon)
    .filter(({ phrase }) => phrase.length > 0)
    .map(({ start, phrase, row }) => ({
      at: found.findIndex((token) => token.start >= start),
      own: phrase,
      others: row.mean,
    }));
}

/** Acronyms of the corpus with their expansions, and expansions with their acronyms. */
function acronymsIn(stems: readonly string[], { acronyms }: Vocabulary): Known[] {
  const found: Known[] = [];
  for (const { short, long } of stemsOf(acronyms)) {
    if (short.length === 0 || long.length === 0) continue;
    for (const at of placesOf(short, stems)) found.push({ at, own: short, others: [long] });
    for (const at of placesOf(long, stems)) found.push({ at, own: long, others: [short] });
  }
  return found;
}

function placesOf(phrase: readonly string[], stems: readonly string[]): number[] {
  const places: number[] = [];
  for (let at = stems.indexOf(phrase[0] ?? ''); at >= 0; at = stems.indexOf(phrase[0] ?? '', at + 1)) {
    if (phrase.every((term, index) => stems[at + index] === term)) places.push(at);
  }
  return places;
}

/** The longer phrase wins; what two sources know of the same words is joined. */
function longest(found: readonly Known[]): Known[] {
  const kept: Known[] = [];
  for (const each of found.toSorted((one, other) => other.own.length - one.own.length)) {
    const at = kept.findIndex((other) => overlap(each, other));
    const other = kept[at];
    if (!other) kept.push(each);
    else if (other.at === each.at && other.own.length === each.own.length)
      kept[at] = { ...other, others: [...other.others, ...each.others] };
  }
  return kept;
}

function overlap(one: Known, other: Known): boolean {
  return one.at < other.at + other.own.length && other.at < one.at + one.own.length;
}
