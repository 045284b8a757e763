// What speaks for a stated list as the one asked for: each feature is one number; how much each counts is fitted.
import type { DocumentDescription } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { Plan } from '../domain/plan.ts';
import type { IndexedPassage, TermStatistics } from '../ports.ts';
import { inverseFrequency } from '../text/rarity.ts';
import { terms } from '../text/tokens.ts';
import { dot } from '../text/vectors.ts';
import type { FoundPassage } from './features.ts';
import type { RankedSentence } from './rank.ts';
import { countsIn } from './list-counts.ts';
import type { StatedList } from './stated-list.ts';
import { textOf } from './quotation.ts';
import type { Quotation } from './quotation.ts';

export const listFeatureNames = [
  'lead', // cosine with the words that introduce it
  'bestItem', // best cosine of an item
  'meanItem', // mean cosine of its items, as far as they were found
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
  const rows = lists.map((list) => ({ ...featuresOf(list, asked), inlineFirst: Number(list === firstInline) }));
  return { lists: rows, none: { none: 1 } };
}

interface Asked {
  readonly words: ReadonlyMap<string, number>;
  readonly counts: readonly number[];
  /** Stem of the kind of thing asked for; null where the wording names none. */
  readonly kind: string | null;
  readonly vector: Float32Array | null;
  readonly passages: ReadonlyMap<string, { readonly passage: IndexedPassage; readonly rank: number }>;
  readonly latest: DocumentId | null;
  /** By how much each ranked sentence falls short of the best, by its passage and place in it. */
  readonly gaps: ReadonlyMap<string, number>;
  readonly tense: 'past' | 'future' | null;
}

/** Words below this weight are too far from the asker's own to tell lists apart. */
const leastWeight = 0.35;

function askedOf({ plan, vector, found, ranked, statistics, documents }: ListContext): Asked {
  const best = ranked[0]?.score ?? 0;
  const words = new Map(
    plan.terms
      .filter(({ term, weight }) => weight >= leastWeight && !/^\d+$/u.test(term))
      .map(({ term, weight }) => [
        term,
        weight * inverseFrequency(statistics.sentenceFrequency.get(term) ?? 0, statistics.sentences),
      ]),
  );
  return {
    words,
    counts: countsIn(plan.topic).filter((count) => count <= mostCounted),
    kind: askedKindOfThing(plan.topic),
    vector,
    passages: new Map(found.map(({ passage }, rank) => [passage.id, { passage, rank }])),
    latest: plan.scope.kind === 'open' ? (documents.at(-1)?.id ?? null) : null,
    gaps: new Map(
      ranked.map(({ passage, at, score }) => [placeKey(passage.id, at), Math.min(widestGap, best - score)]),
    ),
    tense: askedTense(plan.question),
  };
}

/** Sentences further from the best than this, or not ranked, are all alike. */
const widestGap = 4;

function placeKey(passage: string, at: number): string {
  return `${passage} ${at}`;
}

const ahead =
  /\b(?:will|going to|gonna|plan(?:s|ned|ning)? to|intend\w*|promis\w*|commit\w*|pledg\w*|actions?|steps|how (?:would|are)|would)\b/iu;
