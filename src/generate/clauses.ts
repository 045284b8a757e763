// The clauses of a sentence: whether a statement says of one thing what the sentence says of another, and which stand by themselves.
import { terms, tokens } from '../text/tokens.ts';

/** Where a sentence may begin to speak of another thing; what points back speaks of the same. */
const joints =
  /(?:(?<=[.!?])\s+|,\s+(?:and|but|while|whereas|so)\s+)(?!(?:it|they|this|that|these|those|he|she|both)\b)/iu;
/** What may join two of them in a statement. */
const statementJoints = /[,;:–—]|\b(?:and|but|while|whereas|so|with|that|which)\b/iu;
/** A clause that states something by itself has one; verbs without an auxiliary are not told from nouns. */
const finite =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|must|can|could|should|shall|may|might|do|does|did|needs?|'ll|'ve|'re)\b|'(?:ll|ve|re)\b/iu;
/** Words by which a part of a statement tells something, those of the past that have no auxiliary among them. */
const tellsSomething = new RegExp(
  String.raw`${finite.source}|\b(?:\p{L}{3,}ed|met|told|gave|took|made|rose|fell|grew|led|ran|won|saw|held|built|kept|sent|spent|went|came|became|began|brought|bought|found|got|left|lost|paid|said|set|showed|stood|wrote)\b`,
  'giu',
);
/** Words that a statement takes from a clause alone before it speaks of it. */
const fewestOwn = 2;

/** Pure. A statement that has clauses of its own is not one of one thing. */
export function mixesClauses(statement: string, support: string): boolean {
  const clauses = support.split(joints).filter((clause) => finite.test(clause));
  if (clauses.length < 2 || statement.split(statementJoints).filter((part) => finite.test(part)).length > 1)
    return false;
  const stems = clauses.map((clause) => new Set(terms(clause)));
  const said = [...new Set(terms(statement))];
  const own = stems.map((each) => said.filter((stem) => stems.every((other) => other.has(stem) === (other === each))));
  return own.filter((words) => words.length >= fewestOwn).length > 1;
}

/** Where what is told of one figure, place or time may go over to another. */
const markJoints = /(?<=[.!?;])\s+|,\s+(?:and|but|while|whereas|so)\s+/iu;
/** A statement with these tells of two in one. */
const tellsOfTwo = /\bfrom\b.*\bto\b|\b(?:than|compared|between|up from|down from)\b/iu;
const placed = /\b(?:in|at|to|for|with|on|from|by|across)\s+(?:the\s+)?(?<name>\p{Lu}\p{L}+)/gu;
const sized =
  /\b(?:half|third|quarter|fifth|tenth|january|february|march|april|may|june|july|august|september|october|november|december)s?\b/giu;

/** What a clause alone of several tells: by which figures, places and times, and of what. */
interface Own {
  readonly marks: readonly string[];
  readonly words: readonly string[];
}

/** Pure. Whether a statement gives the figure, place or time of one clause to what another tells. */
export function exchangesMarks(statement: string, support: string): boolean {
  if (tellsOfTwo.test(statement)) return false;
  if (exchangesInRow(statement, support)) return true;
  const clauses = support.split(markJoints);
  if (clauses.length < 2) return false;
  if (statement.split(statementJoints).filter((part) => verbsOf(part).length > 0).length > 1) return false;
  const said = new Set([...terms(statement), ...marksOf(statement)]);
  const own = ownOf(clauses).filter(({ marks }) => marks.length > 0);
  const isMarked = own.map(({ marks }) => marks.some((mark) => said.has(mark)));
  if (own.length < 2 || isMarked.every((is) => !is)) return false;
  if (isMarked.filter(Boolean).length > 1) return true;
  const counts = own.map(({ words }) => words.filter((word) => said.has(word)).length);
  return own.some(({ words }, at) => {
    const isAnothers = counts.some((count, other) => other !== at && count >= fewestOwn);
    return isMarked[at] && isAnothers && 2 * (counts[at] ?? 0) < words.length;
  });
}

