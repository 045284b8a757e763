// Whether "it" and "they" at the beginning of a sentence mean in the answer what they mean in the document.
import type { Passage } from '../domain/passage.ts';
import { terms, tokens } from '../text/tokens.ts';
import { subjectBefore } from './clauses.ts';
import type { Support } from './support.ts';

/** Words that by themselves name nobody; "this plan" does. */
const pointing =
  /^\W*(?:(?:it|they|he|she|its|their|his|her)\b|(?:this|these|those|both)\s+(?:will|would|can|is|are|was|were|has|have|had|means?)\b)/iu;

/** What was told right before, and from where. */
export interface Told {
  readonly text: string;
  readonly passages: readonly Passage[];
}

/** Share of the words of a subject that must stand in what was told before. */
const leastNamed = 2 / 3;

/** Pure. @param before null where nothing was told yet. */
export function pointsBackRightly(sentence: string, supports: readonly Support[], before: Told | null): boolean {
  if (!pointing.test(sentence)) return true;
  const own = new Set(terms(sentence));
  return supports.every(({ sentence: support, passage }) => {
    // What points back in the document too means there what stands before it there.
    if (pointing.test(support)) return before?.passages.includes(passage) ?? false;
    const subject = terms(meantBy(sentence, support)).filter((term) => !own.has(term));
    const told = new Set(before === null ? [] : terms(before.text));
    return subject.filter((term) => told.has(term)).length >= leastNamed * subject.length;
  });
}

/** What the support says where the statement points back: up to the word with which both go on, else up to its verb. */
function meantBy(sentence: string, support: string): string {
  const [next] = terms(sentence);
  const found = tokens(support).find(({ term }) => term === next);
  return found ? support.slice(0, found.start) : subjectBefore(support);
}
