// An answer request with its sentences ranked, over all documents meant and, when asked, within each.
import type { DocumentId } from '../../domain/ids.ts';
import { meantDocuments } from '../../domain/plan.ts';
import type { Plan } from '../../domain/plan.ts';
import { speaksOfSame } from './later-documents.ts';
import { isHeld } from '../rank/coverage.ts';
import { asksHowMuchChanged, tellsAskedChange } from '../figures/change-told.ts';
import { figuresIn } from '../figures/differing-figures.ts';
import { holdsKind } from '../../text/kinds.ts';
import { tokens } from '../../text/tokens.ts';
import { figuresNamed } from '../rank/figures-named.ts';
import { namingFirst, rarestNameAsked } from '../rank/names-asked.ts';
import { putFirst } from '../rank/put-first.ts';
import { createRanking } from '../rank/rank.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { readPassage } from '../rank/read-passage.ts';
import { statesGiven } from '../figures/given-figure.ts';
import { tellsWhen } from '../tells/tells-when.ts';
import { toldFirst } from './told-first.ts';
import { wholeFirst } from './whole-first.ts';
import type { AnswerRequest, ComposeRequest } from '../rank/request.ts';

/** Passages that sentences are ranked from, over all documents and within one. */
const passagesRanked = { overall: 15, within: 30 };

export function rankedRequest(request: AnswerRequest): ComposeRequest {
  const meant = meantDocuments(request.plan.scope);
  const ranking = createRanking(request);
  const years = yearsIn(request.plan.question);
  const [year] = years;
  // A figure, date or person of a thing may be told without its name.
  const name = request.plan.asks === null ? rarestNameAsked(request) : null;
  const rank = (document: DocumentId | null): readonly RankedSentence[] => {
    const eligible = request.found.filter(({ passage }) =>
      document === null ? meant.has(passage.documentId) : passage.documentId === document,
    );
    const passages = document === null ? passagesRanked.overall : passagesRanked.within;
    const stating = ranking(eligible.slice(0, passages)).filter((each) => !isReference(each));
    const sentences = withoutCaptions(stating, request.plan);
    const told = wholeFirst(toldFirst(ofAskedYearFirst(sentences, request.plan, years), request.plan), request);
    const ranked = namingFirst(changeFirst(told, request.plan), name);
    if (document !== null || request.plan.scope.kind !== 'open') return ranked;
    return year === undefined
      ? ofNamedFigureFirst(latestFirst(ranked, request), request.plan)
      : reportingFirst(ranked, request, Number(year.slice(0, 4)));
  };
  const within = new Map<DocumentId, readonly RankedSentence[]>();
  const rankedIn = (document: DocumentId): readonly RankedSentence[] => {
    const known = within.get(document) ?? rank(document);
    within.set(document, known);
    return known;
  };
  return { ...request, ranked: datedFirst(rank(null), rankedIn, request), rankedIn };
}

/** Where a question gives a figure and asks for its date, the sentence that gives both, wherever it ranks and in whichever document. */
function datedFirst(
  ranked: readonly RankedSentence[],
  rankedIn: ComposeRequest['rankedIn'],
  { plan, documents }: AnswerRequest,
): readonly RankedSentence[] {
  const states = statesGiven(plan);
  if (states === null) return ranked;
  const isMeant = (each: RankedSentence): boolean => states(each) && tellsWhen(each.quote, plan.question);
  if (ranked[0] && isMeant(ranked[0])) return ranked;
  const meant = meantDocuments(plan.scope);
  const others = (): RankedSentence[] =>
    documents.toReversed().flatMap(({ id }) => (meant.has(id) ? rankedIn(id).filter(isMeant) : []));
  const [first] = [...ranked.filter(isMeant), ...(ranked.some(isMeant) ? [] : others())];
  const best = ranked[0]?.score ?? 0;
  if (!first) return ranked;
  const isSame = ({ passage, at }: RankedSentence): boolean => passage.id === first.passage.id && at === first.at;
  return [{ ...first, score: Math.max(best, first.score) }, ...ranked.filter((each) => !isSame(each))];
}

/**
 * A caption without its figure tells nobody how many. Where one names what is asked for, its figure stands apart from it, and only what
 * answers about as well is left: any other figure is of something else.
 */
function withoutCaptions(ranked: readonly RankedSentence[], { asks }: Plan): readonly RankedSentence[] {
  if (asks !== 'number' && asks !== 'money') return ranked;
  const others = ranked.filter((each) => !isCaption(each));
  const [best] = ranked;
  return best && isCaption(best) ? others.filter(({ score }) => best.score - score <= besideCaption) : others;
}

/** "[Source, year ending March 2025]" says where something is from, and states nothing. */
function isReference({ quote }: RankedSentence): boolean {
  return /^\W*\[[^\]]*\]\W*$/u.test(quote);
}

/** By hand on the infographics of the documents shipped. */
const besideCaption = 2;

