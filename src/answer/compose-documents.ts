// A comparison or a timeline: one entry for each document meant, oldest first, in its own words; who has no mention is said.
import type { DocumentDescription } from '../domain/document.ts';
import { sentencesByDocument } from './by-document.ts';
import type { ComparedSentence, DocumentSentences } from './by-document.ts';
import { namedConcepts } from './concept-coverage.ts';
import type { DocumentEntry } from './document-entry.ts';
import { featureOf } from './features.ts';
import { figuresCompared, namingsCompared } from './differences.ts';
import { noMention } from './mentions.ts';
import { quote, words } from './quotation.ts';
import type { Paragraph, Quotation } from './quotation.ts';
import type { Composed, ComposeRequest } from './request.ts';
import { nameOf } from './request.ts';
import { select, toQuotation } from './select.ts';
import { askedSet, isPurpose, statedSets } from './stated-sets.ts';
import type { StatedSet } from './stated-sets.ts';

const limits = { sentences: 3, words: 110, margin: 3 };
/** Of a document that does not name the topic: what stands nearest may be about something else. */
const nearestLimits = { sentences: 2, words: 60, margin: 3 };

export function composeByDocument(request: ComposeRequest): Composed | null {
  const name = askedSet(request.plan);
  const entries = sentencesByDocument(request).map((each) => toEntry(each, name, request));
  const speaking = entries.filter(({ sets, chosen }) => sets.length + chosen.length > 0);
  if (entries.length < 2 || speaking.length === 0) return null;
  const silent = entries.filter((each) => !speaking.includes(each)).map(({ document }) => document);
  const differing = namingsCompared(speaking);
  return {
    paragraphs: [...figuresCompared(speaking, request), ...speaking.flatMap(written), ...silence(silent), ...differing],
  };
}

function toEntry(
  { document, sentences }: DocumentSentences,
  name: string | null,
  request: ComposeRequest,
): DocumentEntry {
  if (name === null) return { document, sets: [], ...mentionsIn(sentences, request) };
  const sets = statedSets(name, document.id, request);
  // Who sets out no list of them still says what it is there for.
  const purposes = sentences.filter(({ quote: text }) => isPurpose(text, name));
  const said = purposes.length > 0 ? purposes : sentences.filter(isMention);
  return { document, sets, chosen: sets.length > 0 ? [] : select(said, limits), isNamed: true };
}

/** A document's sentences on the topic; without any that names it, the nearest in meaning, which the answer says. */
function mentionsIn(
  sentences: readonly ComparedSentence[],
  { plan }: ComposeRequest,
): Pick<DocumentEntry, 'chosen' | 'isNamed'> {
  const mentions = sentences.filter(isMention);
  const hasNames = namedConcepts(plan).some(({ isGeneric }) => !isGeneric);
  const isNamed = !hasNames || sentences.some(({ compared }) => compared.concepts >= threshold.concepts);
  return { chosen: select(mentions, isNamed ? limits : nearestLimits), isNamed };
}

/** Low: the question itself says that these documents speak of the topic, so the best sentence of each is worth showing. */
const threshold = { concepts: 0.2, similarity: 0.3 };

function isMention(sentence: ComparedSentence): boolean {
  if (sentence.sentence.kind === 'heading') return false;
  return (
    sentence.compared.concepts >= threshold.concepts ||
    Math.max(featureOf(sentence, 'sentence'), featureOf(sentence, 'context')) >= threshold.similarity
  );
}

function written({ document, sets, chosen, isNamed }: DocumentEntry): Paragraph[] {
  const [first, ...others] = sets.length > 0 ? sets.flatMap(parts) : [chosen.map(toQuotation)];
  return [
    [
      words(`**${nameOf(document)}**${isNamed ? '' : ' (no mention found; the nearest in meaning)'}: `),
      ...inLine(first ?? []),
    ],
    ...others.map((each): Paragraph => [words('- '), ...inLine(each)]),
  ];
}

/** Longest run of text that a set is quoted in as a whole, in UTF-16 code units. */
const longestSet = 600;

/** A set in one quotation where it stands together, else its name and each of its points. */
function parts({ name, items }: StatedSet): Quotation[][] {
  const all = [...(name ? [name] : []), ...items];
  const [first] = all;
  const last = all.at(-1);
  if (first && last && first.passage === last.passage && last.end - first.start <= longestSet && first.start < last.end)
    return [[{ passage: first.passage, start: first.start, end: last.end }]];
  return all.map((each) => [each]);
}

function inLine(quotations: readonly Quotation[]): Paragraph {
  return quotations.flatMap((each, at) => [...(at > 0 ? [words(' ')] : []), quote(each)]);
}

/** Which documents do not speak of it; nothing where all do. */
export function silence(documents: readonly DocumentDescription[]): Paragraph[] {
  return documents.length === 0 ? [] : [[words(noMention(documents))]];
}
