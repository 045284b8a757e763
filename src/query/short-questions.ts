// Questions so short that all they say is what kind of thing is wanted of what was spoken of: "any figures for that?", "did we hit it?".
import type { AskedKind } from '../domain/asked.ts';

const opening = String.raw`^\W*(?:(?:ok(?:ay)?|and|but|so|then|well|right)\W+)*`;
const closing = String.raw`(?: (?:for|on|of|about|given|attached|set|with|to|against) (?:that|this|it|them|those|these|any of (?:that|these|those|them))| there| at all| given| set| pls| please)*\W*$`;
const wants = String.raw`(?:(?:are|is|were|was) there|(?:do|did|does) (?:we|they|it|you) (?:have|give|set|say|state)|what(?:['’]?s| is| are| were| was)|got|have (?:we|you) got|give me)?\s*(?:any|a|an|the|some)?\s*(?:actual |exact |specific |hard |firm )?`;

/** What may be wanted of a thing, by the noun that names it. */
const nouns: readonly (readonly [AskedKind, string])[] = [
  ['number', 'figures?|numbers?|stats|statistics|targets?|percentages?|data'],
  ['date', 'dates?|deadlines?|timescales?|timeline|timetable|time ?frame|year'],
  ['money', 'costs?|price|price tag|budget|funding'],
  ['person', 'leads?|owners?|person in charge|sro'],
];

const patterns = nouns.map(([kind, noun]): readonly [AskedKind, RegExp] => [
  kind,
  // "And costs?" names another thing; "any costs?" asks what this one costs.
  new RegExp(
    String.raw`${opening}(?=any\b|what|is\b|are\b|was\b|were\b|do|did|got|have|give)${wants}(?:${noun})${closing}`,
    'i',
  ),
]);

/** "And the cost?" is that of what was spoken of. */
const itsPatterns = nouns.map(([kind, noun]): readonly [AskedKind, RegExp] => [
  kind,
  new RegExp(
    String.raw`${opening}(?:(?:thanks|thank you|ta|cheers|great|what about|how about|and)\W+)*(?:the|its|their) (?:total |overall |actual )?(?:${noun})${closing}`,
    'i',
  ),
]);

/** The kind of thing that is wanted of what was spoken of; null where the message says more, or less. */
export function askedOfIt(message: string): AskedKind | null {
  return [...patterns, ...itsPatterns].find(([, pattern]) => pattern.test(message))?.[0] ?? null;
}

const thing = String.raw`(?:it|that|this|they|them|those|these|(?:the|that|this|those|these|our|their) (?:\w+ )?(?:targets?|goals?|aims?|promises?|pledges?|commitments?|objectives?|ambitions?|deadlines?|figures?|numbers?))`;
const outcome = new RegExp(
  String.raw`${opening}(?:(?:did|have|has|had) (?:we|they|you|the (?:met|mps|force|police)|it) (?:ever |actually |really |manage to |managed to |yet )*(?:hit|met|meet|achieved?|reach(?:ed)?|make|made|manage[d]?|deliver(?:ed)?|beat|beaten|get there|do|done|keep|kept)\b(?: ${thing})?|(?:was|were|has|have|is) ${thing} (?:ever |actually |really |been |yet )*(?:hit|met|achieved|reached|delivered|kept|done|beaten|fulfilled)|did (?:it|that|this|they) (?:ever |actually |really )*(?:happen|come true|come off|work out))\b(?: (?:yet|in the end|on time|by then|though|ever|at all|or not))*\W*$`,
  'i',
);

/** Whether it is asked if what was undertaken came true. */
export function asksOutcome(message: string): boolean {
  return outcome.test(message);
}
