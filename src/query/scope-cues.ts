// The words of a question that say which documents it means.
import type { DocumentDescription } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import { isStopWord } from '../text/tokens.ts';

export interface Cue {
  readonly start: number;
  readonly end: number;
  /** Whether the words also belong to what is asked ("by 2016"), and so stay in the topic. */
  readonly keeps: boolean;
  /** Whether it only says that several documents are meant ("how has … changed"): anything more definite decides instead. */
  readonly vague: boolean;
  /** The words themselves. */
  readonly words: string;
  readonly names: readonly DocumentId[];
  readonly implies: readonly DocumentId[];
}

type Documents = readonly DocumentDescription[];
type Meaning = Pick<Cue, 'names' | 'implies'> & Partial<Pick<Cue, 'keeps' | 'vague'>>;

const kinds =
  'strateg(?:y|ies)|strats?|papers?|plans?|documents?|docs?|drafts?|direction|page|mandate|paper|report|version|text|one';

/** All cues, in the order in which they stand; overlapping ones are kept, for each may name another document. */
export function findCues(question: string, documents: Documents): Cue[] {
  const found = [
    ...nameCues(question, documents),
    ...rangeCues(question, documents),
    ...sinceCues(question, documents),
    ...yearCues(question, documents),
    ...timeWordCues(question, documents),
    ...statusCues(question, documents),
  ];
  return found
    .filter((cue) => cue.names.length + cue.implies.length > 0)
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
}

function match(question: string, pattern: RegExp, meaning: (found: RegExpExecArray) => Meaning | null): Cue[] {
  const cues: Cue[] = [];
  for (const found of question.matchAll(pattern)) {
    const meant = meaning(found);
    if (meant)
      cues.push({
        start: found.index,
        end: found.index + found[0].length,
        words: found[0],
        keeps: false,
        vague: false,
        ...meant,
      });
  }
  return cues;
}

const named = (documents: Documents): Meaning => ({ names: documents.map((document) => document.id), implies: [] });
const implied = (documents: Documents): Meaning => ({ names: [], implies: documents.map((document) => document.id) });

