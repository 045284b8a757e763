// Of a question that goes on, the sentences that may answer: those about the thing asked after, not about another beside it, and that hold
// what the message asks anew.
import { meantDocuments } from '../../domain/plan.ts';
import type { Continuation, Plan, Sense } from '../../domain/plan.ts';
import { terms as stemsOf } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import { holdsNewName } from '../withhold/missing-kind.ts';
import { readPassage } from '../rank/read-passage.ts';
import { rankedRequest } from '../ranked/ranked-request.ts';
import { isBesideShown, shownSentences } from './shown.ts';
import type { ComposeRequest } from '../rank/request.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { holdsHalf, holdsNearlyAll, isOf, isSameSection, namedSubject, speaksOf, tellingOf } from './subject.ts';
import { tellsAsked } from '../tells/tells-asked.ts';
import { tellsOutcome } from '../tells/tells-outcome.ts';
import { asksWhichOfIt, enumerates } from '../tells/which-of-it.ts';

/** The request with its sentences sifted; itself where the question stands alone. */
export function continuedRequest(request: ComposeRequest): ComposeRequest {
  const sifted = siftedRequest(request);
  return sifted.ranked.length === 0 ? (widened(request) ?? sifted) : sifted;
}

function siftedRequest(request: ComposeRequest): ComposeRequest {
  const passes = sieveOf(request);
  if (!passes) return request;
  const sift = (sentences: readonly RankedSentence[]): RankedSentence[] => sentences.filter(passes);
  return { ...request, ranked: sift(request.ranked), rankedIn: (document) => sift(request.rankedIn(document)) };
}

/** Another thing than before may stand in another document than before: all are asked where the ones meant do not name it. */
function widened(request: ComposeRequest): ComposeRequest | null {
  const { plan, documents } = request;
  const { continues, scope } = plan;
  // Documents that the message names itself are meant.
  const isInherited =
    continues?.replaces === true && scope.kind !== 'open' && meantDocuments(scope).size < documents.length;
  if (!isInherited || plan.intent === 'presence' || !continues.keepsScope) return null;
  const open = { ...scope, kind: 'open' as const };
  const wide = siftedRequest(rankedRequest({ ...request, plan: { ...plan, scope: open } }));
  return wide.ranked.some(({ terms }) => holdsNearlyAll(tellingOf(plan.senses), terms)) ? wide : null;
}

type Sieve = (sentence: RankedSentence) => boolean;

function sieveOf(request: ComposeRequest): Sieve | null {
  const { continues, intent, senses } = request.plan;
  if (!continues || intent === 'compare' || intent === 'timeline' || intent === 'presence') return null;
  // What hangs under a point was looked for where it stands; what is near in meaning is another thing's.
  if (continues.wants !== null && continues.wants !== 'whole') return () => false;
  if (continues.asksOutcome) return ({ quote, terms }) => tellsOutcome(quote) && holdsHalf(continues.subject, terms);
  if (continues.how === 'kind') return sieveOfKind(request, continues);
  if (continues.how === 'scope') return sieveOfScope(senses, request.plan);
  if (continues.how === 'beside') return sieveOfPart(request.plan, continues);
  return continues.how === 'focus' ? sieveOfFocus(request, continues) : null;
}

/**
 * A figure that a part of a message asks for in few words ("…, and how much does the role cost?") must be told of all of them, or of what
 * the part before named: one word more stands beside many figures.
 */
function sieveOfPart(plan: Plan, { subject }: Continuation): Sieve | null {
  const own = plan.senses.filter(({ stems }) => !stems.every((stem) => measuring.has(stem)));
  const isFigure = plan.asks === 'number' || plan.asks === 'money';
  if (!plan.isPart || !isFigure || subject.length === 0 || own.length > fewWords) return null;
  const telling = tellingOf(subject);
  return (sentence) =>
    tellsAsked(sentence, plan) &&
    (own.every((sense) => isHeld(sense, sentence.terms)) || holdsNearlyAll(telling, sentence.terms));
}

/** Of "how long" and the like, words that name nothing. */
const measuring: ReadonlySet<string> = new Set(stemsOf('long far fast big large high old often soon'));

/** The same thing in another document: there it must be named. */
function sieveOfScope(senses: readonly Sense[], { intent }: Plan): Sieve | null {
  const telling = tellingOf(senses);
  return intent === 'list' || intent === 'summary' || telling.length === 0
    ? null
    : ({ terms, passage }) => isOf(telling, terms, passage);
}

