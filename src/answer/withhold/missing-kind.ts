// Whether a thing of the kind asked for stands where the topic does. A figure of something else, or a name that the question
// gives away itself, is no answer.
import type { AskedKind } from '../../domain/asked.ts';
import type { Plan, Sense } from '../../domain/plan.ts';
import { holdsKind } from '../../text/kinds.ts';
import { countWords } from '../../text/number-words.ts';
import { terms } from '../../text/tokens.ts';
import { countedIn, countsAny, isBareCount, partAsked } from '../figures/counts-asked.ts';
import { lacksChange } from '../figures/change-told.ts';
import { isHeld } from '../rank/coverage.ts';
import { namesAnother, namesAsked } from '../rank/names-asked.ts';
import { featureOf } from '../rank/features.ts';
import { readPassage } from '../rank/read-passage.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { lacksMember } from './missing-member.ts';
import { tellsWho } from '../tells/tells-who.ts';

export type MissingKind = 'no sum' | 'no date' | 'no name' | 'no number' | 'no place' | 'no member';

/** What is asked for and not there. @param top the sentences that an answer would quote. */
export function missingKind(request: ComposeRequest, top: readonly RankedSentence[]): MissingKind[] {
  const { plan } = request;
  const { asks, question } = plan;
  const lacks = (kind: AskedKind, holds: (quote: string) => boolean): boolean =>
    asks === kind && !top.some(({ quote }) => holds(quote));
  const sharesCount = /\b(?:cut|sav|reduc|share|percent|cheap|lower|by how much)/i.test(question);
  const checks: readonly (readonly [MissingKind, boolean])[] = [
    ['no sum', lacks('money', (quote) => holdsKind(quote, 'money') || (sharesCount && /\d\s?%/u.test(quote)))],
    ['no date', lacks('date', (quote) => holdsKind(quote, 'date')) && !tellsStage(question, top)],
    ['no name', (asks === 'name' && lacksName(plan, top)) || lacksAgent(plan, top)],
    [
      'no number',
      (lacks('number', (quote) => holdsKind(quote, 'number')) || lacksNumber(request, top)) &&
        !tellsSpeed(question, top),
    ],
    ['no place', asks === 'place' && asksWhichPlace.test(question) && lacksPlace(plan, top)],
    ['no member', lacksMember(request, top)],
  ];
  return checks.filter(([, holds]) => holds).map(([kind]) => kind);
}

/** "In which year of the plan?" is answered by "Year 2", in the sentence or over it. */
function tellsStage(question: string, top: readonly RankedSentence[]): boolean {
  const [, stage = ''] = stageAsked.exec(question) ?? [];
  const named = new RegExp(String.raw`\b${stage} (?:\d|one|two|three|four|five)\b`, 'iu');
  return stage !== '' && top.some(({ quote, passage }) => named.test(`${passage.section.at(-1) ?? ''} ${quote}`));
}

const stageAsked = /\b(?:which|what) (year|phase|stage|quarter) of (?!19|20)/i;

/** "How quickly?" is answered by "in real time" as well as by a figure. */
function tellsSpeed(question: string, top: readonly RankedSentence[]): boolean {
  return speedAsked.test(question) && top.some(({ quote }) => speedTold.test(quote));
}

const speedAsked = /\bhow (?:quick(?:ly)?|fast|soon|rapidly|promptly)\b/i;
const speedTold =
  /\b(?:in real[- ]time|immediate(?:ly)?|instant(?:ly)?|at once|straight ?away|(?:the )?same day|overnight)\b/i;

/** Every figure is of something else, is no length of time where one is asked, or counts nothing of what is asked how many there are. */
function lacksNumber(request: ComposeRequest, top: readonly RankedSentence[]): boolean {
  const { plan, statistics } = request;
  const counted = countedIn(plan, statistics);
  return (
    countsSomethingElse(plan, top) ||
    lacksChange(plan, top) ||
    lacksOwnFigure(request, counted, top) ||
    (lengthAsked.test(plan.question) && !top.some(({ quote }) => length.test(quote))) ||
    (isBareCount(plan, statistics) && lacksCount(counted, top)) ||
    ((countsByYear.test(plan.question) || countsDone.test(plan.question)) && lacksFigure(counted, top)) ||
    lacksPart(partAsked(plan, statistics), counted, top)
  );
}

