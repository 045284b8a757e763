// Questions that a reader may ask next, each of which the index is known to answer: of a term, a section, a theme or a list beside what was shown.
import type { ComposedAnswer, Intent } from '../domain/answer.ts';
import type { DocumentDescription } from '../domain/document.ts';
import type { DocumentId, PassageId } from '../domain/ids.ts';
import type { GlossaryEntry, StatedKind } from '../domain/insight.ts';
import type { ThemeId, ThemeLexicon } from '../domain/theme-lexicon.ts';
import { bareWords } from '../text/bare-words.ts';
import { byFirstWord, smallWordsOf } from '../text/by-first-word.ts';
import { rememberObjects } from '../text/remember-objects.ts';
import { hasOutline } from './compose/compose-section.ts';
import { readPassage, stemsIn } from './rank/read-passage.ts';
import { nameOf } from './rank/request.ts';
import type { AnswerRequest } from './rank/request.ts';

const most = 3;

/** A place that the answer shows: cited, or offered as related. */
interface ShownPlace {
  readonly documentId: DocumentId;
  readonly passageId: PassageId;
  readonly section: readonly string[];
  readonly text: string;
}

/** What the answer shows, and its words in small letters. */
interface Shown {
  readonly places: readonly ShownPlace[];
  readonly words: ReadonlySet<string>;
}

export type SuggestionRequest = Pick<
  AnswerRequest,
  'documents' | 'found' | 'insight' | 'surroundings' | 'commitments' | 'plan'
>;

/**
 * Up to three questions, none that was asked or suggested before.
 * @param before what was asked and suggested in the conversation.
 */
export function suggestionsFor(
  composed: ComposedAnswer,
  request: SuggestionRequest,
  before: readonly string[],
): string[] {
  const isFirst = unlike([...before, request.plan.asked]);
  if (composed.status === 'chat' || composed.status === 'declined') return composed.suggestions.filter(isFirst);
  const places = placesIn(composed).filter((place) => composed.citations.length > 0 || isNear(place, request));
  const shown = { places, words: smallWordsOf(places.map(({ text }) => text)) };
  const kinds = [
    termQuestions(shown, request),
    subjectQuestions(places, request),
    sectionQuestions(places, request),
    themeQuestions(shown, request),
  ];
  const stated = statedQuestions(places, request);
  if (ofLists.has(request.plan.intent)) kinds.push(stated);
  // One of each kind in turn, and then the second of each.
  const longest = Math.max(...kinds.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) => kinds.flatMap((questions) => questions.slice(at, at + 1)));
  const own: string[] = [];
  for (const question of inTurn.flat()) {
    if (own.length === most) break;
    if (isFirst(question)) own.push(question);
  }
  // What a document lists has little to do with a single fact: one is offered where there is nothing nearer.
  return own.length > 0 ? own : stated.filter(isFirst).slice(0, 1);
}

/** Answers beside which the lists of a document are near at hand. */
const ofLists: ReadonlySet<Intent> = new Set<Intent>(['list', 'summary', 'compare', 'timeline']);

/** Whether a passage offered as related speaks of something that was asked for: of the others nothing is asked on. */
function isNear({ passageId }: ShownPlace, { plan, found }: SuggestionRequest): boolean {
  const passage = found.find(({ passage: { id } }) => id === passageId)?.passage;
  if (!passage) return false;
  const stems = stemsIn(passage);
  return plan.concepts.some(({ own, isGeneric }) => !isGeneric && own.every((stem) => stems.has(stem)));
}

/** Passes each question once, and none that says the same as one of those. */
function unlike(before: readonly string[]): (question: string) => boolean {
  const known = new Set(before.map(bareWords));
  return (question) => {
    const bare = bareWords(question);
    const isNew = !known.has(bare);
    known.add(bare);
    return isNew;
  };
}

function placesIn({ citations, related }: ComposedAnswer): ShownPlace[] {
  return citations.length > 0
    ? citations.map(({ documentId, passageId, section, quote }) => ({ documentId, passageId, section, text: quote }))
    : related.map(({ documentId, passageId, section, text }) => ({ documentId, passageId, section, text }));
}

