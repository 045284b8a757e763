// What came since, and what a thing is called: told by what was quoted or stands right beside it, and by nothing further away.
import type { Passage } from '../../domain/passage.ts';
import type { Plan } from '../../domain/plan.ts';
import { quote } from '../quote/quotation.ts';
import { sentenceBefore } from '../quote/leans-on.ts';
import type { Composed } from '../rank/request.ts';

interface Beside {
  readonly passage: Passage;
  readonly sentence: Passage['sentences'][number];
  /** Its place in the passage, from 0. */
  readonly at: number;
  readonly quote: string;
}

const opening = String.raw`^\W*(?:(?:ok(?:ay)?|and|but|so|then|thanks)\W+)*`;
const asksSince = new RegExp(
  String.raw`${opening}(?:(?:any(?:thing)?|what|how many|has there been|have there been)(?: \p{L}+)*\s)?since(?: then| that)?\W*$`,
  'iu',
);
const toldSince = /\bsince(?: then| that)?[.!]?["”’*]*\s*$|^\W*since then\b/i;

const asksName = new RegExp(
  String.raw`${opening}(?:what(?:['’]?s| is| was| were| are)? (?:it|that|this|(?:the|that|this) (?<kind>[\p{L}-]+)) (?:called|named|known as)|what(?:['’]?s| is| was) (?:the|its) name(?: of (?:it|that|the (?<of>[\p{L}-]+)))?)\W*$`,
  'iu',
);
const named = /\b(?:Operation|Op|Project|Programme|Scheme|Taskforce)s?\s+\p{Lu}[\p{L}-]+/u;
const operations = /^(?:ops?|operations?)$/i;

/** Null where neither is asked, or nothing there tells it. @param beside what was quoted and the sentences right beside that, nearest first. */
export function composeToldAfter({ asked }: Plan, beside: readonly Beside[]): Composed | null {
  if (asksSince.test(asked)) return quoting(beside.find(({ quote: text }) => toldSince.test(text)));
  const found = asksName.exec(asked)?.groups;
  if (!found) return null;
  const kind = found['kind'] ?? found['of'] ?? '';
  const isName = (text: string): boolean =>
    operations.test(kind) ? /\bOp(?:eration)?s?\s+\p{Lu}\p{L}/u.test(text) : named.test(text);
  return quoting(beside.find(({ quote: text }) => isName(text)));
}

/** "None since" says nothing without the sentence before it. */
function quoting(best: Beside | undefined): Composed | null {
  if (!best) return null;
  const { passage, sentence, at } = best;
  const start = sentenceBefore(passage, at)?.start ?? sentence.start;
  return { paragraphs: [[quote({ passage, start, end: sentence.end })]] };
}
