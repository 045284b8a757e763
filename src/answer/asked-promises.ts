// Whether the promises themselves are asked for, all that have a target or a date, and not those about something.
import type { RegisterRow } from '../domain/commitment.ts';
import type { Plan } from '../domain/plan.ts';
import { terms } from '../text/tokens.ts';
import { namedConcepts } from './concept-coverage.ts';

export interface AskedPromises {
  /** Whether a row is one of those asked for. */
  readonly holds: (row: RegisterRow) => boolean;
  /** Whether the question names the time. */
  readonly isDated: boolean;
}

const promises = new Set(
  terms('promise promises commitment commitments commit pledge pledges undertaking vow goal goals plan'),
);
const targets = new Set(terms('target targets figure figures kpi'));
const deadlines = new Set(terms('deadline deadlines date dates dated milestone milestones timescale timescales due'));
/** Words that go with them and name nothing. */
const around = new Set(
  terms(
    'set hit reach meet achieve do done deliver have make made give state say end year years finish complete by before until main key all every list police met force we our now current strategy list show tell any other january february march april may june july august september october november december spring summer autumn winter',
  ),
);

/** Null where they are asked for about a topic, or not at all. */
export function askedPromises(plan: Pick<Plan, 'concepts' | 'intent' | 'question'>): AskedPromises | null {
  const stems = namedConcepts(plan).flatMap(({ own }) => own);
  const named = (of: ReadonlySet<string>): boolean => stems.some((stem) => of.has(stem));
  const isOfNothingElse = stems.every(
    (stem) => promises.has(stem) || targets.has(stem) || deadlines.has(stem) || around.has(stem),
  );
  if (!isOfNothingElse) return null;
  const year = byYear.exec(plan.question)?.groups?.['year'];
  const isPromised = plan.intent === 'commitment' || named(promises) || named(targets) || achieving.test(plan.question);
  if (year !== undefined && isPromised)
    return { holds: ({ commitment }) => commitment.deadline?.year === Number(year), isDated: true };
  if (named(deadlines)) return { holds: ({ commitment }) => commitment.deadline !== null, isDated: false };
  return named(targets) ? { holds: ({ commitment }) => commitment.target !== null, isDated: false } : null;
}

const byYear = /\b(?:by|before|until|due(?: by| in)?)\s+(?:the\s+)?(?:end\s+of\s+|\p{L}+\s+)?(?<year>20\d\d)\b/iu;
const achieving = /\b(?:achieve|reach|hit|deliver|do|done)\b/iu;
