// The clauses of a sentence: whether a statement says of one thing what the sentence says of another, and which stand by themselves.
import { terms } from '../text/tokens.ts';

/** Where a sentence may begin to speak of another thing; what points back speaks of the same. */
const joints =
  /(?:(?<=[.!?])\s+|,\s+(?:and|but|while|whereas|so)\s+)(?!(?:it|they|this|that|these|those|he|she|both)\b)/iu;
/** What may join two of them in a statement. */
const statementJoints = /[,;:–—]|\b(?:and|but|while|whereas|so|with|that|which)\b/iu;
/** A clause that states something by itself has one; verbs without an auxiliary are not told from nouns. */
const finite =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|must|can|could|should|shall|may|might|do|does|did|needs?|'ll|'ve|'re)\b|'(?:ll|ve|re)\b/iu;
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
