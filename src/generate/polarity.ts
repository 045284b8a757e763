// Whether a statement says yes where its support says yes, and leaves no exception, condition or doubt of it out.
import { terms } from '../text/tokens.ts';
import { saysOpposite } from './opposites.ts';

/** Each kind of word turns or limits what follows it; a kind that stands in the one must stand in the other. */
const turns: readonly RegExp[] = [
  /\b(?:not|no|never|none|nor|neither|without|cannot|\p{L}+n't|fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing) to|rather than|instead of|unlike|ceas(?:e|es|ed|ing) to|stop(?:s|ped|ping)?(?= \p{L}+ing\b)|far from|lack(?:s|ed|ing)? of)(?![\p{L}\p{N}])/giu,
  /\b(?:except|excluding|unless|but for|all but|apart from|other than|save for|aside from)\b/giu,
  /\b(?:may|might|could|consider(?:s|ed|ing)?|explor(?:e|es|ed|ing)|propos(?:e|es|ed|ing|al|als)|subject to|if|whether|likely|perhaps|possibly|hop(?:e|es|ed|ing)|should)\b/giu,
];

/** What limits the words before it. */
const limits =
  /\b(?:except|excluding|unless|apart from|other than|save for|aside from|subject to|provided that|as long as|only if|if)\b/giu;
/** Content words before a limit that it limits. */
const limitedWords = 2;

/** A statement with a word of a row needs a support with one of the same row. */
const rows: readonly RegExp[] = [
  /\b(?:all|every|each|always|entire(?:ly)?|whole|any|throughout|both|everyone|everything)\b/iu,
  /\b(?:only|sole(?:ly)?|just|exclusively|alone)\b/iu,
  /\b(?:must|required|requires?|mandatory|compulsory|obliged|legally)\b/iu,
  /\b(?:most|majority|mostly|mainly)\b/iu,
  /\b(?:best|worst|highest|lowest|largest|smallest|biggest|strongest|weakest|fewest|record)\b/iu,
];

const past = /\b(?:has|have|had|was|were|did|already)\b|'ve\b/iu;
const future = /\b(?:will|shall|shortly|going to|plans? to|aims? to|intends? to)\b|'ll\b/iu;
/** What a strategy of the past meant to do. */
const formerPlan =
  /\b(?:aims?|targets?|goals?|plans?|ambitions?|objectives?|intentions?|challenges?)\b.{0,40}\b(?:was|were)\b/iu;

/** Content words after a turning word that it is about. */
const reach = 4;

/** @param sentence of the support alone, which tells its time. */
export function hasSamePolarity(statement: string, support: string, sentence: string): boolean {
  return (
    turns.every((pattern) => turnsAgree(statement, support, pattern)) &&
    rows.every((row) => !row.test(statement) || row.test(support)) &&
    keepsLimits(statement, support) &&
    isOfSameTime(statement, tellsTime(sentence) ? sentence : support) &&
    !saysOpposite(statement, support)
  );
}

/** Turned twice is not turned, so a statement has no more turns than its support. */
function turnsAgree(statement: string, support: string, pattern: RegExp): boolean {
  const isTurnedMore = turnedIn(statement, pattern).length > turnedIn(support, pattern).length;
  return !isTurnedMore && areTurned(statement, support, pattern) && areTurned(support, statement, pattern);
}

/** What is turned in the one and stands in the other is turned there too; a turn about nothing that the other says needs one there all the same. */
function areTurned(one: string, other: string, pattern: RegExp): boolean {
  const elsewhere = turnedIn(other, pattern);
  const said = new Set(terms(other));
  const isShorter = one.length < other.length;
  return turnedIn(one, pattern).every((stems) => {
    const shared = stems.filter((stem) => said.has(stem));
    if (2 * shared.length < stems.length || stems.length === 0) return !isShorter || elsewhere.length > 0;
    const [nearest = ''] = shared;
    return elsewhere.some((others) => others.includes(nearest));
  });
}

/** For each turning word the stems that follow it within its clause. */
function turnedIn(text: string, pattern: RegExp): string[][] {
  return [...text.matchAll(pattern)].map((match) => {
    const [clause = ''] = text.slice(match.index + match[0].length).split(/[,;:.–]/u, 1);
    return terms(clause).slice(0, reach);
  });
}

/** Whether a limit that stands in the support right after what the statement says stands in the statement too. */
function keepsLimits(statement: string, support: string): boolean {
  const said = new Set(terms(statement));
  const isLeftOut = [...support.matchAll(limits)].some(({ index }) => {
    const limited = terms(support.slice(0, index)).slice(-limitedWords);
    return limited.length > 0 && limited.every((stem) => said.has(stem));
  });
  return !isLeftOut || statement.search(limits) >= 0;
}

function tellsTime(sentence: string): boolean {
  return past.test(sentence) || future.test(sentence);
}

/** What is promised is not done, and what is done is no promise. */
function isOfSameTime(statement: string, support: string): boolean {
  const isDone = past.test(statement) && !future.test(statement) && !formerPlan.test(statement);
  const isPromised = future.test(statement) && !past.test(statement);
  if (isDone && future.test(support)) return past.test(support);
  return !(isPromised && past.test(support)) || future.test(support);
}
