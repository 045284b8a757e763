// What speaks for a stated list as the one asked for: each feature is one number; how much each counts is fitted.
import type { DocumentDescription } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/ids.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Plan } from '../../domain/plan.ts';
import type { IndexedPassage, TermStatistics } from '../../ports.ts';
import { inverseFrequency } from '../../text/rarity.ts';
import { terms } from '../../text/tokens.ts';
import { likenessBySentence } from '../../text/known-likeness.ts';
import { cosinesOf } from '../rank/cosines-of.ts';
import type { PassageCosines } from '../rank/cosines-of.ts';
import { featureOf } from '../rank/features.ts';
import type { FoundPassage } from '../rank/features.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { countedThings, countsIn, sharedThings } from './list-counts.ts';
import type { CountedThings } from './list-counts.ts';
import { readList } from './read-lists.ts';
import type { ReadList, SentencePlace } from './read-lists.ts';
import type { StatedList } from './stated-list.ts';

export const listFeatureNames = [
  'lead', // cosine with the words that introduce it
  'bestItem', // best cosine of an item
  'meanItem', // mean cosine of its items, as far as they were found
  'known', // best cosine of one of its sentences with a question that it is known to answer; without a list, of the best sentence
  'knownMean', // mean of these over its sentences, as far as they were found
  'context', // best cosine of one of its sentences between its neighbours
  'passage', // best cosine of a passage that it stands in
  'inlineGap', // of a list within a sentence: by how much the sentence falls short of the one that answers best, at most four
  'introWords', // share of the words looked for, by rarity, in its introduction and headings
  'itemWords', // … in its items
  'allWords', // … in either
  'introFit', // share of the words of its heading, or of its introduction, that are looked for
  'kindNamed', // the kind of thing asked for (priorities, values …) is named in its introduction or heading
  'kindMissing', // … and is not named in its items either
  'place', // how early retrieval put one of its passages
  'counted', // has as many items as are asked for
  'miscounted',
  'saysCount', // its introduction speaks of that many
  'saysWhat', // … of the very things asked for: how far, 0 to 1
  'announced', // its introduction ends in a colon
  'leadIns',
  'row',
  'column',
  'inline',
  'inlineFirst', // the first sentence that holds a list, in the order in which sentences answer
  'clauses', // of a list within a sentence: how far its parts are clauses rather than names
  'pastWanted', // share of its items that tell of what was done, where that is asked
  'pastUnwanted', // … where it is asked what will be done
  'many', // more than nine items
  'pair', // only two
  'latest', // of the latest document, where the question names none
  'none', // no list at all: single sentences answer
] as const;
export type ListFeatureName = (typeof listFeatureNames)[number];
/** Features that are not named are 0. */
export type ListFeatures = Readonly<Partial<Record<ListFeatureName, number>>>;

export interface ListContext {
  readonly plan: Plan;
  readonly vector: Float32Array | null;
  /** Best first. */
  readonly found: readonly FoundPassage[];
  /** Sentences, best first. */
  readonly ranked: readonly RankedSentence[];
  readonly statistics: TermStatistics;
  /** Oldest first. */
  readonly documents: readonly DocumentDescription[];
}

export interface ListRows {
  /** One for each list. */
  readonly lists: readonly ListFeatures[];
  /** Of an answer by single sentences. */
  readonly none: ListFeatures;
}

/** Features of lists in the light of one question. */
export function listFeatures(lists: readonly StatedList[], context: ListContext): ListRows {
  const asked = askedOf(context);
  const firstInline = lists.find(({ form }) => form === 'inline');
  const [best] = context.ranked;
  return {
    lists: lists.map((list) => featuresOf(list, asked, firstInline)),
    none: { none: 1, known: best ? featureOf(best, 'known') : 0 },
  };
}

interface Asked {
  readonly words: ReadonlyMap<string, number>;
  readonly counts: readonly number[];
  /** The same with what is counted. */
  readonly counted: readonly CountedThings[];
  /** Stem of the kind of thing asked for; null where the wording names none. */
  readonly kind: string | null;
  /** Stems of kinds that people take for it. */
  readonly akin: readonly string[];
  readonly found: ReadonlyMap<Passage['id'], FoundPlace>;
  readonly latest: DocumentId | null;
  /** By how much each ranked sentence falls short of the best, by its passage and its place there. */
  readonly gaps: ReadonlyMap<Passage['id'], ReadonlyMap<number, number>>;
  readonly tense: 'past' | 'future' | null;
}

/** A passage found, by its place among those found. */
interface FoundPlace {
  readonly passage: IndexedPassage;
  readonly rank: number;
  readonly cosines: PassageCosines;
  /** Of each sentence, how like the question is to those that it is known to answer. */
  readonly likeness: Float64Array;
}

