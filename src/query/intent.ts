// What kind of answer a question wants, from its wording and the documents it means. Rules of English, most particular first.
import type { AskedKind } from '../domain/asked.ts';
import type { Intent } from '../domain/answer.ts';
import { meantDocuments } from '../domain/plan.ts';
import type { Scope } from '../domain/plan.ts';
import { listWording } from './list-wording.ts';

export interface IntentClues {
  readonly question: string;
  readonly topic: string;
  readonly scope: Scope;
  readonly asks: AskedKind | null;
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
  { intent: 'presence', holds: ({ question }) => presence.test(question) && !howMany.test(question) },
  { intent: 'summary', holds: ({ question }) => summary.test(question) },
  { intent: 'timeline', holds: (clues) => asksOverTime(clues) },
  { intent: 'compare', holds: (clues) => namedDocuments(clues) >= 2 || comparison.test(clues.question) },
  { intent: 'timeline', holds: ({ question }) => yearByYear.test(question) },
  { intent: 'list', holds: asksList },
  { intent: 'commitment', holds: ({ question }) => commitment.test(question) },
  { intent: 'definition', holds: ({ question, asks }) => asks === 'meaning' || definition.test(question) },
];

/** How many documents are meant where several are; 0 otherwise. */
function meantCount({ scope }: IntentClues): number {
  return scope.kind === 'several' ? meantDocuments(scope).size : 0;
}

/** How many documents are named outright where several are meant. */
function namedDocuments({ scope }: IntentClues): number {
  return scope.kind === 'several' ? scope.documents.filter((document) => document.weight === 1).length : 0;
}

/** Three documents make a timeline, two only where the question follows a change through time. */
function asksOverTime(clues: IntentClues): boolean {
  const meant = meantCount(clues);
  if (meant < 2) return false;
  const follows = change.test(clues.question) || (namedDocuments(clues) >= 3 && listWording(clues.question) !== 'outright');
  return follows && (meant > 2 || sinceWords.test(clues.question));
}

const change =
  /\b(?:chang|evolv|shift|mov(?:ed|ing) on|differ|develop|compar|progress|grown?|trend|trac(?:e|king)|moved|gone|over (?:time|the years)|since|from .{1,40} to|trajectory|chronolog|then and now|become|became)\w*/iu;
const sinceWords =
  /\b(?:since|over (?:time|the years)|through the years|each (?:strategy|plan)|all (?:the )?(?:strategies|plans)|trac(?:e|k)|timeline|chronology)\b/iu;
const comparison =
  /\b(?:compare[ds]?|comparison|versus|vs\.?|difference between|contrast|side by side|as opposed to|match(?:es)? up)\b|\s(?:v|→|->)\s/iu;
const yearByYear =
  /\b(?:year by year|each of the (?:\w+ )?years|in each year|timeline|chronology|timetable|milestones)\b/iu;
const presence =
  /\b(?:do|does|did|is|are|was|were|has|have|any|anything|which|what)\b.{0,90}\b(?:mention(?:ed|s)?|come[s]? up|crop(?:s|ped)? up|appear[s]?|appeared|refer(?:red|s)? to|named|feature[sd]?|referenced?|talk about|talked about|touch(?:es|ed)? on|covered?|bring up|raised?|included?|anything about|anything on|anywhere)\b.{0,80}|\b(?:any|first) (?:mention|reference|word|talk)\b|\b(?:in|by) (?:any|which)(?: of)?(?: the| our| these| those)?(?: (?:\w+ )?(?:strat(?:s|eg(?:y|ies))?|plans?|documents?|docs?|papers?))?\b|\b(?:touched on|mentioned|referred to|brought up|named|raised) anywhere\b|\bcome up at all\b|\banything (?:about|on)\b|\bany (?:strategy|plan|doc\w*)\b/iu;
const howMany = /\bhow (?:many|much|often)\b|\bwhat (?:share|percentage|proportion|figure)\b/iu;
const summary =
  /\b(?:sum(?:med)? up|summari[sz]e|summary|gist|in a nutshell|overview|tl;?dr|main points|key points|in short|in brief|brief me|run (?:me )?through|recap|outline|headlines?|what(?:'s| is) the story)\b/iu;
const commitment =
  /\b(?:promis\w*|commit(?:ted|ment|ments|s)?|pledg\w*|vow\w*|undertak\w*|undertook|target|by when|going to|gonna|plan(?:ning|ned|s)? to|meant to|supposed to|intend\w*|said (?:we|they)(?:['’]d|['’]ll| would| will)|will (?:we|they|the|officers|i|my|there)|are (?:we|they) (?:\w+ )?(?:bringing|getting|doing|making|putting|introducing|launching|investing|hiring|closing|building)|what(?:['’]s| is) the plan|shall|could i|is the met going)\b/iu;
const definition =
  /\b(?:explain|what(?:['’]s|s| is| are| was| were) .{0,40}\b(?:about|for)\b|meaning|defin\w*|what .{0,30} means?|heard of|tell me about|wh?at(?:['’]s|s) that|= ?\?)/iu;

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

function asksAcronym({ question, topic, isAcronym }: IntentClues): boolean {
  if (
    /\b(?:stand[s]? for|short for|acronym|abbreviat\w*|initials|spell(?:ed)? out|in full|expan[ds]\w*)\b/iu.test(
      question,
    )
  )
    return true;
  const bare = topic
    .replaceAll(
      /\b(?:wh?at|what['’]s|whats|who|is|are|a|an|the|does|do|mean[s]?|that|plz|pls)\b|[^\p{L}\p{N}&]+/giu,
      ' ',
    )
    .trim();
  return /^[\p{L}\p{N}&]{2,10}$/u.test(bare) && isAcronym(bare);
}
