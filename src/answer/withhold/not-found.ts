// The words for when the documents do not answer.
import type { ComposedAnswer, Notice, RelatedPassage } from '../../domain/answer.ts';
import { meantDocuments } from '../../domain/plan.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Passage } from '../../domain/passage.ts';
import { noMention } from './mentions.ts';
import { words } from '../quote/quotation.ts';
import type { Paragraph } from '../quote/quotation.ts';
import type { AnswerRequest } from '../rank/request.ts';
import { either, nameOf } from '../rank/request.ts';

const relatedPassages = 3;

/** Says what was searched, and offers the nearest passages as related, never as support. */
export function notFound({ plan, found, documents, isLimited = false }: AnswerRequest): ComposedAnswer {
  const meant = meantDocuments(plan.scope);
  const searched = documents.filter(({ id }) => meant.has(id));
  const isOne = searched.length === 1;
  // Of documents that the reader chose it is not said that none of all answers.
  const who =
    isOne || isLimited
      ? `Nothing found in ${either(searched)} that answers this.`
      : 'The documents do not answer this.';
  const topic = searchedFor(plan.sought);
  const sought = topic === '' ? 'The' : `${isOne ? 'It was' : 'They were'} searched for *${topic}*; the`;
  // "Did we hit it?" goes on with what was quoted, so it is mentioned.
  const isOfMention = plan.intent === 'presence' || (plan.asksWhatIsSaid && plan.continues?.how !== 'kind');
  const answer = isOfMention ? noMention(searched) : `${unstated(plan)}${who}`;
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

/** Of what was spoken of, a deadline or a place that is not stated is told as that; empty where something else is asked. */
function unstated({ asks, asked, continues }: Plan): string {
  const isOfIt = continues?.how === 'kind' && continues.cited.length > 0;
  if (!isOfIt) return '';
  if (asks === 'date' && asksDeadline.test(asked)) return 'No deadline is stated there. ';
  return asks === 'place' ? 'No place is stated there. ' : '';
}

const asksDeadline = /\b(?:by when|deadlines?|due|timescales?|time ?frame|timetable|timeline|when)\b/iu;

/** Said after the questions of a message that are answered: which of them are not. */
export function unanswered(missing: readonly AnswerRequest[]): Paragraph[] {
  return missing.map(({ plan, documents, isLimited = false }) => {
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

/** Words that stay of a question when what it asks is taken away, and tell nobody what was looked for. English, not the corpus's. */
const leftOver =
  /^(?:got|get|gets|getting|hit|hits|is|are|was|were|be|been|has|have|had|do|does|did|wait|waiting|long|lead|led|last|next|lot|much|many|ones?|thing|things|stuff|happen(?:ed|s)?|went|year|years|bit|any|some|own)$/iu;

/** What was looked for, in the asker's words: only what reads as names of things, and so perhaps nothing. */
function searchedFor(sought: string): string {
  const named = sought.split(',').filter((part) => {
    const said = part.trim().split(/\s+/u);
    return !/\p{N}/u.test(part) && said.length <= longestName && !said.some((word) => leftOver.test(word));
  });
  return plainWords(named.join(',').replaceAll(/\s+(?:in|at|to|of|on|for|by|from|with|and)\s*(?=,|$)/giu, ''));
}

/** Words of the longest name of a thing. */
const longestName = 7;

/** A figure of the question is not the documents', so it is not repeated beside their words. */
function withoutFigures(question: string): string {
  return plainWords(question).replaceAll(/[£%]?\p{N}[\p{N},.]*%?/gu, '…');
}

/** Longest repeat of a question, in characters. */
const longestTopic = 120;

/** The asker's words in a form that can neither mark up the answer nor pose as part of it. */
function plainWords(topic: string): string {
  const plain = topic
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}’',?%£&-]+/gu, ' ')
    .trim();
  return Array.from(plain).slice(0, longestTopic).join('').trim();
}

function toRelated(passage: Passage): RelatedPassage {
  const { id, documentId, section, start, end, text } = passage;
  return { passageId: id, documentId, section, start, end, text };
}
