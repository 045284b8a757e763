// What a question takes for granted, held against the documents: where they state a thing's figure, its course or its year otherwise, that is
// said in a fixed sentence and their own words are quoted. What they bear out, or say nothing of, is left to the rest.
import { figureBeside } from '../figures/figure-beside.ts';
import { quote, words } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { claimEvidence } from '../withhold/claim-evidence.ts';
import type { ClaimEvidence, ToldOfClaim } from '../withhold/claim-evidence.ts';
import { courseOf, figuresIn } from '../withhold/claims.ts';
import type { Course } from '../withhold/claims.ts';

const differs = {
  year: 'The documents found do not say this of that year. What they say of it:',
  course: 'The documents found do not say that it went that way. What they say of it:',
  figure: 'The documents found do not give that figure for it. What they say of it:',
} as const;

/** Null where nothing is taken for granted, where the documents bear it out, and where they state no other of the very thing. */
export function composeClaim(request: ComposeRequest): Composed | null {
  // How a thing went through the documents takes nothing for granted.
  if (request.plan.intent === 'timeline') return null;
  const evidence = claimEvidence(request);
  const found = evidence && (evidence.giving.length > 0 ? otherwise(evidence) : otherFigure(evidence));
  if (!found) return null;
  const [first, ...others] = withCourse(found.quoted, evidence.told);
  const lead = words(`${differs[found.how]} `);
  return first ? { paragraphs: [[lead, quote(first)], ...others.map((each) => [quote(each)])] } : null;
}

interface Found {
  readonly how: keyof typeof differs;
  readonly quoted: ToldOfClaim;
}

/** The figure stands there; null where its course and its year do as well. */
function otherwise({ claim: { years, course }, giving }: ClaimEvidence): Found | null {
  const [first] = giving;
  const goesSo = giving.filter((each) => course === null || courseAround(each) !== opposite[course]);
  const [going] = goesSo;
  if (!going) return first ? { how: 'course', quoted: first } : null;
  const isDated = goesSo.some(({ passage }) => holdsYears(years, [...passage.section, passage.text].join(' ')));
  return isDated ? null : { how: 'year', quoted: going };
}

const opposite: Readonly<Record<Course, Course>> = { up: 'down', down: 'up' };

/** The figure stands nowhere, and another of its form stands right beside the thing, going the same way. */
function otherFigure({ claim: { figures, course }, things, told, isFigureFound }: ClaimEvidence): Found | null {
  const form = formOf(figures[0] ?? '');
  if (isFigureFound || form === 'count' || course === null) return null;
  const quoted = told.find((each) => {
    const [beside] = figuresIn(figureBeside(each, things) ?? '');
    return beside !== undefined && formOf(beside) === form && courseOf(each.quote) === course;
  });
  return quoted ? { how: 'figure', quoted } : null;
}

type Form = 'share' | 'money' | 'count';

function formOf(figure: string): Form {
  return figure.endsWith('%') ? 'share' : figure.startsWith('£') ? 'money' : 'count';
}

/** With what goes beside it and tells which way it went, where the sentence itself does not. */
function withCourse(first: ToldOfClaim, told: readonly ToldOfClaim[]): Quotation[] {
  const isOpen = courseOf(first.quote) === null;
  const second = isOpen
    ? told.find((each) => each !== first && each.passage.id === first.passage.id && courseOf(each.quote) !== null)
    : undefined;
  return [first, ...(second ? [second] : [])].map(({ passage, sentence: { start, end } }) => ({ passage, start, end }));
}

/** Told by the sentence, or else by those around it. */
function courseAround({ quote: text, passage }: ToldOfClaim): Course | null {
  return courseOf(text) ?? courseOf(passage.text);
}

function holdsYears(years: readonly string[], text: string): boolean {
  return years.every((year) => text.includes(year));
}