/** What a programme is or letters stand for that the answer uses; and of a term that was asked about, which strategies know it. */
function termQuestions({ places, words }: Shown, { insight, plan, documents }: SuggestionRequest): string[] {
  const titles = documents.map((document) => titleOf(document).bare);
  const asked = bareWords(plan.question);
  // Of some hundred terms few stand anywhere in what is shown: only those are looked for sentence by sentence.
  const texts = places.map(({ text }) => text);
  const present = termsThatMayStandAmong(insight.glossary)(words).filter(
    ({ term, documents: using }) => using.length < widelyUsed && texts.some((text) => text.includes(term)),
  );
  const sentences = present.length === 0 ? [] : texts.flatMap((text) => text.split(/(?<=[.!?])\s+/u));
  const used = present.filter(({ term }) => sentences.some((sentence) => tellsOf(sentence, term)));
  const named = used.filter(({ term }) => !titles.some((title) => title.includes(bareWords(term))));
  return named.flatMap((entry) => {
    if (asked.includes(bareWords(entry.term)))
      return isDefined(plan) ? [`Which strategies mention ${entry.term}?`] : [];
    // Who asked for the letters was told the words.
    const isKnown =
      wordsOf(plan.question).includes(initialsOf(entry.term)) ||
      sentences.some((sentence) => isExplained(sentence, entry.term));
    return isKnown ? [] : explained(entry);
  });
}

const termsThatMayStandAmong = rememberObjects((glossary: readonly GlossaryEntry[]) =>
  byFirstWord(glossary, ({ term }) => term),
);

/** All that a document is called by. */
const titleOf = rememberObjects(({ title, nicknames }: DocumentDescription) => ({
  bare: bareWords([title, ...nicknames].join(' ')),
}));

