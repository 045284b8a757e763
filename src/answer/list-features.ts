// What speaks for a stated list as the one asked for: each feature is one number; how much each counts is fitted.
import type { DocumentId } from '../domain/ids.ts';
import type { Plan } from '../domain/plan.ts';
import type { IndexedPassage, TermStatistics } from '../ports.ts';
import { inverseFrequency } from '../text/rarity.ts';
import { terms } from '../text/tokens.ts';
import { dot } from '../text/vectors.ts';
import type { FoundPassage } from './features.ts';
import { countsIn } from './list-counts.ts';
import type { StatedList } from './lists.ts';
import { textOf } from './quotation.ts';
import type { Quotation } from './quotation.ts';

export const listFeatureNames = [
  'lead', // cosine with the words that introduce it
  'loose', // nothing introduces it, or nothing that was found
  'bestItem', // best cosine of an item
  'meanItem', // mean cosine of its items, as far as they were found
  'context', // best cosine of one of its sentences between its neighbours
  'passage', // best cosine of a passage that it stands in
  'introWords', // share of the words looked for, by rarity, in its introduction and headings
  'itemWords', // … in its items
  'allWords', // … in either
  'kindNamed', // the kind of thing asked for (priorities, values …) is named in its introduction or heading
  'kindMissing', // … and is not
  'place', // how early retrieval put one of its passages
  'counted', // has as many items as are asked for
  'miscounted',
  'saysCount', // its introduction speaks of that many
  'announced', // its introduction ends in a colon
  'headings',
  'paragraphs',
  'leadIns',
  'row',
  'column',
  'inline',
  'figures',
  'many', // more than nine items
  'pair', // only two
  'latest', // of the latest document, where the question names none
  'none', // no list at all: single sentences answer
] as const;
export type ListFeatureName = (typeof listFeatureNames)[number];
export type ListFeatures = Readonly<Record<ListFeatureName, number>>;

const zero: ListFeatures = Object.freeze(
  listFeatureNames.reduce<Partial<Record<ListFeatureName, number>>>((all, name) => ({ ...all, [name]: 0 }), {}),
) as ListFeatures;

/** The row that stands for an answer of single sentences. */
export const noList: ListFeatures = { ...zero, none: 1 };

export interface ListContext {
  readonly plan: Plan;
  readonly vector: Float32Array | null;
  /** Best first. */
  readonly found: readonly FoundPassage[];
  readonly statistics: TermStatistics;
  /** The latest document that was searched. */
  readonly latest: DocumentId | null;
}

/** Features of lists in the light of one question. */
export function listFeatures(lists: readonly StatedList[], context: ListContext): ListFeatures[] {
  const asked = askedOf(context);
  return lists.map((list) => featuresOf(list, asked));
}

interface Asked {
  readonly words: ReadonlyMap<string, number>;
  readonly counts: readonly number[];
  /** Stem of the kind of thing asked for; null where the wording names none. */
  readonly kind: string | null;
  readonly vector: Float32Array | null;
  readonly passages: ReadonlyMap<string, { readonly passage: IndexedPassage; readonly rank: number }>;
  readonly latest: DocumentId | null;
}

/** Words below this weight are too far from the asker's own to tell lists apart. */
const leastWeight = 0.35;

function askedOf({ plan, vector, found, statistics, latest }: ListContext): Asked {
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
    latest: plan.scope.kind === 'open' ? latest : null,
  };
}

/** A larger number in a question is a year or a figure. */
const mostCounted = 12;

/** Nouns that say nothing of what is listed. */
const general =
  /^(?:things?|bits?|points?|ones?|ways?|parts?|items?|examples?|lots?|sorts?|kinds?|types?|sets?|details?|steps?|headings?|others?|people|officers?|londoners|us|was|is|does|has|this|its|his|ours|theirs|yes|as|mets|less|across|plans?|mps|strateg(?:y|ies)|documents?|words?)$/iu;

/** The plural noun that follows the question word, a number or `list`: `which enabling priorities …` → the stem of priorities. */
export function askedKindOfThing(topic: string): string | null {
  const plain = topic.replaceAll(/['’]s\b/gu, '');
  const words = plain.match(/[\p{L}-]+/gu) ?? [];
  const noun = words.slice(0, nearQuestion).find((word) => /[^s]s$|criteria|people$/iu.test(word) && !general.test(word));
  return noun === undefined ? null : (terms(noun)[0] ?? null);
}

/** The noun stands among so many first words of the topic. */
const nearQuestion = 9;

function featuresOf(list: StatedList, asked: Asked): ListFeatures {
  const intro = [list.lead ? textOf(list.lead) : '', ...list.path.slice(-2)].join(' ');
  const introTerms = new Set(terms(intro));
  const itemTerms = new Set(list.items.flatMap(({ whole }) => terms(textOf(whole))));
  const held = { intro: introTerms, items: itemTerms, all: new Set([...introTerms, ...itemTerms]) };
  const named = asked.kind !== null && introTerms.has(asked.kind);
  return {
    ...zero,
    ...meaningOf(list, asked),
    introWords: share(asked.words, held.intro),
    itemWords: share(asked.words, held.items),
    allWords: share(asked.words, held.all),
    kindNamed: Number(named),
    kindMissing: Number(asked.kind !== null && !held.all.has(asked.kind)),
    ...countOf(list, intro, asked.counts),
    ...formOf(list),
    latest: Number(asked.latest !== null && list.items[0]?.name.passage.documentId === asked.latest),
  };
}

function meaningOf(list: StatedList, { vector, passages }: Asked) {
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
  return {
    lead: lead ? cosine(lead.passage.sentenceVectors[lead.at]) : 0,
    loose: Number(!lead),
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

function formOf({ form, lead, items }: StatedList) {
  const is = (other: StatedList['form']): number => Number(form === other);
  return {
    announced: Number(lead !== null && /:\s*$/u.test(textOf(lead))),
    headings: is('headings'),
    paragraphs: is('paragraphs'),
    leadIns: is('lead-ins'),
    row: is('row'),
    column: is('column'),
    inline: is('inline'),
    figures: is('figures'),
    many: Number(items.length > 9),
    pair: Number(items.length === 2),
  };
}

function share(asked: ReadonlyMap<string, number>, held: ReadonlySet<string>): number {
  let total = 0;
  let found = 0;
  for (const [term, weight] of asked) {
    total += weight;
    if (held.has(term)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}
