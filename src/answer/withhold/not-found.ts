// The words for when the documents do not answer.
import type { ComposedAnswer, Notice, RelatedPassage } from '../../domain/answer.ts';
import { meantDocuments } from '../../domain/plan.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Passage } from '../../domain/passage.ts';
import { noMention, nothingInTheseWords } from './mentions.ts';
import { plainWords } from './plain-words.ts';
import { searchedFor } from './searched-for.ts';
import { words } from '../quote/quotation.ts';
import type { Paragraph } from '../quote/quotation.ts';
import type { AnswerRequest } from '../rank/request.ts';
import { either, nameOf } from '../rank/request.ts';

const relatedPassages = 3;

/** Says what was searched, and offers the nearest passages as related, never as support. */
export function notFound(request: AnswerRequest): ComposedAnswer {
  const { plan, found, documents, isLimited = false } = request;
  const meant = meantDocuments(plan.scope);
  const searched = documents.filter(({ id }) => meant.has(id));
  const isOne = searched.length === 1;
  // Of documents that the reader chose it is not said that none of all answers.
  const who =
    isOne || (isLimited && searched.length > 0)
      ? `Nothing found in ${either(searched)} that answers this.`
      : 'The documents do not answer this.';
  const gap = unstated(plan);
  const topic = searchedFor(plan);
  const what = gap === null ? (isOne ? 'It was' : 'They were') : 'The documents were';
  const sought = topic === '' ? 'The' : `${what} searched for *${topic}*; the`;
  const answer = isOfMention(plan) ? denial(request)(searched) : (gap ?? who);
  return {
    status: 'not_found',
    intent: plan.intent,
    answer: `${answer} ${sought} nearest passages are offered as related reading, not as an answer.`,
    citations: [],
    notices: [],
    suggestions: [],
    related: found.slice(0, relatedPassages).map(({ passage }) => toRelated(passage)),
  };
}

/** Whether it is asked if something is mentioned. "Did we hit it?" goes on with what was quoted, so it is. */
function isOfMention({ intent, asksWhatIsSaid, continues }: Plan): boolean {
  return intent === 'presence' || (asksWhatIsSaid && continues?.how !== 'kind');
}

function denial(request: AnswerRequest): typeof noMention {
  return mayBeInOtherWords(request) ? nothingInTheseWords : noMention;
}

/**
 * Least cosine of a passage or sentence that may speak of a thing under another name. Of 20 things that no document of the tuning questions
 * speaks of and one that is there under another name, the first lay below .39 and the other at .48.
 */
const nearInMeaning = 0.45;

/** Whether the asker's words are not the documents' own and something near in meaning is there: that it is not mentioned cannot be said. */
function mayBeInOtherWords({ plan, found, statistics }: AnswerRequest): boolean {
  const isUnheard = plan.concepts.some(
    ({ own, isGeneric }) => !isGeneric && own.some((stem) => (statistics.passageFrequency.get(stem) ?? 0) === 0),
  );
  return isUnheard && found.some(({ measures }) => measures?.cosines.some((cosine) => cosine >= nearInMeaning));
}

/** Of what was spoken of, a deadline or a place that is asked for and not stated is told as that; null where something else is asked. */
function unstated({ asks, asked, continues }: Plan): string | null {
  const isOfIt = continues?.how === 'kind' && continues.cited.length > 0;
  if (!isOfIt) return null;
  if (asks === 'date' && asksDeadline.test(asked)) return 'No deadline is stated there.';
  return asks === 'place' ? 'No place is stated there.' : null;
}

/** A deadline lies ahead: "since when?" and "when did it start?" ask for another date. */
const asksDeadline =
  /\b(?:by when|deadlines?|due|timescales?|time ?frame|timetable|timeline)\b|(?<!\bsince )\bwhen\b(?!\s+(?:did|was|were|had|has|have)\b)/i;

/** Said after the questions of a message that are answered: which of them are not. */
export function unanswered(missing: readonly AnswerRequest[]): Paragraph[] {
  return missing.map(({ plan, documents, isLimited = false }) => {
    const gap = unstated(plan);
    if (gap !== null) return [words(gap)];
    const meant = meantDocuments(plan.scope);
    const [only, ...others] = documents.filter(({ id }) => meant.has(id));
    const all = isLimited ? 'The documents searched do' : 'The documents do';
    const who = only && others.length === 0 ? `${nameOf(only)} does` : all;
    return [words(`${who} not answer this part: *${withoutFigures(plan.asked)}*`)];
  });
}

export function partialNotice(missing: readonly AnswerRequest[]): Notice {
  const asked = missing.map(({ plan }) => withoutFigures(plan.asked)).join(' – ');
  return { type: 'partial', text: `Only part of the question is answered. Not answered: ${asked}` };
}

/** A figure of the question is not the documents', so it is not repeated beside their words. */
function withoutFigures(question: string): string {
  return plainWords(question).replaceAll(/[£%]?\p{N}[\p{N},.]*%?/gu, '…');
}

function toRelated(passage: Passage): RelatedPassage {
  const { id, documentId, section, start, end, text } = passage;
  return { passageId: id, documentId, section, start, end, text };
}
