// More about one point of a list that was shown, or about a lettered one: what stands under its heading, or goes on after it.
import { bareWords } from '../text/bare-words.ts';
import type { CitedPlace } from '../domain/conversation.ts';
import type { Passage, Sentence } from '../domain/passage.ts';
import type { Plan } from '../domain/plan.ts';
import { point, quote } from './quotation.ts';
import type { Quotation } from './quotation.ts';
import type { Composed, ComposeRequest } from './request.ts';

/** Sentences quoted under a heading, or after a point. */
const mostSentences = 3;
/** A heading's name shorter than this, in letters and figures, stands in too many others. */
const shortestName = 6;

/** Null where the question asks of no point, or the document says nothing more of it. */
export function composePoint(request: ComposeRequest): Composed | null {
  const { plan, shown = [], surroundings } = request;
  const lettered = underLetter(request);
  const asked = plan.continues?.point;
  if (lettered.length > 0 || !asked) return composed(lettered);
  const passages = surroundings.get(asked.place.documentId) ?? shown;
  const headed = underHeading(asked.name, passages);
  return composed(headed.length > 0 ? headed : following(asked.place, passages));
}

function composed([first, ...others]: readonly Quotation[]): Composed | null {
  if (!first) return null;
  return { paragraphs: [[quote(first)], ...others.map(point)] };
}

/** What a section of that name says first; where it has lettered sections, their headings. */
function underHeading(name: string, passages: readonly Passage[]): Quotation[] {
  const wanted = bareWords(name);
  const isNamed = (heading: string | undefined): boolean => {
    const bare = bareWords(heading ?? '');
    return wanted.length >= shortestName && (bare === wanted || (bare.length >= shortestName && bare.endsWith(wanted)));
  };
  const body = passages.filter(({ section }) => isNamed(section.at(-1))).flatMap((passage) => proseOf(passage));
  const parts = passages
    .filter(({ section }) => isNamed(section.at(-2)) && isLettered.test(section.at(-1) ?? ''))
    .flatMap((passage) => headingsOf(passage).slice(0, 1));
  return parts.length > 1 ? [...body.slice(0, 1), ...parts] : body.slice(0, mostSentences);
}

const isLettered = /^[A-Z][.)] /u;
const letterAsked =
  /\b(?:commitment|promise|pledge|priority|objective|point|section|part|item|area|aim|letter) ([A-H])\b(?!['’])/u;

/** "Commitment C": the section of that letter in the chapter that is named, or that was quoted last. */
function underLetter({ plan, shown = [], surroundings }: ComposeRequest): Quotation[] {
  const letter = letterAsked.exec(plan.question)?.[1];
  if (letter === undefined) return [];
  const lettered = [...surroundings.values()]
    .flat()
    .filter(({ section }) => section.length > 1 && section.at(-1)?.startsWith(`${letter}. `));
  const chapters = chaptersOf(plan, shown);
  const [chapter = [], ...others] = chapters
    .map((isChapter) => lettered.filter(isChapter))
    .filter(({ length }) => length > 0);
  const inChapter = chapter.length > 0 ? chapter : (others[0] ?? []);
  const [heading] = inChapter.flatMap(headingsOf);
  return heading ? [heading, ...inChapter.flatMap((passage) => proseOf(passage)).slice(0, mostSentences - 1)] : [];
}

type IsChapter = (passage: Passage) => boolean;

/** The chapter that the question names, before that of what was quoted. */
function chaptersOf({ question }: Plan, shown: readonly Passage[]): IsChapter[] {
  const asked = bareWords(question);
  const quoted = new Set(shown.map(({ section }) => section[0]));
  const nameOf = ({ section }: Passage): string => bareWords(section.at(-2) ?? '');
  return [
    (passage) => nameOf(passage).length >= shortestName && asked.includes(nameOf(passage)),
    ({ section }) => quoted.has(section[0]),
  ];
}

/** What the document goes on to say of the point, up to the next one. */
function following({ passageId, start, end }: CitedPlace, passages: readonly Passage[]): Quotation[] {
  const passage = passages.find(({ id }) => id === passageId);
  const own = passage?.sentences.filter((sentence) => sentence.start < end && start < sentence.end) ?? [];
  // A cell of a row goes on in no sentence of its own.
  if (!passage || own.some(({ kind }) => kind === 'row')) return [];
  const after = passage.sentences.filter((sentence) => sentence.start >= end);
  const stop = after.findIndex(({ kind }) => kind !== 'prose');
  const more = after.slice(0, stop < 0 ? after.length : stop);
  // The next point of a list in running text begins a block of its own.
  const gap = passage.text.slice(end - passage.start, (more[0]?.start ?? end) - passage.start);
  const goesOn = more.length > 0 && !/\n\s*(?:\n|[-•*⊖✓✔])/u.test(gap);
  return [...own, ...(goesOn ? more : [])].slice(0, mostSentences).map((sentence) => toQuotation(passage, sentence));
}

function proseOf(passage: Passage): Quotation[] {
  return passage.sentences.filter(({ kind }) => kind === 'prose').map((sentence) => toQuotation(passage, sentence));
}

function headingsOf(passage: Passage): Quotation[] {
  return passage.sentences.filter(({ kind }) => kind === 'heading').map((sentence) => toQuotation(passage, sentence));
}

function toQuotation(passage: Passage, { start, end }: Sentence): Quotation {
  return { passage, start, end };
}