/** Words that name a measure, and end in no stop, beside no figure of their own. */
function isCaption({ quote }: RankedSentence): boolean {
  // The words first: they rule nearly all out, and reading the figures takes the longest.
  if (!measureNamed.test(quote) || /[.!?:]["”’*]*\s*$/u.test(quote)) return false;
  return !figureInWords.test(quote) && figuresIn(quote).length === 0;
}

const measureNamed =
  /^[\s"“*]*(?:(?:the|an?|overall|annual|total|average)\s+)*(?:numbers?|amounts?|shares?|proportions?|percentages?|values?|volumes?|totals?|savings?|saving targets?|targets?|increases?|decreases?|reductions?|rises?|falls?|drops?|rates?|sizes?|costs?)\b/i;
const figureInWords =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|doubl\w+|tripl\w+|twice|hundred|thousand|million|billion)\b|[⅓½¼¾⅔]/i;

/**
 * An undated question is about now: where a later document answers about as well, its sentences come first. Scores that differ by so much
 * are about as good: of the tuning questions without a date more have the right document first than with none, and with wider margins fewer.
 * What was promised is asked of the promises that hold.
 */
const aboutAsWell = { promises: 2, others: 1, reports: 2.5, states: 3 };
/** "How many officers do we have": how things stand, which an earlier aim does not tell. */
const statePresent =
  /\b(?:do|does) (?:we|the (?:met|mps|force|police|service))\b.{0,20}\b(?:have|employ|own|run|use)\b|\b(?:are|is) there\b|\bhave we got\b/i;

function latestFirst(ranked: readonly RankedSentence[], { plan, documents }: AnswerRequest): readonly RankedSentence[] {
  const isOfNow = plan.asks === 'number' && statePresent.test(plan.question);
  const margin =
    plan.intent === 'commitment' ? aboutAsWell.promises : isOfNow ? aboutAsWell.states : aboutAsWell.others;
  const best = ranked[0]?.score ?? 0;
  const near = new Set(
    ranked.filter((each) => best - each.score <= margin && speaksOfSame(each)).map(({ passage }) => passage.documentId),
  );
  const latest = documents.findLast(({ id, years }) => years !== null && near.has(id))?.id;
  if (latest === undefined) return ranked;
  return [
    ...ranked.filter(({ passage }) => passage.documentId === latest),
    ...ranked.filter(({ passage }) => passage.documentId !== latest),
  ];
}

/** By how much something changed is told first by a sentence that tells it and speaks of all of the thing; by hand on the tuning questions. */
const asWellChanged = 3;

function changeFirst(ranked: readonly RankedSentence[], plan: Plan): readonly RankedSentence[] {
  if (!asksHowMuchChanged(plan.question)) return ranked;
  return putFirst(
    ranked,
    asWellChanged,
    ({ quote, terms }) => tellsAskedChange(quote, plan) && plan.senses.every((sense) => isHeld(sense, terms)),
  );
}

/** Of a figure that the question names, the date is told by the sentences that hold it, whichever document is later; by hand. */
const sameFigure = 5;

function ofNamedFigureFirst(ranked: readonly RankedSentence[], plan: Plan): readonly RankedSentence[] {
  const figures = plan.asks === 'date' ? figuresNamed(plan) : [];
  if (figures.length === 0) return ranked;
  const best = Math.max(...ranked.map(({ score }) => score));
  const isOfFigure = ({ quote, terms, score }: RankedSentence): boolean =>
    best - score <= sameFigure && figures.every((figure) => terms.has(figure)) && holdsKind(quote, 'date');
  return [...ranked.filter(isOfFigure), ...ranked.filter((each) => !isOfFigure(each))];
}

/** The words of a sentence; with those before it where it goes on with a number of theirs ("in 2023/24 that number rose"). */
function toldIn({ quote, terms, passage, at }: RankedSentence): ReadonlySet<string> {
  const before = sameNumber.test(quote) ? readPassage(passage).sentences[at - 1] : undefined;
  return before ? new Set([...terms, ...before.terms]) : terms;
}

const sameNumber = /\b(?:that|this|the) (?:number|figure|total|rate|share)\b/i;

/** Sentences of the year asked for come first where they answer about as well as the best; by hand on the tuning questions. */
const sameYear = 2.5;

function ofAskedYearFirst(
  ranked: readonly RankedSentence[],
  { intent, scope, asks, senses }: Plan,
  years: readonly string[],
): readonly RankedSentence[] {
  // In "the 2013 plan", and where documents are compared, a year only says where to look.
  if (years.length === 0 || scope.kind === 'one' || intent === 'compare' || intent === 'timeline') return ranked;
  const best = ranked[0]?.score ?? 0;
  // A year alone makes no answer: something else of the question must stand there, too.
  const things = senses.filter(({ stems }) => stems.some((stem) => !/^\d/u.test(stem)));
  const isOfYear = (each: RankedSentence): boolean =>
    best - each.score <= sameYear &&
    (things.length === 0 || things.some((sense) => isHeld(sense, toldIn(each)))) &&
    years.some((year) => holdsYear(each.terms, year)) &&
    (asks === null || holdsKind(each.quote, asks));
  return [...ranked.filter(isOfYear), ...ranked.filter((each) => !isOfYear(each))];
}

function yearsIn(question: string): string[] {
  return tokens(question).flatMap(({ term }) => (/^(?:19|20)\d\d(?:\/\d\d)?$/u.test(term) ? [term] : []));
}

/** A year, or a financial year that begins or ends in it. */
function holdsYear(terms: ReadonlySet<string>, year: string): boolean {
  const from = Number(year);
  const financial = [from - 1, from].map((first) => `${first}/${String(first + 1).slice(-2)}`);
  return terms.has(year) || financial.some((each) => terms.has(each));
}

/** What came about in a year is told by a document that begins at its end or later: its sentences come first where it answers about as well. */
function reportingFirst(
  ranked: readonly RankedSentence[],
  { documents }: AnswerRequest,
  year: number,
): readonly RankedSentence[] {
  const reports = new Set(documents.filter(({ years }) => years !== null && years.from >= year).map(({ id }) => id));
  const best = Math.max(...ranked.map(({ score }) => score));
  const isReport = ({ passage, score }: RankedSentence): boolean =>
    reports.has(passage.documentId) && best - score <= aboutAsWell.reports;
  const first = ranked.find(isReport)?.passage.documentId;
  return [
    ...ranked.filter(({ passage }) => passage.documentId === first),
    ...ranked.filter(({ passage }) => passage.documentId !== first),
  ];
}