/** Another kind of thing is asked of the same subject. */
function sieveOfKind(request: ComposeRequest, continues: Continuation): Sieve | null {
  const { plan } = request;
  if (plan.asks === 'meaning') return null;
  if (plan.asks === null && asksYesOrNo.test(plan.asked)) return sieveOfCourse(plan, isBesideShown(continues));
  const isMeant = kindSieve(request, continues);
  // A part of a message asks the time of the thing itself: a date of another thing in its section is none of it.
  const telling = plan.isPart && plan.asks === 'date' ? tellingOf(continues.subject.filter(isOfThing)) : [];
  return (sentence) =>
    tellsAsked(sentence, plan) && isMeant(sentence) && telling.every((sense) => isHeld(sense, sentence.terms));
}

/** Whether a word names what is spoken of, and is none of asking, promising or time. */
function isOfThing({ stems }: Sense): boolean {
  return !stems.every((stem) => askingStems.has(stem) || promisingStems.has(stem));
}

/** Words that ask for what was undertaken, and need not stand in it. */
const promisingStems: ReadonlySet<string> = new Set(
  stemsOf('target targets goal objective set commitment pledge due year date'),
);

function kindSieve(request: ComposeRequest, continues: Continuation): Sieve {
  const { asks } = request.plan;
  if (asks === 'reason') return isBesideShown(continues);
  return asks === 'date' || asks === 'place' ? isOfIt(request, continues) : isBesideOrOf(request, continues.subject);
}

/**
 * A date or a place is often another thing's: it must be said of this one, in what was quoted or goes on from that, or over all that stands
 * there.
 */
function isOfIt({ plan, shown = [] }: ComposeRequest, { subject, cited }: Continuation): Sieve {
  const telling = tellingOf(subject);
  const isQuoted = ({ passage }: RankedSentence, at: number): boolean => {
    const sentence = passage.sentences[at];
    return (
      sentence !== undefined &&
      cited.some(
        ({ passageId, start, end }) => passageId === passage.id && start < sentence.end && sentence.start < end,
      )
    );
  };
  return (sentence) => {
    const { terms, sentence: own, passage, at, quote } = sentence;
    if (isNamedIn(telling, terms) || isQuoted(sentence, at)) return true;
    if (own.kind === 'lead-in') return shown.some((other) => isSameSection(other, passage));
    return isQuoted(sentence, at - 1) && (plan.asks === 'date' || goesOn.test(quote));
  };
}

/** Of two words that make one name ("night fitters"), one alone names something else. */
function isNamedIn(telling: readonly Sense[], held: ReadonlySet<string>): boolean {
  return telling.length > 0 && (telling.length === 2 ? holdsNearlyAll(telling, held) : holdsHalf(telling, held));
}

const goesOn = /^\W*(?:this|that|these|those|it|they|for example|for instance|in|at|across)\b/i;

/** In the section that was quoted, or about the same by its words. */
function isBesideOrOf({ shown = [] }: ComposeRequest, subject: Continuation['subject']): Sieve {
  return ({ terms, passage }) => isOf(subject, terms, passage) || shown.some((other) => isSameSection(other, passage));
}

/** Right beside what was quoted, or about the same by nearly all of its words. */
function isNearOrOf({ subject, ofQuoted, keepsScope }: Continuation, isBeside: Sieve): Sieve {
  const telling = tellingOf(subject);
  const isNamed: Sieve = ({ terms, passage }) =>
    telling.length > 0 && holdsNearlyAll(telling, new Set([...terms, ...readPassage(passage).headings]));
  // In a document that the message names, what was spoken of may go by other words.
  return (sentence) => !keepsScope || isBeside(sentence) || (!ofQuoted && isNamed(sentence));
}

/** The question has words of its own. */
function sieveOfFocus(request: ComposeRequest, continues: Continuation): Sieve | null {
  const { replaces, subject, cited } = continues;
  const { plan } = request;
  if (replaces) return sieveOfAnother(plan);
  if (cited.length === 0)
    return plan.asks === 'person' || plan.asks === 'name' ? (sentence) => tellsAsked(sentence, plan) : null;
  if (asksWhichOfIt(plan.question)) return sieveOfNames(plan, isNearOrOf(continues, isBesideShown(continues)));
  if (plan.asks === null) return sieveOfNewWords(plan, isNearOrOf(continues, isBesideShown(continues)));
  const named = namedSubject(subject, shownSentences(request));
  const isMeant: Sieve =
    named.names.length > 0 ? (sentence) => speaksOf(sentence, named) : isOfSubject(request, continues);
  const isInReach = ofPerson.test(plan.asked) ? isInDocuments(cited) : () => true;
  return (sentence) => isInReach(sentence) && tellsAsked(sentence, plan) && isMeant(sentence);
}

/** Whoever held an office when another document was written was another person. */
const ofPerson = /\b(?:he|she|him|her|his|hers)\b/i;

function isInDocuments(cited: Continuation['cited']): Sieve {
  const documents = new Set(cited.map(({ documentId }) => documentId));
  return ({ passage }) => documents.has(passage.documentId);
}

const leadingWords = /^\W*(?:and|what|how|about|or|for|in|of|the)\b(?:\W+(?:about|for|in|of|on|the)\b)*/i;

