// The words around what is asked: who asks and why, what the reply should look like, and the verbs of saying and comparing.
import { terms, tokens } from '../text/tokens.ts';

/** Verbs and nouns of asking after documents: they tell what to do with the topic and are no part of it. English, not the corpus's. */
const askingWords = new Set(
  (
    'stack stacks stacked compare compares compared comparing comparison contrast contrasts versus vs v differ differs differed difference differences different ' +
    'trace track tracked set place put side alongside next same both each either respectively between ' +
    'say says said saying state states stated word words worded wording phrase phrased line lines story account position stance pitch take view thinking ' +
    'treat treated treatment deal dealt approach approached describe describes described mention mentions mentioned talk talks talked speak speaks spoke spoken tell tells told ' +
    'report reports reported quote quoted quotes quotation quotations claim claims claimed admit admits admitted record recorded records called named name spell spelt spelled ' +
    'promise promises promised pledge pledged pledges commit committed vow vowed plan plans planned propose proposes proposed expect expects expected want wants wanted ask asks asked intend intended ' +
    'go going goes gone try trying tried supposed meant change changes changed changing evolve evolved shift shifted moved move become became swap swapped drop dropped add added survive survived ' +
    'target targets picture pictured figure figures figured trend trends chronology timeline version document documents strategy strategies paper papers doc docs text edition wise show shows showing shown give gives given need needs ' +
    'exactly instead originally always today now then currently over years time later earlier first since apply applies applied list lists official stated size back ' +
    'please pls plz ok thanks cheers whats what’s thats provide curious developed actually really successive role roles importance emphasis attitude attitudes stance tone tackle tackled tackling handle handled handling address addressed addressing still bigger smaller larger tougher softer stricter keener harden hardened soften softened toughen toughened tighten tightened'
  ).split(' '),
);

/** Words of asking whether something is spoken of. */
const mentioningWords = new Set([
  ...(
    'first every any anything anywhere something somewhere ever all only too get gets got make makes made reference references refer refers referred word mention mentions mentioned bring brings brought ' +
    'come comes came up crop crops cropped touch touches touched appear appears appeared feature features featured cover covers covered contemplate contemplates include includes included ' +
    'still thing things big bigger deal issue anymore raise raises raised discuss discusses discussed use uses used using put puts into actually really type kind sort words wording term phrase phrases old new published know where find found look looking there if going go'
  ).split(' '),
  ...'promise promises promised pledge pledges pledged commit commits committed commitment vow vowed propose proposes proposed'.split(
    ' ',
  ),
  ...'say says said talk talks talked speak speaks spoke name named state states stated strategy strategies plan plans paper papers document documents doc docs text strat strats want wants need needs ask asks asking'.split(
    ' ',
  ),
]);

/** Words of asking for the gist. */
const summarisingWords = new Set(
  (
    'gist short shortly brief briefly briefing quick quickly summary summaries summarise summarize summarised sum main key point points overview version headline headlines put simply ' +
    'sum-up sum-ups roundup round-up wrap-up lowdown low-down digest rundown run-down run-through run through recap outline line lines couple few bit bits tldr tl dr message messages takeaways nutshell words sentence sentences argument thinking say says said saying ' +
    'give gives tell show need needs want wants like please pls plz u ur do doing document strategy plan draft text paper about on tell all contain contains cover covers mean means actually'
  ).split(' '),
);

