// The words around what is asked: who asks and why, what the reply should look like, and the verbs of saying and comparing.
import { tokens } from '../text/tokens.ts';

/** Verbs and nouns of asking after documents: they tell what to do with the topic and are no part of it. English, not the corpus's. */
const askingWords = new Set(
  (
    'compare compares compared comparing comparison contrast contrasts versus vs v differ differs differed difference differences different ' +
    'trace track tracked set place put side alongside next same both each either respectively between ' +
    'say says said saying state states stated word words worded wording phrase phrased line lines story account position stance pitch take view thinking ' +
    'treat treated treatment deal dealt approach approached describe describes described mention mentions mentioned talk talks talked speak speaks spoke spoken tell tells told ' +
    'report reports reported quote quoted quotes quotation quotations claim claims claimed admit admits admitted record recorded records called named name spell spelt spelled ' +
    'promise promises promised pledge pledged pledges commit committed vow vowed plan plans planned propose proposes proposed expect expects expected want wants wanted ask asks asked intend intended ' +
    'go going goes gone try trying tried supposed meant change changes changed changing evolve evolved shift shifted moved move become became swap swapped drop dropped add added survive survived ' +
    'figure figures figured trend trends chronology timeline version document documents strategy strategies paper papers doc docs text edition wise show shows showing shown give gives given need needs ' +
    'exactly instead originally always today now then currently over years time later earlier first since apply applies applied list lists official stated size back ' +
    'please pls plz ok thanks cheers whats what’s thats'
  ).split(' '),
);

/** Clauses that only tell who asks or what the reply is for. */
const asides = [
  /^(?:i|we)(?:['’]?(?:m|re|ve|d))?\b(?!.*\b(?:what|how|which|whether|who|where|when)\b)/iu,
  /^(?:as|for|being) (?:a|an|the|my|our)\b/iu,
  /^(?:just|newly|recently|new|need|needs|want|getting|asking|my|our)\b(?!.*\b(?:what|how|which|whether|who|where|when)\b)/iu,
  /\b(?:ask|asks|asking|asked|wants?|wanted|needs?) (?:me|us|to know|for this|for it)?\s*:?$/iu,
  /\bis (?:asking|wondering)\W*$/iu,
];

/** The beginning of a clause, up to what is asked: "City Hall want to know if". */
const openings = [
  /^.{0,60}?\b(?:wants?|needs?|asks?|asked|asking|wonders?|wondering|curious)\b(?: to know| me| us)?(?: about)?\s+(?:if|whether)\s+/iu,
  /^.{0,60}?\b(?:want|wants|need|needs|like|love)\b.{0,70}?\b(?:on|about|showing|of)\s+(?=(?:how|what|whether|which|where)\b)/iu,
];

/** Sentences, what stands before a colon or a dash, and what stands after. */
export function clausesOf(text: string): string[] {
  return text
    .split(
      /(?<=[.?!;:])\s+|\s+[-–—]+\s+|,\s+(?=(?:and|but|so)\s+(?:what|how|which|where|when|who|why|is|are|was|were|does|do|did|has|have)\b)/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** The topic without the clauses and words that frame it; the topic itself where nothing else would be left. */
export function withoutFraming(topic: string): string {
  return namedIn(topic) || topic;
}

/** What a text names, without the clauses and words that frame it; empty where it names nothing. */
function namedIn(text: string): string {
  const clauses = clausesOf(text);
  const asked = clauses.filter((clause) => !asides.some((aside) => aside.test(clause)));
  return join(asked) || join(clauses);
}

function join(clauses: readonly string[]): string {
  return clauses
    .map((clause) => withoutAsking(openings.reduce((text, opening) => text.replace(opening, ''), clause)))
    .filter((clause) => clause !== '')
    .join(', ');
}

/** What a clause names: its runs of words between those that ask, without the function words at either end; empty where it names nothing. */
function withoutAsking(clause: string): string {
  const runs: string[][] = [[]];
  for (const [word = ''] of clause
    .replaceAll(/(?<!\p{L})['’]s\b/gu, ' ')
    .matchAll(/[\p{L}\p{N}£%&/+.-]*[\p{L}\p{N}%](?:['’][\p{L}]+)*/gu)) {
    if (isBreak(word.toLowerCase())) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs
    .map(trimmed)
    .filter((run) => run.length > 0)
    .map((run) => run.join(' '))
    .join(', ');
}

function isBreak(word: string): boolean {
  return askingWords.has(word) || breaks.has(word.replaceAll('’', "'"));
}

const breaks = new Set(
  "what which who whom whose how when where why whether did does do done has have had it they them we us you i me my our that this these those there is was were are be been being would will should could can it's we've they've we're they're i'm we'd they'd ones one".split(
    ' ',
  ),
);

function trimmed(run: readonly string[]): string[] {
  const isContent = (word: string): boolean => tokens(word).length > 0;
  const first = run.findIndex(isContent);
  return first < 0 ? [] : run.slice(first, run.findLastIndex(isContent) + 1);
}
