// Whether a reader's filters shut out what is asked about: "drones" of the years before there were any.
import type { Passage } from '../../domain/passage.ts';
import type { Concept, Plan } from '../../domain/plan.ts';
import { rememberObjects } from '../../text/remember-objects.ts';
import { inverseFrequency } from '../../text/rarity.ts';
import { holds, namedConcepts } from '../rank/concept-coverage.ts';
import { readPassage } from '../rank/read-passage.ts';
import type { ComposeRequest } from '../rank/request.ts';

/** Words that stand in no document searched are what a question is about if they carry more than this share of it, by rarity. */
const mostAbsent = 0.5;

/** From this cosine on a sentence is near enough to say the same in other words, as with mentions. */
const near = 0.42;

/**
 * Whether the documents left do not name what the question is about, under its own name or another.
 * @param similarity best cosine of a sentence that would be quoted.
 */
export function isShutOut(request: ComposeRequest, similarity: number): boolean {
  const { plan, documents, isLimited = false, surroundings, statistics } = request;
  // What goes on with an answer is about what was quoted.
  if (!isLimited || plan.continues !== null || similarity >= near) return false;
  const passages = documents.flatMap(({ id }) => surroundings.get(id) ?? []).map(stemsOf);
  const stands = (phrase: readonly string[]): boolean => passages.some((stems) => holds(stems, phrase));
  // Letters stand for several words: one word that goes with them is not what they stand for.
  const least = plan.intent === 'acronym' ? 2 : 1;
  const isName = (phrase: readonly string[]): boolean => phrase.length >= least && stands(phrase);
  const isNamed = ({ own, others }: Concept): boolean => stands(own) || others.some(isName);
  const concepts = namedConcepts(plan).filter((concept) => !concept.isGeneric && !isVerb(concept, plan));
  const rarityOf = ({ own }: Concept): number =>
    Math.max(
      0,
      ...own.map((stem) => inverseFrequency(statistics.passageFrequency.get(stem) ?? 0, statistics.passages)),
    );
  const sum = (of: readonly Concept[]): number => of.reduce((total, concept) => total + rarityOf(concept), 0);
  return sum(concepts.filter((concept) => !isNamed(concept))) > mostAbsent * sum(concepts);
}

/** "How will trust be rebuilt?", "do we shrink the estate?": what is done has more words than names have. */
function isVerb({ own, words }: Concept, { question }: Plan): boolean {
  const [word = ''] = words.trim().split(/[^\p{L}\p{N}'’-]+/u);
  if (own.length > 1 || !/^\p{L}+$/u.test(word)) return false;
  return new RegExp(String.raw`\b(?:be|been|being|get|we|you|they)\s+(?:\p{L}+ly\s+)?${word}\b`, 'iu').test(question);
}

const stemsOf: (passage: Passage) => ReadonlySet<string> = rememberObjects((passage) => {
  const { sentences, headings } = readPassage(passage);
  return new Set([...headings, ...sentences.flatMap(({ terms }) => [...terms])]);
});
