// Periods and times that say which documents a question means: "2013–17", "since 2013", "now", "earlier strategies".
import type { DocumentDescription } from '../domain/document.ts';
import { begins, implied, kinds, match, named } from './cue.ts';
import type { Cue, Documents, Meaning } from './cue.ts';

/** `2013-17`, `13-17`, `2018 to 2025`, `2006/2009`: the years of a document, or a period that documents fall into. */
export function rangeCues(question: string, documents: Documents): Cue[] {
  const pattern = /(?:\b(?:from|between|of)\s+)?\b((?:19|20)\d{2})\s?(?:[-–—/]|to|and|until)\s?'?((?:19|20)?\d{2})\b/gi;
  const isCompared = compared.test(question);
  const short = match(question, /(?<![\d/.,£$%–-])\b(\d{2})[-–/](\d{2})\b(?![\d/.,–-]?\d|\s?%)/gu, (found) => {
    const [from, to] = [2000 + Number(found[1]), 2000 + Number(found[2])];
    const same = documents.filter((document) => document.years?.from === from && document.years.to === to);
    return same.length === 0 && to === from + 1 && isCompared ? reporting(to, documents) : named(same);
  });
  const full = match(question, pattern, (found) => {
    const from = Number(found[1]);
    const to = fullYear(from, Number(found[2]));
    const same = documents.filter((document) => document.years?.from === from && document.years.to === to);
    const isWorded = /\d\s?(?:to|and|until)/i.test(found[0]);
    const areDocuments = [from, to].every((year) => documents.some((document) => begins(document) === year));
    // "2018 and 2025" are two years, and "from 2018 to 2025" two documents with what lies between.
    if (isWorded && /\d\s?and/i.test(found[0]) && !/between/i.test(found[0])) return null;
    if (same.length > 0 && !(isWorded && areDocuments)) return named(same);
    const isFinancialYear = to === from + 1 && /[-–—/]/u.test(found[0]);
    // A financial year is a figure's date, not a document's name; it points at a strategy only if that began in it and ran on.
    if (isFinancialYear && isCompared) return reporting(to, documents);
    if (isFinancialYear)
      return implied(documents.filter((document) => begins(document) === from && document.years?.to !== from));
    return implied(documents.filter((document) => begins(document) >= from && begins(document) <= to));
  });
  return [...full, ...short];
}

/** Fewer words than `comparison` of document-intents.ts: a year is looked up in another document only where two are plainly set side by side. */
const compared =
  /\b(?:compare[ds]?|comparison|versus|vs\.?|contrast|difference|side by side|set .{3,90} against)\b|\s(?:v|→|->)\s/i;

/** A year's figures stand in the first strategy that begins once the year is over, or else in the latest. */
function reporting(end: number, documents: Documents): Meaning {
  const dated = oldestFirst(documents);
  const next = dated.find((document) => begins(document) >= end) ?? dated.at(-1);
  return { ...implied(next ? [next] : []), keeps: true };
}

function fullYear(from: number, to: number): number {
  return to < 100 ? Math.floor(from / 100) * 100 + to : to;
}

/** `since 2013`, `after 2018`, `before the 2013 plan`; not `before the 2013 force`, where the year belongs to the force. */
export function sinceCues(question: string, documents: Documents): Cue[] {
  return match(question, sincePattern, (found) => {
    const word = (found[1] ?? '').toLowerCase();
    const year = Number(found[2]);
    // What was dropped after a document stood in that.
    const isFrom = word === 'since' || (word === 'from' && /onward/i.test(found[0])) || goneAfter.test(found.input);
    if (isFrom) return implied(documents.filter((document) => begins(document) >= year));
    if (word === 'after' || word === 'following') return after(year, question, documents);
    if (word === 'before' || word.startsWith('p'))
      return implied(documents.filter((document) => begins(document) >= 0 && begins(document) < year));
    return null;
  });
}

/** What was "meant to be done after 2013" stands in the strategy that set out from there; what came after in the later ones. */
function after(year: number, question: string, documents: Documents): Meaning {
  const setsOut = documents.filter((document) => begins(document) === year && isStrategy(document));
  const isOfThen = meantThen.test(question) && setsOut.length > 0;
  return isOfThen ? named(setsOut) : implied(documents.filter((document) => begins(document) > year));
}

const goneAfter =
  /\b(?:dropped|ditched|scrapped|gone|lost|kept|surviv\w+|remain\w*|abandoned|left out|chang\w+|shift\w*|evolv\w+|differ\w*|moved? on)\s+(?:after|following)\b/i;