/** "Highest in Croydon and lowest in Richmond" is not highest in Richmond. */
function exchangesInRow(statement: string, support: string): boolean {
  const parts = support.split(/,?\s+(?:and|but)\s+/iu);
  const own = parts.length < 2 ? [] : ownOf(parts);
  const said = new Set([...terms(statement), ...marksOf(statement)]);
  const counts = own.map(({ words }) => words.filter((word) => said.has(word)).length);
  return own.some(({ marks, words }, at) => {
    const isMarked = words.length > 0 && counts[at] === 0 && marks.some((mark) => said.has(mark));
    return isMarked && own.some((other, place) => place !== at && other.marks.length > 0 && (counts[place] ?? 0) > 0);
  });
}

function ownOf(clauses: readonly string[]): Own[] {
  const all = clauses.map((clause) => {
    const marks = new Set(marksOf(clause));
    return { marks, words: new Set(terms(clause).filter((word) => !marks.has(word))) };
  });
  return all.map((each) => {
    const isOwn = (word: string): boolean =>
      all.every((other) => other === each || !(other.marks.has(word) || other.words.has(word)));
    return { marks: [...each.marks].filter(isOwn), words: [...each.words].filter(isOwn) };
  });
}

function marksOf(text: string): string[] {
  const names = [...text.matchAll(placed)].flatMap(({ groups }) => terms(groups?.['name'] ?? ''));
  const sizes = [...text.matchAll(sized)].flatMap(([word]) => markOf(word));
  return [...terms(text).filter((word) => /^\d/u.test(word) && word !== '1'), ...names, ...sizes];
}

/** "May" is a function word, and none of time by itself. */
function markOf(word: string): string[] {
  return word === 'May' ? ['may'] : terms(word);
}

/** What stands before the first content word of a clause that names whom it is about. */
const namesSubject = /^\W*(?:(?:the|an?|our|its|their)\s+)?$/iu;

/** Pure. Whether a statement gives to whom one of two joined clauses is about what the other says of somebody else. */
export function exchangesSubjects(statement: string, support: string): boolean {
  const clauses = support.split(andClause).map((clause) => [...new Set(terms(clause))]);
  if (clauses.length < 2) return false;
  const own = clauses.map((clause) =>
    clause.filter((word) => clauses.every((other) => other === clause || !other.includes(word))),
  );
  return statement.split(andClause).some((part) => {
    const said = terms(part);
    const counts = own.map((words) => words.filter((word) => said.includes(word) && word !== said[0]).length);
    const isNamed = namesSubject.test(part.slice(0, tokens(part)[0]?.start));
    const home = isNamed ? own.findIndex((words) => words[0] === said[0]) : -1;
    return home >= 0 && counts.some((count, at) => at !== home && count >= fewestOwn && count > (counts[home] ?? 0));
  });
}

/** With a capital it is a name, as "May". */
function verbsOf(part: string): RegExpExecArray[] {
  return [...part.matchAll(tellsSomething)].filter(([word]) => !/^\p{Lu}/u.test(word));
}

/** Pure. Whether a part of a statement says whom or what it is about, and what that does, without what stands before it. */
export function hasOwnSubject(part: string): boolean {
  const [verb] = verbsOf(part);
  if (!verb || verb.index === 0) return false;
  const before = part.slice(0, verb.index);
  return tokens(before).length > 0 || /\b(?:we|they|it|he|she|you|this|these)\s*$/iu.test(before);
}

/** Pure. What stands before the verb of a sentence; nothing where no verb can be told. */
export function subjectBefore(sentence: string): string {
  return sentence.slice(0, verbsOf(sentence)[0]?.index ?? 0);
}

/** Between clauses that each say something by itself. */
const andClause = /,?\s+and\s+(?=(?:we|you|they|it|our|your|their|the|this|these|there|an?)\b)/iu;
/** What one clause may say of the next: then neither stands without the other. */
const bound = /\b(?:if|unless|where|when|once|until|except|subject to|provided|as long as|only|either|both)\b/iu;

/** Clauses of a sentence that are each borne out by it alone; none where it has but one. */
export function independentClauses(sentence: string): string[] {
  if (bound.test(sentence)) return [];
  const clauses = sentence.split(andClause);
  return clauses.length > 1 && clauses.every((clause) => finite.test(clause)) ? clauses : [];
}
