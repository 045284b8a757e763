// What a document is called, which years it covers and how it stands, by its own words, where no catalogue says.
import type { DocumentStatus, Section, Years } from '../src/domain/document.ts';
import { isCapitals } from './capitals.ts';
import { readFrontMatter } from './front-matter.ts';
import { guessYears } from './guess-years.ts';
import { readLines } from './lines.ts';
import type { Line } from './lines.ts';

export interface GuessedDescription {
  readonly title: string;
  readonly years: Years | null;
  readonly status: DocumentStatus;
}

/** A title page has no more lines before the text begins, and none longer, in UTF-16 code units. */
const mostTitleLines = 12;
const longestTitleLine = 120;
/** The head of the text, in UTF-16 code units, in which it says how it stands. */
const head = 3000;

const planWord =
  /\b(?:strateg(?:y|ies)|plans?|polic(?:y|ies)|framework|manifesto|mandate|charter|programme|agenda|roadmap|blueprint|pledges?|vision)\b/iu;
const partName =
  /^(?:(?:\d{1,2}(?!\d)|chapter\b|part\b|section\b)|(?:table of )?contents$|foreword|preface|introduction|executive summary|summary|overview|background|about (?:us|this)|who we are|(?:our|the) (?:vision|mission|purpose|values|aims|priorities|objectives|strategy|plan)$)/iu;
const bodyName =
  /\b(?:trust|council|service|authority|university|college|association|homes|police|force|department|board|society|foundation)\b/iu;
const standingWord = /\b(?:draft|consultation|version|confidential|not yet|embargo)/iu;

/** The guess; the title is never empty, for a file has a name. */
export function guessDescription(file: string, text: string, sections: readonly Section[]): GuessedDescription {
  const frontMatter = readFrontMatter(text);
  const page = titlePage(text);
  const title = frontMatter?.fields.get('title') ?? guessTitle(file, page, sections);
  const titles = [title, ...page.map(({ words }) => words)];
  return {
    title: title.slice(0, 200),
    years: guessYears({ file, titles, date: frontMatter?.fields.get('date'), text }),
    status: guessStatus([file, ...titles], frontMatter?.fields.get('status'), text.slice(0, head)),
  };
}

/** The short lines before the text begins. */
export function titlePage(text: string): Line[] {
  const lines = readLines(text.slice(0, head)).filter(({ mark }) => mark !== 'rule');
  const end = lines.findIndex(
    ({ words, mark }) =>
      (mark !== 'none' && mark !== 'heading') ||
      words.length > longestTitleLine ||
      /[.;,]$/u.test(words) ||
      partName.test(words),
  );
  return lines.slice(0, Math.min(end < 0 ? lines.length : end, mostTitleLines));
}

function guessTitle(file: string, page: readonly Line[], sections: readonly Section[]): string {
  const lines = page.filter(({ words }) => !standingWord.test(words));
  const marked = lines.find(({ mark, hashes }) => mark === 'heading' && hashes === 1);
  const chosen = marked ?? lines.find(({ words }) => planWord.test(words));
  if (chosen && chosen.words.length >= 3) return completed(chosen.words, lines.slice(0, lines.indexOf(chosen)));
  const name = file
    .replace(/\.[^.]+$/u, '')
    .replaceAll(/[-_]+/gu, ' ')
    .trim();
  const heading = sections[0]?.heading;
  const isUsable = heading !== undefined && heading.length >= 3 && !(partName.test(heading) && planWord.test(name));
  if (isUsable && !planWord.test(name)) return inTitleCase(heading);
  return isUsable && page.some(({ words }) => words === heading) ? inTitleCase(heading) : name;
}

/** `Corporate Plan` is every organisation's: what stands above it on the title page tells whose. */
function completed(title: string, above: readonly Line[]): string {
  const telling = title
    .replaceAll(/[^\p{L}\s]/gu, ' ')
    .split(/\s+/u)
    .filter(
      (word) => word.length > 3 && !planWord.test(word) && !/^(?:year|years|five|three|four|from|with)$/iu.test(word),
    );
  const owner = above.findLast(({ words }) => !bodyName.test(words)) ?? above.at(-1);
  if (telling.length > 1 || !owner) return inTitleCase(title);
  return `${inTitleCase(owner.words)}: ${inTitleCase(title)}`;
}

const smallWords = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);
/** A word of capitals of up to so many letters may stand for other words, as NHS does. */
const longestAcronym = 3;

/** Words all in capitals, as they would be set in running text; acronyms and all else as they are. */
function inTitleCase(words: string): string {
  if (!isCapitals(words) || !words.includes(' ')) return words;
  return words.replaceAll(/\p{L}[\p{L}’']*/gu, (word, offset: number) => {
    const lower = word.toLowerCase();
    if (smallWords.has(lower)) return offset === 0 ? capitalised(lower) : lower;
    return word.length <= longestAcronym && word !== 'OUR' ? word : capitalised(lower);
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const asks =
  /\b(?:for consultation|consultation (?:draft|version|document)|draft for comments?|open to comments?|out for consultation)\b/iu;
const isAgreed =
  /\b(?:plan|strategy|framework|policy|document|it)\b[^.]{0,80}\b(?:was|has been)\s(?:formally\s)?(?:adopted|approved|agreed|published|endorsed|ratified)\b|\b(?:adopted|approved|agreed)\s(?:it|this)\b/iu;

function guessStatus(titles: readonly string[], field: string | undefined, opening: string): DocumentStatus {
  const page = [...titles, field ?? ''].join('\n').replaceAll(/[_-]/gu, ' ');
  const says = /\bthis (?:draft|plan|strategy|document) is (?:open to comments?|out for consultation)\b/iu.test(
    opening,
  );
  if (asks.test(page) || says) return 'for consultation';
  if (/\bdraft\b/iu.test(page)) return 'draft';
  if (/^(?:published|adopted|approved|agreed|final)$/iu.test(field ?? '')) return 'published';
  return isAgreed.test(opening) ? 'published' : 'unknown';
}
