// Of a question that goes on, the sentences that may answer: those about the thing asked after, not about another beside it.
import type { Continuation } from '../domain/plan.ts';
import { shownSentences } from './shown.ts';
import type { ComposeRequest } from './request.ts';
import type { RankedSentence } from './rank.ts';
import { holdsHalf, isOf, isSameSection, namedSubject, speaksOf } from './subject.ts';
import { tellsAsked } from './tells-asked.ts';

/** Words by which something undertaken is told to have come true, or not to have. */
const outcome = /\b(?:achieved|met|exceeded|surpassed|hit|missed|fell short|reached|delivered|beaten)\b/u;
const undertakes =
  /\b(?:will|must|shall|aim|target|ambition|objective|plan to|intend|committed?|by 20\d\d)\b|['’]ll\b/iu;

/** The request with its sentences sifted; itself where the question stands alone. */
export function continuedRequest(request: ComposeRequest): ComposeRequest {
  const passes = sieveOf(request);
  if (!passes) return request;
  const sift = (sentences: readonly RankedSentence[]): RankedSentence[] => sentences.filter(passes);
  return { ...request, ranked: sift(request.ranked), rankedIn: (document) => sift(request.rankedIn(document)) };
}

type Sieve = (sentence: RankedSentence) => boolean;

function sieveOf(request: ComposeRequest): Sieve | null {
  const { continues, intent } = request.plan;
  if (!continues || intent === 'compare' || intent === 'timeline') return null;
  if (continues.asksOutcome)
    return ({ quote, terms }) => outcome.test(quote) && !undertakes.test(quote) && holdsHalf(continues.subject, terms);
  if (continues.how === 'kind') return sieveOfKind(request, continues);
  return continues.how === 'focus' ? sieveOfFocus(request, continues) : null;
}

/** Another kind of thing is asked of the same subject. */
function sieveOfKind(request: ComposeRequest, { subject }: Continuation): Sieve | null {
  const { plan } = request;
  if (plan.asks === 'reason' || plan.asks === 'meaning') return null;
  const isMeant = isBesideOrOf(request, subject);
  return (sentence) => tellsAsked(sentence, plan) && isMeant(sentence);
}

/** In the section that was quoted, or about the same by its words. */
function isBesideOrOf({ shown = [] }: ComposeRequest, subject: Continuation['subject']): Sieve {
  return ({ terms, passage }) => isOf(subject, terms, passage) || shown.some((other) => isSameSection(other, passage));
}

/** The question has words of its own. */
function sieveOfFocus(request: ComposeRequest, { replaces, subject, cited }: Continuation): Sieve | null {
  const { senses, asks } = request.plan;
  if (replaces) return senses.length === 0 ? null : ({ terms }) => holdsHalf(senses, terms);
  if (asks === null || cited.length === 0) return null;
  const named = namedSubject(subject, shownSentences(request));
  // Whose work a thing is must be told of that thing; what is counted has its own words.
  const isOfSubject: Sieve = asks === 'person' || asks === 'name' ? isBesideOrOf(request, subject) : () => true;
  const isMeant: Sieve = named.names.length > 0 ? (sentence) => speaksOf(sentence, named) : isOfSubject;
  return (sentence) => tellsAsked(sentence, request.plan) && isMeant(sentence);
}
