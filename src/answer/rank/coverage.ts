// How much of what a question asks stands in the sentences that would answer it. A near miss ("which company supplies the
// scanners?") shares its topic with the text, and differs in the one word that is asked.
import type { Plan, Sense } from '../../domain/plan.ts';
import type { TermStatistics } from '../../ports.ts';
import { holdsKind } from '../../text/kinds.ts';
import { inverseFrequency } from '../../text/rarity.ts';
import { terms } from '../../text/tokens.ts';
import type { Candidate } from './features.ts';
import { readPassage } from './read-passage.ts';

export interface Coverage {
  /** Share of the question's words, by rarity, that the sentences or their headings hold, in these or other words. */
  readonly quoted: number;
  /** Rarity of the rarest word that the sentences lack, from 0 to 1. */
  readonly missing: number;
  /** Rarity of the next rarest. */
  readonly missingNext: number;
  /** Share of the words that no document holds, in these or other words. */
  readonly unknown: number;
  /** Share of the asked noun's words that the sentences lack; 0 where no noun is asked for. */
  readonly nounMissing: number;
  /** Words of the question that carry its topic. */
  readonly words: number;
  /** Whether the question speaks of something ended or refused, and the sentences do not. */
  readonly ends: boolean;
}

export interface CoverageRequest {
  readonly plan: Plan;
  readonly statistics: TermStatistics;
}

export function coverageOf({ plan, statistics }: CoverageRequest, top: readonly Candidate[]): Coverage {
  const rarest = inverseFrequency(0, statistics.sentences);
  const rarity = (term: string): number =>
    inverseFrequency(statistics.sentenceFrequency.get(term) ?? 0, statistics.sentences) / rarest;
  const senses = plan.senses.filter((sense) => isSought(sense, plan, top));
  const weigh = ({ stems }: Sense): number => Math.max(...stems.map(rarity));
  const held = heldBy(top);
  const lacking = senses.filter((sense) => !isHeld(sense, held));
  const [missing = 0, missingNext = 0] = lacking.map(weigh).toSorted((one, other) => other - one);
  const isKnown = ({ stems, others }: Sense): boolean =>
    others.length > 0 || stems.every((stem) => (statistics.passageFrequency.get(stem) ?? 0) > 0);
  const noun = senses.filter(({ stems }) => stems.some((stem) => plan.askedNoun.includes(stem)));
  return {
    quoted: share(senses, held, weigh),
    missing,
    missingNext,
    unknown: senses.length === 0 ? 0 : senses.filter((sense) => !isKnown(sense)).length / senses.length,
    nounMissing: noun.length === 0 ? 0 : noun.filter((sense) => !isHeld(sense, held)).length / noun.length,
    words: senses.length,
    ends: lacking.some(({ stems }) => stems.some((stem) => endings.has(stem))),
  };
}

/** A word that only names the kind of thing asked for ("how much money") stands in that thing: no sum is called money. */
function isSought({ stems }: Sense, { asks }: Plan, sentences: readonly Pick<Candidate, 'quote'>[]): boolean {
  if (stems.some((stem) => /^\d/u.test(stem))) return false;
  const isKind = asks === 'money' && stems.every((stem) => moneyWords.has(stem));
  return !isKind || !sentences.some(({ quote }) => holdsKind(quote, 'money'));
}

export const moneyWords: ReadonlySet<string> = new Set(terms('money cash sum pounds quid'));

/** Stems of sentences, of the headings that they stand under and of the line that leads to their list. */
function heldBy(sentences: readonly Pick<Candidate, 'passage' | 'sentence' | 'terms'>[]): Set<string> {
  return new Set(
    sentences.flatMap(({ passage, sentence, terms: own }) => {
      const { headings, leads } = readPassage(passage);
      return [...own, ...headings, ...(leads.get(sentence.start) ?? [])];
    }),
  );
}

/** Stems of verbs that end, refuse or undo something. */
const endings: ReadonlySet<string> = new Set(
  terms(
    'scrap abolish freeze froze drop cancel ditch axe withdraw withdrew abandon disband outsource privatise ban shut close merge suspend halve reject fail miss delay postpone resign quit sack sue fine appeal refuse',
  ),
);

/**
 * Whether at least two words of a "why" stand in none of the sentences: what it takes for granted may then never have been. By itself
 * no reason to withhold, for 28 of 63 answerable ones, asked in everyday words, lack as many.
 */
export function lacksPremise({ asks, senses }: Plan, sentences: readonly Candidate[]): boolean {
  const held = heldBy(sentences);
  return asks === 'reason' && senses.filter((sense) => !isHeld(sense, held)).length >= 2;
}

/** Why something was given up is asked, and no sentence says of any of it that it was: nothing was given up that is told of. */
export function tellsNoEnd({ asks, question, senses, continues }: Plan, sentences: readonly Candidate[]): boolean {
  if (asks !== 'reason' || continues !== null || !givenUp.test(question)) return false;
  const isEnding = ({ stems }: Sense): boolean => stems.some((stem) => endings.has(stem) || stem === stopStem);
  const [ended, others] = [senses.filter(isEnding), senses.filter((sense) => !isEnding(sense))];
  return !sentences.some(({ terms: held, quote }) => {
    // What the lexicon takes for "drop" may be a mere fall.
    const saysEnd = ended.some(({ stems }) => stems.every((stem) => held.has(stem))) || givenUpTold.test(quote);
    return saysEnd && others.some((sense) => isHeld(sense, held));
  });
}

const [stopStem] = terms('stop');
/** Asked in such words, a thing must have been given up; to stop a crime or to drop by a tenth is something else. */
const givenUp =
  /\b(?:scrap(?:ped)?|abolish(?:ed)?|ditch(?:ed)?|axed?|abandon(?:ed)?|disband(?:ed)?|cancel(?:led)?|drop(?:ped)?(?! (?:by|in|to|from|off)\b)|stop(?:ped)? \p{L}+ing|(?:get|got|getting) rid of|(?:do|did|done) away with|g[ai]ven? up|step(?:ped)? (?:away|back) from|pull(?:ed)? out of|walk(?:ed)? away from)\b/iu;
const givenUpTold = /\b(?:no longer|instead of|ceas\w+|discontinu\w+|remov\w+|replac\w+|end(?:ed|ing)? (?:the|our))\b/i;

/** Whether the words, or others that stand for them, are among those held. */
export function isHeld({ stems, others }: Sense, held: ReadonlySet<string>): boolean {
  return [stems, ...others].some((wording) => wording.every((stem) => held.has(stem)));
}

/** The most that any one of the sentences, with its headings, holds of the question's words, by rarity; 0 without sentences. */
export function heldInOne(request: CoverageRequest, sentences: readonly Candidate[]): number {
  return Math.max(0, ...sentences.map((sentence) => coverageOf(request, [sentence]).quoted));
}

function share(senses: readonly Sense[], held: ReadonlySet<string>, weigh: (sense: Sense) => number): number {
  const total = senses.reduce((sum, sense) => sum + weigh(sense), 0);
  const found = senses.filter((sense) => isHeld(sense, held)).reduce((sum, sense) => sum + weigh(sense), 0);
  return total === 0 ? 1 : found / total;
}
