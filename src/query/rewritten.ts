// Messages that ask the question before anew, of another year or beside other documents: written out as questions of their own.
import type { DocumentDescription } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import { meantDocuments } from '../domain/plan.ts';
import type { Plan } from '../domain/plan.ts';

const opening = String.raw`^\W*(?:(?:ok(?:ay)?|and|but|so|then|right|thanks|what about|how about|now|can you|could you|please)\W+)*`;
const closing = String.raw`(?: (?:then|please|pls|though|as well|too))?\W*$`;
const yearWord = String.raw`(?:years?|yrs?)`;
const yearBefore = new RegExp(
  String.raw`${opening}(?:(?:in|for|during) )?(?:the )?(?:${yearWord} (?:before|earlier|previously)|(?:previous|last|prior|preceding) ${yearWord})(?: (?:that|then|it|this))?${closing}`,
  'i',
);
const yearAfter = new RegExp(
  String.raw`${opening}(?:(?:in|for|during) )?(?:the )?(?:${yearWord} (?:after|later|on)|(?:next|following) ${yearWord})(?: (?:that|then|it|this))?${closing}`,
  'i',
);
const yearsAway = new RegExp(
  String.raw`${opening}(?<count>an?|one|two|three|four|five|\d) ${yearWord} (?:(?<before>before|earlier|previously)|later|on|after(?:wards)?)(?: (?:that|then|it|this))?${closing}`,
  'iu',
);
const counts = ['a', 'one', 'two', 'three', 'four', 'five'];

/** How many years after, or before, the one spoken of is asked for; 0 where none is. */
function yearsFrom(message: string): number {
  const { count = '', before } = yearsAway.exec(message)?.groups ?? {};
  if (count === '') return yearBefore.test(message) ? -1 : yearAfter.test(message) ? 1 : 0;
  const named = counts.indexOf(count.toLowerCase());
  const years = /\d/u.test(count) ? Number(count) : Math.max(1, named);
  return before === undefined ? years : -years;
}

const yearPattern = /(?<![\d/–-])((?:19|20)\d{2})(?:[/–-](?:\d{2})?(\d{2}))?(?![\d/–-])/u;

/** Whether the year before or after is asked for. */
export function asksNeighbouringYear(message: string): boolean {
  return yearsFrom(message) !== 0;
}

const documentBefore = new RegExp(
  String.raw`${opening}(?:(?:in|from) )?the (?:strategy|plan|document|one|strat)(?: that came)? before(?: (?:that|this|it|that one|this one))?${closing}`,
  'i',
);

/** The document before the oldest of those quoted, where the message asks for that one. @param documents oldest first. */
export function documentBeforeQuoted(
  message: string,
  quoted: ReadonlySet<DocumentId>,
  documents: readonly DocumentDescription[],
): DocumentDescription | null {
  const first = documents.findIndex(({ id }) => quoted.has(id));
  return documentBefore.test(message) ? (documents[first - 1] ?? null) : null;
}

/** The question of the year before or after; null where the message asks for none, or no year is known. @param quoted what answered it. */
export function ofNeighbouringYear(message: string, question: string, quoted: string): string | null {
  const step = yearsFrom(message);
  const own = yearPattern.exec(question);
  const found = own ?? yearPattern.exec(quoted);
  if (step === 0 || !found) return null;
  const [, from = '', to] = found;
  const next = Number(from) + step;
  const year = to === undefined ? String(next) : `${next}/${String(next + 1).slice(-2)}`;
  return own ? question.replace(own[0], year) : `${question.replace(/\W+$/u, '')} in ${year}?`;
}

