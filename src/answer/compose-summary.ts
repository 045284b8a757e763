// A summary of a document or a topic: four to seven quoted points of different places, in the order of the text.
import { wholeDocument } from '../domain/plan.ts';
import { sentencesWithin } from './by-document.ts';
import type { ComparedSentence } from './by-document.ts';
import { conceptCoverageOf, namedConcepts } from './concept-coverage.ts';
import { readPassage } from './read-passage.ts';
import { quote, words } from './quotation.ts';
import type { Paragraph, Quotation } from './quotation.ts';
import type { Composed, ComposeRequest } from './request.ts';
import { overlap, toQuotation } from './select.ts';
import { askedSet, statedSets } from './stated-sets.ts';

const points = { fewest: 4, most: 6, ofPassage: 2 };
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
  const name = askedSet(request.plan);
  const sets = name === null ? [] : statedSets(name, documentId, request);
  const isWhole = request.plan.topic === wholeDocument;
  if (sets.length > 0 && !isWhole)
    return bulleted(sets.flatMap(({ name: lead, items }) => [...(lead ? [lead] : []), ...items]));
  const ranked = sentencesWithin(documentId, request).filter(isStatement);
  const chosen = isWhole ? spread(ranked) : choose(underHeadings(ranked, request));
  const inOrder = chosen.toSorted((one, other) => one.sentence.start - other.sentence.start);
  return inOrder.length === 0 ? null : bulleted(inOrder.map(toQuotation));
}

function bulleted(quotations: readonly Quotation[]): Composed {
  return { paragraphs: quotations.map((each): Paragraph => [words('- '), quote(each)]) };
}

function isStatement({ sentence, compared }: ComparedSentence): boolean {
  return sentence.kind !== 'heading' && sentence.kind !== 'lead-in' && compared.scrap === 0;
}

/** Sentences with what their headings are worth added. */
function underHeadings(ranked: readonly ComparedSentence[], { plan, statistics }: ComposeRequest): ComparedSentence[] {
  const coverage = conceptCoverageOf(namedConcepts(plan), statistics);
  return ranked
    .map((each) => ({ ...each, score: each.score + headed * coverage(readPassage(each.passage).headings) }))
    .toSorted((one, other) => other.score - one.score);
}

/** The best sentences that say different things, not too many of one passage. */
function choose(ranked: readonly ComparedSentence[]): ComparedSentence[] {
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

/** The best sentence of each chapter, of the chapters that hold the best. */
function spread(ranked: readonly ComparedSentence[]): ComparedSentence[] {
  const chapterOf = ({ passage }: ComparedSentence): string => passage.section[0] ?? '';
  const chapters = new Set(ranked.map(chapterOf)).size;
  const partOf = chapters < fewestChapters ? ({ passage }: ComparedSentence): string => passage.id : chapterOf;
  const chosen: ComparedSentence[] = [];
  for (const candidate of ranked) {
    if (chosen.length >= points.most) break;
    const isNew = !chosen.some((other) => partOf(other) === partOf(candidate) || overlap(other, candidate) > alike);
    if (isNew) chosen.push(candidate);
  }
  return chosen;
}
