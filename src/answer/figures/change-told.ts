// By how much a thing rose or fell is told by a clause that says of it that it changed: a share of it, or more of what was done about it, does not.
import type { Plan } from '../../domain/plan.ts';
import { holdsKind } from '../../text/kinds.ts';
import { terms } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';

const rose = String.raw`ris(?:e|es|en|ing)|rose|grow(?:n|s|th|ing)?|grew|increas\w*|climb\w*|up|higher|more|doubl\w+|tripl\w+|uplift|improv\w*|rais\w*|↑`;
const fell = String.raw`fall(?:s|en|ing)?|fell|drop\w*|declin\w*|decreas\w*|reduc\w*|down|lower\w*|fewer|less|cut\w*|halv\w*|shrank|sav\w*|↓`;
const verbs = String.raw`(?:rise|rose|risen|increased?|grow|grew|grown|climb(?:ed)?|go(?:ne)? (?:up|down)|went (?:up|down)|fall|fell|fallen|drop(?:ped)?|declined?|decreased?)`;

/** Words that tell of a change. */
export const changeTold = new RegExp(String.raw`(?<!\p{L})(?:${rose}|${fell}|by|than)(?!\p{L})|[↑↓]|[-+]\d`, 'iu');
const roseTold = new RegExp(String.raw`(?<!\p{L})(?:${rose})(?!\p{L})|[↑]`, 'iu');
const fellTold = new RegExp(String.raw`(?<!\p{L})(?:${fell})(?!\p{L})|[↓]`, 'iu');
/** "Solved 92% more cases": more was done, and there were no more of them. */
const deedDoneMore = /\b\p{L}+ed[\s*]+[\d,.]+%?[\s*]+(?:more|fewer)\b/iu;

const changed = new RegExp(
  String.raw`\b(?:by how much|how (?:much|far))\b.{0,12}\b(?:did|has|have)\b.{1,60}\b(?<deed>${verbs})\b|\b(?:did|has|have)\b.{1,60}\b(?<tailed>${verbs})\b.{1,8}\bby how much\b`,
  'i',
);

/** The word for the change asked about; null where none is. */
function deedIn(question: string): string | null {
  const groups = changed.exec(question)?.groups;
  return groups?.['deed'] ?? groups?.['tailed'] ?? null;
}

/** Whether a question asks by how much something rose or fell. */
export function asksHowMuchChanged(question: string): boolean {
  return changed.test(question);
}

/** Whether that is asked, and no sentence tells it of the thing. @param top the sentences that an answer would quote. */
export function lacksChange(plan: Plan, top: readonly Pick<Candidate, 'quote'>[]): boolean {
  return asksHowMuchChanged(plan.question) && !top.some(({ quote }) => tellsAskedChange(quote, plan));
}

/** Whether a sentence tells by how much what the question speaks of changed; false where no change is asked about. */
export function tellsAskedChange(quote: string, { question, senses }: Plan): boolean {
  const deed = deedIn(question);
  if (deed === null || !holdsKind(quote, 'number') || deedDoneMore.test(quote)) return false;
  const own = new Set(terms(deed));
  const things = senses.filter(({ stems }) => !stems.every((stem) => own.has(stem)));
  const isOfAny = (text: string): boolean => {
    const held = new Set(terms(text));
    return things.length === 0 || things.some((sense) => isHeld(sense, held));
  };
  const sameWay = roseTold.test(deed) ? roseTold : fellTold;
  return (
    (sameWay.test(quote) && isOfAny(quote)) ||
    quote.split(clauseEnd).some((clause) => (roseTold.test(clause) || fellTold.test(clause)) && isOfAny(clause))
  );
}

const clauseEnd = /[.;:\t|]\s|,\s(?=(?:and|but|so|while|which|who|where|as)\b)/i;
