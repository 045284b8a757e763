// What a message asks of the points of a list that was shown: what one is about, how it is measured, whether there are figures,
// which of them hold certain words.
import type { PointWish } from '../domain/plan.ts';

const opening = String.raw`^\W*(?:(?:ok(?:ay)?|and|but|so|then|also|please|can you|could you)\W+)*`;
const whatItIs = new RegExp(
  String.raw`${opening}(?:(?:tell me |say |any |give me )?(?:more|something|details?)?(?: (?:about|on))?|what(?:['’]?s| is| are| was)?(?: (?:about|under|in|on|behind))?|what (?:about|does|do)|what (?:does|do|did) (?:it|they|the (?:document|plan|strategy)) (?:actually )?say (?:on|about|under|of|for)|how about|explain|describe|expand on|elaborate on|go into)(?: the)?\s*\bX\s*(?:mean|about|say|involve|cover|all about|then|exactly|actually|there|please|pls|again|in detail)?(?: (?:mean|about|exactly|there))?\W*$`,
  'i',
);
const nothingElse = new RegExp(
  String.raw`${opening}(?:what about|how about|same for|same with)?\s*X(?: (?:then|please|pls|one))?\W*$`,
  'i',
);

const wishes: readonly (readonly [PointWish, RegExp])[] = [
  [
    'measure',
    /\b(?:measur\w*|kpis?|indicators?|metrics?|track(?:ed|ing)?|assess(?:ed)?|judg(?:e|ed)|monitor(?:ed)?|how (?:will|would|do|can) (?:we|you|they|anyone) (?:know|tell))\b/i,
  ],
  ['date', /\b(?:dates?|deadlines?|timescales?|timetable|by when|when (?:is|are|will|does))\b/i],
  ['figure', /\b(?:numbers?|figures?|targets?|percentages?|stats|statistics|data|how (?:much|many))\b/i],
];

/** @param around the message with X for the point. */
export function pointWish(around: string): { readonly wants: PointWish | null; readonly namesAlone: boolean } {
  const plain = around.replaceAll(/\s+/gu, ' ');
  if (whatItIs.test(plain)) return { wants: 'whole', namesAlone: nothingElse.test(plain) };
  return { wants: wishIn(plain), namesAlone: false };
}

function wishIn(words: string): PointWish | null {
  return wishes.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const things = String.raw`(?:these|those|them|they|the (?:points|items|objectives|priorities|aims|areas|values|goals|missions|commitments|promises|pledges|lessons|principles|targets|kpis|measures|themes|outcomes))`;
const ofAll = new RegExp(
  String.raw`${opening}(?:(?:do|does|did|are|is|were|have|has|got) )?(?:any|which|some|all|each|one|either|none)(?: ones?)?(?: of)?(?: ${things})?(?: (?:have|has|had|got|come|comes|with|are|is|were|been|given|set|attached|there))*(?: (?:an?|any|actual|hard|specific|numeric))* (?:numbers?|figures?|targets?|percentages?|stats|data|dates?|deadlines?|timescales?|measures?|measured|kpis?|metrics?)\b(?: (?:attached|given|set|on|to|for|against|with|in|there|at all|them|it|those|these|any|of))*\W*$`,
  'i',
);
const measuredHow = new RegExp(
  String.raw`${opening}how (?:is|are|will|would|were) (?:each(?: (?:one|of ${things}))?|all of ${things}|${things}) (?:be |being )?(?:measured|tracked|judged|assessed|monitored)\W*$`,
  'i',
);

/** What is asked of all the points together: "do any have a number on them?"; null where the message says more, or less. */
export function wishOfAll(message: string): PointWish | null {
  return ofAll.test(message) || measuredHow.test(message) ? wishIn(message) : null;
}

const ofIt = new RegExp(
  String.raw`${opening}(?:how (?:is|are|was|will|would) (?:it|that|this|they) (?:be |being )?(?:measured|tracked|judged|assessed|monitored)|how (?:will|would|do|can) (?:we|you|they|anyone) (?:know|tell|judge|measure)(?: (?:if|that|whether))?(?: (?:it|that|this|we|they)(?:['’](?:s|ve|re))?)?(?: (?:has|have|is|was|will))?(?: (?:it|that))?(?: (?:works?|worked|working|succeeded|achieved|done|met|delivered))?(?: it| that)?|what (?:are|is) (?:its|the|their) (?:measures?|kpis?|metrics?|indicators?)(?: for (?:it|that|this))?)\W*$`,
  'i',
);

/** Whether it is asked how the thing spoken of is measured, and nothing more. */
export function asksItsMeasure(message: string): boolean {
  return ofIt.test(message);
}

const holds = String.raw`(?:mentions?|mentioned|say|says|talks?(?: about)?|speaks?(?: of)?|names?|includes?|covers?|(?:is|are|was|were|['’]s) (?:about|on|for|to do with)|refers? to|deals? with)`;
const wordsIn = new RegExp(
  String.raw`${opening}(?:(?:do|does|did|are|is) )?(?:which|any|some|either|none)(?: ones?)? of ${things} (?:${holds}|about|on) `,
  'i',
);
const wordsInOne = new RegExp(
  String.raw`${opening}(?:which|any)(?: (?:ones?|points?|objectives?|priorit\w+|aims?|values?|goals?|commitments?|promises?))? (?:${holds}|about|that (?:is|are|mentions?) (?:about )?) ?(?=\S)`,
  'i',
);

/**
 * The words, where it is asked which of the things shown hold them: "which of those mention trust?"; null where it is not.
 * @param isList whether the things shown are a list, of which "which one" may mean one.
 */
export function wordsAskedIn(message: string, isList: boolean): string | null {
  const asked = wordsIn.exec(message) ?? (isList ? wordsInOne.exec(message) : null);
  const rest = asked ? message.slice(asked[0].length).trim() : '';
  return /[\p{L}\p{N}]/u.test(rest) ? rest : null;
}
