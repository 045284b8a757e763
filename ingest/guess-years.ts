// The years that a document's own words give it, where no catalogue does.
import type { Years } from '../src/domain/document.ts';

/** No strategy covers more years. */
const longestPeriod = 30;

const year = String.raw`(?:19|20)\d{2}`;
const month = String.raw`(?:[A-Z]\p{L}{2,8}\s)?`;
// `2013-2017`, `2013/17`, `2020/21 – 2023/24`, `April 2024 to March 2029`, `between 2023 and 2027`.
const rangePattern = new RegExp(
  String.raw`(?<!\d)(?<from>${year})(?:\/\d{2})?\s?(?:[-–—/]|(?:to|until|(?<=between\s${year}\s)and)\s)\s?${month}(?<to>${year}|\d{2})(?:\/(?<turn>\d{2}))?(?!\d|,\d)`,
  'gu',
);

/** The first period that the words name; a financial year (`2019/20`) is one only where `counts` says so. */
function findPeriod(words: string, counts: 'financial years too' | 'no financial year'): Years | null {
  for (const { groups } of words.matchAll(rangePattern)) {
    const from = Number(groups?.['from']);
    const to = withCentury(from, Number(groups?.['to'])) + (groups?.['turn'] === undefined ? 0 : 1);
    const least = counts === 'financial years too' ? 0 : 2;
    if (to - from >= least && to - from <= longestPeriod) return { from, to };
  }
  return null;
}

function withCentury(from: number, to: number): number {
  return to < 100 ? Math.floor(from / 100) * 100 + to : to;
}

/** The first year that the words name alone. */
function findYear(words: string): number | null {
  const found = new RegExp(String.raw`(?<!\d)${year}(?!\d)`, 'u').exec(words)?.[0];
  return found === undefined ? null : Number(found);
}

/** What a document says of itself at its head is looked for in so many UTF-16 code units. */
const head = 4000;
const speaksOfItself =
  /\b(?:this|our|the)\s(?:\S+\s){0,3}(?:plan|strategy|paper|document|framework|policy|programme)\b/iu;
const tellsOfAdoption = /\b(?:adopted|approved|agreed|published|issued|ratified)\b/iu;

export interface YearSources {
  readonly file: string;
  /** Lines of the title page, the title first. */
  readonly titles: readonly string[];
  /** The date of its front matter. */
  readonly date: string | undefined;
  readonly text: string;
}

/** From the file's name, its title page or what it says of itself; null rather than a year that it only mentions. */
export function guessYears({ file, titles, date, text }: YearSources): Years | null {
  const name = file.replaceAll('_', '-');
  const sentences = text.slice(0, head).split(/(?<=[.!?])\s+|\n\s*\n/u);
  const ownWords = sentences.filter((sentence) => speaksOfItself.test(sentence));
  const period =
    findPeriod(name, 'financial years too') ??
    firstOf(titles, (line) => findPeriod(line, 'financial years too')) ??
    firstOf(ownWords, (sentence) => findPeriod(sentence, 'no financial year'));
  if (period) return period;
  const adopted = firstOf(sentences, (sentence) => (tellsOfAdoption.test(sentence) ? findYear(sentence) : null));
  const begun = (date === undefined ? null : findYear(date)) ?? adopted;
  return between(begun, [name, ...titles]);
}

/** From when it was adopted to the year that its title names; where that is not said to be its last, the title's year alone. */
function between(begun: number | null, titles: readonly string[]): Years | null {
  const to = firstOf(titles, findYear) ?? begun;
  if (to === null) return null;
  // `Strategy to 2030` names its last year.
  const last = new RegExp(String.raw`\b(?:to|until|by)[\s-]${to}\b`, 'iu');
  const covers = begun !== null && begun < to && to - begun <= longestPeriod && titles.some((line) => last.test(line));
  return { from: covers ? begun : to, to };
}

function firstOf<Found>(parts: readonly string[], find: (part: string) => Found | null): Found | null {
  for (const part of parts) {
    const found = find(part);
    if (found !== null) return found;
  }
  return null;
}
