// Whether the promises themselves are asked for, all that have a target or a date, and not those about something.
import type { RegisterRow } from '../../domain/commitment.ts';
import type { Plan } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { namedConcepts } from '../rank/concept-coverage.ts';

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
export function askedPromises(plan: AskedPlan): AskedPromises | null {
  const stems = namedConcepts(plan).flatMap(({ own }) => own);
  const named = (of: ReadonlySet<string>): boolean => stems.some((stem) => of.has(stem));
  const isOfNothingElse = stems.every(
    (stem) => promises.has(stem) || targets.has(stem) || deadlines.has(stem) || around.has(stem),
  );
  // The number of a thing ("the 999 target") names it.
  if (!isOfNothingElse || numbered.test(plan.question)) return null;
  const asks = { promises: named(promises), targets: named(targets), deadlines: named(deadlines) };
  const due = dueThen(plan, asks);
  if (due) return due;
  if (asks.deadlines) return { holds: isTimed, isDated: false };
  const share = shareGiven.exec(plan.question)?.[0].replaceAll(/\s/gu, '');
  if (asks.targets && share !== undefined)
    return { holds: ({ commitment: { text, target } }) => target !== null && holdsShare(text, share), isDated: true };
  return asks.targets ? { holds: ({ commitment }) => commitment.target !== null, isDated: false } : null;
}

/** "Which targets were 20%?": those of that figure, in whichever document. */
const shareGiven = /(?<![\d.,])\d+(?:\.\d+)?\s?%/u;

function holdsShare(text: string, share: string): boolean {
  return (text.match(/(?<![\d.,])\d+(?:\.\d+)?\s?%/gu) ?? []).some((each) => each.replaceAll(/\s/gu, '') === share);
}

/** A year, or a stretch of time that is counted, can be held to; "shortly" and "in the longer term" cannot. */
function isTimed({ commitment: { deadline } }: RegisterRow): boolean {
  return (
    deadline !== null &&
    (deadline.year !== null || /\b(?:years?|months?|weeks?|days?|quarters?)\b/i.test(deadline.text))
  );
}

/** Which of them a question names. */
interface Named {
  readonly promises: boolean;
  readonly targets: boolean;
  readonly deadlines: boolean;
}

/** Those due in the year that is asked for; null where none is. */
function dueThen(plan: AskedPlan, asks: Named): AskedPromises | null {
  const isOfPromises = asks.promises || asks.targets || asks.deadlines;
  const year = yearAsked(plan, isOfPromises);
  if (year === null || !(isOfPromises || plan.intent === 'commitment' || achieving.test(plan.question))) return null;
  // "The targets for 2016" are figures; what has a deadline, or is promised by then, need not be one.
  const asksFigure = asks.targets && !asks.promises && !asks.deadlines;
  const isDue = ({ commitment }: RegisterRow): boolean => commitment.deadline?.year === year;
  return { holds: (row) => isDue(row) && !(asksFigure && row.commitment.target === null), isDated: true };
}

/** The year that what is promised is due in; null where the question names none. @param isOfPromises whether promises, targets or dates are named. */
function yearAsked({ question, scope }: AskedPlan, isOfPromises: boolean): number | null {
  const year = (byYear.exec(question) ?? (isOfPromises ? dueInYear.exec(question) : null))?.groups?.['year'];
  // A year that names a document ("the 2018 strategy") is when that begins.
  const isOfDocument = year !== undefined && !byYear.test(question) && scope.because.join(' ').includes(year);
  return year === undefined || (isOfDocument && scope.kind === 'one') ? null : Number(year);
}

type AskedPlan = Pick<Plan, 'concepts' | 'intent' | 'question' | 'scope'>;

/** "The targets for 2016", "a deadline of 2017", "due in 2017": beside a promise, target or date the year is that of the date. */
const dueInYear =
  /(?:\bfor|\b(?:deadline|date|milestone|target|due|set)s?\s+(?:is\s+)?(?:of|in|at|to))\s+(?:the\s+end\s+of\s+)?(?<year>20\d\d)\b/i;
const numbered = /(?<![\p{N}.,£])(?!(?:19|20)\d\d\b)(?:\d{3,}|\d{1,3}(?:,\d{3})+)(?![\p{N}.,%])/u;
const byYear = /\b(?:by|before|until|due(?: by| in)?)\s+(?:the\s+)?(?:end\s+of\s+|\p{L}+\s+)?(?<year>20\d\d)\b/iu;
const achieving = /\b(?:achieve|reach|hit|deliver|do|done)\b/i;
