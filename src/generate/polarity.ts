// Whether a statement says yes where its support says yes, and leaves no exception, condition or doubt of it out.
import { terms } from '../text/tokens.ts';
import { saysOpposite } from './opposites.ts';
import { turnsByPrefix } from './prefixed.ts';
import { exchangesRoles } from './roles.ts';
import { keepsScope } from './scope.ts';
import type { Support } from './support.ts';

/** A kind of words that turn or limit what follows them; one that stands in the one must stand in the other. */
interface Turn {
  readonly words: RegExp;
  /** Content words after it that it is about. */
  readonly reach: number;
}

const denial: Turn = {
  words:
    /\b(?:not(?! only\b)|no|never|none|nor|neither|nobody|nothing|without|cannot|\p{L}+n't|(?:wo|do|does|did|ca|is|are|was|were|has|have|had|could|should|would)nt|hardly|barely|scarcely|seldom|rarely|fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing) to|rather than|instead of|unlike|ceas(?:e|es|ed|ing) to|stop(?:s|ped|ping)?(?= \p{L}+ing\b)|far from|lack(?:s|ed|ing)? of)(?![\p{L}\p{N}])/gu,
  reach: 4,
};
const exception: Turn = {
  words: /\b(?:except|excluding|unless|but for|all but|apart from|other than|save for|aside from)\b/gu,
  reach: 4,
};
/** An auxiliary verb is about the verb after it, and hardly about the next. */
const doubt: Turn = {
  words:
    /\b(?:may|might|could|consider(?:s|ed|ing)?|explor(?:e|es|ed|ing)|propos(?:e|es|ed|ing|al|als)|subject to|(?<!even )if|whether(?![^.;]*\bor\b)|likely|perhaps|possibly|hop(?:e|es|ed|ing)|alleged(?:ly)?|supposed(?:ly)?|purported(?:ly)?|(?:almost|nearly|virtually|practically)(?! (?:[\p{N}£$€]|all\b|every|half\b|one\b|two\b|three\b)))\b/gu,
  reach: 2,
};
const former: Turn = {
  words: /\b(?:formerly|previously|(?<=\b(?:we|they|it|he|she|who) )used to)\b/gu,
  reach: 4,
};
const turns: readonly Turn[] = [denial, exception, doubt, former];

/** What ought to be is what is wanted, and not what is; what a reader "should expect" is what will be. */
const ought = /(?<!\byou )\b(?:should|ought)\b(?! not\b)/u;
const wanted =
  /\b(?:should|ought|wants?|wanted|needs?|needed|aims?|must|expect(?:s|ed)?|seeks?|intend(?:s|ed)?|ambition|objective|goal|wish(?:es)?|hopes?|meant|important|essential|necessary|will|would|required?|requires|priority|(?:is|are|has|have|had) to)\b/u;
/** Says what its writers want, and not what is. */
const wish =
  /(?<!\b(?:what|which|where|how) )\bwe (?:also |all )?(?:want|wish|aim|hope|seek|intend)\b|\bit is (?:\p{L}+ )?important that\b/u;

/** A statement with a word of a row needs a support with one of the same row. */
const rows: readonly RegExp[] = [
  /\b(?:all|every|each(?! by\b|[,.;]|$)|always|entire(?:ly)?|whole|throughout|both|everyone|everything)\b/u,
  /\b(?:only|sole(?:ly)?|just|exclusively|alone)\b/u,
  /\b(?:must|required|requires?|mandatory|compulsory|obliged|legally)\b/u,
  /\b(?:most|majority)\b/u,
  /\b(?:several|multiple|various|certain|few|a number of)\b/u,
  /\b(?:many|numerous)\b/u,
  /\b(?:best|worst|highest|lowest|largest|smallest|biggest|strongest|weakest|fewest|record)\b/u,
  /\b(?:false(?:ly|hood)?|untrue|lied|(?<=\ba )lie|myth|hoax|pretend(?:s|ed|ing)?|pretence|wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|so-called)\b/u,
  /\bevery (?:other|second|third|few)\b/u,
  /\bthis (?:year|quarter|month|week)\b/u,
  /\blast (?:year|quarter|month|week)\b/u,
  /\bnext (?:year|quarter|month|week)\b/u,
];

const month = 'january|february|march|april|may|june|july|august|september|october|november|december';
/** What a word of time is about: a year, with the month and day of it where they are told. */
const year = String.raw`(?= (?:the )?(?:(?:end|start|beginning|middle) of )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:(?:${month}) )?(?:q[1-4] )?(?:19|20)\d\d)`;
const span = /\b(?:between|from) (?<first>(?:19|20)\d\d) (?:and|to|until|till) (?<last>(?:19|20)\d\d)/gu;
/** Verbs of keeping something from being, and what a text has that says as much in other words. */
const hindrance = String.raw`fail\w*|unable|unsuccessful\w*|avoid\w*|prevent\w*|prohibit\w*|forbid\w*|forbade|bann?(?:s|ed|ing)?|declin(?:e|es|ed|ing) to|den(?:y|ies|ied|ying)|cancel\w*|abandon\w*|suspend\w*|postpon\w*|delay\w*|oppos(?:e|es|ed|ing)|reject\w*|resist\w*|block(?:s|ed|ing)?|halt\w*|deter(?:s|red|ring)?`;
/** Words that join a cause to what it brings about. */
const causes = String.raw`because|due to|therefore|thus|hence|consequently|as a result|owing to|caus(?:e|es|ed|ing)|result(?:s|ed|ing)? (?:in|from)|leads? to|led to`;
/** A statement with the first needs a support with the second: what began in a year did not end in it, what helps does not hinder, and no cause is made up. */
const needs: readonly (readonly [RegExp, RegExp])[] = [
  [
    new RegExp(String.raw`\b(?:since|after|following)${year}`, 'u'),
    new RegExp(String.raw`\b(?:since|after|following|from|beyond|post)${year}`, 'u'),
  ],
  [
    new RegExp(String.raw`\b(?:until|till|before|prior to)${year}`, 'u'),
    new RegExp(String.raw`\b(?:until|till|before|prior to|up to|to|by|from)${year}`, 'u'),
  ],
  [
    new RegExp(String.raw`\bfrom${year}`, 'u'),
    /\b(?:since|after|following|from|beyond|post|between|start\w*|begin\w*|in|for|over)\b|\d ?[-–/] ?\d/u,
  ],
  [
    new RegExp(String.raw`\bby${year}`, 'u'),
    /\b(?:until|till|before|prior|up to|to|by|in|within|end|over|during|for)\b|\d ?[-–/] ?\d/u,
  ],
  [
    new RegExp(String.raw`\b(?:${hindrance})\b`, 'u'),
    new RegExp(
      String.raw`\b(?:${hindrance}|not?|never|none|without|cannot|\w+n't|stop\w*|end(?:s|ed|ing)?|reduc\w*|tackl\w*|combat\w*|fight\w*|against|less|few\w*|from|protect\w*|safe\w*|disrupt\w*|counter\w*|late\w*|wait\w*|slow\w*|behind|backlog\w*|keep\w*)\b`,
      'u',
    ),
  ],
  [
    new RegExp(String.raw`\b(?:${causes})\b`, 'u'),
    new RegExp(
      String.raw`\b(?:${causes}|as|since|so|given|reason\w*|why|led|lead\w*|mean\w*|brought|driven?|through|with|thanks|following|impact\w*|effect\w*|enabl\w*|allow\w*|help\w*|ensur\w*)\b`,
      'u',
    ),
  ],
  [/\bso that\b/u, /\b(?:so|to|for|in order|enabl\w*|ensur\w*|help\w*|allow\w*|mean\w*|because|therefore|thus)\b/u],
  [
    /(?:\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?: \p{L}+){1,4} each\b/u,
    /\b(?:each|every|per|apiece)\b/u,
  ],
  [
    /\b(?:mostly|mainly|largely|chiefly|primarily)\b/u,
    /\b(?:most|majority|mostly|mainly|largely|chiefly|primarily|main|chief|primary)\b/u,
  ],
  [
    /\bless (?:often|likely)\b/u,
    /\b(?:less|fewer|lower|fall\w*|fell|drop\w*|reduc\w*|declin\w*|decreas\w*|down|not|no)\b/u,
  ],
  [/\bdespite\b/u, /\b(?:despite|although|though|but|however|yet|while|whilst|even|regardless|notwithstanding)\b/u],
];
/** Only a part of what stands before it: "£4m, half of which was paid by the port". */
const partOfIt =
  /\b(?:half|some|part|most|many|much|none|few|third|quarter|\d[\d.]*\s?%|[\d,]+) of (?:which|whom|them)\b/gu;

/** "Some" says less than what the other words say, and leaves open what is more. */
const some = /\bsome\b(?!\s+\p{N})/u;
const more = /\b(?:all|every|each|any|everyone|most|majority|many|no|none)\b/u;

/** "Will have" is yet to come. */
const past =
  /\b(?:(?<!(?:\b(?:will|shall|to|would|must|should|can|could|may|might)|'ll)(?: (?:all|also|then|only|again|now|not|still|\p{L}+ly))? )(?:has|have|had)(?! to\b)|was|were|did|already)\b|'ve\b|\b(?:we|it|they|who)\s+(?:also\s+)?\p{L}{2,}(?<!ne)ed\b/u;
const present = /\b(?:is|are|am)\b|'re\b/u;
const future =
  /\b(?:will|shall|shortly|going to|plans? to|aims? to|intends? to|wants? to|seeks? to|hopes? to)\b|'ll\b/u;
/** What a strategy of the past meant to do. */
const formerPlan =
  /\b(?:aims?|targets?|goals?|plans?|ambitions?|objectives?|intentions?|challenges?)\b.{0,40}\b(?:was|were)\b/u;

/** Words for whoever speaks, who is "we" in the one and named in the other. */
const whose = new Set(terms('service met mps police force organisation metropolitan'));

/** @param sentence of the support alone, which tells its time. */
export function hasSamePolarity(
  said: string,
  { text, sentence: alone, surroundings: nearby }: Pick<Support, 'text' | 'sentence' | 'surroundings'>,
): boolean {
  // In lower case, as all patterns here are: to look for either case takes some thirty times as long.
  const [statement, support, sentence, surroundings] = [
    said.toLowerCase(),
    text.toLowerCase(),
    alone.toLowerCase(),
    nearby.toLowerCase(),
  ];
  return (
    turns.every((turn) => turnsAgree(statement, support, turn)) &&
    keepsQuantity(statement, support) &&
    keepsScope(statement, support) &&
    !exchangesRoles(statement, support) &&
    keepsWish(statement, { text: support, sentence, surroundings }) &&
    isOfSameTime(statement, tellsTime(sentence) ? sentence : support) &&
    !saysOpposite(statement, support) &&
    !turnsByPrefix(statement, support)
  );
}

function keepsQuantity(statement: string, support: string): boolean {
  const saysLess = some.test(statement) && more.test(support) && !some.test(support);
  return (
    !saysLess &&
    rows.every((row) => !row.test(statement) || row.test(support)) &&
    needs.every(([said, given]) => !said.test(statement) || given.test(support)) &&
    keepsParts(statement, support) &&
    keepsSpans(statement, support)
  );
}

/** Content words after "half of which" by which it is known that the statement says the same. */
const wordsOfPart = 2;

/** What is said of a part only is not said of the whole. */
function keepsParts(statement: string, support: string): boolean {
  const said = new Set(terms(statement));
  return [...support.matchAll(partOfIt)].every(({ 0: words, index }) => {
    const [clause = ''] = support.slice(index + words.length).split(/[.;,]/u, 1);
    const told = terms(clause).slice(0, wordsOfPart);
    const isSaid = told.length > 0 && told.every((stem) => said.has(stem));
    const [share = ''] = words.split(' ', 1);
    return !isSaid || statement.includes(share);
  });
}

/** What came about between two years came about in neither of them. */
function keepsSpans(statement: string, support: string): boolean {
  return [...support.matchAll(span)].every(({ groups }) => {
    const years = [groups?.['first'] ?? '', groups?.['last'] ?? ''];
    const [told = '', ...others] = years.filter((each) => statement.includes(each));
    return told === '' || others.length > 0 || !new RegExp(String.raw`\b(?:in|during) ${told}`, 'u').test(statement);
  });
}

/** What ought to be, or is wanted, is so in both; the headings may say that it is. */
function keepsWish(
  statement: string,
  { text, sentence, surroundings }: Pick<Support, 'text' | 'sentence' | 'surroundings'>,
): boolean {
  if (ought.test(statement) && !wanted.test(`${text} ${surroundings}`)) return false;
  return !(ought.test(sentence) || wish.test(sentence)) || wanted.test(statement);
}

/** Content words further on that count where the other says it in more words. */
const slack = 3;

/** Turned twice is not turned, so a statement has no more turns than its support. */
function turnsAgree(statement: string, support: string, turn: Turn): boolean {
  const isTurnedMore = turnedIn(statement, turn).length > turnedIn(support, turn).length;
  return !isTurnedMore && areTurned(statement, support, turn) && areTurned(support, statement, turn);
}

/** What is turned in the one and stands in the other is turned there too; a turn about nothing that the other says needs one there all the same. */
function areTurned(one: string, other: string, turn: Turn): boolean {
  const elsewhere = turnedIn(other, { ...turn, reach: turn.reach + slack });
  const said = new Set(terms(other));
  const isShorter = one.length < other.length;
  return turnedIn(one, turn).every((stems) => {
    const shared = stems.filter((stem) => said.has(stem));
    if (2 * shared.length < stems.length || stems.length === 0) return !isShorter || elsewhere.length > 0;
    const [nearest = ''] = shared;
    return elsewhere.some((others) => others.includes(nearest));
  });
}

/** For each turning word the stems that follow it within its clause, or in the next where none does ("something that we cannot, nor should, do alone"). */
function turnedIn(text: string, { words, reach }: Turn): string[][] {
  return [...text.matchAll(words)].map((match) => {
    const clauses = text.slice(match.index + match[0].length).split(/[,;:.–]/u);
    const stems = clauses.map((clause) => terms(clause).filter((stem) => !whose.has(stem)));
    const nearest = stems.findIndex((each) => each.length > 0);
    if (nearest <= 0) return (stems[0] ?? []).slice(0, reach);
    const [first = ''] = (clauses[nearest] ?? '').split(/\band\b/u, 1);
    return terms(first).slice(0, reach);
  });
}

function tellsTime(sentence: string): boolean {
  return past.test(sentence) || future.test(sentence);
}

const promised = /(?:\b(?:will|shall)|'ll) (?:also |then |soon )?(?<verb>\p{L}{3,})/gu;
const deeds = /(?<!\b(?:be|is|are|being) (?:\p{L}+ly )?)\b\p{L}{3,}ed\b/gu;

/** Whether it says that something will be done of which the support says that it was. */
function promisesDeed(statement: string, support: string): boolean {
  const done = new Set([...support.matchAll(deeds)].flatMap(([word]) => terms(word)));
  return [...statement.matchAll(promised)].some(({ groups }) => {
    const [stem = ''] = terms(groups?.['verb'] ?? '');
    return done.has(stem);
  });
}

/** What is promised is not done, and what is done is no promise. */
function isOfSameTime(statement: string, support: string): boolean {
  const isDone = past.test(statement) && !future.test(statement) && !formerPlan.test(statement);
  const isPromised = future.test(statement) && !past.test(statement);
  if (isDone && (future.test(support) || present.test(support))) return past.test(support);
  if (isPromised && !future.test(support) && promisesDeed(statement, support)) return false;
  return !(isPromised && past.test(support)) || future.test(support);
}