function foundPlace(found: FoundPassage, rank: number, vector: Float32Array | null): FoundPlace {
  const { passage } = found;
  const cosines = cosinesOf(found, vector);
  const likeness = likenessBySentence(passage.knownQuestions, cosines.knownCosines, passage.sentences.length);
  return { passage, rank, cosines, likeness };
}

/** Words below this weight are too far from the asker's own to tell lists apart. */
const leastWeight = 0.35;

function askedOf({ plan, vector, found, ranked, statistics, documents }: ListContext): Asked {
  const words = new Map(
    plan.terms
      .filter(({ term, weight }) => weight >= leastWeight && !/^\d+$/u.test(term))
      .map(({ term, weight }) => [
        term,
        weight * inverseFrequency(statistics.sentenceFrequency.get(term) ?? 0, statistics.sentences),
      ]),
  );
  const kind = askedKindOfThing(plan.topic);
  return {
    words,
    counts: countsIn(plan.topic).filter((count) => count <= mostCounted),
    counted: countedThings(plan.topic),
    kind,
    akin: kindsLike(kind),
    found: new Map(found.map((each, rank) => [each.passage.id, foundPlace(each, rank, vector)])),
    latest: plan.scope.kind === 'open' ? (documents.at(-1)?.id ?? null) : null,
    gaps: gapsOf(ranked),
    tense: askedTense(plan.question),
  };
}

/** Sentences further from the best than this, or not ranked, are all alike. */
const widestGap = 4;

function gapsOf(ranked: readonly RankedSentence[]): Asked['gaps'] {
  const best = ranked[0]?.score ?? 0;
  const gaps = new Map<Passage['id'], Map<number, number>>();
  for (const { passage, at, score } of ranked) {
    const known = gaps.get(passage.id) ?? new Map<number, number>();
    gaps.set(passage.id, known.set(at, Math.min(widestGap, best - score)));
  }
  return gaps;
}

const ahead =
  /\b(?:will|going to|gonna|plan(?:s|ned|ning)? to|intend\w*|promis\w*|commit\w*|pledg\w*|actions?|steps|how (?:would|are)|would)\b/i;
