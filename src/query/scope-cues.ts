// The words of a question that say which documents it means.
import type { DocumentDescription } from '../domain/document.ts';
import { rememberObjects } from '../text/remember-objects.ts';
import { isStopWord } from '../text/tokens.ts';
import { begins, holds, implied, kinds, match, named } from './cue.ts';
import type { Cue, Documents, Meaning } from './cue.ts';
import { boundedBy, rangeCues, sinceCues, timeWordCues } from './period-cues.ts';

/** All cues, in the order in which they stand; overlapping ones are kept, for each may name another document. */
export function findCues(question: string, documents: Documents): Cue[] {
  const single = [
    ...nameCues(question, documents),
    ...timeWordCues(question, documents),
    ...statusCues(question, documents),
  ];
  const found = [
    ...boundedBy(question, single, documents),
    ...rangeCues(question, documents),
    ...sinceCues(question, documents),
    ...yearCues(question, documents),
  ];
  return found
    .filter((cue) => cue.names.length + cue.implies.length > 0 && !found.some((other) => isPartOf(cue, other)))
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** Whether a name is part of the longer name of another document: "draft" in "the present draft". */
function isPartOf(cue: Cue, other: Cue): boolean {
  const within = other.start <= cue.start && cue.end <= other.end && other.end - other.start > cue.end - cue.start;
  const [name] = other.names;
  return within && name !== undefined && other.names.length === 1 && cue.names.some((id) => id !== name);
}

/** Titles, short titles and nicknames; the longest name wins where one stands inside another. */
function nameCues(question: string, documents: Documents): Cue[] {
  const cues: Cue[] = [];
  for (const document of documents) {
    for (const pattern of namePatterns(document)) cues.push(...match(question, pattern, () => named([document])));
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

/** A pattern for each name of a document, made once for each. */
const namePatterns = rememberObjects(({ title, shortTitle, nicknames }: DocumentDescription): RegExp[] =>
  [title, shortTitle, ...nicknames].map((name) => {
    // On the question itself: its lower case may be longer (İ), and the cue's place would be wrong.
    const words = escapePattern(name).replaceAll(/['’]/gu, "['’]");
    return new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'giu');
  }),
);

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** A year that a document begins with names it; a year inside its period only implies it. Financial years (2023/24) do neither. */
function yearCues(question: string, documents: Documents): Cue[] {
  const meaning = (year: number, found: RegExpExecArray): Meaning | null => {
    const before = question.slice(Math.max(0, found.index - 24), found.index);
    const starting = documents.filter((document) => begins(document) === year);
    if (starting.length > 0 && !isBound(before, found[0]))
      return namedOrReporting(starting, year, { question, documents });
    // `sinceCues` has said what "since 2013" means; a period that ends in 2013, or the document of 2013 itself, may not be.
    if (starting.length > 0 && /\b(?:since|after|following|before|prior to)\s+(?:the\s+)?$/i.test(before)) return null;
    const ofThatTime = asksOfThatTime(question);
    if (!ofThatTime && !isSet(question, before)) return null;
    // A year inside a period is mostly what is asked about: a target's date, not a document's name.
    const then = documents.filter((document) => holds(document, year) || (ofThatTime && begins(document) === year + 1));
    return { ...implied(then), keeps: !ofThatTime };
  };
  return [
    ...match(question, fullYear, (found) => meaning(Number(found[1]), found)),
    ...match(question, shortYear, (found) => meaning(2000 + Number(found[1] ?? found[2] ?? found[3]), found)),
    ...bareYearCues(question, documents),
  ];
}

const fullYear = new RegExp(
  String.raw`(?<![\d/–-])\b((?:19|20)\d{2})\b(?!\s?[/–-]\s?\d)(?:'s)?(?:\s+(?:${kinds})\b)?`,
  'gi',
);
const shortYear = new RegExp(
  String.raw`(?:'|‘|’|\bfy|\bthe\s)(\d{2})\b\s+(?:${kinds})\b|(?<![\w])'(\d{2})\b|\b(0\d)\s+(?:${kinds})\b`,
  'gi',
);

/**
 * A page of one year tells little of what came about in it: "how many knives were seized in 2023?" may be told by what came later, too.
 * A strategy that begins in a year is meant by it.
 */
function namedOrReporting(
  starting: Documents,
  year: number,
  { question, documents }: { readonly question: string; readonly documents: Documents },
): Meaning {
  const isPage = starting.every(({ years }) => years?.to === year);
  const later = documents.filter((document) => begins(document) > year);
  if (!isPage || later.length === 0 || !(cameAbout.test(question) || topicThen.test(question))) return named(starting);
  return { ...implied([...starting, ...later]), keeps: true };
}

/** "How many … in 2023" of what came about; with a document's name ("the 2023 page") the year is that. */
const cameAbout = new RegExp(
  String.raw`\bhow (?:many|much|often)\b.*\b(?:in|during|for|throughout)\s+(?:19|20)\d{2}\b(?!\s+(?:${kinds})\b)`,
  'i',
);

/** Whether a year is one that was set ahead, by what was promised: it belongs to the document that looked to it. Else it dates a fact. */
function isSet(question: string, before: string): boolean {
  return (
    ahead.test(question) ||
    /\b(?:by|until|till|before|end of|due(?: in)?|to)\s+(?:the\s+(?:end\s+of\s+)?)?$/i.test(before)
  );
}

const ahead =
  /\b(?:target|goal|aim|ambition|promis|pledg|commit|vow|expect|forecast|predict|propos|intend|deadline)\w*|\b(?:plan(?:s|ned|ning)? (?:to|for)|meant to|supposed to|going to|due to|to be|will|would|should|hope[ds]? to|set (?:out )?to|look(?:ed|ing)? to|want(?:ed|s)? to)\b/i;

/**
 * "What was the policy on X in 2015", "knife crime 2019": the year says when, and so which document; it need not stand in what that
 * document says.
 */
function asksOfThatTime(question: string): boolean {
  return policyThen.test(question) || topicThen.test(question);
}

const policyThen =
  /^\W*(?:and\s+|so\s+)?(?:what|how|did|does|was|were|is|are)\b.*\b(?:plan|strategy|polic(?:y|ies)|approach|position|stance|say|said|saying|thinking|view|line|promised?|pledged?)\b.*\b(?:in|during|as of)\s+(?:19|20)\d{2}\W*$/i;
const topicThen = new RegExp(
  String.raw`^(?!.*\b(?:numbers?|figures?|rates?|totals?|per|costs?|budgets?|spend(?:ing)?|officers?|counts?)\b)\W*(?!(?:by|until|since|before|after|what|how|when|who|where|why|which|did|does|do|is|are|was|were|will)\b)(?:[\p{L}’'-]+\s+){1,4}?(?:(?<!\bby\s)in\s+)?(?:19|20)\d{2}\W*$`,
  'iu',
);

/** Whether the words before a year make it the end of a period. In "before the 2013 force" it belongs to the force. */
function isBound(before: string, year: string): boolean {
  const [words, article] =
    /\b(?:since|after|following|before|prior to|until|(?<!-)up to|by|end of)\s+(?:(the\s+)(?:end\s+of\s+)?)?$/i.exec(
      before,
    ) ?? [];
  if (words === undefined) return false;
  if (article === undefined || /^since|end\s+of\s+$/i.test(words)) return true;
  // "By the 2013 strategy" says whose promise it is; "until the 2013 strategy" says when.
  return /\s/u.test(year) && !/^by/i.test(words);
}

/** `06 v 13`, `back in 06`: two digits stand for a year where a preposition or a second such year says so, and they count nothing. */
function bareYearCues(question: string, documents: Documents): Cue[] {
  const cues = match(question, /(?<![\d/.,£$%'’–-])\b([0-3]\d)\b(?![\d/.,–-]?\d|\s?%)/gu, (found) => {
    const starting = documents.filter((document) => begins(document) === 2000 + Number(found[1]));
    const counts = countedWord.exec(question.slice(found.index + found[0].length))?.[1];
    const isCount = counts !== undefined && !isStopWord(counts.toLowerCase());
    return starting.length > 0 && !isCount ? named(starting) : null;
  });
  const led = cues.filter((cue) =>
    /\b(?:in|since|from|of|the|vs?|back|compare)\s*$/i.test(question.slice(0, cue.start)),
  );
  return cues.length > 1 || led.length > 0 ? cues : [];
}

/** `18 months`, `25 boroughs`; not `13 v 18`, nor `06 strategy`, whose word says what the year is of. */
const countedWord = new RegExp(String.raw`^\s+(?!(?:${kinds}|vs?|versus|compared)\b)([\p{L}'’]+)`, 'iu');

function statusCues(question: string, documents: Documents): Cue[] {
  const withStatus = (status: string): Documents => documents.filter((document) => document.status === status);
  return [
    ...match(question, /\bdraft\b/gi, () => named(withStatus('draft'))),
    ...match(
      question,
      /\b(?:for|out to|under|being)\s+consult\w*|\bconsultation\s+(?:version|draft|document|plan)\b/gi,
      () => named(withStatus('for consultation')),
    ),
    ...match(question, /(?<!\b(?:an?|new|any|another|whose|which) )\bweb\s?(?:page|site)\b/gi, () =>
      named(withStatus('web page')),
    ),
  ];
}
