// Questions about documents as such: whether any speaks of a thing, how several compare, and what one says in short.
import type { AskedKind } from '../domain/asked.ts';
import { meantDocuments } from '../domain/plan.ts';
import type { Scope } from '../domain/plan.ts';
import { asksIfCameAbout } from './came-about.ts';
import { clausesOf, pointing, summarySubject } from './framing.ts';

export interface DocumentClues {
  readonly question: string;
  /** The question without the words that name documents. */
  readonly unscoped: string;
  readonly scope: Scope;
  readonly asks: AskedKind | null;
}

/** Whether it is asked if documents speak of something, and which do. */
export function asksPresence(clues: DocumentClues): boolean {
  const { question, scope } = clues;
  if (howMany.test(question) || (namedCount(clues) >= 2 && comparison.test(question))) return false;
  const clauses = clausesOf(question);
  // "Is X bigger than in 2013?" weighs what two documents say of it.
  if (than.test(question) && meantCount(clues) > 1) return false;
  // Whether something came about is no question of words.
  if (asksIfCameAbout(question)) return false;
  if (clauses.some((clause) => contentAsked.test(clause) && !placeOfMention.test(clause))) return false;
  if (onlyThere.test(question) || everyMention.test(question)) return true;
  if (scope.kind === 'one' && clauses.some((clause) => didPromise.test(clause))) return true;
  const isDocuments = scope.kind !== 'open';
  return clauses.some(
    (clause) =>
      anyDocument.test(clause) ||
      (anyWord.test(clause) && isDocuments) ||
      isOfAnything(clause) ||
      (mention.test(clause) && atAll.test(clause)) ||
      (isThere.test(clause) && endsInDocument(clause, scope)) ||
      (yesOrNo.test(clause) && isDocuments && (mention.test(clause) || ever.test(clause))),
  );
}

const than = /\bthan (?:back )?(?:in|it|we|they|under|before)\b/i;
/** "How many", and the like: a figure is wanted, wherever it stands. */
const howMany = /\bhow (?:many|much|often)\b|\bwhat (?:share|percentage|proportion|figure)\b/i;
const documentWord = String.raw`(?:strat|strats|strateg(?:y|ies)|plans?|documents?|docs?|papers?|texts?)\b`;
/** What may stand between "which" and the documents: nothing that would make them other documents. */
const documentWords = String.raw`(?: of)?(?: the| our| these| those| its| met| met['’]s| mets| police| published| corporate| two| three| four| five| other| earlier| previous| past| old| older| recent| current)* ${documentWord}`;
/** "Which inquiry does the draft mention": a thing is asked for, not a document. */
const contentAsked = new RegExp(
  String.raw`^\W*(?:and |but |so |ok |well )?(?:how|why|who|whose|by (?:which|what|when)|(?:what|which)(?!\W*$|${documentWords}| of (?:these|them|those)\b| about\b))\b|^\W*(?:and |but |so )?(?:when|where)\b(?!\W*$)|\b(?:each|every) (?:[\w’']+ ){0,3}${documentWord}.{0,60}\b(?:says?|show\w*|puts?)\b|\b(?:each|every|all) of the \w+ ${documentWord}`,
  'i',
);
/** "Where is X mentioned", "when did X first come up": what is asked is the document. */
const placeOfMention = new RegExp(
  String.raw`^\W*(?:and |but |so )?(?:where|when)\b.*\b(?:mention(?:ed|s)?|come up|crop up|appear(?:ed|s)?|refer(?:red)? to|named|feature[ds]?|talked about|brought up|touched on)\b`,
  'i',
);
const everyMention =
  /\b(?:named|mentioned|referred to|spoken of|talked about)\b.{0,30}\b(?:in )?(?:all|every one|any|each) of (?:them|these|those|the (?:\w+ )?(?:strategies|plans|documents|papers))\b|\b(?:every|all|each|first|any)(?: the)? (?:mentions?|references?)\b|\b(?:mentions|references) of\b/i;
