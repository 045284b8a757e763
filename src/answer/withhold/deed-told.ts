// Whether what is asked to have been done was done, by what is quoted: "are we closing front counters?" is not answered by "front line policing",
// nor by lines of supply that were closed. The deed, in one word or another, and its object must stand together.
import type { Plan, Sense } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';

/** What is done to a thing, as it is asked, and the words by which it is told. General English. */
interface Deed {
  readonly asked: string;
  readonly told: RegExp;
}

const deeds: readonly Deed[] = [
  {
    asked: String.raw`(?:get|gets|getting|got|gotten) rid of|(?:do|doing|done) away with|scrap(?:ping|ped)?|abolish(?:ing|ed)?|ax(?:e|ing|ed)|disband(?:ing|ed)?|phas(?:e|ing|ed) out|ditch(?:ing|ed)?`,
    told: /\b(?:remov|scrap|abolish|ax(?:e|ing)|disband|phas\w+ out|end(?:s|ed|ing)?\b(?! up)|clos(?:e|ing|ure)|cut|reduc|stop|replac|discontinu|withdr[ae]w|no longer|fewer|ceas|get rid|got rid|away with)/gi,
  },
  {
    asked: String.raw`clos(?:e|es|ing|ed)(?: down)?|shut(?:s|ting)?(?: down)?`,
    told: /\b(?:clos(?:e|ing|ure)|shut|sell|sold|sale|dispos|remov|withdr[ae]w|fewer)/gi,
  },
  {
    asked: String.raw`merg(?:e|es|ing|ed)|amalgamat(?:e|es|ing|ed)|combin(?:e|es|ing|ed)`,
    told: /\b(?:merg|amalgamat|combin|(?:bring|brought|put)\w*\b.{0,30}\btogether|integrat|unif|join|organis\w+ .{0,40}into)/gi,
  },
  {
    asked: String.raw`br(?:ing|ings|inging|ought) back|reintroduc(?:e|es|ing|ed)|reinstat(?:e|es|ing|ed)|reopen(?:s|ing|ed)?`,
    told: /\b(?:br(?:ing|ought)\w* back|reintroduc|reinstat|restor|return|reopen|rebuil[dt])/gi,
  },
  {
    asked: String.raw`sell(?:s|ing)?(?: off)?|sold(?: off)?`,
    told: /\b(?:sell|sold|sale|dispos)/gi,
  },
  {
    asked: String.raw`ban(?:s|ning|ned)?`,
    told: /\b(?:ban(?:s|ned|ning)?\b|prohibit|forbid|not (?:be )?(?:allowed|permitted))/gi,
  },
  {
    asked: String.raw`(?:come|coming|came|get|getting|got) out of|leav(?:e|es|ing)|exit(?:s|ing|ed)?`,
    told: /\b(?:out of|leav|left|exit|remov\w+ from|releas\w+ from|lift|end(?:s|ed|ing)?\b(?! up)|no longer)/gi,
  },
];
const riseAsked = 'rise|raise|increase';
const rise = /\b(?:ris(?:e|es|ing|en)|rais|increas|uplift|award|higher|more)/gi;

const doer = String.raw`(?:we|they|you|u|the (?:met|mps|force|police|service)|(?:the )?(?:met|police|officers))`;
const auxiliary = String.raw`(?:are|is|were|was|will|do|does|did|have|has|had|when did|when will|when are|when is)`;
const hedge = String.raw`(?:(?:really|actually|ever|also|now|still|going to|gonna|planning to|about to|trying to|looking to|been|all) )*`;
const start = String.raw`(?:^\W*|[,;.!?]\s+|\b(?:and|so|but|if|whether) )`;
/** A thing ends before what says where, when or why. Its words are whole ones: a long one parted in every way would take hours. */
const thing = String.raw`(?<object>(?:(?!(?:in|on|at|by|for|from|to|with|because|after|before|under|as|or|and|when|during)\b)[\p{L}\p{N}’'-]+(?![\p{L}\p{N}’'-])\s*){1,5})`;

const activePatterns = deeds.map(({ asked, told }) => ({
  told,
  pattern: new RegExp(String.raw`${start}${auxiliary} ${doer} ${hedge}(?:${asked})\s+${thing}`, 'iu'),
}));
const passivePatterns = deeds.slice(0, 6).map(({ asked, told }) => ({
  told,
  pattern: new RegExp(
    String.raw`${start}(?:are|is|were|was|will|have|has) ${thing.replace('{1,5}', '{1,4}?')}(?:all )?(?:being|getting|going to be|gonna be|be|been) (?:${asked})\b`,
    'iu',
  ),
}));
const risePatterns = [
  {
    told: rise,
    pattern: new RegExp(
      String.raw`${start}${auxiliary} ${doer} ${hedge}(?:get|getting|got|have|having|receive|receiving) (?:an?|any|our|the|more) ${thing.replace('{1,5}', '{1,2}?')}(?:${riseAsked})\b`,
      'iu',
    ),
  },
];
const patterns = [...activePatterns, ...passivePatterns, ...risePatterns];
/** One of these words stands in every question that a pattern takes: the patterns are slow to try, and most questions ask of no deed. */
const deedWord = new RegExp(String.raw`\b(?:${deeds.map(({ asked }) => asked).join('|')}|${riseAsked})\b`, 'i');

/** Furthest from a deed that its object stands, in UTF-16 code units. */
const reach = 60;

/** Whether a deed is asked about, and no sentence tells it of its object. @param top the sentences that an answer would quote. */
export function lacksDeed(plan: Plan, top: readonly Pick<Candidate, 'quote'>[]): boolean {
  const asked = askedDeed(plan);
  return asked !== null && !top.some(({ quote }) => tellsDeed(quote, asked));
}

interface AskedDeed {
  readonly told: RegExp;
  readonly object: readonly Sense[];
}

function askedDeed({ question, senses }: Plan): AskedDeed | null {
  if (!deedWord.test(question)) return null;
  for (const { told, pattern } of patterns) {
    const words = pattern.exec(question)?.groups?.['object'];
    if (words === undefined) continue;
    const stems = new Set(terms(words));
    const object = senses.filter((sense) => sense.stems.some((stem) => stems.has(stem)));
    return object.length > 0 ? { told, object } : null;
  }
  return null;
}

function tellsDeed(quote: string, { told, object }: AskedDeed): boolean {
  return quote.split(clauseEnd).some((clause) =>
    [...clause.matchAll(told)].some(({ index, 0: deed }) => {
      const near = new Set(terms(clause.slice(Math.max(0, index - reach), index + deed.length + reach)));
      return object.every((sense) => isHeld(sense, near));
    }),
  );
}

/** What stands in the next clause is what another deed is done to. */
const clauseEnd = /[.;:!?\t|–—]\s|,\s(?=(?:and|but|so|while|which|who|where|as|because)\b)/i;
