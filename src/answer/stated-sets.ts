// A document's own stated priorities, objectives, values or principles: the lists that it gives under such a name.
import type { DocumentId } from '../domain/ids.ts';
import type { Passage } from '../domain/passage.ts';
import { namedConcepts } from './concept-coverage.ts';
import { listsOfDocument } from './read-lists.ts';
import type { StatedList } from './stated-list.ts';
import { textOf } from './quotation.ts';
import type { Quotation } from './quotation.ts';
import type { Plan } from '../domain/plan.ts';
import type { ComposeRequest } from './request.ts';
import { terms } from '../text/tokens.ts';

/** A stated list with the words that name it. */
export interface StatedSet {
  readonly name: Quotation | null;
  readonly items: readonly Quotation[];
}

/** Words for what an organisation sets itself, by their stems; where a document has none of the name asked for, another of its family will do. */
const families: readonly (readonly string[])[] = [
  ['prioriti', 'object', 'goal', 'aim', 'outcom', 'pillar'],
  ['valu', 'principl'],
];
/** Words that say which of them, and are no topic of their own. */
const qualifiers = new Set(
  terms(
    'strategic key main stated own overall top core corporate official guiding operational enabling personal organisational performance long-term overarching police policing met list set',
  ),
);
/** In full: "priority" alone may be about one thing that matters. */
const plural = /\b(?:priorities|objectives?|goals|aims|outcomes|pillars|values|principles)\b/iu;
const limits = { name: 110, items: 9, sets: 2 };

const none: readonly Passage[] = [];

/** What is asked for beside what only qualifies it. */
function askedStems(plan: Pick<Plan, 'concepts'>): string[] {
  return namedConcepts(plan)
    .filter(({ isGeneric }) => !isGeneric)
    .flatMap(({ own }) => own)
    .filter((stem) => !qualifiers.has(stem));
}

/** The name under which sets are asked for; null where the question is about something else as well. */
export function askedSet(plan: Pick<Plan, 'concepts'>): string | null {
  const [name, ...others] = new Set(askedStems(plan));
  return name !== undefined && others.length === 0 && families.some((family) => family.includes(name)) ? name : null;
}

/** Words for the one thing that an organisation wants to be or do. */
const purposes = new Set(terms('mission vision ambition aspiration purpose superlative headline'));

/** Whether it is asked what an organisation wants to be. */
export function asksPurpose(plan: Pick<Plan, 'concepts'>): boolean {
  const stems = askedStems(plan);
  return stems.length > 0 && stems.every((stem) => purposes.has(stem));
}

const superlative = String.raw`(?:best|most|safest|greatest|leading|outstanding|finest|first[- ]class|world[- ]class)`;
const statements = [
  /(?:\b(?:our|the|its|their)|['’]s)\s+(?:\p{L}+\s+)?(?:mission|vision|ambition|aspiration|pledge|purpose)\s+(?:is|was|of|to|remains)\b/iu,
  new RegExp(
    String.raw`\b(?:aspires?|strives?|aims?|wants?|determined|pledged?)\b.{0,80}\b(?:be|become|make)\b.{0,60}\b${superlative}\b`,
    'iu',
  ),
  new RegExp(String.raw`\bto (?:be|become|make)\b.{0,60}\b${superlative}\b`, 'iu'),
];

/** Whether a sentence says what an organisation wants to be: "our vision is", "to be the most trusted". */
export function statesPurpose(text: string): boolean {
  return statements.some((statement) => statement.test(text));
}

/** Whether a sentence will do where a list of priorities is asked for and none is stated. */
export function isPurpose(text: string, name: string): boolean {
  return families[0]?.includes(name) === true && statements[0]?.test(text) === true;
}

/** The sets that a document states under that name, in its order; those of a related name where it has none. */
export function statedSets(name: string, document: DocumentId, { surroundings }: ComposeRequest): StatedSet[] {
  const lists = listsOfDocument(surroundings.get(document) ?? none)
    .filter(({ items }) => items.length >= 2 && items.length <= limits.items)
    .map((list) => ({ list, label: labelOf(list) }));
  const family = families.find((each) => each.includes(name)) ?? [];
  const called = (wanted: readonly string[]): StatedList[] =>
    lists
      .filter(({ label }) => plural.test(label) && terms(label).some((stem) => wanted.includes(stem)))
      .map(({ list }) => list);
  const exact = called([name]);
  const found = exact.length > 0 ? exact : called(family).slice(0, 1);
  return withoutRepeats(found).slice(0, limits.sets).map(toSet);
}

/** What names a list: the words before it, or the heading where those name nothing. */
function labelOf({ lead, path }: StatedList): string {
  const said = lead ? textOf(lead) : '';
  const heading = path.at(-1) ?? '';
  if (plural.test(said) && said.length <= limits.name) return said;
  return plural.test(heading) && heading.length <= limits.name / 3 ? heading : '';
}

/** A list given twice, in a table and in a figure, is given once. */
function withoutRepeats(lists: readonly StatedList[]): StatedList[] {
  const wordsOf = (list: StatedList): Set<string> => new Set(list.items.flatMap(({ name }) => terms(textOf(name))));
  return lists.filter((list, at) => {
    const own = wordsOf(list);
    return !lists.slice(0, at).some((other) => {
      const shared = [...wordsOf(other)].filter((stem) => own.has(stem)).length;
      return shared > own.size / 2;
    });
  });
}

function toSet({ lead, items }: StatedList): StatedSet {
  return { name: lead, items: items.map(({ name }) => name) };
}