const onlyThere = /\bonly in\b.{0,60}\bor\b.{0,30}\b(?:earlier|before|others?|elsewhere|too)\b/i;
/** Documents asked about without a name: the question is which of them. */
const anyDocument = new RegExp(
  String.raw`\b(?:any|which|either|none|one(?! met\b)|some)${documentWords}(?! to\b)|\bwhat(?: of)?(?: the| our)? (?:strats|strategies|documents|docs|papers)\b|\b(?:any|which|one|some|either) of (?:the )?(?:these|them|those|lot|two|three|four|five)(?=\W*$|\W+(?:mention|and|at|or)\b)|\banywhere(?=\W*$|\W+(?:in|and|at)\b)|\bin (?:these|those)\s*\?|\b(?:a (?:met )?|one )${documentWord}\s*\?`,
  'i',
);
const anyWord =
  /\b(?:any|first) (?:mention|reference|word|talk)\b|\b(?:anything|something|nothing) (?:at all )?(?:about|on)\b/i;
/** Asked of no document by name: "is there anything on drones?", "do they mention horses?". */
const anythingThere =
  /\b(?:is|was|are|were) there (?:anything|something|nothing|any (?:mention|reference|word|talk|stuff))(?: at all)?(?: (?:in (?:here|there|it|them|these|the (?:documents|strategies|plans?))))? (?:about|on|of|to|regarding|re)\b|^\W*(?:(?:and|but|so|ok|hi)\W+)*(?:got )?anything (?:at all )?(?:about|on|re|regarding)\b|\b(?:do|does|did|have|has) (?:they|it|we|u|you|the met|any of (?:them|these)) (?:ever |even |actually )?(?:mention(?:ed)?|(?:say|said|got) anything (?:about|on)|refer(?:red)? to|touch(?:ed)? on)\b/i;
const yesOrNo =
  /^\W*(?:and |but |so |also )?(?:do|does|did|is|are|was|were|has|have|had|any|anything)\b|\b(?:if|whether)\b/i;
const mention =
  /\b(?:mention(?:ed|s)?|com(?:e|es|ing) up|came up|crop(?:s|ped)? up|appear(?:s|ed)?|refer(?:s|red)? to|reference[sd]?|named|feature[sd]?|(?:talk|speak|spoke|say|said)\w* (?:anything |something )?(?:about|of|on)|touch(?:es|ed)? (?:up)?on|cover(?:s|ed)?|br(?:ing|ought) up|raised?|included?|contemplated?|discuss(?:es|ed)?|writ(?:e|es|ten) (?:about|of|on)|anything (?:about|on))\b/i;
/** "Did the 2013 strategy promise tablets?" wants a yes with the words, or a no. */
const didPromise =
  /^\W*(?:and |but |so |also )?(?:(?:do|does|did|has|have|had)\b.{1,60}\b(?:promised?|pledged?|commit(?:ted)?(?: (?:us|itself|themselves))? to|vow(?:ed)?(?: to)?|proposed?(?: to)?)|(?:is|are|was|were) there (?:any|a) (?:promise|pledge|commitment))\b/i;
const ever = /\bever\b/i;
const atAll = /\b(?:at all|anywhere)\W*$/i;

/** "Is knife crime in One Met?" */
const isThere = /^\W*(?:is|are|was|were) (?!(?:there|we|they|you|i|he|she)\b).{2,60}\bin\b/i;

function endsInDocument(clause: string, { because }: Scope): boolean {
  const plain = clause.replaceAll(/\W+$/gu, '');
  return because.some((words) => plain.endsWith(`in ${words}`) || plain.endsWith(`in the ${words}`));
}

/** Where, or whether, a thing is spoken of at all, whatever documents are named. */
function isOfAnything(clause: string): boolean {
  return anythingThere.test(clause) || placeOfMention.test(clause);
}

/** How many documents are meant where several are; 0 otherwise. */
function meantCount({ scope }: DocumentClues): number {
  return scope.kind === 'several' ? meantDocuments(scope).size : 0;
}

/** How many documents are named outright where several are meant. */
function namedCount({ scope }: DocumentClues): number {
  return scope.kind === 'several' ? scope.documents.filter((document) => document.weight === 1).length : 0;
}

