// A date asked for what the question gives the figure of ("when will costs be 35% lower?"), where the documents state that and no date for it.
import { statesGiven } from '../figures/given-figure.ts';
import { quote, words } from '../quote/quotation.ts';
import { readPassage } from '../rank/read-passage.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { tellsWhen } from '../tells/tells-when.ts';
import { meantDocuments } from '../../domain/plan.ts';

/** A date that lies ahead of what is undertaken. */
const asksAhead = /\b(?:by when|when (?:will|would|is|are|do|should)|by (?:what|which) (?:year|date)|deadline)\b/i;

/** Null where no such date is asked for, where nothing states the figure, and where what does is dated. */
export function composeUndated({ plan, documents, rankedIn }: ComposeRequest): Composed | null {
  const states = asksAhead.test(plan.question) ? statesGiven(plan) : null;
  if (states === null) return null;
  const meant = meantDocuments(plan.scope);
  const stating = documents.toReversed().flatMap(({ id }) => (meant.has(id) ? rankedIn(id).filter(states) : []));
  const [first] = stating;
  if (!first || stating.some(isDated)) return null;
  const { passage, sentence } = first;
  return {
    paragraphs: [
      [quote({ passage, start: sentence.start, end: sentence.end })],
      [words('No deadline is stated there.')],
    ],
    isMissing: true,
  };
}

/** By itself, or by the sentence after it: "This will be reached by 2016." */
function isDated({ quote: text, passage, at }: RankedSentence): boolean {
  const next = readPassage(passage).sentences[at + 1];
  return tellsWhen(text, 'when?') || (next !== undefined && tellsWhen(next.quote, 'when?'));
}
