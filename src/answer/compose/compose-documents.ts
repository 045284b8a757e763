// A comparison or a timeline: one entry for each document meant, oldest first, in its own words; who has no mention is said.
import type { DocumentDescription } from '../../domain/document.ts';
import type { Plan } from '../../domain/plan.ts';
import type { TermStatistics } from '../../ports.ts';
import { themesOf } from '../../text/themes-of-text.ts';
import { askedTheme } from '../documents/asked-theme.ts';
import { askedSets, changeAsked } from '../documents/asked-sets.ts';
import type { AskedSets } from '../documents/asked-sets.ts';
import { asksFigure, sentencesByDocument } from '../documents/by-document.ts';
import type { ComparedSentence, DocumentSentences } from '../documents/by-document.ts';
import { inContext } from './in-context.ts';
import { holds, namedConcepts } from '../rank/concept-coverage.ts';
import { differingFigure, isLaterFigure } from '../figures/differing-figures.ts';
import type { DocumentEntry } from '../documents/document-entry.ts';
import { featureOf } from '../rank/features.ts';
import { figuresCompared, setsCompared } from '../documents/differences.ts';
import { noMention } from '../withhold/mentions.ts';
import { inLine, words } from '../quote/quotation.ts';
import type { Paragraph } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { either, nameOf } from '../rank/request.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { select, toQuotation } from '../rank/select.ts';
import { setsOf } from '../documents/stated-sets.ts';
import { setsUnder } from '../documents/write-sets.ts';

const limits = { sentences: 3, words: 110, margin: 3 };
/** Of a document that does not name the topic: what stands nearest may be about something else. */
const nearestLimits = { sentences: 2, words: 60, margin: 3 };

export function composeByDocument(request: ComposeRequest): Composed | null {
  const asked = askedSets(request.plan);
  const entries = sentencesByDocument(request).map((each) => toEntry(each, asked, request));
  const found = entries.filter(({ sets, chosen }) => sets.length + chosen.length > 0);
  if (entries.length < 2 || found.length === 0) return null;
  const without = withoutFigure(found, request);
  const speaking = found.filter((each) => !without.includes(each));
  const silent = entries.filter((each) => !found.includes(each)).map(({ document }) => document);
  const differing = setsCompared(speaking, request);
  // "Which are gone?" is answered by those; the lists bear it out.
  const isFirst = changeAsked(request.plan) !== null;
  const conflict = speaking.flatMap((each) => each.differing ?? [])[0];
  // Of two figures that one document gives, neither is set beside another's as if it were the one.
  const figures = conflict ? [] : figuresCompared(speaking, request);
  // Figures side by side are the answer; beside them only the sentences that hold them.
  const told = figures.length === 0 ? speaking : speaking.map((each) => ({ ...each, chosen: each.chosen.slice(0, 1) }));
  return {
    paragraphs: [
      ...figures,
      ...(isFirst ? differing : []),
      ...told.flatMap((each) => written(each, speaking, request.plan)),
      ...silence(silent),
      ...figureless(without.map(({ document }) => document)),
      ...(isFirst ? [] : differing),
    ],
    ...(conflict && { differing: conflict }),
  };
}

/** Where others give the figure asked for, those that give none and name the thing in other words at best: what they say is of something else. */
function withoutFigure(entries: readonly DocumentEntry[], { plan }: ComposeRequest): DocumentEntry[] {
  // Of a comparison each document may be asked another thing.
  if (plan.intent !== 'timeline' || !entries.some((entry) => figureIn(entry) > 0)) return [];
  const own = namedConcepts(plan).flatMap((concept) => (concept.isGeneric ? [] : [concept.own]));
  const isNamed = ({ terms }: ComparedSentence): boolean => own.some((phrase) => holds(terms, phrase));
  return entries.filter((entry) => figureIn(entry) < 0 && !entry.chosen.some(isNamed));
}

function figureless(documents: readonly DocumentDescription[]): Paragraph[] {
  return documents.length === 0 ? [] : [[words(`No figure found in ${either(documents)}.`)]];
}

function toEntry(
  { document, sentences }: DocumentSentences,
  asked: AskedSets | null,
  request: ComposeRequest,
): DocumentEntry {
  const sets = asked ? setsOf(asked, document.id, request) : [];
  if (sets.length > 0) return { document, sets, chosen: [], isNamed: true };
  return withBothFigures({ document, sets, ...mentionsIn(sentences, request) }, sentences, request);
}

/** Where the document gives another figure for what is asked, that comes second. */
function withBothFigures(
  entry: DocumentEntry,
  sentences: readonly ComparedSentence[],
  request: ComposeRequest,
): DocumentEntry {
  const [first, ...others] = entry.chosen;
  const ranked = request.rankedIn(entry.document.id);
  const own = first && ranked.find((each) => isSameSentence(each, first));
  const found = own ? differingFigure(own, { ...request, ranked }) : null;
  const second = found && sentences.find((each) => isSameSentence(each, found.sentence));
  if (!first || !second) return entry;
  const differing = {
    first: toQuotation(first),
    other: toQuotation(second),
    kind: 'figures',
    figures: found.figures,
  } as const;
  return { ...entry, chosen: [first, second, ...others.filter((each) => each !== second)], differing };
}

