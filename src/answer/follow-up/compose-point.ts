// More about one point of a list that was shown, or about a lettered one: what stands under its heading, or goes on after it.
import { bareWords } from '../../text/bare-words.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Plan } from '../../domain/plan.ts';
import { composeFigure } from './compose-figure.ts';
import { composeWished } from './compose-wished.ts';
import { point, quote } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import {
  following,
  headingsOf,
  mostSentences,
  passagesOf,
  proseOf,
  shortestName,
  underHeading,
} from '../lists/under-point.ts';

/** Null where the question asks of no point, or the document says nothing more of it. */
export function composePoint(request: ComposeRequest): Composed | null {
  const { continues } = request.plan;
  const lettered = underLetter(request);
  if (lettered.length > 0 || !continues || continues.points.length === 0) return composed(lettered);
  const [asked] = continues.points;
  if (continues.wants !== 'whole' || !asked)
    return composeFigure(request, continues) ?? composeWished(request, continues);
  const passages = passagesOf(asked, request);
  const headed = underHeading(asked.name, passages);
  return composed(headed.length > 0 ? headed : following(asked.place, passages));
}

function composed([first, ...others]: readonly Quotation[]): Composed | null {
  if (!first) return null;
  return { paragraphs: [[quote(first)], ...others.map(point)] };
}

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
