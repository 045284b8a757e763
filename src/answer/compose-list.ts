// A stated list whole: every item quoted, in the document's order, under the words that introduce it.
import type { Passage } from '../domain/passage.ts';
import type { DocumentId, PassageId } from '../domain/ids.ts';
import { terms } from '../text/tokens.ts';
import { dot } from '../text/vectors.ts';
import { composeFact } from './compose-fact.ts';
import { statedLists } from './lists.ts';
import type { StatedList } from './lists.ts';
import { quote, textOf, words } from './quotation.ts';
import type { Paragraph, Quotation } from './quotation.ts';
import type { Composed, ComposeRequest } from './request.ts';

/** By hand on the tuning questions: what each clue is worth. */
const worth = {
  lead: 1.6,
  items: 0.8,
  words: 1.6,
  itemWords: 0.5,
  place: 0.8,
  count: 0.7,
  miscount: -0.5,
  loose: -0.15,
};
/** A list below this is about something else; single sentences answer better. */
const least = 1.75;

export interface ScoredList {
  readonly list: StatedList;
  readonly score: number;
}

export function composeList(request: ComposeRequest): Composed | null {
  const [best] = rankLists(request);
  if (!best || best.score < least) return composeFact({ ...request, plan: { ...request.plan, intent: 'fact' } });
  return {
    paragraphs: [...introduction(best.list), ...best.list.items.map((item): Paragraph => [words('- '), quote(item.name)])],
  };
}

function introduction({ lead, path }: StatedList): Paragraph[] {
  if (lead) return [[quote(lead)]];
  const heading = path.at(-1);
  return heading === undefined ? [] : [[words('Under its heading:')]];
}

/** Lists of the documents meant, the one most likely asked for first. */
function rankLists(request: ComposeRequest): ScoredList[] {
  const byDocument = new Map<DocumentId, Passage[]>();
  const eligible = new Set(request.ranked.map((sentence) => sentence.passage.documentId));
  for (const passage of request.surroundings) {
    if (eligible.has(passage.documentId))
      byDocument.set(passage.documentId, [...(byDocument.get(passage.documentId) ?? []), passage]);
  }
  const clues = cluesOf(request);
  return [...byDocument.values()]
    .flatMap(statedLists)
    .filter(({ items }) => items.length <= 14)
    .map((list) => ({ list, score: scoreOf(list, clues) }))
    .toSorted(
      (one, other) => other.score - one.score || (one.list.items[0]?.name.start ?? 0) - (other.list.items[0]?.name.start ?? 0),
    );
}

interface Clues {
  readonly asked: ReadonlyMap<string, number>;
  readonly count: number | null;
  readonly rank: ReadonlyMap<PassageId, number>;
  /** Cosine of the question with a sentence, by document and place; 0 where it was not found. */
  readonly similarity: (quotation: Quotation) => number;
}

function cluesOf({ plan, found, vector, statistics }: ComposeRequest): Clues {
  const rarity = (term: string): number =>
    Math.log(1 + statistics.sentences / (1 + (statistics.sentenceFrequency.get(term) ?? 0)));
  const asked = new Map(
    plan.terms
      .filter((term) => term.weight >= 0.35 && !/^\d+$/u.test(term.term))
      .map(({ term, weight }) => [term, weight * rarity(term)]),
  );
  const rank = new Map(found.map(({ passage }, at) => [passage.id, at]));
  const similarity = (quotation: Quotation): number => {
    const entry = found.find(({ passage }) => passage.id === quotation.passage.id)?.passage;
    if (!entry || !vector) return 0;
    const at = entry.sentences.findIndex(
      (sentence) => sentence.start <= quotation.start && quotation.end <= sentence.end,
    );
    const own = entry.sentenceVectors[at];
    return own ? dot(vector, own) : 0;
  };
  return { asked, count: askedCount(plan.question), rank, similarity };
}

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `What are the five …` → 5. */
function askedCount(question: string): number | null {
  const match =
    /\b(?:(\d{1,2})|(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b(?!\s?(?:%|years?|months?|days?))/iu.exec(
      question,
    );
  if (!match) return null;
  const count = match[1] === undefined ? numbers.indexOf((match[2] ?? '').toLowerCase()) : Number(match[1]);
  return count >= 2 && count <= 14 ? count : null;
}

function scoreOf(list: StatedList, { asked, count, rank, similarity }: Clues): number {
  const introducing = [list.lead ? textOf(list.lead) : '', ...list.path.slice(-2)].join(' ');
  const names = list.items.map(({ name }) => name);
  const items = names.map(similarity).toSorted((one, other) => other - one);
  const firstRank = Math.min(
    ...[...names, ...(list.lead ? [list.lead] : [])].map(({ passage }) => rank.get(passage.id) ?? Infinity),
  );
  const counted = count === null ? 0 : count === list.items.length ? worth.count : worth.miscount;
  return (
    worth.lead * (list.lead ? similarity(list.lead) : 0.25) +
    worth.items * (((items[0] ?? 0) + (items[1] ?? 0)) / 2) +
    worth.words * share(asked, introducing) +
    worth.itemWords * share(asked, names.map(textOf).join(' ')) +
    worth.place / (1 + firstRank / 3) +
    counted +
    (list.lead ? 0 : worth.loose)
  );
}

function share(asked: ReadonlyMap<string, number>, text: string): number {
  const held = new Set(terms(text));
  let total = 0;
  let found = 0;
  for (const [term, weight] of asked) {
    total += weight;
    if (held.has(term)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}
