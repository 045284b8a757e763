// Whether the best sentences answer the question. Nearness alone cannot tell: "what did the sale bring in?" is near "we will sell
// surplus buildings". So the thing asked for must stand there too; each check is a reason that can be told, and is weighed with the others.
import { meantDocuments } from '../../domain/plan.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Plan } from '../../domain/plan.ts';
import { rememberObjects } from '../../text/remember-objects.ts';
import { terms } from '../../text/tokens.ts';
import { tellsNoEnd } from '../rank/coverage.ts';
import { isUnconfirmed } from './claim-evidence.ts';
import { isSigned, isStatedOutright } from './stated-outright.ts';
import { lacksDeed } from './deed-told.ts';
import { doubtOf, mostDoubtOf } from './doubt.ts';
import { featureOf } from '../rank/features.ts';
import { isMentioned } from './mentions.ts';
import { isShutOut } from './shut-out.ts';
import { missingKind } from './missing-kind.ts';
import { grantedIn, isOwnCase } from './own-case.ts';
import { namesAsked, namings, plainly } from '../rank/names-asked.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { isHeldAround, rarestOf } from '../rank/rarest-concept.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { select } from '../rank/select.ts';
import type { ObservedReason, Reason } from './reasons.ts';
import { lacksSuperlative } from './superlative-told.ts';
import { isToldOutright } from '../figures/told-outright.ts';

export interface Evidence {
  /** Empty where the sentences may be quoted as an answer. */
  readonly reasons: readonly Reason[];
  /** Best cosine of a sentence with the question; 0 without vectors. */
  readonly similarity: number;
  /** Probability that the sentences only share the topic, as the learned part of the decision has it; 0 where it is not asked. */
  readonly doubt: number;
}

/** The sentences that an answer would quote: no others can make good what the best one lacks. */
const quoted = { sentences: 3, words: 85, margin: 1.1 };
/** Below all, a sentence is about something else: 1 in 100 answerable tuning questions lay there before any question was known. */
const nearness = { similarity: 0.18, words: 0.1, known: 0.5 };

/** The sentences that an answer would quote, best first: those of one document. */
export function quotable({ ranked }: ComposeRequest): RankedSentence[] {
  const best = ranked[0];
  return select(
    ranked.filter(({ passage }) => passage.documentId === best?.passage.documentId),
    quoted,
  );
}

/** The same for each document meant. */
function quotableOfEach({ plan, rankedIn }: ComposeRequest): RankedSentence[] {
  return [...meantDocuments(plan.scope)].flatMap((document) => select(rankedIn(document), quoted));
}

/** Whether documents are set side by side, each with sentences of its own. */
function isOfSeveral({ intent, scope }: Plan): boolean {
  return (intent === 'compare' || intent === 'timeline') && scope.kind === 'several';
}

/** The sentences that an answer would quote: of each document meant, where several are set side by side. */
export function quotableFor(request: ComposeRequest): RankedSentence[] {
  return isOfSeveral(request.plan) ? quotableOfEach(request) : quotable(request);
}

export function evidenceOf(request: ComposeRequest): Evidence {
  const { plan } = request;
  const top = quotableFor(request);
  const reasons = reasonsAgainst(request, top);
  // The doubt was fitted with vectors; where words alone were searched, it would doubt everything.
  const isJudged = request.vector !== null && isJudgedByWords(plan);
  const doubt = isJudged && !isOutright(request, top, reasons) ? doubtOf(request, top, reasons) : 0;
  const isHeld = !isJudged || doubt > mostDoubtOf(request);
  return { reasons: isHeld ? toldReasons(reasons, isJudged) : [], similarity: similarityOf(top), doubt };
}

/** Where the doubt is asked it decides, with the reasons among what it looks at; elsewhere each reason does. */
function toldReasons(reasons: readonly ObservedReason[], isJudged: boolean): readonly Reason[] {
  return isJudged && reasons.length === 0 ? ['too little of it'] : reasons;
}

/** Whether the sentences state what is asked in so many words, and no reason speaks against them: nothing is left to doubt. */
export function isOutright(
  request: ComposeRequest,
  top: readonly RankedSentence[],
  reasons: readonly ObservedReason[],
): boolean {
  const { plan } = request;
  return reasons.length === 0 && (isToldOutright(request, top) || isStatedOutright(plan, top) || isSigned(plan, top));
}

/** What speaks against quoting these sentences as an answer; each is right far more often than wrong, and none always. */
export function reasonsAgainst(request: ComposeRequest, top: readonly RankedSentence[]): ObservedReason[] {
  const { question } = request.plan;
  const checks: readonly (readonly [ObservedReason, boolean])[] = [
    ...missingFrom(request, top, similarityOf(top)),
    ['an opinion', opinion.test(question)],
    ['a prediction', prediction.test(question) && !claim.test(question)],
  ];
  return checks.filter(([, holds]) => holds).map(([reason]) => reason);
}

function similarityOf(top: readonly RankedSentence[]): number {
  return Math.max(most(top, 'sentence'), most(top, 'context'));
}