/** Three documents make a timeline, two only where the question follows a change through time. */
export function asksOverTime(clues: DocumentClues): boolean {
  const { question } = clues;
  const meant = meantCount(clues);
  if (meant < 2) return false;
  if (namedCount(clues) >= 3) return true;
  if (meant >= 2 && namedCount(clues) === 0 && saying.test(question) && !howMany.test(question)) return true;
  if (meant === 2) return throughTime.test(question) && change.test(question);
  return change.test(question) || (throughTime.test(question) && !howMany.test(question));
}

/** What several documents say, none of them named, is one entry each. */
const saying =
  /\bwhat (?:was|were|has been|have been|did|do|does|have|has)\b.{0,60}\b(?:say|said|written|promised?|pledged?|commit(?:ted)?)\b/i;
const change =
  /\b(?:chang|evolv|shift|harden|soften|toughen|tighten|(?:we|they|it|you) used? to (?:say|think|be|do|have|want|promise|call)|what happened (?:after|since|then|next|later)|mov(?:ed|ing) on|differ|develop|compar|progress|grown?|trend|trac(?:e|king)|moved|gone|over (?:time|the years)|from .{1,40} to|trajectory|chronolog|then and now|become|became)\w*/i;
const throughTime =
  /\b(?:since|over (?:time|the years)|through(?:out)? the years|(?:each|every|all|across)(?: of)?(?: the| our| these)?(?: \w+)? (?:strateg(?:y|ies)|plans?|documents?|papers?)|(?:do|does|did|have|has) (?:the|our|these|their|its) (?:\w+ )?(?:strategies|documents)|(?:strategy|document|plan) by (?:strategy|document|plan)|chronological(?:ly)?|in (?:date|time) order|(?:oldest|earliest|first) to (?:the )?(?:newest|latest|last)|(?:newest|latest) to (?:the )?(?:oldest|earliest)|history|take me (?:from|through)|through to|trac(?:e|k)|timeline|chronology)\b/i;

/** Whether documents are set side by side. */
export function asksToCompare(clues: DocumentClues): boolean {
  const meant = meantCount(clues);
  return namedCount(clues) >= 2 || (meant >= 2 && comparison.test(clues.question));
}

/** Words that set one thing against another. Those of them that name nothing stand in framing.ts too, so that they are not searched for. */
export const comparison =
  /\b(?:compare[ds]?|comparison|versus|vs\.?|differs?|different|difference between|contrast|side by side|next to|set .{3,90} against|as opposed to|(?:match(?:es)?|lines?) up)\b|\s(?:v|→|->)\s/i;

/** Whether one document's course over the years is asked for. */
export function asksYearByYear({ question }: DocumentClues): boolean {
  return eachStage.test(question) || yearByYear.test(question);
}

const eachStage =
  /\b(?:(?:year by year|(?:in|for) each (?:year|phase|stage))|(?:each|every one|all) of (?:(?:the|its|their|those|our) )?(?:\w+ )?(?:years|phases|stages)|(?:years|phases|stages) (?:1|one) (?:to|through|-) ?(?:\d|two|three|four|five))\b/i;
const yearByYear = /\b(?:timeline|chronology|timetable|milestones)\b/i;

/** Whether the gist is asked for. "The 2018 summary" is a document; a question that names nothing but a document asks for its gist. */
export function asksSummary({ question, unscoped, scope }: DocumentClues): boolean {
  // The gist of each stage is told stage by stage.
  if (eachStage.test(question)) return false;
  if (summary.test(question.replaceAll(namedSummary, ' '))) return true;
  return scope.kind === 'one' && !pointing.test(unscoped) && summarySubject(unscoped) === '';
}

const namedSummary = /\b(?:\d{2,4}|direction|strategy|the (?:\w+ )?strategy) (?:summary|overview)\b/gi;
const summary =
  /\b(?:sum(?:med|ming)? (?:it |this |that )?up|sum-ups?|round-?ups?|wrap-?up|low-?down|digest|pr[eé]cis|summari[sz]e[sd]?|summary|gist|in a nutshell|overview|tl;?dr|(?:main|key) (?:points|messages|takeaways)|in (?:short|brief|a sentence|a few words)|brief me|briefly|(?:run|talk|walk)[- ]?(?:me )?through|run-?down|recap|outline|the headlines|boil (?:it|this|that) down|couple of (?:lines|sentences)|(?:short|quick|brief|potted|condensed) (?:version|account)|what(?:'s| is) the story)\b/i;
