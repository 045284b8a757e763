// Whether a question asks for what an organisation sets itself (mission, priorities, values …) and for nothing else, and for which.
import type { StatedKind } from '../../domain/insight.ts';
import type { Concept, Plan } from '../../domain/plan.ts';
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
  terms(
    'new newer newest gone dropped ditched scrapped lost added missing longer kept survived remaining left old latest current previous earlier change changes shift shifts difference differences differ',
  ),
);
/** In the singular these are about one thing that matters, one worth, one rule; but not in "which value changes". */
const plural =
  /\b(?:priorities|objectives|goals|aims|outcomes|pillars|values|principles|mission|vision|ambition)|\b(?:priority|objective|goal|aim|outcome|pillar|value|principle)\s+(?:changes|shifts|differences)\b/i;

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

/** Where documents are set side by side and nothing is named, the years alone being left of them, or only words of change. */
function isOfChangeAlone(
  { intent, question, concepts }: Pick<Plan, 'intent' | 'question' | 'concepts'>,
  stems: readonly string[],
): boolean {
  const isOfDocuments = intent === 'compare' || intent === 'timeline';
  return isOfDocuments && !concepts.some(namesFigure) && (stems.length > 0 || setsApart.test(question));
}

/** "The 999 figure": a figure that is no year is what is asked about. */
function namesFigure({ own }: Concept): boolean {
  return own.some((stem) => /^\d/u.test(stem) && !/^(?:19|20)\d\d(?:\D|$)/u.test(stem));
}

/** Words that set documents apart as wholes: how they differ, or what one has and the other has not. */
const setsApart =
  /\b(?:differ\w*|chang\w+|compare[ds]?|comparison|contrast|versus|vs\.?|new|the same|in common)\b|\b(?:is|are|was|were|do|does|did|has|have|had)(?:n['’]?t| not)\b/i;

export type Change = 'gone' | 'new' | 'kept';

const changeWords: readonly (readonly [Change, RegExp])[] = [
  [
    'gone',
    /\b(?:gone|dropped|drop|ditched|scrapped|lost|missing|no longer|not any ?more|disappeared|left out|went away)\b/i,
  ],
  ['new', /\b(?:new(?!\s+(?:met|plan|strategy|document|one|strat|draft)\b)|newer|added|add|came in|joined)\b/i],
  ['kept', /\b(?:kept|keep|surviv\w+|remain\w*|stayed|stay|carried over|in common|the same)\b/i],
];

/** What of them is asked for: what is gone, what is new, or what is kept; null where it is several of these, or none. */
export function changeAsked({ question, asked }: Pick<Plan, 'question' | 'asked'>): Change | null {
  // "Which of those survive?" is written out as a comparison, and says itself what it is for.
  const [only, ...others] = changeWords.filter(([, pattern]) => pattern.test(question) || pattern.test(asked));
  return only === undefined || others.length > 0 ? null : only[0];
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