/** Clauses that only tell who asks or what the reply is for. */
const asides = [
  /^(?:i|we)(?:['’]?(?:m|re|ve|d))?\b(?!.*\b(?:what|how|which|whether|who|where|when)\b)/i,
  /^(?:as|for|being) (?:a|an|the|my|our)\b/i,
  /^(?:just|newly|recently|new|need|needs|want|getting (?:ready|set|started|asked|back|in)|asking|my|our)\b(?!.*\b(?:what|how|which|whether|who|where|when)\b)/i,
  /\b(?:ask|asks|asking|asked|wants?|wanted|needs?) (?:me|us|to know|for this|for it)?\s*:?$/i,
  /\bis (?:asking|wondering)\W*$/i,
];

/** The beginning of a clause, up to what is asked: "City Hall want to know if". */
const openings = [
  /^.{0,60}?\b(?:wants?|needs?|asks?|asked|asking|wonders?|wondering|curious)\b(?: to know| me| us)?(?: about)?\s+(?:if|whether)\s+/i,
  /^.{0,60}?\b(?:want|wants|need|needs|like|love)\b.{0,70}?\b(?:on|about|showing|of)\s+(?=(?:how|what|whether|which|where)\b)/i,
];

/** Sentences, what stands before a colon or a dash, and what stands after. */
export function clausesOf(text: string): string[] {
  return text
    .split(
      /(?<=[.?!;:])\s+|\s+[-–—]+\s+|,\s+(?=(?:and|but|so)\s+(?:what|how|which|where|when|who|why|is|are|was|were|does|do|did|has|have)\b)|\s+(?=(?:and|but)\s+(?:what|how|why)\b)/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/**
 * The topic without the clauses and words that frame it; the topic itself where nothing else would be left.
 * @param kept words that are part of a name there, whatever they ask elsewhere: the "lines" of "county lines".
 */
export function withoutFraming(topic: string, kept: readonly string[] = []): string {
  const isOne = kept.some((word) => askingWords.has(word));
  const asking = isOne ? new Set([...askingWords].filter((word) => !kept.includes(word))) : askingWords;
  return namedAcross(topic, asking) || topic;
}

/** What a summary is asked of; empty where nothing is named. @param topic without the words that name documents. */
export function summarySubject(topic: string): string {
  return namedAcross(topic.replace(occasion, '').replaceAll(gettingRight, ' $1 '), summarisingWords);
}

/** "Getting our records right" is about the records. */
const gettingRight = /\bget(?:s|ting)?\s+((?:[\p{L}’'-]+\s+){1,6}?)right\b/giu;

/** What the gist is wanted for: "for a press enquiry", "for my board meeting tomorrow". */
const occasion =
  /\s+(?:for|to show|to give|to send) (?:(?:a|an|the|my|our|some|this|tomorrow['’]s) )?(?:[\w-]+ ){0,2}(?:press|media|journalists?|reporters?|enquiry|inquiry|query|briefing|brief|presentation|meeting|boss|board|interview|talk|slides?|deck|newsletter|e-?mail|tweet|post|colleagues?|starters?|joiners?|recruits|visitors?|essay|assignment|speech|handout|leaflet|one-pager)\b[^?.!]*(?=[?.!]*$)/i;

/**
 * Whether a question that follows another names nothing that the other does not ("what's the thinking in the 2025 one?", "how many did we
 * get?"): it asks the same of another document. @param topic and before without the words that name documents.
 */
export function asksTheSame(topic: string, before: string): boolean {
  const known = new Set(terms(before));
  return (
    countsUnnamed.test(topic) ||
    terms(namedAcross(topic, restating)).every((stem) => known.has(stem) || /^\d/u.test(stem))
  );
}

/** "How many did they put in?": what is counted was named before. */
const countsUnnamed =
  /^\W*(?:and\s+|but\s+)?how (?:many|much) (?:do|does|did|is|are|was|were|has|have|had|will|would|can|could)\b/i;

/** Words that ask, and those that stand for what was named before. */
const restating = new Set([
  ...askingWords,
  ...(
    'policy policies point points matter issue subject topic thing things idea ideas rule rules aim aims goal goals situation arrangement arrangements ' +
    'make makes made think thinks thought survey surveys poll polls data statistics stats results ' +
    'do doing done use uses using used put puts happening happens happen reached get gets got end'
  ).split(' '),
]);

/** What the clauses of a text name, those left out that only tell who asks, unless there are no others. */
function namedAcross(text: string, asking: ReadonlySet<string>): string {
  const clauses = clausesOf(text);
  const named = (from: readonly string[]): string =>
    from
      .map((clause) => namedIn(clause, asking))
      .filter((each) => each !== '')
      .join(', ');
  const first = clauses.find((clause) => !isAside(clause)) ?? '';
  // "We were told X would come. How many was it to replace?": what it is stands in what we were told.
  const isMeant = (clause: string): boolean => !isAside(clause) || (told.test(clause) && pointingBack.test(first));
  return named(clauses.filter(isMeant)) || named(clauses);
}

const told = /^(?:i|we)\b.{0,20}\b(?:told|promised|heard|read|sold|pledged)\b/i;
const pointingBack = /\b(?:it|they|them|there|those|these)\b/i;

/** What a question of presence asks after: what its last clause names, and the one before where that is only pointed at. */
export function presenceSubject(topic: string): string {
  const quoted = [...topic.matchAll(quotedWords)].map(([, name = '']) => name);
  if (quoted.length > 0) return quoted.join(' or ');
  const clauses = clausesOf(withCommasSpelled(topic.replaceAll(/\s[/|]\s/gu, ' or '))).map(thingHeardOf);
  const named = clauses
    .filter((clause) => !isAside(clause))
    .map((clause) => ({ subject: namedIn(clause, mentioningWords), points: pointing.test(clause) }))
    .filter(({ subject }) => subject !== '');
  const last = named.at(-1);
  if (!last)
    return (
      names(clauses) ||
      clauses
        .map((clause) => namedIn(clause, mentioningWords))
        .join(' ')
        .trim() ||
      topic
    );
  const before = last.points ? named.at(-2) : undefined;
  return before ? `${before.subject}, ${last.subject}` : last.subject;
}

/** What is looked for as it stands: the words, the term "…". */
const quotedWords = /\b(?:words?|terms?|phrases?|expressions?)\s+["'‘“]([^"'‘’“”]{2,60})["'’”](?!\p{L})/giu;

/** "My sergeant keeps on about X", "have they ever bothered with X": the thing stands after what is done about it. */
function thingHeardOf(clause: string): string {
  const thing = clause.replace(heardOf, '');
  return namedIn(thing, mentioningWords) === '' ? clause : thing;
}

const heardOf =
  /^.*\b(?:(?:go|goes|going|went|bang|bangs|banging|keeps?|harps?|harping|moans?|moaning) on about|(?:bother|bothers|bothered|concern(?:s|ed)? (?:itself|themselves)|trouble[ds]? (?:itself|themselves)) (?:with|about)|(?:told|tells|asked|asks|swears?|raves?|raving) (?:me |us )?(?:about|by)|heard (?:of|about)|worr(?:y|ies|ied) about|cares? about|interested in)\s+/i;

/** "Burglary, robbery and fraud" are as many things as "burglary and robbery and fraud". */
function withCommasSpelled(text: string): string {
  const parts = text.split(/,\s+/u);
  const last = parts.at(-1) ?? '';
  const joint = listEnd.exec(last)?.[1]?.toLowerCase() ?? (parts.length > 2 && isItem(last) ? 'and' : null);
  if (joint === null) return text;
  const first = parts.findLastIndex((part, at) => at < parts.length - 1 && !isItem(part));
  return parts.reduce((whole, part, at) => {
    const isSpelled = at > Math.max(first, 0);
    return `${whole}${isSpelled ? (/^(?:and|or)\b/iu.test(part) ? ' ' : ` ${joint} `) : ', '}${part}`;
  });
}

/** The last of the things that are parted by commas, with the word that joins it. */
const listEnd = /^(?:[\p{L}\p{N}’'-]+\s+){0,4}?(and|or)\s+[\p{L}\p{N}]/iu;

/** A thing of a list has few words, and none that asks. */
function isItem(part: string): boolean {
  const said = part.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  return said.length <= longestItem && !said.some((word) => breaks.has(word));
}

/** In words. */
const longestItem = 4;

function isAside(clause: string): boolean {
  return asides.some((aside) => aside.test(clause));
}

/** Names in clauses that only tell who asks: capitals after the first word. */
function names(clauses: readonly string[]): string {
  return clauses
    .flatMap((clause) => clause.match(/(?<=\p{L}\s)\p{Lu}[\p{L}\p{N}’'-]+(?:\s\p{Lu}[\p{L}\p{N}’'-]+)*/gu) ?? [])
    .join(' ');
}

/** Words that stand for something said before. */
export const pointing = /\b(?:it|its|them|they|these|those|that|this|ones?|em)\b/i;

/** What a clause names: its runs of words between those that ask, without the function words at either end; empty where it names nothing. */
function namedIn(clause: string, asking: ReadonlySet<string>): string {
  const opened = openings.reduce((text, opening) => text.replace(opening, ''), clause);
  const runs: string[][] = [[]];
  let before = '';
  for (const [word = ''] of opened
    .replaceAll(/(?<!\p{L})['’]s\b|-(?:type|style|like|related)\b/giu, ' ')
    .matchAll(wordPattern)) {
    const plain = word.toLowerCase();
    // "Met Change" is a name, whatever the word by itself asks.
    const isNamed = capitalised.test(word) && capitalised.test(before) && !breaks.has(before.toLowerCase());
    before = word;
    if (!isNamed && asking.has(plain)) runs.push([]);
    else if (breaks.has(plain.replaceAll('’', "'"))) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs
    .map(trimmed)
    .filter((run) => run.length > 0)
    .map((run) => run.join(' '))
    .join(', ');
}

const capitalised = /^\p{Lu}\p{Ll}/u;

/** A word, or several joined by a slash, an ampersand or a hyphen. */
const wordPattern = /[\p{L}\p{N}£%&/+.-]*[\p{L}\p{N}%](?:['’][\p{L}]+)*/gu;

const breaks = new Set(
  (
    'what which who whom whose how when where why whether did does do done has have had it they them we us you i me my our that this these those there is was were are be been being ' +
    "will would should could can it's we've they've we're they're i'm we'd they'd ones one"
  ).split(' '),
);

/** A run without the function words at either end; empty where it has no others. */
function trimmed(run: readonly string[]): string[] {
  const isContent = (word: string): boolean => tokens(word).length > 0 && !/^against$/i.test(word);
  const first = run.findIndex(isContent);
  return first < 0 ? [] : run.slice(first, run.findLastIndex(isContent) + 1);
}