function initialsOf(term: string): string {
  return wordsOf(term)
    .map((word) => word.slice(0, 1))
    .join('');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isDefined({ intent }: SuggestionRequest['plan']): boolean {
  return intent === 'acronym' || intent === 'definition';
}

function explained({ term, kind, expansion }: GlossaryEntry): string[] {
  if (kind === 'acronym') return expansion === null ? [] : [`What does ${term} stand for?`];
  // A strategy or plan may be taken for one of the documents.
  const isTitled =
    term.includes(' ') && term.length <= longestName && !/(?:strategy|plan)$|\s(?:in|for|on|with|to)\s/i.test(term);
  return isTitled ? [`What ${plural.test(term) ? 'are' : 'is'} ${article(term)}${term}?`] : [];
}

const plural = /[^s]s$/u;

/** A name that so many documents use is that of the organisation, or as well known. */
const widelyUsed = 3;
/** A sentence tells of what it names before its end; what it only ends in it mentions. Share of its length. */
const tellingPart = 0.6;

function tellsOf(sentence: string, term: string): boolean {
  return holdsTerm(sentence, term) && sentence.indexOf(term) <= tellingPart * sentence.length;
}

/** Longer names read badly in a question; in UTF-16 code units. */
const longestName = 48;

function holdsTerm(text: string, term: string): boolean {
  const at = text.indexOf(term);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ' '}${text[at + term.length] ?? ' '}`);
}

/** What follows a name that the sentence itself explains: ", which closes …", ", our charter for …". */
const explanation = /^(?:\s\([^)]*\))?(?:,?\s(?:which|that)\s|,\s(?:an?|our|the)\s|\s(?:is|are)\s(?:an?|our|the)\s)/u;

function isExplained(sentence: string, term: string): boolean {
  const at = sentence.indexOf(term);
  return at >= 0 && explanation.test(sentence.slice(at + term.length));
}

/** Names that end in what a thing is take an article: "the Culture Plan", but "Operation Onyx" and "Right Care Right Person". */
function article(term: string): string {
  return /\b(?:programme|framework|system|unit|command|team|desk|board|academy|centre|charter|guarantee|code|model|review|inquiry|partnership|scheme|dashboard|directorate|line|hotline|service|hubs|boards|partnerships)$/i.test(
    term,
  )
    ? 'the '
    : '';
}

/** What the chapter covers, if it was not asked about, in which a place stands, where it has sub-headings to tell it by. */
function sectionQuestions(
  places: readonly ShownPlace[],
  { documents, surroundings, plan }: SuggestionRequest,
): string[] {
  // "Leaks in the mains" asks of leaks; "the Leaks chapter" has been told of the chapter.
  const isOfSection = plan.intent === 'summary' || /\b(?:chapter|section)\b/i.test(plan.question);
  const asked = isOfSection ? bareWords(plan.question) : '';
  return places.flatMap(({ documentId, section }) => {
    const passages = surroundings.get(documentId) ?? [];
    const depth = section.findIndex((_, at) => hasOutline(section.slice(0, at + 1), passages));
    const heading = section[depth];
    const document = documents.find(({ id }) => id === documentId);
    if (heading === undefined || !document || !isName(heading) || asked.includes(bareWords(heading))) return [];
    return [`What does the ${inSmallLetters(heading)} chapter of ${nameOf(document)} cover?`];
  });
}

/** A heading that can be named in a question: not long, and no question or sentence itself. */
function isName(heading: string): boolean {
  return heading.split(/\s+/u).length <= 7 && !/[?:.!,]/u.test(heading) && !unsaying.test(heading);
}

const unsaying =
  /^(?:what|when|where|why|how|who|we|there|this|progress|introduction|foreword|preface|annex(?:es)?|appendix|appendices|contents|summary|background|conclusion)\b/i;

function inSmallLetters(heading: string): string {
  if (/\p{Ll}/u.test(heading)) return heading;
  return heading
    .toLowerCase()
    .replaceAll(/(?<![\p{L}-])\p{L}/gu, (letter) => letter.toUpperCase())
    .replaceAll(/ (?:In|Of|And|The|For|To|A) /gu, (word) => word.toLowerCase());
}

/** What was said of the very thing asked about, where several documents speak of it. */
function subjectQuestions(places: readonly ShownPlace[], request: SuggestionRequest): string[] {
  const { plan, found, documents, insight } = request;
  // One word names a thing where it is one of a theme: "wellbeing" does, "rate" does not.
  const phrases = themePhrasesOf(insight.themes.lexicon);
  const [longest] = plan.concepts
    .filter(({ isGeneric, words }) => !isGeneric && namable.test(words))
    .filter(({ own, words }) => own.length > 1 || phrases.has(words.toLowerCase()))
    .toSorted((one, other) => other.own.length - one.own.length);
  if (!longest || places.length === 0 || acrossDocuments.has(plan.intent)) return [];
  const naming = new Set(
    found
      .filter(({ passage }) =>
        readPassage(passage).sentences.some(({ terms: held }) => longest.own.every((stem) => held.has(stem))),
      )
      .map(({ passage }) => passage.documentId),
  );
  const speaking = documents.filter(({ id, years }) => years !== null && naming.has(id));
  const since = speaking.at(-documentsOfCourse)?.years?.from ?? speaking[0]?.years?.from;
  return speaking.length > 1 && since !== undefined
    ? [`What have the strategies said about ${longest.words} since ${since}?`]
    : [];
}

/** Words that read as the name of a thing in a question: few, and without figures or marks. */
const namable = /^[\p{L}’'-]+(?:\s[\p{L}’'-]+){0,3}$/u;
/** These answers have told it already. */
const acrossDocuments: ReadonlySet<Intent> = new Set<Intent>(['compare', 'timeline', 'presence']);

/** What was said of a theme of which a place speaks, where so many documents speak of it. */
function themeQuestions({ places, words }: Shown, { documents, insight }: SuggestionRequest): string[] {
  const { cells, lexicon } = insight.themes;
  const shown = places.map(({ text }) => text.toLowerCase());
  const timesOf = new Map<ThemeId, number>();
  for (const { theme, phrase } of phrasesThatMayStandAmong(lexicon)(words)) {
    if (shown.some((text) => holdsTerm(text, phrase))) timesOf.set(theme, (timesOf.get(theme) ?? 0) + 1);
  }
  return lexicon.themes
    .map(({ id, name }) => ({ id, name, times: timesOf.get(id) ?? 0 }))
    .filter(({ times }) => times >= fewestTimes)
    .toSorted((one, other) => other.times - one.times)
    .flatMap(({ id, name }) => {
      const speaking = documents.filter(
        (document) => document.years !== null && speakingOf(cells).get(id)?.has(document.id) === true,
      );
      const since = speaking.at(-documentsOfCourse)?.years?.from;
      return since !== undefined && !name.includes(',')
        ? [`What have the strategies said about ${lowered(name)} since ${since}?`]
        : [];
    });
}

/** The documents of which more than one passage speaks of a theme, by theme. */
const speakingOf = rememberObjects((cells: SuggestionRequest['insight']['themes']['cells']) => {
  const speaking = new Map<string, Set<DocumentId>>();
  for (const { themeId, documentId, passageIds } of cells) {
    if (passageIds.length < 2) continue;
    speaking.set(themeId, (speaking.get(themeId) ?? new Set()).add(documentId));
  }
  return speaking;
});

/** A theme of which a single phrase stands in what is shown is not what that is about. */
const fewestTimes = 2;

const phrasesOf = rememberObjects(({ themes }: ThemeLexicon) =>
  themes.flatMap(({ id, phrases }) => phrases.map((phrase) => ({ theme: id, phrase: phrase.toLowerCase() }))),
);

const phrasesThatMayStandAmong = rememberObjects((lexicon: ThemeLexicon) =>
  byFirstWord(phrasesOf(lexicon), ({ phrase }) => phrase),
);

const themePhrasesOf = rememberObjects(
  (lexicon: ThemeLexicon) => new Set(phrasesOf(lexicon).map(({ phrase }) => phrase)),
);

/** Fewer documents show no course, and more make a long answer. */
const documentsOfCourse = 3;

function lowered(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

const listed: Partial<Readonly<Record<StatedKind, string>>> = {
  priorities: 'priorities',
  objectives: 'objectives',
  targets: 'targets',
  values: 'values',
  principles: 'principles',
};

/** The stated lists of the documents shown, the latest of all last. */
function statedQuestions(places: readonly ShownPlace[], { documents, insight, plan }: SuggestionRequest): string[] {
  const shown = documents.filter(({ id }) => places.some(({ documentId }) => documentId === id));
  // Who asked for priorities was told the objectives where there are no others, and the other way round.
  const isTold = ends.test(plan.question);
  return [...shown, ...documents.slice(-1)]
    .flatMap((document) => listQuestions(document, insight.stated))
    .filter((question) => !(isTold && ends.test(question)));
}

const ends = /\b(?:priorities|objectives|aims|goals|pillars)\b/i;

function listQuestions(document: DocumentDescription, stated: SuggestionRequest['insight']['stated']): string[] {
  const kinds = stated
    .filter(({ documentId, items }) => documentId === document.id && items.length > 2)
    .flatMap(({ kind }) => listed[kind] ?? []);
  return [...new Set(kinds)].map((kind) => `What are the ${kind} in ${nameOf(document)}?`);
}

/** Questions for one who does not know yet what to ask, made by rule from what the documents state, promise and explain. */
export function openingQuestions(request: OpeningRequest): string[] {
  const { documents, insight, acronyms } = request;
  const latest = documents.at(-1);
  const stating = documents.filter(
    ({ id, years }) =>
      years !== null && insight.stated.some(({ documentId, kind }) => documentId === id && kind === 'priorities'),
  );
  const since = (stating.at(-2) ?? documents.find(({ years }) => years !== null))?.years?.from;
  // One that a document spells out, and no chance likeness of letters and words.
  const spelled = acronyms.filter(({ twin }) => twin === undefined);
  const acronym = spelled.findLast(({ documentId }) => documentId === latest?.id) ?? spelled[0];
  const list = latest
    ? (listQuestions(latest, insight.stated)[0] ?? `What are the priorities in ${nameOf(latest)}?`)
    : null;
  return [
    ...(list === null ? [] : [list]),
    ...datedPromise(request),
    ...(since === undefined || documents.length < 2 ? [] : [`How have priorities changed since ${since}?`]),
    ...(acronym ? [`What does ${acronym.term} stand for?`] : []),
  ].slice(0, most);
}

export type OpeningRequest = Pick<AnswerRequest, 'documents' | 'insight' | 'commitments' | 'acronyms'>;

/** What was promised by the year for which most is promised in figures. */
function datedPromise({ documents, commitments }: OpeningRequest): string[] {
  const counts = new Map<string, number>();
  for (const { commitment } of commitments) {
    const { documentId, deadline, target } = commitment;
    const maker = documents.find(({ id }) => id === documentId);
    if (!maker || !target || !deadline?.year) continue;
    const asked = `What did ${nameOf(maker)} promise by ${deadline.year}?`;
    counts.set(asked, (counts.get(asked) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 1)
    .map(([asked]) => asked);
}
