// Of sentences that answer about as well, the one that tells what is asked for comes first: how many there are and not by how much they
// grew, who leads a thing and not what it does.
import type { Plan, Sense } from '../../domain/plan.ts';
import { holdsKind } from '../../text/kinds.ts';
import { terms } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import { countsAny } from '../figures/counts-asked.ts';
import { nounAsked } from '../figures/things-asked.ts';
import { asksSpan, tellsSpan } from '../figures/years-told.ts';
import { shareAsked } from '../figures/lead-figure.ts';
import { putFirst } from '../rank/put-first.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { tellsWho } from '../tells/tells-who.ts';

/** Scores that lie within this answer about as well; by hand on the tuning questions. */
const margins = { level: 3, who: 2, named: 1 };

/** The ranking with such a sentence moved to its head, where the first does not tell it. */
export function toldFirst(ranked: readonly RankedSentence[], plan: Plan): readonly RankedSentence[] {
  const { asks, intent, question, senses } = plan;
  if (asks === 'number' && asksSpan(question)) return putFirst(ranked, margins.level, (each) => tellsBoth(each, plan));
  if (asks === 'person') return putFirst(ranked, margins.who, ({ quote }) => tellsWho(quote, question));
  if (intent === 'commitment' && asks !== 'number')
    return putFirst(ranked, margins.named, (each) => namesAll(each, without(senses, promising)));
  if (asks !== 'number' || changeAsked.test(question)) return ranked;
  const counted = without(senses, measures);
  const held = (each: RankedSentence): number => counted.filter((sense) => isHeld(sense, each.terms)).length;
  const most = ranked[0] ? held(ranked[0]) : 0;
  const isOfUnit = shareAsked.test(question)
    ? (quote: string): boolean => /\d\s?%|[⅓½¼¾⅔]|\bin \d|per cent/u.test(quote) && !shareOfSome.test(quote)
    : (quote: string): boolean => holdsKind(quote, 'number');
  return putFirst(
    ranked,
    margins.level,
    (each) => !tellsChange(each.quote) && held(each) >= most && isOfUnit(each.quote),
  );
}

/** "We hired 1,830, of which 36% …": a share of those alone, which is what is asked only of them. */
const shareOfSome = /\b(?:of|among) (?:which|whom)\b[^;]{0,20}\d\s?%/i;

/** Whether a sentence counts the noun asked for, and says over what time. */
function tellsBoth({ quote }: RankedSentence, plan: Plan): boolean {
  const noun = nounAsked(plan);
  return tellsSpan(quote) && noun.length > 0 && countsAny(quote, [noun]);
}

/** Words of measuring: a sentence that gives the share need not call it one. */
const measures: ReadonlySet<string> = new Set(terms('proportion percentage share fraction rate number figure total'));

/** Words that ask for a promise, and need not stand in it. */
const promising: ReadonlySet<string> = new Set(terms('commitment commit promise pledge target plan going said'));

function without(senses: readonly Sense[], stems: ReadonlySet<string>): Sense[] {
  return senses.filter((sense) => !sense.stems.some((stem) => stems.has(stem)));
}

function namesAll(each: RankedSentence, senses: readonly Sense[]): boolean {
  return senses.every(({ stems }) => stems.every((stem) => each.terms.has(stem)));
}

/** A question that asks by how much something changed. */
const changeAsked =
  /\b(?:increas|ris|rose|grow|grew|up\b|reduc|decreas|fall|fell|down\b|drop|cut|low|high|few|more\b|less\b|chang|improv|sav(?:e|es|ed|ing)\b)\w*/i;
const changeVerb = /\b(?:increased?|risen|rose|grown|grew|reduced?|decreased?|fallen|fell|dropped|down|up)\b/i;
const byFigure = /\bby\b[^.;]{0,12}\d/i;
const changeNoun = /[↑↓]|\d%?\*{0,2}\s+(?:increase|reduction|rise|fall|drop|decrease)\b/i;

/** Whether a sentence tells by how much something changed: "increased … by 29%", "29% increase". */
function tellsChange(quote: string): boolean {
  const verb = changeVerb.exec(quote);
  return (verb !== null && byFigure.test(quote.slice(verb.index))) || changeNoun.test(quote);
}