/** Presence is another matter: what is not there is then the answer. */
function missingFrom(
  request: ComposeRequest,
  top: readonly RankedSentence[],
  similarity: number,
): [ObservedReason, boolean][] {
  if (request.plan.intent === 'presence') return [];
  if (request.plan.asksWhatIsSaid) return [['no mention', !isMentioned(request)]];
  return [['no mention', isShutOut(request, similarity)], ...lacking(request, top, similarity)];
}

/** What is asked for and not there. */
function lacking(
  request: ComposeRequest,
  top: readonly RankedSentence[],
  similarity: number,
): [ObservedReason, boolean][] {
  const isAsked = !isSifted(request.plan);
  return [
    ['no word of theirs', isAsked && isWordless(request)],
    ['nothing near', top.length === 0 || (isAsked && isFar(request, top, similarity))],
    ...missingKind(request, top).map((kind): [ObservedReason, boolean] => [kind, true]),
    ['not that year', lacksYear(request, top)],
    ['not that name', lacksEntity(request) || lacksNumbered(request) || lacksSubject(request, top)],
    ['a false premise', tellsNoEnd(request.plan, top) || isUnconfirmed(request)],
    ['a deed not told', lacksDeed(request.plan, top)],
    ['none above others', lacksSuperlative(request.plan, top)],
    ['an own case', isOwnCase(request.plan, top)],
  ];
}

/** Presence and what is said are decided by mentions; a follow-up or a part of a message says in too few words what it is about. */
function isJudgedByWords({ intent, continues, isPart, asksWhatIsSaid }: Plan): boolean {
  // What follows on nothing that was answered must be as clear as a first question.
  const standsAlone = !isPart && (continues === null || continues.how === 'beside' || continues.cited.length === 0);
  return intent !== 'presence' && !asksWhatIsSaid && standsAlone;
}

/** Of a question that goes on with an answer, only sentences were left that tell what is asked: see continued-request.ts. */
function isSifted({ continues, asks }: Plan): boolean {
  return continues?.how === 'focus' && continues.cited.length > 0 && !continues.replaces && asks !== null;
}

/** Vectors of nonsense are near something too; at least one word must be the documents' own, or known to the lexicon. */
function isWordless({ plan, statistics }: ComposeRequest): boolean {
  if (!plan.terms.some(({ term }) => (statistics.passageFrequency.get(term) ?? 0) > 0)) return true;
  // Lone letters and digits ("[1]", "1,1,1") are no words, and what the lexicon would add to them was not asked.
  return !plan.terms.some(({ term, source }) => source !== 'lexicon' && term.length > 1);
}

function isFar({ vector }: ComposeRequest, top: readonly RankedSentence[], similarity: number): boolean {
  const words = most(top, 'added');
  const isUnlike = similarity < nearness.similarity && most(top, 'known') < nearness.known;
  return (vector === null || isUnlike) && words < nearness.words;
}

function most(top: readonly RankedSentence[], feature: 'sentence' | 'context' | 'known' | 'added'): number {
  return Math.max(0, ...top.map((sentence) => featureOf(sentence, feature)));
}

/** Years and months of a year that the question asks about (not years that only name a document) must stand in a sentence's passage. */
function lacksYear({ plan, documents }: ComposeRequest, top: readonly RankedSentence[]): boolean {
  // Whether a claim is so is told by what is said of the thing, whatever year the claim gives.
  if (plan.intent === 'compare' || plan.intent === 'timeline' || claim.test(plan.question)) return false;
  const years = (plan.topic.match(/\b(?:19|20)\d{2}(?:\/\d{2,4})?\b/gu) ?? []).filter(
    (year) => !documents.some((document) => String(document.years?.from) === year),
  );
  const isFinancial = financialEnd.test(plan.question);
  const forms = years.map((year) => (isFinancial ? eitherForm(year) : yearForm(year)));
  const asked = [...forms, ...monthsIn(plan.topic)];
  return asked.length > 0 && !top.some(({ passage }) => asked.every((form) => form.test(passage.text)));
}

const claim =
  /\bit (?:really |actually )?(?:right|true|correct|so|the case) that\b|\b(?:right|correct) (?:in thinking |to think )?that\b/i;

/** The months of a year that are asked about, each as a document writes it. */
function monthsIn(topic: string): RegExp[] {
  return [...topic.matchAll(monthOfYear)].map(
    ([, month = '', year = '']) => new RegExp(String.raw`\b${month}[a-z]*\s(?:of\s)?${year}\b`, 'i'),
  );
}

const monthOfYear = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s(?:of\s)?((?:19|20)\d{2})\b/gi;

/** A financial year is written `2023/24`, `2023/2024` or `2023-24`. */
function yearForm(year: string): RegExp {
  const [from = year, to] = year.split('/');
  return new RegExp(
    to === undefined ? from : String.raw`${from}[/–-](?:${from.slice(0, 2)})?${to.slice(-2)}(?!\d)`,
    'u',
  );
}

/** "When the financial year closes in spring 2026": at the end of 2025/26. */
const financialEnd = /\bfinancial year|\b(?:by|in|at) (?:the end of |late |early )?(?:march|spring) (?:of )?20\d\d\b/i;