/** The other thing is named; of two words one may be put differently where the question before is about the same. */
function sieveOfAnother({ senses, terms: sought, question }: Plan): Sieve | null {
  const telling = tellingOf(senses);
  // "Burglary victims" is one thing; "extra for neighbourhoods" is put together from two.
  const isLoose = /\p{L} (?:for|on|in|of|to|with|from|at|by) /u.test(question.replace(leadingWords, ''));
  const before = sought.flatMap(({ term, source }) => (source === 'conversation' ? [term] : []));
  return telling.length === 0
    ? null
    : ({ terms }) =>
        holdsNearlyAll(telling, terms) ||
        (isLoose && holdsHalf(telling, terms) && before.some((term) => terms.has(term)));
}

/** Whose work a thing is must be told of that thing; what is counted may have words enough of its own. */
function isOfSubject(request: ComposeRequest, continues: Continuation): Sieve {
  const { asks, senses } = request.plan;
  if (asks === 'person' || asks === 'name') return isNearOrOf(continues, isBesideShown(continues));
  if (senses.length > fewWords) return () => true;
  const telling = tellingOf(continues.subject);
  const isOfThem: Sieve = ({ terms, passage }) =>
    asks !== 'place' || isNamedIn(telling, new Set([...terms, ...readPassage(passage).headings]));
  const isBesideOrSame = isBesideOrOf(request, continues.subject);
  const isQuoted = isBesideShown(continues);
  const isBeside: Sieve = (sentence) => isBesideOrSame(sentence) && (isQuoted(sentence) || isOfThem(sentence));
  return (sentence) => isBeside(sentence) || (senses.length > 1 && holdsNearlyAll(senses, sentence.terms));
}

function sieveOfNames(plan: Plan, isMeant: Sieve): Sieve {
  return (sentence) =>
    isMeant(sentence) &&
    plan.senses.length > 0 &&
    holdsNearlyAll(plan.senses, sentence.terms) &&
    (enumerates(sentence.quote) || holdsNewName(sentence.quote, plan.question));
}

/** Words of asking that a sentence need not hold to answer. */
const askingStems: ReadonlySet<string> = new Set(
  stemsOf(
    'work works involve mean happen include cover say mention tell promise commit plan aim change affect matter help use look come came go going went make made take put give call exactly specific detail think really different difference good big thing point stuff part kind sort apply relate wrong matter problem actually concretely practice practise describe explain',
  ),
);

/**
 * What a message asks anew must be said there, or right beside. In many words of its own some may be put differently; of few none may, and
 * one alone must be said of what was spoken of.
 */
function sieveOfNewWords(plan: Plan, isMeant: Sieve): Sieve | null {
  // A part of a message has its scope, and mostly its subject, in its own words.
  if (plan.isPart || plan.intent === 'list' || plan.intent === 'summary') return null;
  const own = plan.senses.filter(({ stems }) => !stems.every((stem) => askingStems.has(stem)));
  // "Is that up or down?" asks for a word of that; "is that a lot?" for none that a document could have.
  if (own.length === 0 && asksYesOrNo.test(plan.asked)) return sieveOfCourse(plan, isMeant);
  if (own.length > fewWords)
    return (sentence) => holdsHalf(own, sentence.terms) || (isMeant(sentence) && holdsAny(own, around(sentence)));
  return (sentence) =>
    (own.length > 1 && holdsNearlyAll(own, sentence.terms)) ||
    (isMeant(sentence) && holdsNearlyAll(own, around(sentence)));
}

/** Whether it went up or down is told by a word of that. */
function sieveOfCourse({ asked }: Plan, isMeant: Sieve): Sieve {
  const asksCourse = course.test(asked);
  return (sentence) => asksCourse && isMeant(sentence) && course.test(sentence.quote);
}

const asksYesOrNo =
  /^\W*(?:(?:ok(?:ay)?|and|but|so)\W+)*(?:is|was|are|were|isn['’]t|has|have|did|does|do) (?:it|that|this|they|those|these)\b/i;
const course =
  /\b(?:up|down|increas\w+|decreas\w+|ris\w+|rose|fall\w*|fell|higher|lower|fewer|better|worse|improv\w+|reduc\w+|grow\w*|grew|doubled|tripled)\b/i;

/** So many words leave no room to put one of them differently. */
const fewWords = 2;

function holdsAny(senses: readonly Sense[], held: ReadonlySet<string>): boolean {
  return senses.some((sense) => isHeld(sense, held));
}

/** Stems of a sentence, of those beside it, and of its headings. */
function around({ passage, at }: RankedSentence): ReadonlySet<string> {
  const { sentences, headings } = readPassage(passage);
  return new Set([...sentences.slice(Math.max(0, at - 1), at + 2).flatMap(({ terms }) => [...terms]), ...headings]);
}
