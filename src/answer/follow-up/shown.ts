// A question that goes on is first put to what is on screen: the sentences that the last answer quoted, and their neighbours.
import type { AskedKind } from '../../domain/asked.ts';
import type { CitedPlace } from '../../domain/conversation.ts';
import { meantDocuments } from '../../domain/plan.ts';
import type { Continuation, Plan, Sense } from '../../domain/plan.ts';
import { figureBeside } from '../figures/figure-beside.ts';
import { isDeniedOnlyIn } from '../rank/negation.ts';
import { isHeld } from '../rank/coverage.ts';
import { featureOf } from '../rank/features.ts';
import { quote, words } from '../quote/quotation.ts';
import { createRanking } from '../rank/rank.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { toQuotation } from '../rank/select.ts';
import { isOf, namedSubject, speaksOf, tellingOf } from './subject.ts';
import { ownSenses, tellsAsked } from '../tells/tells-asked.ts';
import { asksHowLong } from '../tells/tells-when.ts';

/** Kinds of thing whose presence in a sentence can be told from its words. */
const tellable: ReadonlySet<AskedKind> = new Set<AskedKind>(['number', 'money', 'rate', 'date', 'name', 'person']);

/** The sentences of the passages last quoted, best first; empty where the question does not go on with them. */
export function shownSentences(request: ComposeRequest): RankedSentence[] {
  const { plan } = request;
  const meant = meantDocuments(plan.scope);
  const shown = (request.shown ?? []).filter(({ documentId }) => meant.has(documentId));
  return goesOn(plan) ? createRanking(request)(shown.map((passage) => ({ passage, score: 0 }))) : [];
}

function goesOn({ continues }: Plan): boolean {
  return continues !== null && (continues.how === 'focus' || continues.how === 'kind') && continues.cited.length > 0;
}

/** The answer that stands on screen already; null where the sentences there do not hold what is asked. */
export function composeShown(request: ComposeRequest): Composed | null {
  const { plan } = request;
  const { continues } = plan;
  const isTried =
    continues &&
    !continues.asksOutcome &&
    !asksBeyond.test(plan.question) &&
    (continues.replaces || isTellable(plan.asks));
  const best = isTried ? bestShown(request, continues) : null;
  if (!best || !continues) return null;
  const figure = isCountIn(best, plan) ? figureBeside(best, countedIn(plan, continues)) : null;
  const lead = figure === null ? [] : [words(`**${figure}** – `)];
  return { paragraphs: [[...lead, quote(toQuotation(best))]] };
}

/** Whether a count is asked for, and of what the sentence tells. */
function isCountIn({ quote: told }: RankedSentence, { asks, asked, question }: Plan): boolean {
  return (asks === 'number' || asks === 'money') && !asksHowLong(question) && !isDeniedOnlyIn(asked, told);
}

/** What the figure must stand beside: what the message names, or what was spoken of. */
function countedIn(plan: Plan, { subject }: Continuation): readonly Sense[] {
  const own = ownSenses(plan);
  return own.length > 0 ? own : tellingOf(subject);
}

/** Another figure than the one on screen is wanted. */
const asksBeyond = /\b(?:different|another|others?|else|elsewhere)\b/i;

/** What was quoted comes before what stands beside it. */
function bestShown(request: ComposeRequest, continues: Continuation): RankedSentence | null {
  const { plan } = request;
  const sentences = shownSentences(request);
  const named = namedSubject(continues.replaces ? [] : continues.subject, sentences);
  // With several quotations, only some may be about what is asked for by its kind alone.
  const isMeant = ({ terms, passage }: RankedSentence): boolean =>
    continues.how !== 'kind' || continues.cited.length === 1 || isOf(continues.subject, terms, passage);
  const near = sentences
    .filter(isMeant)
    .map((sentence) => ({ sentence, steps: stepsFrom(continues.cited, sentence) }))
    .filter(({ steps }) => steps <= 1)
    .toSorted((one, other) => one.steps - other.steps);
  return near.find(({ sentence }) => isAnswer(sentence, plan) && speaksOf(sentence, named))?.sentence ?? null;
}

function isTellable(asks: AskedKind | null): boolean {
  return asks !== null && tellable.has(asks);
}

/** Whether the sentence was quoted last, or stands right beside one that was. */
export function isBesideShown({ cited }: Continuation): (sentence: RankedSentence) => boolean {
  return (sentence) => stepsFrom(cited, sentence) <= 1;
}

/** 0 for a sentence that was quoted, 1 for its neighbours in the passage, more for the others. */
function stepsFrom(cited: Continuation['cited'], { passage, at }: RankedSentence): number {
  const isCited = (index: number): boolean => {
    const sentence = passage.sentences[index];
    return sentence !== undefined && cited.some((place) => place.passageId === passage.id && overlaps(place, sentence));
  };
  if (isCited(at)) return 0;
  return isCited(at - 1) || isCited(at + 1) ? 1 : 2;
}

function overlaps(place: CitedPlace, sentence: { readonly start: number; readonly end: number }): boolean {
  return place.start < sentence.end && sentence.start < place.end;
}

function isAnswer(sentence: RankedSentence, plan: Plan): boolean {
  if (isTellable(plan.asks) && !tellsAsked(sentence, plan)) return false;
  const own = ownSenses(plan);
  const { terms } = sentence;
  const held = own.filter((sense) => isHeld(sense, terms)).length;
  // Of a question in words of its own, one word may be put differently; of what only names another thing, none.
  const fewest = plan.continues?.replaces === true || own.length < 3 ? own.length : own.length - 1;
  return held >= fewest && isCounted(sentence, plan.asks, own);
}

/** Whether a number stands beside what is to be counted. */
function isCounted(sentence: RankedSentence, asks: AskedKind | null, own: readonly Sense[]): boolean {
  const counts = asks === 'number' || asks === 'money';
  return !counts || own.length === 0 || featureOf(sentence, 'near') > 0 || figureBeside(sentence, own) !== null;
}