/** Every figure is of others than those in the part asked for: "2,000 officers in wards" are none in traffic. */
function lacksPart(
  part: readonly Sense[],
  names: readonly (readonly string[])[],
  top: readonly RankedSentence[],
): boolean {
  const isOfPart = ({ passage, terms: own }: RankedSentence): boolean => {
    const held = new Set([...own, ...readPassage(passage).headings]);
    return part.every((sense) => isHeld(sense, held));
  };
  const counts = ({ quote }: RankedSentence): boolean =>
    names.length > 0 ? countsAny(quote, names) : holdsKind(quote, 'number');
  return part.length > 0 && !top.some((each) => isOfPart(each) && counts(each));
}

/** Of a named operation how many of something there were is asked, and it is told of another operation, and not of this. */
function lacksOwnFigure(
  { plan, documents, ranked }: ComposeRequest,
  counted: readonly (readonly string[])[],
  top: readonly RankedSentence[],
): boolean {
  const names = counted.length === 0 ? [] : namesAsked(plan.question, documents);
  const isOfAnother = ({ quote }: RankedSentence): boolean => names.some((name) => namesAnother(quote, name));
  const counts = ({ quote }: RankedSentence): boolean => countsAny(quote, counted);
  return (
    ranked.some((each) => isOfAnother(each) && counts(each)) && !top.some((each) => counts(each) && !isOfAnother(each))
  );
}

const unitOfTime = String.raw`(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)`;
const lengthAsked = new RegExp(String.raw`\bhow many (?:\w+ )?${unitOfTime}\b`, 'i');
/** A length of time in figures or words: "10 seconds", "two and a half years", "48-hour". */
const length = new RegExp(
  String.raw`(?:\d|\b(?:one|${countWords}|half|a|an|several))[\s-]*(?:and a half )?(?:\w+ )?${unitOfTime}\b`,
  'i',
);

/** How many there are is asked, and every figure is of something else. */
function lacksCount(names: readonly (readonly string[])[], top: readonly RankedSentence[]): boolean {
  return names.length > 0 && !top.some(({ quote }) => countsAny(quote, names, true));
}

/** No figure is of any of these: not after its name, as a count or a share, and in no row of a table that names it. */
function lacksFigure(names: readonly (readonly string[])[], top: readonly RankedSentence[]): boolean {
  const isRowOf = (row: string, held: ReadonlySet<string>): boolean =>
    /[\t|]/u.test(row) && names.some((name) => name.every((stem) => held.has(stem)));
  return names.length > 0 && !top.some(({ quote, terms: held }) => countsAny(quote, names) || isRowOf(quote, held));
}

/** "How many fitters will be hired by 2028?": the year stands beside many figures, so the figure must count what is asked. */
const countsByYear = /\bhow many\b.{1,80}\bby (?:the end of )?(?:19|20)\d\d\b/i;

/** "How many fitters were trained?": a figure beside the deed may be of anything that came of it. */
const countsDone =
  /\bhow many\b[^?.;,]{1,40}\b(?:are|were)\s+(?:\p{L}+ly\s+)?(?!need|hundred|based\b|red\b)\p{L}+(?:ed|en|made|sent|held|sold|told|paid|found|caught|brought)\b/iu;

/** No sum stands near a word of the question; of a number or rate, the best sentence counts nothing and no figure stands near one. */
function countsSomethingElse({ asks }: Plan, top: readonly RankedSentence[]): boolean {
  const isNear = (sentence: RankedSentence): boolean => featureOf(sentence, 'near') > 0;
  // Sums are few, and stand in long sentences about much else.
  if (asks === 'money') return !top.some((sentence) => featureOf(sentence, 'kind') === 1 && isNear(sentence));
  const [best] = top;
  const lacksKind = best !== undefined && featureOf(best, 'lacksKind') === 1;
  return (asks === 'number' || asks === 'rate') && lacksKind && !top.some(isNear);
}

/** Who decides, signs off or is in charge is asked, and no sentence says that anyone does. */
function lacksAgent({ asks, question, continues }: Plan, top: readonly RankedSentence[]): boolean {
  const isAsked = (asks === 'person' || asks === 'name') && asksAgent.test(question);
  return isAsked && continues === null && !top.some(({ quote }) => tellsWho(quote, question));
}

