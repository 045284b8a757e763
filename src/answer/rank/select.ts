// Which of the ranked sentences are quoted: the best, and those that add to it.
import type { Sentence } from '../../domain/passage.ts';
import type { Quotation } from '../quote/quotation.ts';
import type { RankedSentence } from './rank.ts';
import { sentenceBefore } from '../quote/leans-on.ts';
import { withWholeEmphasis } from '../quote/whole-emphasis.ts';
import { displayQuote } from '../quote/display-quote.ts';

export interface SelectOptions {
  /** Most sentences, and most words in all. */
  readonly sentences: number;
  readonly words: number;
  /** A sentence is taken if its score is within this of the best. */
  readonly margin: number;
}

/** Sentences to quote, best first; repeats of what is quoted already are passed over. */
export function select<Ranked extends RankedSentence>(ranked: readonly Ranked[], options: SelectOptions): Ranked[] {
  const best = ranked[0];
  if (!best) return [];
  const chosen: Ranked[] = [];
  let length = 0;
  for (const candidate of ranked) {
    if (chosen.length >= options.sentences || best.score - candidate.score > options.margin) break;
    const size = wordsOf(candidate.quote);
    if (chosen.length > 0 && (length + size > options.words || chosen.some((other) => repeats(other, candidate))))
      continue;
    chosen.push(candidate);
    length += size;
  }
  return chosen;
}

/** The sentence, with the one before it where it leans on that; a lead-in ("Our values:") with what it leads to, as far as that fits. */
export function toQuotation(ranked: RankedSentence): Quotation {
  return withWholeEmphasis(withLead(ranked));
}

function withLead({ passage, sentence, at, quote }: RankedSentence): Quotation {
  if (!/:\s*$/u.test(quote))
    return { passage, start: sentenceBefore(passage, at)?.start ?? sentence.start, end: sentence.end };
  const following = passage.sentences.slice(at + 1);
  const stop = following.findIndex((next, index) => !continues(next, index) || next.end - sentence.start > longestLead);
  const last = following[(stop < 0 ? following.length : stop) - 1];
  return { passage, start: sentence.start, end: last?.end ?? sentence.end };
}

/** Longest quotation that a lead-in may grow to, in UTF-16 code units. */
const longestLead = 500;

/** List items belong to the lead-in; of running text only what follows at once. */
function continues(next: Sentence, index: number): boolean {
  return next.kind === 'item' || next.kind === 'bullet' || (next.kind === 'prose' && index === 0);
}

function wordsOf(text: string): number {
  return text.split(/\s+/u).length;
}

/** Whether one sentence says, nearly word for word, what another says. */
function repeats(one: RankedSentence, other: RankedSentence): boolean {
  return displayQuote(one.quote) === displayQuote(other.quote) || overlap(one, other) > 0.8;
}

/** Share of the shorter sentence's stems that both hold. */
export function overlap(one: RankedSentence, other: RankedSentence): number {
  const shared = other.tokens.filter((token) => one.terms.has(token.term)).length;
  return shared / Math.max(1, Math.min(one.tokens.length, other.tokens.length));
}
