// A summary of a document or a topic: four to seven quoted points of different places, in the order of the text.
import type { DocumentId } from '../../domain/ids.ts';
import type { StatedKind } from '../../domain/insight.ts';
import type { Passage, SentenceKind } from '../../domain/passage.ts';
import { wholeDocument } from '../../domain/plan.ts';
import { sentencesWithin } from '../documents/by-document.ts';
import type { ComparedSentence } from '../documents/by-document.ts';
import { conceptCoverageOf, namedConcepts } from '../rank/concept-coverage.ts';
import { readPassage } from '../rank/read-passage.ts';
import { point, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { overlap, toQuotation } from '../rank/select.ts';
import { promisedBy } from '../rank/promised.ts';
import { quotedSets } from '../documents/stated-sets.ts';
import type { QuotedSet } from '../documents/stated-sets.ts';
import { setParagraphs } from '../documents/write-sets.ts';

const points = { fewest: 4, most: 6, ofPassage: 2, besideStated: 3 };
/** A sentence that says what a chosen one says adds nothing: shared stems over the shorter one's. */
const alike = 0.55;
/** A point is dropped when its score is this far below the best; of the first few, twice as far. */
const margin = 3.5;
/** Worth of a heading that names the topic, for what stands under it is the document's own account of it. */
const headed = 1.5;

export function composeSummary(request: ComposeRequest): Composed | null {
  const best = request.ranked[0];
  if (!best) return null;
  const { documentId } = best.passage;
  const ranked = sentencesWithin(documentId, request).filter(isStatement);
  if (request.plan.topic === wholeDocument) return ofWhole(documentId, ranked, request);
  const chosen = chosenSentences(underHeadings(ranked, request));
  return chosen.length === 0 ? null : bulleted(inTextOrder(chosen));
}

/** What the document states as its own aims, then its best statements of chapters that hold none of them: what it promises, where it promises. */
function ofWhole(
  documentId: DocumentId,
  ranked: readonly ComparedSentence[],
  request: ComposeRequest,
): Composed | null {
  const sets = gist(quotedSets(documentId, request));
  const partOf = partsOf(ranked);
  const told = new Set(sets.flatMap(({ items }) => items.map(({ passage }) => partOf(passage))));
  const others = ranked.filter(({ passage, quote: text }) => !told.has(partOf(passage)) && standsAlone(text));
  const isPromised = promisedBy(request.commitments);
  const promises = others.filter(({ sentence }) => isPromised(documentId, sentence));
  const most = Math.max(points.besideStated, points.most - sets.length);
  const chosen = spread(promises.length >= most ? promises : others, most);
  if (sets.length === 0 && chosen.length === 0) return null;
  const besides: Paragraph[] = sets.length > 0 && chosen.length > 0 ? [[words('It also says:')]] : [];
  return { paragraphs: [...sets.flatMap(setParagraphs), ...besides, ...bulleted(inTextOrder(chosen)).paragraphs] };
}

/** Whether a sentence can be understood without the one before it, and is one. */
export function standsAlone(text: string): boolean {
  return /^["“'‘*]*\p{Lu}/u.test(text) && /[.!?]["”'’*]*$/u.test(text.trim()) && !leaning.test(text);
}

/** Openings that point back. */
const leaning =
  /^\W*(?:this|that|these|those|it|its|they|their|he|she|such|but|and|so|or|however|also|similarly|likewise|equally|meanwhile|moreover|furthermore|overall|by contrast|in turn|therefore|secondly|thirdly|finally|then|instead|there|here|as a result|in addition|in short|together|both)\b/i;

/** Kinds that tell what a document is about, in the order in which they are told; principles and values only where it states no ends. */
const ends: readonly StatedKind[] = ['mission', 'vision', 'priorities', 'objectives', 'targets', 'outcomes'];
const ways: readonly StatedKind[] = ['mission', 'vision', 'principles', 'values'];
const mostSets = 4;

function gist(sets: readonly QuotedSet[]): QuotedSet[] {
  const order = sets.some(({ kind, items }) => ends.includes(kind) && items.length > 1) ? ends : ways;
  return sets
    .filter(({ kind }) => order.includes(kind))
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    .slice(0, mostSets);
}

function inTextOrder(chosen: readonly ComparedSentence[]): Quotation[] {
  return chosen.toSorted((one, other) => one.sentence.start - other.sentence.start).map(toQuotation);
}

function bulleted(quotations: readonly Quotation[]): Composed {
  return { paragraphs: quotations.map(point) };
}

export function isStatement({ sentence, compared }: ComparedSentence): boolean {
  return !unsaying.has(sentence.kind) && compared.scrap === 0;
}

/** Kinds that tell nothing by themselves: titles, what only leads to a list, and the cells of a table in a row. */
const unsaying: ReadonlySet<SentenceKind> = new Set<SentenceKind>(['heading', 'lead-in', 'row']);

/** Sentences with what their headings are worth added. */
function underHeadings(ranked: readonly ComparedSentence[], { plan, statistics }: ComposeRequest): ComparedSentence[] {
  const coverage = conceptCoverageOf(namedConcepts(plan), statistics);
  return ranked
    .map((each) => ({ ...each, score: each.score + headed * coverage(readPassage(each.passage).headings) }))
    .toSorted((one, other) => other.score - one.score);
}

/** The best sentences that say different things, not too many of one passage. */
export function chosenSentences(ranked: readonly ComparedSentence[]): ComparedSentence[] {
  const chosen: ComparedSentence[] = [];
  const best = ranked[0]?.score ?? 0;
  for (const candidate of ranked) {
    const below = best - candidate.score;
    if (chosen.length >= points.most || below > (chosen.length < points.fewest ? 2 * margin : margin)) break;
    const fromSame = chosen.filter((other) => other.passage.id === candidate.passage.id).length;
    if (fromSame < points.ofPassage && !chosen.some((other) => overlap(other, candidate) > alike))
      chosen.push(candidate);
  }
  return chosen;
}

/** With fewer chapters than this, a document is summed up passage by passage. */
const fewestChapters = 4;

/** What a place of a document belongs to: its chapter, or its passage where there are too few chapters to tell places apart. */
function partsOf(ranked: readonly ComparedSentence[]): (passage: Passage) => string {
  const chapterOf = ({ section }: Passage): string => section[0] ?? '';
  const chapters = new Set(ranked.map(({ passage }) => chapterOf(passage))).size;
  return chapters < fewestChapters ? ({ id }) => id : chapterOf;
}

/** The best sentence of each part, of the parts that hold the best. */
function spread(ranked: readonly ComparedSentence[], most: number): ComparedSentence[] {
  const partOf = partsOf(ranked);
  const chosen: ComparedSentence[] = [];
  for (const candidate of ranked) {
    if (chosen.length >= most) break;
    const isNew = !chosen.some(
      (other) => partOf(other.passage) === partOf(candidate.passage) || overlap(other, candidate) > alike,
    );
    if (isNew) chosen.push(candidate);
  }
  return chosen;
}
