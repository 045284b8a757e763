// When a statement says that it will be done: the words, and the year where that follows from them.
import type { Deadline } from '../../src/domain/commitment.ts';
import type { Years } from '../../src/domain/document.ts';

export interface DeadlineSpan {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
}

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
const seasons = 'spring|summer|autumn|winter';
const counts = String.raw`(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple of|several)`;
const lengths = '(?:calendar |financial |academic |working )?(?:days?|weeks?|months?|quarters?|years?|decades?|phase)';
const year = String.raw`(?:fy ?)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?`;
const date = String.raw`(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:${months}|${seasons}|q[1-4]|christmas|easter)(?: of)? )?(?:the (?:end|start|beginning|close) of )?${year}`;
const part = String.raw`(?:early |late |mid[ -]|the (?:end|start|beginning|close|middle|${seasons}) of )?`;
const ofPlan =
  '(?:plan|strategy|period|programme|parliament|decade|century|year|financial year|phase|term|month|quarter|life of this (?:plan|strategy))';

/** Each way of saying when; the first group of the first is a day or year of its own. */
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:by|before|until|till|no later than|not later than|from|in|during|through|throughout|at|starting in|beginning in|as of) ${part}${date}(?!\d|%)`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:by|before|until|at|towards) (?:the )?(?:end|close|start|middle) of (?:the |this |that |our |next |its )?(?:${counts} )?(?:next )?(?:${counts} )?(?:${lengths}|${ofPlan})\b`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:over|in|during|within|throughout|for|across) (?:the |these |our )?(?:life of (?:this|the) \w+|(?:next|coming|first|following) (?:${counts} )?(?:${lengths}|\w+ to \w+ years))\b`,
    'gu',
  ),
  new RegExp(String.raw`\bover the (?:next|coming) ${counts}\b(?! \w+ing)`, 'gu'),
  new RegExp(String.raw`\bwithin (?:the )?(?:next )?(?:a )?${counts} (?:days|weeks|months|years)\b`, 'gu'),
  new RegExp(
    String.raw`\b(?:by |before |until )(?:next |this |the )(?:${months}|${seasons}|month|year|quarter|week)\b|\b(?:later )?(?:this|next) (?:financial |calendar |academic )?(?:year|month|quarter|${seasons})\b`,
    'gu',
  ),
  new RegExp(String.raw`\b(?:by|before|until) (?:${months}|${seasons}|christmas)\b(?! (?:19|20)\d\d)`, 'gu'),
  /\bas (?:soon|quickly|early) as (?:possible|practicable|we can)\b|\bwithout delay\b|\bin the (?:short|medium|long|longer|near)(?:er)?(?: to (?:medium|long))? ?-?term\b/gu,
  /(?<=(?:\bwill|'ll|\bshall)\s+(?:also\s+)?)(?:shortly|immediately|soon|now)\b(?!\s+(?:look|turn|see|have))/gu,
];

/** A clause that tells more of a noun, in what would or did happen. */
const aside =
  /\b(?:that|which|who|where)\b[^,;.]*\b(?:would|could|might|otherwise|was|were|had|has|have|did)\b[^,;]*$/u;
const history =
  /\b(?:since|than|compared (?:to|with)|was|were|had|(?<!\b(?:are|is|remain|remains) |'re )committed|said|published|launched|announced|began)\b[^,;]{0,30}$/u;

/** The deadline of a statement; null where it states none. @param plain see `plainOf`. @param years that the document covers. */
export function deadlineIn(plain: string, years: Years | null): DeadlineSpan | null {
  const words = plain.toLowerCase().replaceAll('\t', ' ');
  const found = patterns
    .flatMap((pattern) => [...loose(words, pattern)])
    .filter((span) => isOwn(words, span, years))
    .toSorted(
      (one, other) => rankOf(words, one) - rankOf(words, other) || one.start - other.start || other.end - one.end,
    );
  return found[0] ?? null;
}

/** What the deadline says, as it stands in the statement. */
export function toDeadline(text: string, { start, end, year: ends }: DeadlineSpan): Deadline {
  return { text: text.slice(start, end), year: ends };
}

/** Matches of a pattern whose single spaces stand for any white space. */
function loose(words: string, pattern: RegExp): DeadlineSpan[] {
  const { squeezed, places } = squeeze(words);
  return [...squeezed.matchAll(pattern)].map((match) => {
    const last = match.index + match[0].length - 1;
    return { start: places[match.index] ?? 0, end: (places[last] ?? 0) + 1, year: yearIn(match[0]) };
  });
}

/** The words with single spaces, and for each of their characters its place in the original. */
function squeeze(words: string): { readonly squeezed: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let squeezed = '';
  for (let at = 0; at < words.length; at += 1) {
    const isSpace = words[at] === ' ';
    if (isSpace && (squeezed === '' || squeezed.endsWith(' '))) continue;
    squeezed += words[at] ?? '';
    places.push(at);
  }
  return { squeezed, places };
}

/** The year in which the period ends: 2026 of `2025/26`. */
function yearIn(words: string): number | null {
  const match = /((?:19|20)\d\d)(?:\s?[/–-]\s?((?:20)?\d\d))?/u.exec(words);
  if (!match) return null;
  const [, first, second] = match;
  if (second === undefined) return Number(first);
  return second.length === 4 ? Number(second) : Number(`${(first ?? '').slice(0, 2)}${second}`);
}

/** Whether the time is that of what is undertaken, not of what was, or of what an aside speaks of. */
function isOwn(words: string, { start, year: ends }: DeadlineSpan, years: Years | null): boolean {
  const before = words.slice(0, start);
  if (ends !== null && years !== null && ends < years.from) return false;
  if (aside.test(before)) return false;
  return ends === null || !history.test(before);
}

/** A last day says more than a period, a period more than a phase or haste. */
function rankOf(words: string, { start, end, year: ends }: DeadlineSpan): number {
  const said = words.slice(start, end);
  if (/^(?:by|before|until|no later|not later)\b/u.test(said)) return 0;
  if (ends !== null) return 1;
  return /\b(?:years?|months?|weeks?|days?|quarters?)\b/u.test(said) ? 2 : 3;
}