const behind =
  /\b(?:been (?:done|made|put|delivered)|(?<!be(?:ing)? )done|achiev\w*|progress|so far|already|changed|happened|(?:have|has|['’]ve) (?:we|they|you|officers?|the met|it))\b/iu;

function askedTense(question: string): Asked['tense'] {
  if (behind.test(question)) return 'past';
  return ahead.test(question) ? 'future' : null;
}

const done =
  /\b(?:we['’]ve|(?:have|has) (?:now |also |already )?(?:been |had )?\w+(?:ed|n|t)\b|(?:was|were) \w+ed)|^(?:we )?(?:launched|issued|replaced|trained|introduced|implemented|outlined|started|carried out|reduced|producing|achieving)\b/iu;

function pastShare({ items }: StatedList): number {
  return items.filter(({ whole }) => done.test(textOf(whole))).length / items.length;
}

/** A larger number in a question is a year or a figure. */
const mostCounted = 12;

/** Nouns that say nothing of what is listed. */
const general =
  /^(?:things?|bits?|points?|ones?|ways?|parts?|items?|examples?|lots?|sorts?|kinds?|types?|sets?|details?|steps?|headings?|others?|people|officers?|londoners|us|was|is|does|has|this|its|his|ours|theirs|yes|as|mets|less|across|plans?|mps|strateg(?:y|ies)|documents?|words?)$/iu;

/** The plural noun that follows the question word, a number or `list`: `which enabling priorities …` → the stem of priorities. */
function askedKindOfThing(topic: string): string | null {
  const plain = topic.replaceAll(/['’]s\b/gu, '');
  const words = plain.match(/[\p{L}-]+/gu) ?? [];
  const noun = words
    .slice(0, nearQuestion)
    .find((word) => /[^s]s$|criteria|people$/iu.test(word) && !general.test(word));
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

function kindsLike(kind: string | null): readonly string[] {
  return kind === null ? [] : families.filter((family) => family.includes(kind)).flat();
}

/** The noun stands among so many first words of the topic. */
const nearQuestion = 9;

function featuresOf(list: StatedList, asked: Asked): ListFeatures {
  const intro = [list.lead, list.within]
    .map((part) => (part ? textOf(part) : ''))
    .concat(list.path.slice(-2))
    .join(' ');
  const introTerms = new Set(terms(intro));
  const itemTerms = new Set(list.items.flatMap(({ whole }) => terms(textOf(whole))));
  const held = { intro: introTerms, items: itemTerms, all: new Set([...introTerms, ...itemTerms]) };
  const named = asked.kind !== null && introTerms.has(asked.kind);
  const akin = !named && kindsLike(asked.kind).some((kind) => introTerms.has(kind));
  return {
    ...meaningOf(list, asked),
    introWords: share(asked.words, held.intro, akin ? asked.kind : null),
    itemWords: share(asked.words, held.items),
    allWords: share(asked.words, held.all, akin ? asked.kind : null),
    introFit: Math.max(
      ...[list.path.at(-1), list.lead && textOf(list.lead)].map((text) => fitOf(text ?? '', asked.words)),
    ),
    kindNamed: Number(named),
    kindMissing: Number(asked.kind !== null && !held.all.has(asked.kind)),
    ...countOf(list, intro, asked.counts),
    ...formOf(list),
    pastWanted: asked.tense === 'past' ? pastShare(list) : 0,
    pastUnwanted: asked.tense === 'future' ? pastShare(list) : 0,
    latest: Number(asked.latest !== null && list.items[0]?.name.passage.documentId === asked.latest),
  };
}

function meaningOf(list: StatedList, { vector, passages, gaps }: Asked) {
  const found = (quotation: Quotation) => {
    const entry = passages.get(quotation.passage.id);
    const at = entry?.passage.sentences.findIndex(({ start, end }) => start <= quotation.start && quotation.end <= end);
    return entry && at !== undefined && at >= 0 ? { ...entry, at } : null;
  };
  const cosine = (other: Float32Array | undefined): number => (vector && other ? dot(vector, other) : 0);
  const lead = list.lead ? found(list.lead) : null;
  const items = list.items.flatMap(({ name }) => found(name) ?? []);
  const own = items.map(({ passage, at }) => cosine(passage.sentenceVectors[at]));
  const all = lead ? [lead, ...items] : items;
  const gap = Math.min(...items.map(({ passage, at }) => gaps.get(placeKey(passage.id, at)) ?? widestGap), widestGap);
  return {
    inlineGap: list.form === 'inline' ? gap : 0,
    lead: lead ? cosine(lead.passage.sentenceVectors[lead.at]) : 0,
    bestItem: Math.max(0, ...own),
    meanItem: own.length === 0 ? 0 : own.reduce((sum, value) => sum + value, 0) / own.length,
    context: Math.max(0, ...all.map(({ passage, at }) => cosine(passage.contextVectors[at]))),
    passage: Math.max(0, ...all.map(({ passage }) => cosine(passage.vector))),
    place: all.length === 0 ? 0 : 1 / (1 + Math.min(...all.map(({ rank }) => rank)) / 3),
  };
}

function countOf(list: StatedList, intro: string, counts: readonly number[]) {
  if (counts.length === 0) return {};
  const isCounted = counts.includes(list.items.length);
  return {
    counted: Number(isCounted),
    miscounted: Number(!isCounted),
    saysCount: Number(countsIn(intro).some((count) => counts.includes(count))),
  };
}

/** Words of a part beyond which it is no name, and from which it is surely a clause. */
const nameWords = 3;
const clauseWords = 9;

function clauseShare({ items }: StatedList): number {
  const mean = items.reduce((sum, { name }) => sum + textOf(name).split(/\s+/u).length, 0) / items.length;
  return Math.min(1, Math.max(0, (mean - nameWords) / (clauseWords - nameWords)));
}

function formOf(list: StatedList) {
  const { form, lead, items } = list;
  const is = (other: StatedList['form']): number => Number(form === other);
  return {
    announced: Number(lead !== null && /:\s*$/u.test(textOf(lead))),
    leadIns: is('lead-ins'),
    row: is('row'),
    column: is('column'),
    inline: is('inline'),
    clauses: form === 'inline' ? clauseShare(list) : 0,
    many: Number(items.length > 9),
    pair: Number(items.length === 2),
  };
}

/** How far a word like the one looked for stands for it. */
const akinWeight = 0.7;

/** @param akin a word in whose place one like it is held. */
function share(asked: ReadonlyMap<string, number>, held: ReadonlySet<string>, akin: string | null = null): number {
  let total = 0;
  let found = 0;
  for (const [term, weight] of asked) {
    total += weight;
    if (held.has(term)) found += weight;
    else if (term === akin) found += akinWeight * weight;
  }
  return total === 0 ? 0 : found / total;
}

/** Share of the text's own terms that are looked for. */
function fitOf(text: string, asked: ReadonlyMap<string, number>): number {
  const own = new Set(terms(text));
  return own.size === 0 ? 0 : [...own].filter((term) => asked.has(term)).length / own.size;
}
