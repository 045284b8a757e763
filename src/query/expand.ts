// The terms to look for: the asker's own, and what the lexicon, the corpus's acronyms and its spelling add.
import type { Lexicon } from '../domain/lexicon.ts';
import type { PlanTerm } from '../domain/plan.ts';
import { terms, tokens } from '../text/tokens.ts';

/** What a question is expanded with; all of it comes from the corpus or from data beside it. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly acronyms: readonly { readonly term: string; readonly expansion: string }[];
  /** Number of passages that hold each term. */
  readonly frequency: ReadonlyMap<string, number>;
}

/** A synonym counts this much beside the asker's own word: .6 did best in trials of .4 to .8. */
const synonymWeight = 0.6;
/** A generic word counts this much. */
const genericWeight = 0.35;

/** Terms of `topic` with weights, the asker's own first; each term once, with its highest weight. */
export function expandTerms(topic: string, vocabulary: Vocabulary): PlanTerm[] {
  const generic = new Set(vocabulary.lexicon.generic.flatMap((word) => terms(word)));
  const own = tokens(topic).map((token): PlanTerm => ({
    term: token.term,
    weight: generic.has(token.term) ? genericWeight : 1,
    source: 'question',
  }));
  const all = [
    ...own,
    ...spellings(own, vocabulary),
    ...acronymTerms(topic, vocabulary),
    ...synonymTerms(topic, vocabulary),
  ];
  const kept = new Map<string, PlanTerm>();
  for (const term of all) {
    const before = kept.get(term.term);
    if (!before || before.weight < term.weight) kept.set(term.term, before ? { ...before, weight: term.weight } : term);
  }
  return [...kept.values()];
}

function synonymTerms(topic: string, { lexicon }: Vocabulary): PlanTerm[] {
  const plain = ` ${terms(topic).join(' ')} `;
  const found: PlanTerm[] = [];
  for (const row of lexicon.synonyms) {
    const hit = row.words.some((words) => {
      const stems = terms(words).join(' ');
      return stems !== '' && plain.includes(` ${stems} `);
    });
    if (!hit) continue;
    for (const meaning of row.mean) {
      const stems = terms(meaning);
      // A phrase's words share its weight, or long synonyms would drown the question.
      for (const term of stems)
        found.push({ term, weight: synonymWeight / Math.sqrt(stems.length), source: 'lexicon' });
    }
  }
  return found;
}

function acronymTerms(topic: string, { acronyms }: Vocabulary): PlanTerm[] {
  const plain = ` ${terms(topic).join(' ')} `;
  return acronyms.flatMap(({ term, expansion }) => {
    const short = terms(term).join(' ');
    const long = terms(expansion);
    const asked = plain.includes(` ${short} `);
    const spelled = plain.includes(` ${long.join(' ')} `);
    if (asked)
      return long.map((stem): PlanTerm => ({
        term: stem,
        weight: synonymWeight / Math.sqrt(long.length),
        source: 'acronym',
      }));
    return spelled && short !== '' ? [{ term: short, weight: synonymWeight, source: 'acronym' }] : [];
  });
}

/** A word that no document holds is taken for a slip: the nearest words of the corpus stand in, at a distance of one or two letters. */
function spellings(own: readonly PlanTerm[], { frequency, lexicon }: Vocabulary): PlanTerm[] {
  const known = new Set(lexicon.synonyms.flatMap(({ words }) => words.flatMap((word) => terms(word))));
  return own
    .filter(({ term }) => term.length >= 5 && !frequency.has(term) && !known.has(term) && /^\p{L}+$/u.test(term))
    .flatMap(({ term }) =>
      nearest(term, frequency).map((near): PlanTerm => ({ term: near, weight: 0.8, source: 'spelling' })),
    );
}

function nearest(term: string, frequency: ReadonlyMap<string, number>): string[] {
  const limit = term.length >= 8 ? 2 : 1;
  let best: string[] = [];
  let bestDistance = limit + 1;
  for (const candidate of frequency.keys()) {
    if (Math.abs(candidate.length - term.length) > limit || candidate[0] !== term[0]) continue;
    const distance = editDistance(term, candidate, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [[candidate], distance];
    else if (distance === bestDistance && distance <= limit) best.push(candidate);
  }
  return best.toSorted((one, other) => (frequency.get(other) ?? 0) - (frequency.get(one) ?? 0)).slice(0, 2);
}

/** Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps); `ceiling + 1` for all that is farther. */
export function editDistance(one: string, other: string, ceiling: number): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = nextRow({ one, other, row, last, beforeLast });
    if (Math.min(...next) > ceiling) return ceiling + 1;
    [beforeLast, last] = [last, next];
  }
  return last[other.length] ?? 0;
}

interface Step {
  readonly one: string;
  readonly other: string;
  readonly row: number;
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

function nextRow({ one, other, row, last, beforeLast }: Step): number[] {
  const next = [row];
  const letter = one[row - 1];
  for (let column = 1; column <= other.length; column += 1) {
    const changed = letter === other[column - 1] ? 0 : 1;
    const swapped = row > 1 && letter === other[column - 2] && one[row - 2] === other[column - 1];
    const costs = [(last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + changed];
    next.push(Math.min(...costs, swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity));
  }
  return next;
}