const behind =
  /\b(?:been (?:done|made|put|delivered)|(?<!be(?:ing)? )done|achiev\w*|progress|so far|already|changed|happened|(?:have|has|['’]ve) (?:we|they|you|officers?|the met|it))\b/i;

function askedTense(question: string): Asked['tense'] {
  if (behind.test(question)) return 'past';
  return ahead.test(question) ? 'future' : null;
}

/** A larger number in a question is a year or a figure. */
const mostCounted = 12;

/** Nouns that say nothing of what is listed. */
const general =
  /^(?:things?|bits?|points?|ones?|ways?|parts?|items?|examples?|lots?|sorts?|kinds?|types?|sets?|details?|steps?|headings?|others?|people|officers?|londoners|us|was|is|does|has|this|its|his|ours|theirs|yes|as|mets|less|across|plans?|mps|strateg(?:y|ies)|documents?|words?)$/i;

/** The plural noun that follows the question word, a number or `list`: `which enabling priorities …` → the stem of priorities. */
function askedKindOfThing(topic: string): string | null {
  const plain = topic.replaceAll(/['’]s\b/gu, '');
  const words = plain.match(/[\p{L}-]+/gu) ?? [];
  const noun = words
    .slice(0, nearQuestion)
    .find((word) => /[^s]s$|criteria|people$/i.test(word) && !general.test(word));
  return noun === undefined ? null : (terms(noun)[0] ?? null);
}

/** Kinds of stated things that people take for one another, by their stems. */
const families = [
  'priorities objectives aims goals pillars themes ambitions outcomes strands focus',
  'measures kpis indicators yardsticks tests criteria metrics targets benchmarks',
  'values principles qualities behaviours virtues',
  'commitments promises pledges undertakings',
  'lessons learnings takeaways',
  'groups communities audiences',
  'partners partnerships bodies agencies organisations',
  'challenges problems pressures threats issues',
].map((words) => [...new Set(terms(words))]);

/** Stems of the kinds of stated things that people take for this one, itself among them; none where there is no such family. */
export function kindsLike(kind: string | null): readonly string[] {
  return kind === null ? [] : families.filter((family) => family.includes(kind)).flat();
}

/** The noun stands among so many first words of the topic. */
const nearQuestion = 9;

/** Written out, not joined: some hundred records of thirty numbers are made for a question, and joining them took most of its time. */
function featuresOf(list: StatedList, asked: Asked, firstInline: StatedList | undefined): ListFeatures {
  const read = readList(list);
  const { wording } = read;
  const named = asked.kind !== null && read.intro.has(asked.kind);
  const akin = !named && asked.akin.some((kind) => read.intro.has(kind));
  const shares = sharesOf(asked.words, read, akin ? asked.kind : null);
  const meaning = meaningOf(list, read, asked);
  const count = countOf(list, read, asked);
  return {
    lead: meaning.lead,
    bestItem: meaning.bestItem,
    meanItem: meaning.meanItem,
    known: meaning.known,
    knownMean: meaning.knownMean,
    context: meaning.context,
    passage: meaning.passage,
    inlineGap: meaning.inlineGap,
    introWords: shares.intro,
    itemWords: shares.items,
    allWords: shares.all,
    introFit: Math.max(...read.titles.map((title) => fitOf(title, asked.words))),
    kindNamed: Number(named),
    kindMissing: Number(asked.kind !== null && !read.intro.has(asked.kind) && !read.items.has(asked.kind)),
    place: meaning.place,
    counted: count.counted,
    miscounted: count.miscounted,
    saysCount: count.saysCount,
    saysWhat: count.saysWhat,
    announced: wording.announced,
    leadIns: wording.leadIns,
    row: wording.row,
    column: wording.column,
    inline: wording.inline,
    inlineFirst: Number(list === firstInline),
    clauses: wording.clauses,
    pastWanted: asked.tense === 'past' ? read.past : 0,
    pastUnwanted: asked.tense === 'future' ? read.past : 0,
    many: wording.many,
    pair: wording.pair,
    latest: Number(asked.latest !== null && list.items[0]?.name.passage.documentId === asked.latest),
  };
}

/** What a list is like none of whose sentences was found, but for its form. */
const unfound = { lead: 0, bestItem: 0, meanItem: 0, known: 0, knownMean: 0, context: 0, passage: 0, place: 0 };

function meaningOf({ form }: StatedList, { lead, names }: ReadList, { found, gaps }: Asked) {
  const inList = (places: readonly SentencePlace[]): PlaceFound[] =>
    places.flatMap(({ passage, at }) => {
      const near = found.get(passage);
      return near ? { ...near, at } : [];
    });
  const items = inList(names);
  const [first] = inList(lead ? [lead] : []);
  const all = first ? [first, ...items] : items;
  const inlineGap = form === 'inline' ? gapOf(items, gaps) : 0;
  if (all.length === 0) return { inlineGap, ...unfound };
  const own = items.map(ofSentence);
  const known = all.map(({ likeness, at }) => likeness[at] ?? 0);
  return {
    inlineGap,
    lead: first ? ofSentence(first) : 0,
    bestItem: Math.max(0, ...own),
    meanItem: meanOf(own),
    known: Math.max(0, ...known),
    knownMean: meanOf(known),
    context: Math.max(0, ...all.map(({ cosines, at }) => cosines.contextCosines[at] ?? 0)),
    passage: Math.max(0, ...all.map(({ cosines }) => cosines.cosines[0] ?? 0)),
    place: 1 / (1 + Math.min(...all.map(({ rank }) => rank)) / 3),
  };
}

/** A sentence of a passage found. */
interface PlaceFound extends FoundPlace {
  readonly at: number;
}

/** Cosine with the sentence. */
function ofSentence({ cosines, at }: PlaceFound): number {
  return cosines.cosines[at + 1] ?? 0;
}

function gapOf(places: readonly PlaceFound[], gaps: Asked['gaps']): number {
  return Math.min(widestGap, ...places.map(({ passage, at }) => gaps.get(passage.id)?.get(at) ?? widestGap));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Of a question that names no number of things. */
const uncounted = { counted: 0, miscounted: 0, saysCount: 0, saysWhat: 0 };

function countOf({ items }: StatedList, read: ReadList, { counts, counted }: Asked) {
  if (counts.length === 0) return uncounted;
  const isCounted = counts.includes(items.length);
  return {
    counted: Number(isCounted),
    miscounted: Number(!isCounted),
    saysCount: Number(read.counts.some((count) => counts.includes(count))),
    saysWhat: sharedThings(counted, read.counted),
  };
}

/** How far a word like the one looked for stands for it. */
const akinWeight = 0.7;

/**
 * Share of the words looked for, by their weight, in a list's introduction, in its items and in either.
 * @param akin a word in whose place the introduction holds one like it.
 */
function sharesOf(asked: ReadonlyMap<string, number>, { intro, items }: ReadList, akin: string | null) {
  let total = 0;
  const held = { intro: 0, items: 0, all: 0 };
  for (const [term, weight] of asked) {
    const inIntro = intro.has(term);
    const inItems = items.has(term);
    const instead = term === akin ? akinWeight * weight : 0;
    total += weight;
    held.intro += inIntro ? weight : instead;
    held.items += inItems ? weight : 0;
    held.all += inIntro || inItems ? weight : instead;
  }
  if (total === 0) return held;
  return { intro: held.intro / total, items: held.items / total, all: held.all / total };
}

/** Share of a title's own terms that are looked for. */
function fitOf(title: ReadonlySet<string>, asked: ReadonlyMap<string, number>): number {
  let found = 0;
  for (const term of title) if (asked.has(term)) found += 1;
  return title.size === 0 ? 0 : found / title.size;
}