const asksAgent =
  /\bwho(?:['’]?s| is| was| will| would)? (?:\w+ ){0,3}?(?:in charge|decides?|decided|chairs?|chaired|owns?|signs? off|runs?|running|heads?|leads?|oversees?|sits on|commander)\b/i;

/** A name that the question does not give away, in a sentence that also holds what is to be named. */
function lacksName(plan: Plan, top: readonly RankedSentence[]): boolean {
  const nouns = plan.senses.filter(({ stems }) => stems.some((stem) => plan.askedNoun.includes(stem)));
  // "Which model …?" is answered by the Harbour Policing Model.
  const rest = plan.askedNoun.length === 1 ? withoutStem(plan.question, plan.askedNoun[0] ?? '') : plan.question;
  return !top.some(({ quote, terms: held }) => holdsNewName(quote, rest) && isAbout(held, nouns));
}

function withoutStem(text: string, stem: string): string {
  return text.replaceAll(/[\p{L}'’-]+/gu, (word) => (terms(word).includes(stem) ? ' ' : word));
}

function isAbout(held: ReadonlySet<string>, nouns: readonly Sense[]): boolean {
  return nouns.length === 0 || nouns.some((sense) => isHeld(sense, held));
}

/** A name of two words or more, or in capitals, that the question does not give away itself. */
export function holdsNewName(quote: string, question: string): boolean {
  const asked = question.toLowerCase();
  const names = quote.match(namePattern) ?? [];
  return names.some(
    (name) => !name.split(/\s+/u).some((word) => word.length > 3 && asked.includes(word.toLowerCase())),
  );
}

const namePattern =
  /(?<!^)\b\p{Lu}[\p{L}'’-]{1,30}(?:\s+(?:of |for |and )?\p{Lu}[\p{L}'’-]{1,30}){1,5}|\b\p{Lu}{3,20}\b/gu;

const asksWhichPlace = /\b(?:which|what)\b|^\W*where\b/i;
/** A capitalised word within a sentence; those that open one say nothing. */
const placePattern = /(?<=[\p{L}\p{N},;:(’'”-]\s\(?)\p{Lu}[\p{L}’'-]+/gu;
/** Capitalised in running text without being a place. */
const noPlace = /^(?:We|Our|The|I|It|This|By|In|For|If|As)$/u;

function lacksPlace({ question }: Plan, top: readonly RankedSentence[]): boolean {
  const asked = question.toLowerCase();
  if (tellsEveryArea(question, top)) return false;
  const pattern = asksArea.test(question) ? areaPattern : placePattern;
  const places = top.flatMap(({ quote }) => quote.match(pattern) ?? []);
  return !places.some((place) => !noPlace.test(place) && !asked.includes(place.toLowerCase()));
}

const asksArea =
  /\b(?:which|wich|what) (?:other |single )?(?:boroughs?|wards?|bcus?|towns?|streets?|estates?|neighbourhoods?)\b/i;
/** "Which boroughs have one?" is answered by "each of the 32 boroughs has one"; which others than some is not. */
function tellsEveryArea(question: string, top: readonly RankedSentence[]): boolean {
  const [, area = ''] = asksAreas.exec(question) ?? [];
  const every = new RegExp(
    String.raw`\b(?:all|each|every)\b(?: (?:\p{L}|[’'])+){0,3}(?: \d+)? ${area.slice(0, -1)}s?\b`,
    'iu',
  );
  return area !== '' && !asksOthers.test(question) && top.some(({ quote }) => every.test(quote));
}

const asksAreas = /\b(?:which|wich|what) (boroughs|wards|bcus|towns|streets|estates|neighbourhoods)\b/i;
const asksOthers = /\b(?:other than|apart from|besides?|except|aside from)\b/i;
/** A name after a word of place ("in Eastham, where"), or before the noun ("Eastham ward"); in "the Eastham Plan team" it names a team. */
const areaPattern =
  /(?<=\b(?:in|at|near|around|across|from|outside|and)\s)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,3}(?!\p{L}|\s\p{Lu}|\s(?!(?:where|and|with|who|which|has|have|had|is|are|was|were|to|by|for|when|as|but|will|that|we|in|on|since|led)\b)\p{Ll})|\p{Lu}[\p{L}’'-]+(?=\s(?:boroughs?|wards?|estates?)\b)/gu;