/** Titles, short titles and nicknames; the longest name wins where one stands inside another. */
function nameCues(question: string, documents: Documents): Cue[] {
  const cues: Cue[] = [];
  for (const document of documents) {
    for (const name of [document.title, document.shortTitle, ...document.nicknames]) {
      // On the question itself: its lower case may be longer (İ), and the cue's place would be wrong.
      const words = escapePattern(name).replaceAll(/['’]/gu, "['’]");
      const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'giu');
      cues.push(...match(question, pattern, () => named([document])));
    }
  }
  return cues.filter(
    (cue) =>
      !cues.some(
        (other) =>
          other !== cue &&
          other.start <= cue.start &&
          other.end >= cue.end &&
          other.end - other.start > cue.end - cue.start,
      ),
  );
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** `2013-17`, `13-17`, `2018 to 2025`, `2006/2009`: the years of a document, or a period that documents fall into. */
function rangeCues(question: string, documents: Documents): Cue[] {
  const pattern =
    /(?:\b(?:from|between|of)\s+)?\b((?:19|20)\d{2})\s?(?:[-–—/]|to|and|until)\s?'?((?:19|20)?\d{2})\b/giu;
  const short = match(question, /(?<![\d/.,£$%–-])\b(\d{2})[-–/](\d{2})\b(?![\d/.,–-]?\d|\s?%)/gu, (found) => {
    const [from, to] = [2000 + Number(found[1]), 2000 + Number(found[2])];
    return named(documents.filter((document) => document.years?.from === from && document.years.to === to));
  });
  const full = match(question, pattern, (found) => {
    const from = Number(found[1]);
    const to = fullYear(from, Number(found[2]));
    const same = documents.filter((document) => document.years?.from === from && document.years.to === to);
    if (same.length > 0) return named(same);
    const isFinancialYear = to === from + 1 && /[-–—/]/u.test(found[0]);
    // A financial year is a figure's date, not a document's name; it points at a strategy only if that began in it and ran on.
    if (isFinancialYear)
      return implied(documents.filter((document) => begins(document) === from && document.years?.to !== from));
    return implied(documents.filter((document) => begins(document) >= from && begins(document) <= to));
  });
  return [...full, ...short];
}

function fullYear(from: number, to: number): number {
  return to < 100 ? Math.floor(from / 100) * 100 + to : to;
}

const begins = (document: DocumentDescription): number => document.years?.from ?? -1;

/** `since 2013`, `after 2018`, `before the 2013 plan`; not `before the 2013 force`, where the year belongs to the force. */
function sinceCues(question: string, documents: Documents): Cue[] {
  const pattern = new RegExp(
    String.raw`\b(since|after|following|from|before|prior to|pre)[\s-]+(?:(?<=since\s+)the\s+|the\s+(?=\d{4}\s+(?:${kinds})\b|\d{4}\W*$))?((?:19|20)\d{2})\b(?!\s?[/–-]\s?\d)(?:\s+onwards?|\s+(?:${kinds})\b)?`,
    'giu',
  );
  return match(question, pattern, (found) => {
    const word = (found[1] ?? '').toLowerCase();
    const year = Number(found[2]);
    if (word === 'since' || (word === 'from' && /onward/iu.test(found[0])))
      return implied(documents.filter((document) => begins(document) >= year));
    if (word === 'after' || word === 'following')
      return implied(documents.filter((document) => begins(document) > year));
    if (word === 'before' || word.startsWith('p'))
      return implied(documents.filter((document) => begins(document) >= 0 && begins(document) < year));
    return null;
  });
}

/** A year that a document begins with names it; a year inside its period only implies it. Financial years (2023/24) do neither. */
function yearCues(question: string, documents: Documents): Cue[] {
  const full = new RegExp(
    String.raw`(?<![\d/–-])\b((?:19|20)\d{2})\b(?!\s?[/–-]\s?\d)(?:'s)?(?:\s+(?:${kinds})\b)?`,
    'giu',
  );
  const short = new RegExp(
    String.raw`(?:'|‘|’|\bfy|\bthe\s)(\d{2})\b\s+(?:${kinds})\b|(?<![\w])'(\d{2})\b|\b(0\d)\s+(?:${kinds})\b`,
    'giu',
  );
  const meaning = (year: number, found: RegExpExecArray): Meaning | null => {
    const before = question.slice(Math.max(0, found.index - 24), found.index);
    const starting = documents.filter((document) => begins(document) === year);
    if (starting.length > 0 && !isBound(before, found[0])) return named(starting);
    // `sinceCues` has said what "since 2013" means; a period that ends in 2013, or the document of 2013 itself, may not be.
    if (starting.length > 0 && /\b(?:since|after|following|before|prior to)\s+(?:the\s+)?$/iu.test(before)) return null;
    // A year inside a period is mostly what is asked about: a target's date, not a document's name.
    return { ...implied(documents.filter((document) => holds(document, year))), keeps: true };
  };
  return [
    ...match(question, full, (found) => meaning(Number(found[1]), found)),
    ...match(question, short, (found) => meaning(2000 + Number(found[1] ?? found[2] ?? found[3]), found)),
    ...bareYearCues(question, documents),
  ];
}

/** Whether the words before a year make it the end of a period. In "before the 2013 force" it belongs to the force. */
function isBound(before: string, year: string): boolean {
  const [words, article] =
    /\b(?:since|after|following|before|prior to|until|up to|by|end of)\s+(?:(the\s+)(?:end\s+of\s+)?)?$/iu.exec(
      before,
    ) ?? [];
  if (words === undefined) return false;
  if (article === undefined || /^since|end\s+of\s+$/iu.test(words)) return true;
  // "By the 2013 strategy" says whose promise it is; "until the 2013 strategy" says when.
  return /\s/u.test(year) && !/^by/iu.test(words);
}

/** `06 v 13`, `back in 06`: two digits stand for a year where a preposition or a second such year says so, and they count nothing. */
function bareYearCues(question: string, documents: Documents): Cue[] {
  const cues = match(question, /(?<![\d/.,£$%'’–-])\b([0-3]\d)\b(?![\d/.,–-]?\d|\s?%)/gu, (found) => {
    const starting = documents.filter((document) => begins(document) === 2000 + Number(found[1]));
    const counts = countedWord.exec(question.slice(found.index + found[0].length))?.[1];
    const isCount = counts !== undefined && !isStopWord(counts.toLowerCase());
    return starting.length > 0 && !isCount ? named(starting) : null;
  });
  const led = cues.filter((cue) => /\b(?:in|since|from|of|the|vs?|back)\s*$/iu.test(question.slice(0, cue.start)));
  return cues.length > 1 || led.length > 0 ? cues : [];
}

/** `18 months`, `25 boroughs`; not `13 v 18`, nor `06 strategy`, whose word says what the year is of. */
const countedWord = new RegExp(String.raw`^\s+(?!(?:${kinds}|vs?|versus|compared)\b)([\p{L}'’]+)`, 'iu');

function holds(document: DocumentDescription, year: number): boolean {
  return document.years !== null && document.years.from <= year && year <= document.years.to;
}

/** "now", "the current plan", "earlier strategies", "any strategy", "over the years". */
function timeWordCues(question: string, documents: Documents): Cue[] {
  const dated = documents.filter((document) => document.years !== null);
  const latest = dated.toSorted((one, other) => begins(one) - begins(other)).at(-1);
  if (!latest) return [];
  const earlier = dated.filter((document) => document !== latest);
  const oldest = dated[0];
  const current = String.raw`\b(?:current|latest|newest|new|present|most recent|this year's)\s+(?:met\s+)?(?:${kinds})\b|\b(?:now|nowadays|today|currently|latest|at the moment|these days|at present|right now|as things stand)\b`;
  const past = String.raw`\b(?:earlier|previous|past|older|old|prior|former|preceding)\s+(?:${kinds})\b|\b(?:before now|previously|in the past|used to|back then)\b`;
  const all = String.raw`\b(?:any|all|every|each|which|either|none|across|both)\s+(?:of\s+)?(?:the\s+|our\s+|these\s+)?(?:\w+\s+)?(?:strats?|strateg(?:y|ies)|plans?(?!\s+to\b)|documents?|docs?|papers?)\b|\b(?:anywhere|in any of (?:these|them|those|the five)|in the five(?!\s+(?:years|months)))\b|\b(?:over the years|over time|down the years|through the years|throughout|historically|ever)\b`;
  const change = String.raw`\bhow (?:has|have|did|does)\b.{0,120}\b(?:chang|evolv|develop|shift|mov|differ)\w*|\b(?:trace|track|trend|timeline|chronology|then and now)\b`;
  const first = String.raw`\b(?:oldest|first|original|earliest)\s+(?:${kinds})\b`;
  return [
    ...match(question, new RegExp(current, 'giu'), () => named([latest])),
    ...match(question, new RegExp(past, 'giu'), () => implied(earlier)),
    ...match(question, new RegExp(all, 'giu'), () => implied(dated)),
    ...match(question, new RegExp(change, 'giu'), () => ({ ...implied(dated), keeps: true, vague: true })),
    ...match(question, new RegExp(first, 'giu'), () => (oldest ? named([oldest]) : null)),
  ];
}

function statusCues(question: string, documents: Documents): Cue[] {
  const withStatus = (status: string): Documents => documents.filter((document) => document.status === status);
  return [
    ...match(question, /\bdraft\b/giu, () => named(withStatus('draft'))),
    ...match(
      question,
      /\b(?:for|out to|under|being)\s+consult\w*|\bconsultation\s+(?:version|draft|document|plan)\b/giu,
      () => named(withStatus('for consultation')),
    ),
    ...match(question, /\bweb\s?(?:page|site)\b/giu, () => named(withStatus('web page'))),
  ];
}