const it = String.raw`(?:it|that|this|they|those|these|them)`;
const beside = new RegExp(
  String.raw`${opening}(?:(?:(?:is|are|was|were) ${it} )?still (?:the same|so|true|the case|that)|compare ${it}(?: with| to| against)?|(?:is|are|was|were) ${it} (?:the same|any different|different)(?: as| from| to| than)?|how (?:does|do|did) ${it} (?:compare|differ)(?: with| to| from)?|compared (?:with|to)|how (?:is|are) ${it} different(?: from| to)?)(?: in| the one in| those in| that in| what (?:was|is) in)?(?: the| what)?\s*${closing}`,
  'i',
);

const ofThem = String.raw`(?: ones?)?(?: of (?:${it}|the (?:\w+ )?\w+s))?`;
const inThere = String.raw`(?:\W+(?:(?:in|into|to|of|for|from|the|our|that|one|plan|strategy|document|version|today|now|as well|too)\b\W*)*)?`;
const remaining = new RegExp(
  String.raw`${opening}(?:(?:do|does|did|are|is|were|was|have|has) )?(?:which|what|any|some|all|how many)${ofThem} (?:(?:are|is|were|was|have|has|do|did|been|still|also) )*(?:surviv\w+|remain\w*|stay\w*|kept|keep|carried (?:over|on|forward)|made it|appear\w*|there|left|repeated|still|also|new|dropped|gone|missing|the same|in)\b${inThere}$`,
  'i',
);

const stillSo = new RegExp(
  String.raw`${opening}(?:are|is|were|do|does) ${it}(?: all)? still(?: (?:the|our|its|their|in|of|for|there|\p{L}+)){0,3}\W*$`,
  'iu',
);

/** Whether it is asked which points of a list that was shown stand in another, or in none: "which of those survive in the next one?" */
function asksWhichRemain(message: string): boolean {
  return remaining.test(message) || stillSo.test(message);
}

/** The comparison of a thing in the documents quoted and those that the message names; null where it asks for none. */
export function besideNamed(
  { question, scope }: Plan,
  {
    about,
    quoted,
    documents,
    isList,
  }: {
    readonly about: string;
    readonly quoted: ReadonlySet<DocumentId>;
    /** Whether a list was shown, whose points may be looked for in others. */
    readonly isList: boolean;
    readonly documents: readonly DocumentDescription[];
  },
): string | null {
  if (scope.kind === 'open' && !isList) return null;
  const rest = scope.because.reduce((text, words) => text.replace(words, ' '), question).replaceAll(/\s+/gu, ' ');
  const isAsked = (scope.kind !== 'open' && beside.test(rest)) || (isList && asksWhichRemain(rest));
  if (!isAsked) return null;
  const meant = meantDocuments(scope);
  const isNamed = (id: DocumentId): boolean => scope.kind !== 'open' && meant.has(id);
  const names = documents.filter(({ id }) => isNamed(id) || quoted.has(id)).map(({ shortTitle }) => shortTitle);
  return names.length < 2 ? null : `compare ${about} in ${names.join(' and ')}`;
}

const whatChanged = new RegExp(
  String.raw`${opening}(?:what(?:['’]?s| has| is)? (?:changed|different|the difference)|how (?:has|have|did) ${it} changed?|(?:has|have|did) ${it} changed?)(?: (?:then|since|over the years|between them|over time))?\W*$`,
  'iu',
);

/** "What's changed?": what the conversation is about, through the documents. */
export function ofItsCourse(message: string, about: string): string | null {
  return whatChanged.test(message) && about !== '' ? `how has ${about} changed over the years?` : null;
}

const saidOfIt = new RegExp(
  String.raw`${opening}(?:what|anything|does|do|did)\b.{0,60}\b(?:say|says|said|promise[ds]?|have to say|had to say)(?: anything| something)? (?:about|on|of) (?:it|that|this|them|those|these)(?: (?:then|though|at all|if anything|please))?\W*$`,
  'i',
);

/** "What did earlier strategies say about it?": of the documents named, what the conversation is about. */
export function asksWhatOthersSay({ question, scope }: Plan): boolean {
  return scope.kind !== 'open' && saidOfIt.test(question);
}
