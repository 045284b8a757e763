// Queries that a language model advises, searched beside the question's own; the question's plan stays what is answered.
import type { Plan } from '../domain/plan.ts';
import type { Retrieved } from '../retrieve/retrieve.ts';
import type { CorpusFacts } from '../query/understand.ts';

/** Whether the message leans on the conversation, or names something in words that no document has. */
export function wantsAdvice({ continues, senses, aside }: Plan, { frequency }: CorpusFacts): boolean {
  if (aside !== null) return false;
  const leans = continues !== null && continues.how !== 'beside';
  const isKnown = (stems: readonly string[]): boolean => stems.every((stem) => frequency.has(stem));
  return leans || senses.some(({ stems, others }) => !isKnown(stems) && !others.some(isKnown));
}

/** The plan with another query's words; what is meant, asked for and withheld stays as the question has it. */
export function withWordsOf(plan: Plan, { readings, terms }: Plan): Plan {
  return { ...plan, readings, terms };
}

/** How fast a place counts less the further down it is, in places, and what an advised query counts beside the question. */
const fusion = { damping: 10, advised: 0.5 };

/** One list of all by their places in each, as long as the question's own; the scores are those of the question's list in order. */
export function fuseFound(own: readonly Retrieved[], advised: readonly (readonly Retrieved[])[]): Retrieved[] {
  const places = new Map<string, { readonly found: Retrieved; rank: number }>();
  // What is measured by another query is not by the question.
  const others = advised.map((found) => found.map((each) => ({ ...each, measures: null })));
  for (const [list, found] of [own, ...others].entries())
    for (const [at, each] of found.entries()) {
      const place = places.get(each.passage.id) ?? { found: each, rank: 0 };
      place.rank += (list === 0 ? 1 : fusion.advised) / (fusion.damping + at);
      places.set(each.passage.id, place);
    }
  const ranked = [...places.values()].toSorted((one, other) => other.rank - one.rank || byId(one.found, other.found));
  return ranked.slice(0, own.length).map(({ found }, at) => withScore(found, own[at]?.score ?? found.score));
}

/** With what changed it among its reasons. */
function withScore(found: Retrieved, score: number): Retrieved {
  const contribution = score - found.score;
  if (contribution === 0) return found;
  return { ...found, score, parts: [...found.parts, { name: 'advice', value: 1, contribution }] };
}

function byId(one: Retrieved, other: Retrieved): number {
  return one.passage.id < other.passage.id ? -1 : 1;
}