const meantThen = /\b(?:was|were) (?:[\p{L}’'-]+ ){0,3}(?:meant|supposed|due|going|expected|set) to\b/iu;

const sincePattern = new RegExp(
  String.raw`\b(since|after|following|from|before|prior to|pre)[\s-]+(?:(?<=since\s+)the\s+|the\s+(?=\d{4}\s+(?:${kinds})\b|\d{4}\W*$))?((?:19|20)\d{2})\b(?!\s?[/–-]\s?\d)(?:\s+onwards?|\s+(?:${kinds})\b)?`,
  'gi',
);

/** "now", "the current plan", "earlier strategies", "any strategy", "over the years". */
export function timeWordCues(question: string, documents: Documents): Cue[] {
  const dated = oldestFirst(documents);
  const latest = dated.at(-1);
  if (!latest) return [];
  const earlier = dated.slice(0, -1);
  const [oldest] = dated;
  const of = (pattern: RegExp, meaning: (found: RegExpExecArray) => Meaning | null): Cue[] =>
    match(question, pattern, meaning);
  return [
    ...of(words.current, () => named([latest])),
    ...of(words.sinceThen, () => named([latest])),
    ...of(words.previous, () => named(earlier.filter(isStrategy).slice(-1))),
    ...of(words.beforeLast, () => named(earlier.filter(isStrategy).slice(-2, -1))),
    ...of(words.past, () => implied(earlier)),
    ...of(words.lastFew, (found) => implied(dated.slice(-countOf(found[1] ?? '')))),
    ...of(words.all, () => ({ ...implied(dated), vague: true })),
    ...of(words.change, () => ({ ...implied(dated), keeps: true, vague: true })),
    ...of(words.inOrder, () => ({ ...implied(dated), vague: true })),
    ...of(words.first, () => (oldest ? named([oldest]) : null)),
    ...of(words.through, (found) => through(Number(found[1]), dated)),
    ...of(words.untilNow, (found) => through(Number(found[1]), dated)),
    ...of(words.upToNow, (found) => through(2000 + Number(found[1]), dated)),
    // "From 2018 to now" sets two documents side by side; "each strategy from 2018 to now" has those between them too.
    ...(course.test(question) ? of(words.toPresent, (found) => through(Number(found[1] ?? found[2]), dated)) : []),
    ...eraCues(question, dated),
  ];
}

/** Where a period ends that has not ended. */
const present = String.raw`(?=(?:now|today|date|(?:the\s+)?(?:present|current|latest|newest))\b)`;

const words = {
  sinceThen: /(?<!\b(?:ever|how long|not|years?|months?) )\bsince(?: then)?(?=\W*$|\W*[?.!;,](?:\s|$))/gi,
  current: new RegExp(
    String.raw`\b(?:current|latest|newest|new|present|most recent|this year's)\s+(?:met\s+)?(?:${kinds})\b|\b(?:now|nowadays|today|currently|latest|at the moment|these days|at present|right now|as things stand)\b`,
    'gi',
  ),
  previous: new RegExp(
    String.raw`\b(?:the|our|their)\s+(?:previous|last|preceding|prior)\s+(?:strategy|plan|strat|document|one)\b|\blast time(?: (?:a)?round)?\b`,
    'gi',
  ),
  beforeLast: new RegExp(
    String.raw`\b(?:the|our|their)\s+(?:(?:strategy|plan|strat|document|one)\s+before\s+(?:the\s+)?last(?:\s+one)?|(?:last|previous)\s+(?:strategy|plan|strat|document|one)\s+but\s+one|(?:last\s+but\s+one|penultimate)\s+(?:strategy|plan|strat|document|one))\b`,
    'gi',
  ),
  past: new RegExp(
    String.raw`\b(?:earlier|previous|past|older|old|prior|former|preceding)\s+(?:${kinds})\b|\b(?:before now|previously|in the past|(?<!\bi )used to|did (?:we|they|you) use to (?:say|think|be|do|have|want|promise|call)|back then)\b|\bor\s+(?:any\s+)?(?:earlier|before(?:hand)?)(?=\s+too\b|\W*$)`,
    'gi',
  ),
  lastFew: new RegExp(
    String.raw`\b(?:last|latest|most recent|past)\s+(two|three|four|2|3|4|couple of)\s+(?:${kinds})\b`,
    'gi',
  ),
  all: new RegExp(
    String.raw`\b(?:any|all|every|each|which|either|none|across|both)\s+(?:of\s+)?(?:the\s+|our\s+|these\s+)?(?:[\w'’]+\s+)?(?:strats?|strateg(?:y|ies)|plans?(?!\s+(?:to|2)\b)|documents?|docs?|papers?)\b|\b(?:the|our|these|its|their)\s+(?:met\s+|met['’]s\s+|five\s+)?(?:strategies|strats|documents)\b|\b(?:strategy|document|plan) by (?:strategy|document|plan)\b|\b(?:anywhere|in (?:any|all) of (?:these|them|those|the five)|all five|in the five(?!\s+(?:years|months)))\b|\b(?:over the years|over time|down the years|through the years|throughout|historically|ever)\b`,
    'gi',
  ),
  change: new RegExp(
    String.raw`\bhow(?: (?:has|have|did|does)|['’]?s)\b.{0,120}\b(?:chang|evolv|develop|shift|mov|differ)\w*|^\W*(?:has|have)\b.{0,80}\b(?:changed|evolved|shifted|altered|moved on)(?=\W*$|\W+(?:since|over|between|from|at all|much)\b)|^\W*(?:(?:and|so|but)\W+)*(?:has|have|did)\b.{0,30}\b(?:stance|tone|line|position|attitude|approach|thinking|language|message|emphasis)\b.{0,60}\b(?:chang|evolv|shift|harden|soften|toughen|tighten|mov)\w*|\bwhen did\b.{2,60}\b(?:come in|come along|start|begin|appear|arrive)\b.{0,10}\b(?:and|then)\s+(?:what|how)\b.{0,30}\b(?:after|since|then|next|later)\b|\b(?:trace|track|trend|timeline|chronology|then (?:and|v|vs|versus) now|history of)\b`,
    'gi',
  ),
  first: new RegExp(
    String.raw`\b(?:oldest|first|original|earliest)\s+(?:${kinds})\b|\b(?:the\s+)?(?:oldest|first|earliest)(?=\s+(?:and|with|v|vs|versus)\s+(?:the\s+)?(?:newest|latest|current|present|most recent)\b)`,
    'gi',
  ),
  inOrder:
    /\b(?:from\s+)?(?:the\s+)?(?:(?:oldest|earliest|first)\s+to\s+(?:the\s+)?(?:newest|latest|most recent|last)|(?:newest|latest|most recent)\s+to\s+(?:the\s+)?(?:oldest|earliest))\b/gi,
  untilNow:
    /(?<!\b(?:to|from)\s)\b((?:19|20)\d{2})\s+(?:to|until|till|through to|up to)\s+(?:now|today|date|the present(?: day)?)\b/gi,
  upToNow: /\bfrom\s+['’]?(0\d|1\d)\s+(?:right\s+)?(?:up\s+(?:to|until|till)|(?:right\s+)?through\s+to|onwards?)\b/gi,
  through: new RegExp(
    String.raw`\bfrom\s+((?:19|20)\d{2})\s+(?:right\s+)?(?:through|up|onwards?|down|all the way)\b`,
    'gi',
  ),
  toPresent: new RegExp(
    String.raw`\b(?:from\s+)?((?:19|20)\d{2})(?:\s+(?:to|til+|until)\s+|\s*[–—>→-]+\s*)${present}|\bbetween\s+((?:19|20)\d{2})\s+and\s+${present}`,
    'gi',
  ),
};

/** Whether every document on the way is asked for. */
const course =
  /\b(?:each|every|all)\b.{0,20}\b(?:strateg(?:y|ies)|strats?|plans?|documents?|docs?|one)\b|\b(?:trace|track|timeline|chronology|history|year by year|step by step|over the years)\b/i;

/** A strategy runs for years; a page of one year states how things are. */
function isStrategy({ years }: DocumentDescription): boolean {
  return years !== null && years.to > years.from;
}

function countOf(word: string): number {
  return { three: 3, '3': 3, four: 4, '4': 4 }[word.toLowerCase()] ?? 2;
}

function through(year: number, dated: Documents): Meaning {
  return implied(dated.filter((document) => begins(document) >= year));
}

/** Times that people name by what happened, with the year in which it began. */
const eras: readonly (readonly [RegExp, number])[] = (
  [
    ['pandemic|covid(?:-19)?|lockdowns?', 2020],
    ['brexit(?: (?:vote|referendum))?', 2016],
    ['financial crisis|credit crunch|austerity', 2008],
    ['(?:london |2012 )?(?:olympics|games)', 2012],
  ] as const
).map(([names, year]) => [
  new RegExp(String.raw`\b(before|pre|prior to|since|after|post)[\s-]+(?:the\s+)?(?:${names})\b`, 'gi'),
  year,
]);

/** "before the pandemic": strategies that began earlier; "since the pandemic": those that began later. */
function eraCues(question: string, dated: Documents): Cue[] {
  return eras.flatMap(([pattern, year]) =>
    match(question, pattern, (found) => {
      const isBefore = /^(?:before|pre|prior)/i.test(found[1] ?? '');
      return implied(dated.filter((document) => begins(document) < year === isBefore));
    }),
  );
}

function oldestFirst(documents: Documents): DocumentDescription[] {
  return documents.filter((document) => document.years !== null).toSorted((one, other) => begins(one) - begins(other));
}

/**
 * `since One Met`, `before the present plan`: a document as the end of a period. Other cues stay as they are.
 * @param cues of single documents.
 */
export function boundedBy(question: string, cues: readonly Cue[], documents: Documents): Cue[] {
  return cues.map((cue) => {
    const bound = /\b(since|before|prior to|earlier than|after)\s+(?:the\s+)?$/i.exec(question.slice(0, cue.start));
    const document = documents.find(({ id }) => cue.names.length === 1 && id === cue.names[0]);
    if (!bound || !document?.years) return cue;
    const year = begins(document);
    const word = (bound[1] ?? '').toLowerCase();
    const within = (other: DocumentDescription): boolean => {
      if (word === 'since') return begins(other) >= year;
      return word === 'after' ? begins(other) > year : begins(other) >= 0 && begins(other) < year;
    };
    return {
      ...cue,
      start: bound.index,
      words: question.slice(bound.index, cue.end),
      ...implied(documents.filter(within)),
    };
  });
}
