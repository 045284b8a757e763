// The course that one document lays out: its stages in order ("Year 1", "Year 2"), or else its dated statements.
import type { Passage, Sentence } from '../../domain/passage.ts';
import { holdsKind } from '../../text/kinds.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { point } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { select, toQuotation } from '../rank/select.ts';

/** Fewer stages are no course. */
const fewestStages = 3;
/** Longest quotation of one stage, in UTF-16 code units: its heading and a sentence or two. */
const longestStage = 450;
const dated = { sentences: 6, words: 200, margin: 3 };

export function composeCourse(request: ComposeRequest): Composed | null {
  const best = request.ranked[0];
  if (!best) return null;
  const { documentId } = best.passage;
  const stages = stagesOf(request.surroundings.get(documentId) ?? []);
  const isAsked = stages.length >= fewestStages && stages.some(({ passage }) => isNear(passage, request));
  const chosen = isAsked ? stages : datedStatements(request.rankedIn(documentId));
  return chosen.length < 2 ? null : { paragraphs: chosen.map(point) };
}

/** Stages are what is asked for if one of them is among so many passages found first. */
const nearPassages = 8;

function isNear(passage: Passage, { found }: ComposeRequest): boolean {
  return found.slice(0, nearPassages).some((each) => each.passage.id === passage.id);
}

/** "Year 1", "Phase two", "2013/14", "Q1": a heading that names a stretch of time among others. */
const stage =
  /^\W*(?:(?:year|phase|stage|step|quarter|month|period)\s+(?:\d{1,2}|one|two|three|four|five|six)|q[1-4]|(?:19|20)\d{2}(?:\s?[-–/]\s?\d{2,4})?)\b\W*/i;

/** The longest run of stages under one heading, each with its first words. @param passages of one document in reading order. */
function stagesOf(passages: readonly Passage[]): Quotation[] {
  const series = new Map<string, Quotation[]>();
  for (const passage of passages) {
    const [heading] = passage.sentences;
    if (heading?.kind !== 'heading' || !stage.test(textOf(passage, heading))) continue;
    const under = passage.section.slice(0, -1).join('\n');
    series.set(under, [...(series.get(under) ?? []), opening(passage, heading)]);
  }
  return [...series.values()].toSorted((one, other) => other.length - one.length)[0] ?? [];
}

function textOf({ text, start }: Passage, sentence: Sentence): string {
  return text.slice(sentence.start - start, sentence.end - start);
}

/** A stage's heading and what follows it at once, as far as that fits. */
function opening(passage: Passage, heading: Sentence): Quotation {
  const following = passage.sentences.slice(1).filter(({ end }, at) => at === 0 || end - heading.start <= longestStage);
  return { passage, start: heading.start, end: following.at(-1)?.end ?? heading.end };
}

/** What is said with a date, in the document's order. */
function datedStatements(ranked: readonly RankedSentence[]): Quotation[] {
  const withDate = ranked.filter(({ sentence, quote: text }) => sentence.kind !== 'heading' && holdsKind(text, 'date'));
  return select(withDate, dated)
    .toSorted((one, other) => one.sentence.start - other.sentence.start)
    .map(toQuotation);
}