/** The year, or the financial year that ends in it. */
function eitherForm(year: string): RegExp {
  const ending = /^\d{4}$/u.test(year) ? `|${yearForm(`${Number(year) - 1}/${year.slice(-2)}`).source}` : '';
  return new RegExp(`${yearForm(year).source}${ending}`, 'u');
}

/** Names in the question that stand nowhere in what was found: of several words, or of one that no document holds. */
function lacksEntity({ plan, documents, statistics, found }: ComposeRequest): boolean {
  const unheard = (word: string): boolean =>
    terms(word).some((term) => (statistics.passageFrequency.get(term) ?? 0) === 0);
  // A word that was put right ("Commisioner") is heard of.
  const isMisspelt = plan.terms.some(({ source }) => source === 'spelling');
  const names = namesAsked(plan.question, documents).filter(
    (name) => (name.includes(' ') || (unheard(name) && !isMisspelt)) && !isByword(name, plan),
  );
  if (names.length === 0) return false;
  const text = found.map(({ passage }) => plainText(passage).words).join(' ');
  return names.some((name) => !namings(name).some((naming) => text.includes(naming)));
}

/** "Joe Bloggs" is nobody's name: what is meant by it is known. */
function isByword(name: string, { concepts }: Plan): boolean {
  const stems = terms(name);
  return concepts.some(({ own, others }) => others.length > 0 && stems.every((stem) => own.includes(stem)));
}

/** "When is phase 3 out?": that there is a phase is not to speak of a third. */
function lacksNumbered({ plan, found, documents }: ComposeRequest): boolean {
  const [, noun = '', number = ''] = numbered.exec(plan.question) ?? [];
  const value = /^\d/u.test(number)
    ? Number(number)
    : ['one', 'two', 'three', 'four', 'five'].indexOf(number.toLowerCase()) + 1;
  if (noun === '') return false;
  const [word = '', ordinal = ''] =
    [
      ['one', 'first'],
      ['two', 'second'],
      ['three', 'third'],
      ['four', 'fourth'],
      ['five', 'fifth'],
    ][value - 1] ?? [];
  const naming = new RegExp(
    String.raw`\b${noun}s?\W{1,3}(?:${value}|${word || value})\b|\b(?:${ordinal || value}) (?:\p{L}+ )?${noun}`,
    'iu',
  );
  return ![...documents.map(({ title }) => title), ...found.map(({ passage }) => plainText(passage).words)].some(
    (text) => naming.test(text),
  );
}

const numbered = /\b(phase|stage|tier|wave|version) (\d{1,2}|one|two|three|four|five)\b/i;

/** "What is the policy on beards?": there are many policies, and only one on beards would answer. */
function lacksSubject({ plan, statistics }: ComposeRequest, top: readonly RankedSentence[]): boolean {
  const granted = grantedIn(plan.question);
  if (granted !== null) {
    // "Leave well" is no annual leave, and "safe in your home, place of work" no working from home.
    const stems = terms(granted).join(' ');
    return !top.some(({ tokens }) =>
      tokens
        .map(({ term }) => term)
        .join(' ')
        .includes(stems),
    );
  }
  if (!policyAsked.test(plan.question)) return false;
  const subject = plan.concepts.filter(
    ({ own, isGeneric }) => !isGeneric && !own.some((stem) => policyStems.has(stem)),
  );
  const rarest = rarestOf(subject, statistics);
  if (rarest === null) return false;
  const names = subject.flatMap(({ own }) => own);
  return !top.some(
    (sentence) =>
      isHeldAround(rarest, sentence, false) &&
      (names.length < 2 || subject.every((each) => isHeldAround(each, sentence, false))),
  );
}

const policyAsked = /\bpolic(?:y|ies) (?:on|about|for|towards|regarding|re)\b|\b(?:leave|dress|sickness) policy\b/i;
const policyStems: ReadonlySet<string> = new Set(terms('policy policies rule rules'));

/** A passage under its headings on one line, in lower case. */
const plainText = rememberObjects(({ section, text }: Passage) => ({
  words: plainly(`${section.join(' ')} ${text}`)
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase(),
}));

const opinion =
  /\b(?:do (?:you|u) (?:think|reckon|believe|agree)|in your (?:view|opinion)|your (?:view|opinion|take|thoughts)|should (?:the met|we|they|officers)|(?<!\bwhy )is it (?:right(?! that\b)|worth|fair|good|bad|wise)|(?:is|was|are|were)(?! there\b) .{1,60} (?:a (?:better|worse|good|bad|waste|success|failure)|worth it)\b|worth it|what do you make of|fair to say)\b/i;
const prediction =
  /\b(?:predict\w*|(?<!\bdid .{1,30})forecast for|what(?:['’]s| is| are) the (?:chance|odds|likelihood)s?|next (?:election|commissioner|mayor|government)|(?<!\bw(?:as|ere) )going to (?:win|happen)|likely to|ever be|will .{1,50} (?:next year|by (?:20[3-9]\d)|in (?:20[3-9]\d)|eventually|ever))\b/i;
