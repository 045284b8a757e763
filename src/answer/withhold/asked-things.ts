// The things that a question of presence asks after, each to be sought by itself: "drones or helicopters" are two.
import type { Concept } from '../../domain/plan.ts';
import type { ComposeRequest } from '../rank/request.ts';

export interface AskedThing {
  /** In the asker's words. */
  readonly label: string;
  readonly concepts: readonly Concept[];
}

/** In order; at least one. What documents say in one breath ("gun and knife crime") is one thing. */
export function askedThings(request: ComposeRequest): [AskedThing, ...AskedThing[]] {
  const concepts = request.plan.concepts.filter(isNamed);
  const groups: Concept[][] = [];
  for (const concept of concepts) {
    const before = groups.at(-1);
    const last = before?.at(-1);
    const goesOn = last && (last.thing === concept.thing || isOneBreath(last, concept, request));
    if (before && goesOn) before.push(concept);
    else groups.push([concept]);
  }
  const named = groups.filter((group) => group.some(({ isGeneric }) => !isGeneric));
  const [first = concepts, ...others] = named.length > 1 ? named : [concepts];
  return [toThing(first), ...others.map(toThing)];
}

/** Figures belong to one document and are no topic of several; a word ("zero") is part of a name. */
function isNamed({ own, words }: Concept): boolean {
  return !own.every((term) => /^[\d/.]+$/u.test(term)) || /^\p{L}/u.test(words);
}

function toThing(concepts: readonly Concept[]): AskedThing {
  const label = concepts.map(({ words }) => words.trim()).join(' ');
  // A figure of the question is not the documents', so it is not repeated beside their words.
  const plain = label.replaceAll(/\p{N}[\p{N},.]*/gu, '…').replaceAll(/[^\p{L}\p{M}…’'&-]+/gu, ' ');
  return { concepts, label: plain.trim() };
}

/**
 * Whether two things joined by "and" share the noun at the end, and stand side by side somewhere. Two nouns of their own ("robbery and
 * burglary") stay two, or a document that speaks of one of them would be told not to.
 */
function isOneBreath(one: Concept, other: Concept, { documents, rankedIn }: ComposeRequest): boolean {
  if (one.option !== other.option || other.own.length < 2) return false;
  const last = one.own.at(-1);
  const [first] = other.own;
  return documents.some(({ id }) =>
    rankedIn(id).some(({ tokens }) => tokens.some(({ term }, at) => term === last && tokens[at + 1]?.term === first)),
  );
}