function isSameSentence(one: RankedSentence, other: RankedSentence): boolean {
  return one.passage.id === other.passage.id && one.at === other.at;
}

/** A document's sentences on the topic. */
function mentionsIn(
  sentences: readonly ComparedSentence[],
  request: ComposeRequest,
): Pick<DocumentEntry, 'chosen' | 'isNamed'> {
  const { chosen, isNamed } = bestIn(sentences, request);
  return { chosen: asksFigure(request.plan) ? figuresFirst(chosen, sentences) : chosen, isNamed };
}

/** Beside the best sentence only those that count all of what is asked for, and the figure of a later time. */
function figuresFirst(chosen: readonly ComparedSentence[], sentences: readonly ComparedSentence[]): ComparedSentence[] {
  const [first] = chosen;
  const least = chosen.some(({ compared }) => compared.counted > 0) ? 1 : 0;
  const kept = chosen.filter((each) => each === first || each.compared.counted >= least);
  return kept.flatMap((sentence) => {
    const next = sentences.find(({ passage, at }) => passage === sentence.passage && at === sentence.at + 1);
    // "In 2019 there were 853. In 2023/24 that number rose to 1,505": the later figure is the one that holds.
    return next && isLaterFigure(next) && !kept.includes(next) ? [sentence, next] : [sentence];
  });
}

/** Without any sentence that names the topic, the nearest in meaning, which the answer says. */
function bestIn(
  sentences: readonly ComparedSentence[],
  { plan, insight, statistics }: ComposeRequest,
): Pick<DocumentEntry, 'chosen' | 'isNamed'> {
  const { lexicon } = insight.themes;
  const theme = askedTheme(plan, lexicon);
  const mentions = sentences.filter(isMention);
  const chosen = select(mentions, limits);
  const hasNames = namedConcepts(plan).some(({ isGeneric }) => !isGeneric);
  if (!hasNames || sentences.some(isNaming)) return { chosen, isNamed: true };
  const ofTheme = theme === null ? [] : mentions.filter(({ quote: text }) => themesOf(text, lexicon).includes(theme));
  if (ofTheme.length > 0) return { chosen: select(ofTheme, limits), isNamed: true };
  const isPart = partOf(plan, statistics);
  const nearest = sentences.filter((each) => isMention(each) && isNear(each));
  const parts =
    nearest.length > 0 ? nearest : sentences.filter((each) => each.sentence.kind !== 'heading' && isPart(each));
  return { chosen: select(parts, nearestLimits), isNamed: false };
}

/** Whether a sentence holds half of a name of several words, the rarest among them ("guns" of "guns on the street"). */
function partOf(plan: Plan, { passageFrequency }: TermStatistics): (ranked: ComparedSentence) => boolean {
  const rarity = (stem: string): number => passageFrequency.get(stem) ?? 0;
  const parts = namedConcepts(plan)
    .filter(({ own, isGeneric }) => !isGeneric && own.length > 1)
    .flatMap(({ own }) => {
      const [rarest] = own.filter((stem) => rarity(stem) > 0).toSorted((one, other) => rarity(one) - rarity(other));
      return rarest === undefined ? [] : [{ own, rarest }];
    });
  return ({ terms }) =>
    parts.some(
      ({ own, rarest }) => terms.has(rarest) && own.filter((stem) => terms.has(stem)).length * 2 >= own.length,
    );
}

/** Low: the question itself says that these documents speak of the topic, so the best sentence of each is worth showing. */
const threshold = { concepts: 0.2, similarity: 0.3, near: 0.4 };

function isMention(ranked: ComparedSentence): boolean {
  return ranked.sentence.kind !== 'heading' && (isNaming(ranked) || similarityOf(ranked) >= threshold.similarity);
}

function isNaming({ compared }: ComparedSentence): boolean {
  return compared.concepts >= threshold.concepts || compared.label > 0;
}

/** Whether a sentence that names nothing of the topic is worth a reader's while all the same. */
function isNear(ranked: ComparedSentence): boolean {
  return ranked.compared.scrap === 0 && similarityOf(ranked) >= threshold.near;
}

function similarityOf(ranked: ComparedSentence): number {
  return Math.max(featureOf(ranked, 'sentence'), featureOf(ranked, 'context'));
}

function written(entry: DocumentEntry, all: readonly DocumentEntry[], { senses }: Plan): Paragraph[] {
  const { document, sets, chosen, isNamed } = entry;
  if (sets.length > 0) return setsUnder(nameOf(document), sets);
  const lacksFigure = figureIn(entry) < 0 && all.some((other) => figureIn(other) > 0);
  const aside = isNamed ? (lacksFigure ? ' (no figure found)' : '') : ' (not in these words; the nearest in meaning)';
  const heading = `**${nameOf(document)}**${aside}: `;
  return [[words(heading), ...inLine(inContext(chosen, senses), ' ')]];
}

/** 1 where a document's best sentence gives a figure, -1 where it gives none; 0 where none is asked for. */
function figureIn({ chosen: [first] }: DocumentEntry): number {
  return first?.compared.figure ?? 0;
}

/** Which documents do not speak of it; nothing where all do. */
function silence(documents: readonly DocumentDescription[]): Paragraph[] {
  return documents.length === 0 ? [] : [[words(noMention(documents))]];
}
