// Whether the best sentences answer the question. Nearness alone cannot tell: "what did the sale bring in?" is near "we will sell
// surplus buildings". So the thing asked for must stand there too; each check is a reason that can be told.
import type { AskedKind } from '../domain/asked.ts';
import type { Plan } from '../domain/plan.ts';
import { holdsKind } from '../text/kinds.ts';
import { terms } from '../text/tokens.ts';
import type { Candidate, FeatureName } from './features.ts';
import type { ComposeRequest } from './request.ts';
import { select } from './select.ts';

/** Why the documents are held not to answer. */
export type Reason =
  | 'nothing near' // no sentence is about the topic
  | 'no sum' // a sum of money is asked for and none is there
  | 'no date'
  | 'no name' // a name is asked for, and none stands there that the question does not hold itself
  | 'no number'
  | 'not that year' // the question's year or financial year is not there
  | 'not that name' // the question names someone or something that is nowhere near
  | 'an opinion'
  | 'a prediction';

export interface Evidence {
  /** Empty where the sentences may be quoted as an answer. */
  readonly reasons: readonly Reason[];
  /** Best cosine of a sentence with the question; 0 without vectors. */
  readonly similarity: number;
}

/** The sentences that an answer would quote: no others can make good what the best one lacks. */
const quoted = { sentences: 3, words: 85, margin: 1.1 };
/** Below both, a sentence is about something else: 1 in 100 answerable tuning questions lies there. */
const nearness = { similarity: 0.25, words: 0.15 };

export function evidenceOf(request: ComposeRequest): Evidence {
  const best = request.ranked[0];
  const same = request.ranked.filter(({ passage }) => passage.documentId === best?.passage.documentId);
  const top = select(same, quoted);
  const similarity = Math.max(most(top, 'sentence'), most(top, 'context'));
  const checks: readonly (readonly [Reason, boolean])[] = [
    ['nothing near', top.length === 0 || isFar(request, top, similarity)],
    ...kindChecks(request.plan, top),
    ['not that year', lacksYear(request, top)],
    ['not that name', lacksEntity(request)],
    ['an opinion', opinion.test(request.plan.question)],
    ['a prediction', prediction.test(request.plan.question)],
  ];
  return { reasons: checks.filter(([, holds]) => holds).map(([reason]) => reason), similarity };
}

function isFar({ vector, plan, statistics }: ComposeRequest, top: readonly Candidate[], similarity: number): boolean {
  const words = most(top, 'added');
  // Vectors of nonsense are near something too; at least one word must be the documents' own, or known to the lexicon.
  if (!plan.terms.some(({ term }) => (statistics.passageFrequency.get(term) ?? 0) > 0)) return true;
  return vector ? similarity < nearness.similarity && words < nearness.words : words < nearness.words;
}

function most(top: readonly Candidate[], feature: FeatureName): number {
  return Math.max(0, ...top.map(({ features }) => features[feature]));
}

function kindChecks({ asks, question }: Plan, top: readonly Candidate[]): [Reason, boolean][] {
  const lacks = (kind: AskedKind, holds: (quote: string) => boolean): boolean =>
    asks === kind && !top.some(({ quote }) => holds(quote));
  const sharesCount = /\b(?:cut|sav|reduc|share|percent|cheap|lower|by how much)/iu.test(question);
  return [
    ['no sum', lacks('money', (quote) => holdsKind(quote, 'money') || (sharesCount && /\d\s?%/u.test(quote)))],
    ['no date', lacks('date', (quote) => holdsKind(quote, 'date'))],
    ['no name', lacks('name', (quote) => holdsNewName(quote, question))],
    ['no number', lacks('number', (quote) => holdsKind(quote, 'number'))],
  ];
}

/** A name of two words or more, or in capitals, that the question does not give away itself. */
function holdsNewName(quote: string, question: string): boolean {
  const asked = question.toLowerCase();
  const names = quote.match(namePattern) ?? [];
  return names.some(
    (name) => !name.split(/\s+/u).some((word) => word.length > 3 && asked.includes(word.toLowerCase())),
  );
}

const namePattern =
  /(?<!^)\b\p{Lu}[\p{L}'’-]{1,30}(?:\s+(?:of |for |and )?\p{Lu}[\p{L}'’-]{1,30}){1,5}|\b\p{Lu}{3,20}\b/gu;

/** Years that the question asks about (not those that only name a document) must stand in a sentence's passage. */
function lacksYear({ plan, documents }: ComposeRequest, top: readonly Candidate[]): boolean {
  if (plan.intent === 'compare' || plan.intent === 'timeline') return false;
  const years = (plan.topic.match(/\b(?:19|20)\d{2}(?:\/\d{2,4})?\b/gu) ?? []).filter(
    (year) => !documents.some((document) => String(document.years?.from) === year),
  );
  return years.length > 0 && !top.some(({ passage }) => years.every((year) => passage.text.includes(year)));
}

/** Names in the question that stand nowhere in what was found: of several words, or of one that no document holds. */
function lacksEntity({ plan, documents, statistics, found }: ComposeRequest): boolean {
  const known = documents.flatMap(({ title, shortTitle, nicknames }) => [title, shortTitle, ...nicknames]);
  const unheard = (word: string): boolean =>
    terms(word).some((term) => (statistics.passageFrequency.get(term) ?? 0) === 0);
  const names = entitiesOf(plan.question)
    .filter((name) => name.includes(' ') || unheard(name))
    .filter((name) => !known.join(' ').toLowerCase().includes(name.toLowerCase()));
  if (names.length === 0) return false;
  const near = found.map(({ passage }) => `${passage.section.join(' ')} ${passage.text}`).join(' ');
  const text = near.replaceAll(/\s+/gu, ' ').toLowerCase();
  return names.some((name) => !text.includes(name.toLowerCase()));
}

/** Capitalised names after the first word of a clause, words in a row as one. */
function entitiesOf(question: string): string[] {
  const found = question.matchAll(/(?<=[\p{L}\p{N},'’)]\s)\p{Lu}\p{Ll}+(?:['’]s)?(?:\s(?:of\s)?\p{Lu}\p{Ll}+){0,6}/gu);
  return [...found].map((match) => match[0].replaceAll(/['’]s\b/gu, '').replace(/^(?:Met|London|The)\s+/u, ''));
}

const opinion =
  /\b(?:do (?:you|u) (?:think|reckon|believe|agree)|in your (?:view|opinion)|your (?:view|opinion|take|thoughts)|should (?:the met|we|they|officers)|is it (?:right|worth|fair|good|bad|wise)|(?:is|was|are|were) .{1,60} (?:a (?:better|worse|good|bad|waste|success|failure)|worth it)\b|worth it|what do you make of|fair to say)\b/iu;
const prediction =
  /\b(?:predict\w*|forecast for|what(?:['’]s| is| are) the (?:chance|odds|likelihood)s?|next (?:election|commissioner|mayor|government)|going to (?:win|happen)|likely to|ever be|will .{1,50} (?:next year|by (?:20[3-9]\d)|in (?:20[3-9]\d)|eventually|ever))\b/iu;
