// Whether a sentence tells the kind of thing that a question which goes on asks of what was spoken of. Stricter than for a question that
// stands alone, whose own words say what it is about.
import type { AskedKind } from '../../domain/asked.ts';
import type { Plan, Sense } from '../../domain/plan.ts';
import { holdsKind } from '../../text/kinds.ts';
import { isHeld } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';
import { asksHowLong, tellsHowLong, tellsWhen } from './tells-when.ts';
import { tellsWhere } from './tells-where.ts';
import { asksOfDeed, tellsWho } from './tells-who.ts';
import { tellsWhy } from './tells-why.ts';

type Told = Pick<Candidate, 'quote' | 'terms'>;
type Tells = (sentence: Told, plan: Plan) => boolean;

const always: Tells = () => true;

const tells: Readonly<Record<AskedKind, Tells>> = {
  date: (sentence, plan) => tellsWhen(sentence.quote, plan.question) && tellsOwn(sentence, plan),
  person: ({ quote, terms }, plan) =>
    (tellsWho(quote, plan.question) && (asksOfDeed(plan.question) || holdsAnyOwn(plan, terms))) ||
    (holdsKind(quote, 'person') && holdsMost(ownSenses(plan), terms)),
  name: ({ quote }, { question }) => tellsWho(quote, question) && holdsKind(quote, 'name'),
  rate: ({ quote }) => holdsKind(quote, 'rate'),
  number: (sentence, plan) => holdsKind(sentence.quote, 'number') && counts(sentence, plan),
  money: (sentence, plan) => holdsKind(sentence.quote, 'money') && counts(sentence, plan),
  // "Which building?" is answered by what it is called, wherever that stands.
  place: ({ quote }, plan) => !/\bwhere/i.test(plan.asked) || tellsWhere(quote, subjectWords(plan)),
  reason: ({ quote }) => tellsWhy(quote),
  meaning: always,
};

/** Words of what was spoken of, as they are written there. */
function subjectWords({ question, topic }: Plan): ReadonlySet<string> {
  return new Set(`${question} ${topic}`.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? []);
}

/** True where the question wants nothing that can be told from a sentence's words. */
export function tellsAsked(sentence: Told, plan: Plan): boolean {
  return plan.asks === null || tells[plan.asks](sentence, plan);
}

/** What the message itself asks of; nothing where it only asks for another kind of thing. */
export function ownSenses({ continues, senses }: Plan): readonly Sense[] {
  return continues?.how === 'kind' ? [] : senses;
}

const inYear = /\b(?:a|per|each|every) year\b|\bannual(?:ly)?\b|\byearly\b/i;
const inOtherTime = /\b(?:a|per|each|every) (?:day|week|month|quarter)\b|\b(?:daily|weekly|monthly|quarterly)\b/i;

function counts({ quote, terms }: Told, plan: Plan): boolean {
  // What comes every month is no figure for a year.
  if (inYear.test(plan.question) && inOtherTime.test(quote) && !inYear.test(quote)) return false;
  if (asksHowLong(plan.question)) return tellsHowLong(quote, plan.question);
  if (plan.continues?.how !== 'kind') return holdsCounted(plan, terms);
  // "Three years" is no figure to one who asks for figures.
  return /\d/u.test(quote) && (!asksTarget.test(plan.question) || target.test(quote));
}

/** Whether a word that the message asks of stands there; true where it asks of none. */
function holdsAnyOwn(plan: Plan, held: ReadonlySet<string>): boolean {
  const own = ownSenses(plan);
  return own.length === 0 || own.some((sense) => isHeld(sense, held));
}

/** At least two words, and half of them: one alone ("runs") stands in too many sentences. */
function holdsMost(own: readonly Sense[], held: ReadonlySet<string>): boolean {
  const count = own.filter((sense) => isHeld(sense, held)).length;
  return count >= 2 || (own.length >= 2 && 2 * count >= own.length);
}

/** What is dated must be what was asked, not another thing of the same scheme. */
function tellsOwn({ quote, terms }: Told, plan: Plan): boolean {
  const own = ownSenses(plan);
  const subject = plan.continues?.subject ?? [];
  const holdsSubject = subject.length > 0 && subject.every((sense) => isHeld(sense, terms));
  const isOfSubject = subject.length === 0 || subject.some((sense) => isHeld(sense, terms));
  const isSince = isOfSubject && sinceYear.test(quote);
  return own.length === 0 || own.some((sense) => isHeld(sense, terms)) || holdsSubject || isSince;
}

const sinceYear = /\b(?:[Ss]ince|[Ff]rom) (?:\p{Lu}\p{Ll}+ )?(?:19|20)\d{2}\b/u;

/** What is counted stands there; of "people" and the like, which stand everywhere, what they did. */
function holdsCounted({ senses, askedNoun }: Plan, held: ReadonlySet<string>): boolean {
  const [noun] = askedNoun;
  const counted = senses.filter(({ stems }) => stems.some((stem) => stem === noun));
  const isThere = (sense: Sense): boolean => isHeld(sense, held);
  return counted.length > 0 ? counted.every(isThere) : senses.length === 0 || senses.some(isThere);
}

const asksTarget = /\b(?:targets?|goals?)\b(?: (?:for|on|of) (?:that|this|it|them|those))?\W*$/i;
const target =
  /\b(?:targets?|goals?|ambition|aim|aims|objective|will|towards?|should)\b|\bby 20\d\d\b|['’]ll\b|^(?:Reduce|Increase|Raise|Cut)\b/u;
