// What kind of answer a question wants, from its wording and the documents it means. Rules of English, most particular first.
import type { Intent } from '../domain/answer.ts';
import {
  asksOverTime,
  asksPresence,
  asksSummary,
  asksToCompare,
  asksYearByYear,
  comparison,
} from './document-intents.ts';
import type { DocumentClues } from './document-intents.ts';
import { listWording } from './list-wording.ts';

export interface IntentClues extends DocumentClues {
  readonly topic: string;
  /** Whether a term is an acronym of the corpus, or looks like one. */
  readonly isAcronym: (term: string) => boolean;
}

/** The intent of a question that is neither small talk nor a command to the assistant: that of the first rule that holds. */
export function intentOf(clues: IntentClues): Intent {
  return rules.find(({ holds }) => holds(clues))?.intent ?? 'fact';
}

interface Rule {
  readonly intent: Intent;
  readonly holds: (clues: IntentClues) => boolean;
}

const rules: readonly Rule[] = [
  { intent: 'acronym', holds: asksAcronym },
  { intent: 'list', holds: asksListOutright },
  { intent: 'presence', holds: asksPresence },
  { intent: 'timeline', holds: asksOverTime },
  { intent: 'compare', holds: asksToCompare },
  { intent: 'summary', holds: asksSummary },
  { intent: 'timeline', holds: asksYearByYear },
  { intent: 'list', holds: asksList },
  { intent: 'commitment', holds: ({ question }) => commitment.test(question) },
  { intent: 'definition', holds: ({ question, asks }) => asks === 'meaning' || definition.test(question) },
];

const commitment =
  /\b(?:promis\w*|commit(?:ted|ment|ments|s)?|pledg\w*|vow\w*|undertak\w*|undertook|target|by when|going to|gonna|plan(?:ning|ned|s)? to|meant to|supposed to|intend\w*|said (?:we|they)(?:['’]d|['’]ll| would| will)|will (?:we|they|the|officers|i|my|there)|are (?:we|they) (?:\w+ )?(?:bringing|getting|doing|making|putting|introducing|launching|investing|hiring|closing|building)|what(?:['’]s| is) the plan|shall|could i|is the met going)\b/i;
const definition =
  /\b(?:explain|what(?:['’]s|s| is| are| was| were) .{0,40}\b(?:about|for)\b|meaning|defin\w*|what .{0,30} means?|heard of|tell me about|wh?at(?:['’]s|s) that|= ?\?)/i;

/** Whether a list is asked for, and not a figure. */
function asksList({ question, asks }: IntentClues): boolean {
  return asks !== 'number' && asks !== 'money' && asks !== 'rate' && listWording(question) !== null;
}

/** "List the …", "the five …": said outright, and of one document or of what holds now. */
function asksListOutright(clues: IntentClues): boolean {
  const { question, scope } = clues;
  const isOfOne = scope.kind !== 'several' && !comparison.test(question);
  return isOfOne && asksList(clues) && listWording(question) === 'outright';
}

/** The acronym of a question that asks what letters stand for and tells a story around them; null where it holds none, or several. */
export function onlyAcronym(question: string, isAcronym: IntentClues['isAcronym']): string | null {
  const found = new Set((question.match(/[\p{L}\p{N}&]{2,10}/gu) ?? []).filter(isAcronym));
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : null;
}

function asksAcronym({ question, topic, isAcronym }: IntentClues): boolean {
  if (
    /\b(?:stand[s]? for|short for|acronym|abbreviat\w*|initials|spell(?:ed)? out|in full|expan[ds]\w*|(?:those|these|the) letters)\b/i.test(
      question,
    )
  )
    return true;
  const bare = topic
    .replaceAll(
      /\b(?:what['’]s|whats|wot(?:['’]?s)?|wh?at|who|is|are|a|an|the|does|do|mean[s]?|meaning|of|that|plz|pls)\b|[^\p{L}\p{N}&]+/giu,
      ' ',
    )
    .trim();
  return /^[\p{L}\p{N}&]{2,10}$/u.test(bare) && isAcronym(bare);
}
