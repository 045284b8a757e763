// Sentences that say what an organisation wants to be, for documents that are searched for it.
import type { Plan } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { namedConcepts } from '../rank/concept-coverage.ts';

/** Words for the one thing that an organisation wants to be or do. */
const purposes = new Set(terms('mission vision ambition aspiration purpose superlative headline'));

/** Whether it is asked what an organisation wants to be. */
export function asksPurpose(plan: Pick<Plan, 'concepts'>): boolean {
  const stems = namedConcepts(plan).flatMap(({ own, isGeneric }) => (isGeneric ? [] : own));
  return stems.length > 0 && stems.every((stem) => purposes.has(stem));
}

const superlative = String.raw`(?:best|most|safest|greatest|leading|outstanding|finest|first[- ]class|world[- ]class)`;
const statements = [
  /(?:\b(?:our|the|its|their)|['’]s)\s+(?:\p{L}+\s+)?(?:mission|vision|ambition|aspiration|pledge|purpose)\s+(?:is|was|of|to|remains)\b/iu,
  new RegExp(
    String.raw`\b(?:aspires?|strives?|aims?|wants?|determined|pledged?)\b.{0,80}\b(?:be|become|make)\b.{0,60}\b${superlative}\b`,
    'i',
  ),
  new RegExp(String.raw`\bto (?:be|become|make)\b.{0,60}\b${superlative}\b`, 'i'),
];

/** Whether a sentence says what an organisation wants to be: "our vision is", "to be the most trusted". */
export function statesPurpose(text: string): boolean {
  return statements.some((statement) => statement.test(text));
}
