// Whether a question asks for what an organisation sets itself (mission, priorities, values …) and for nothing else, and for which.
import type { StatedKind } from '../../domain/insight.ts';
import type { Plan } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { namedConcepts } from '../rank/concept-coverage.ts';

/** Kinds of stated sets that answer, best first: a document that has one of a tier is not searched for the next. */
export type Tiers = readonly (readonly StatedKind[])[];

export interface AskedSets {
  readonly tiers: Tiers;
  /** Stems that say which sets of a kind: "operational" priorities. */
  readonly which: readonly string[];
}

/** What answers each name. "Priorities" is what people call all that an organisation wants to reach; "objectives" is not. */
const tiersOf: Readonly<Record<Exclude<StatedKind, 'targets'>, Tiers>> = {
  mission: [['mission'], ['vision']],
  vision: [['vision']],
  priorities: [['priorities', 'objectives'], ['outcomes', 'targets'], ['mission', 'vision'], ['principles']],
  objectives: [['objectives'], ['priorities'], ['outcomes', 'targets'], ['mission', 'vision']],
  outcomes: [['outcomes'], ['objectives', 'targets'], ['priorities']],
  principles: [['principles'], ['values']],
  values: [['values'], ['principles']],
};

type AskedKind = keyof typeof tiersOf;

/** Names by their stems. */
const kindOf = new Map<string, AskedKind>([
  ...stemsOf('priorities', 'priorities pillars'),
  ...stemsOf('objectives', 'objectives goals aims'),
  ...stemsOf('outcomes', 'outcomes'),
  ...stemsOf('principles', 'principles'),
  ...stemsOf('values', 'values'),
  ...stemsOf('mission', 'mission missions'),
  ...stemsOf('vision', 'vision visions ambition aspiration'),
]);

function stemsOf(kind: AskedKind, names: string): [string, AskedKind][] {
  return terms(names).map((stem) => [stem, kind]);
}

/** Words that say which of them, and are no topic of their own. */
const qualifiers = new Set(
  terms(
    'strategic key main stated own overall top core corporate official guiding operational enabling personal organisational performance long-term overarching police policing met force list set want sought have plan draft strategy document paper work today word wording version',
  ),
);
/** Words of change: what is new among them, and what is gone. */
const changing = new Set(
  terms('new newer newest gone dropped added missing longer kept survived old latest current previous earlier'),
);
/** In the singular these are about one thing that matters, one worth, one rule. */
const plural = /\b(?:priorities|objectives|goals|aims|outcomes|pillars|values|principles|mission|vision|ambition)/i;

/** What a question asks for; null where it is about something else as well. */
export function askedSets(plan: Pick<Plan, 'concepts' | 'question' | 'intent'>): AskedSets | null {
  const stems = askedStems(plan);
  const kinds = [...new Set(stems.flatMap((stem) => kindOf.get(stem) ?? []))];
  const which = stems.filter((stem) => qualifiers.has(stem));
  if (stems.some((stem) => !kindOf.has(stem) && !qualifiers.has(stem) && !changing.has(stem))) return null;
  // "What changed since 2018?", of nothing in particular, is about what matters most to a document.
  const [first = isOfChangeAlone(plan, stems) ? 'priorities' : null, ...others] = kinds;
  if (first === null || (kinds.length > 0 && !plural.test(plan.question))) return null;
  const tiers = others.length === 0 ? tiersOf[first] : [kinds.flatMap((kind) => tiersOf[kind][0] ?? [])];
  return { tiers, which };
}

function isOfChangeAlone({ intent }: Pick<Plan, 'intent'>, stems: readonly string[]): boolean {
  return stems.length > 0 && (intent === 'compare' || intent === 'timeline');
}

/** Whether it is asked what is new among them, or gone. */
export function asksChange(plan: Pick<Plan, 'concepts'>): boolean {
  return askedStems(plan).some((stem) => changing.has(stem));
}

/** How many of what is asked for ("the five areas"); null where the question does not count. */
export function askedCount(
  plan: Pick<Plan, 'concepts'>,
): { readonly count: number; readonly stems: readonly string[] } | null {
  const [count, ...others] = plan.concepts.flatMap(({ own }) =>
    own.filter((stem) => /^\d{1,2}$/u.test(stem)).map(Number),
  );
  const stems = askedStems(plan).filter((stem) => !changing.has(stem) && !generic.has(stem));
  return count !== undefined && others.length === 0 && stems.length > 0 ? { count, stems } : null;
}

const generic = new Set(terms('police policing met force list plan strategy name'));

function askedStems(plan: Pick<Plan, 'concepts'>): string[] {
  return namedConcepts(plan).flatMap(({ own }) => own);
}
