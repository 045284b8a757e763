// What a message asks of the figure or the line that was quoted last, and of nothing else: as a share, as a count, what it was before, whether it went
// up, of what time it is, whether it is a target.
import type { PointWish } from '../domain/plan.ts';

const opening = String.raw`^\W*(?:(?:ok(?:ay)?|and|but|so|then|also|right|thanks|hmm|what is|what['’]?s|can you (?:say|give|put) (?:it|that))\W+)*`;
const closing = String.raw`(?: (?:then|though|please|pls|now|exactly))?\W*$`;
const it = String.raw`(?:it|that|this|they|those|these)`;
const be = String.raw`(?:is|was|are|were|['’]s)`;
const share = String.raw`(?:percentages?|per ?cent|proportion|share|fraction|%)`;
const more = String.raw`(?:up|down|more|less|fewer|higher|lower|better|worse|bigger|smaller|an? (?:increase|rise|improvement|decrease|reduction|drop|fall))`;
const course = String.raw`(?:increase|rise|growth|change|difference|improvement|decrease|reduction|drop|fall|jump)`;
const aim = String.raw`(?:target|aim|goal|ambition|promise|pledge|commitment|objective|plan|aspiration|intention|kpi|measure|forecast)`;

const wishes: readonly (readonly [PointWish, string])[] = [
  [
    'share',
    String.raw`(?:(?:as|in|what) (?:an? )?${share}(?: ${be} ${it})?|(?:the )?${share}|how much ${be} ${it} (?:as|in) (?:an? )?${share})`,
  ],
  [
    'count',
    String.raw`(?:how many (?:people |officers |staff |heads )?${be} ${it} in (?:(?:actual|real|raw|absolute|hard) )?(?:heads|people|officers|numbers?|figures|total|headcount)|(?:and |so )?in (?:(?:actual|real|raw|absolute) )?(?:heads|numbers|headcount|people)|as an? (?:actual |real |raw |absolute )?(?:number|headcount|count)|how many (?:heads|people|officers) ${be} ${it})`,
  ],
  [
    'before',
    String.raw`(?:what (?:was|were|did|used) ${it} (?:(?:used? )?(?:to )?be )?(?:before|previously|earlier|originally|in the past|beforehand)(?: (?:that|then|this))?|(?:up |down |rising |risen |falling )?from what|(?:up|down) from|before that|(?:the )?(?:previous|earlier|old) (?:one|figure|number|rate|share|level|percentage)|what (?:did|has) ${it} (?:rise|risen|fall|fallen|go up|gone up|go down|gone down|come down|start|started) (?:from|at))`,
  ],
  [
    'change',
    String.raw`(?:${more},? or ${more}|${be} ${it} (?:\p{L}+ly |any |at all )?${more}(?:(?:,? or) ${more})?(?: (?:on|than|from|since|over|compared (?:with|to)|against) .{1,40})?|(?:has|have|did) ${it} (?:gone? |been )?(?:up|down|risen|rise|fallen|fall|increased?|decreased?|improved?|changed?|grown|grow)(?: or .{1,30})?(?: (?:on|than|from|since|over|compared (?:with|to)) .{1,40})?|(?:what|how (?:big|much|large)(?: of)?(?: an?)?) (?:sort of |kind of |an? )?${course} ${be} ${it}|how (?:much|far) (?:has|have|did) ${it} (?:gone? )?(?:up|down|risen|rise|fallen|fall|increased?|decreased?|improved?|changed?|grown|grow)(?: by)?)`,
  ],
  [
    'period',
    String.raw`(?:(?:over|in|for|during|within) (?:what|which) (?:period|time ?(?:span|frame)?|stretch|years?|months?)(?: of time)?(?: ${be} ${it})?|(?:what|which) (?:period|year|month|quarter|time ?span) ${be} ${it}(?: (?:for|from|in|over))?|over how long)`,
  ],
  [
    'standing',
    String.raw`(?:${be}|isn['’]t) ${it} (?:just |only |actually |really )*(?:(?:an?|the|our|their|its) )?(?:\p{L}+ )?(?:${aim} or\b.{1,60}|.{1,40} or (?:just |only |still )*(?:(?:an?|the|our|their) )?${aim})`,
  ],
];
const patterns = wishes.map(([wish, words]) => [wish, new RegExp(opening + words + closing, 'iu')] as const);

/** What is asked of the figure just quoted; null where the message says more, or less. */
export function figureWish(message: string): PointWish | null {
  return patterns.find(([, pattern]) => pattern.test(message))?.[0] ?? null;
}
