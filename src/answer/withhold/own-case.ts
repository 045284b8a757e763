// What one employee gets or has to do – leave, lockers, travel, a day at home – is settled by other papers than a strategy. What a strategy
// says near it ("more lockers") is no answer, unless it names all that is asked.
import type { Plan } from '../../domain/plan.ts';
import { isHeld } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';

/** The asker's own case, by the wording: not "will I be able to", which strategies do tell. */
const own =
  /\b(?:can|could|do|may|am|would|should|will) (?:i|we|staff|officers|pcsos)\b(?! (?:be able|see|notice))|\b(?:is|are) there (?:anywhere|somewhere|a place) to\b|\bmy\b|\b(?:i|we)['’]?(?:m| am|re| are) (?:allowed|entitled|paid)\b/i;
/** What employers grant and ask of one person. General English. */
const granted =
  /\b(?:pay ?(?:rise|day|slip|scale|band)?|paid|salary|wages?|bonus|pension|overtime|(?:annual|sick|maternity|paternity|parental|study|special|unpaid) leave|time off|days? off|leave|holidays?|rest days?|shifts?|rota|lunch|meal|(?:tea|coffee) breaks?|lockers?|desks?|parking|park|season ticket|(?:free|tube|rail|train|bus) travel|travel(?:ling)? (?:from|to|for free)|expenses|mileage|healthcare|dental|childcare|creche|nursery|gym|canteen|eat|work(?:ing)? (?:from home|remotely|part[- ]time|compressed)|home ?working|second job|side job|secondment|career break|sabbatical|flexi(?:time)?|beard|tattoos?|boots|notice period|season ticket|discount|railcard|oyster)\b/i;

/** The name of such a thing, where a rule on it is asked for, or it is called by its full name; null where none is. */
export function grantedIn(question: string): string | null {
  return (ruleAsked.test(question) ? granted.exec(question)?.[0] : null) ?? leaveAsked.exec(question)?.[0] ?? null;
}

const ruleAsked = /\b(?:polic(?:y|ies)|rules?|position|guidance|entitlements?)\b/i;
const leaveAsked =
  /\b(?:annual|sick|sickness|maternity|paternity|parental|adoption|study|special|unpaid|compassionate|carers?['’]?) (?:leave|pay)\b/i;

/** Whether such a thing is asked of a person's own case, and no sentence holds all that is asked. @param top the sentences that an answer would quote. */
export function isOwnCase({ question, senses, continues }: Plan, top: readonly Candidate[]): boolean {
  if (continues !== null && continues.how !== 'beside') return false;
  if (!own.test(question) || !granted.test(question)) return false;
  return senses.length < 2 || !top.some(({ terms }) => senses.every((sense) => isHeld(sense, terms)));
}
