// What a question takes for granted: "since we cut leaks by 44%, what comes next?", "confirm that there will be 900 pumps by 2028". It can be
// held against the documents where it gives a figure.

/** A statement within a question, with what can be checked of it. */
export interface Claim {
  readonly text: string;
  /** Without spaces and thousands' commas: `44%`, `£12m`, `38000`. */
  readonly figures: readonly string[];
  readonly years: readonly string[];
  readonly course: Course | null;
}

/** Whether a thing is said to have grown or shrunk. */
export type Course = 'up' | 'down';

const subject = String.raw`(?:the|we|they|it|our|there|officers?|staff|\p{L}+)`;
const claimed: readonly RegExp[] = [
  /^\W*(?:please |can you |could you |just )*confirm(?: to me| for me)?,? (?:that |whether |if )?(?<claim>.+)$/i,
  /^\W*(?:so |and |but )*(?:is|isn['’]t) it (?:really |actually )?(?:true|right|correct|the case|not true)(?: to say)?,?(?: that)? (?<claim>.+)$/i,
  /^\W*(?:so |and )*am i (?:right|correct)(?: in (?:thinking|saying|believing))?,?(?: that)? (?<claim>.+)$/i,
  /^\W*(?:so |and )*(?<claim>[^?]{3,200}?)(?:,\s?(?:right|correct|true|yes)|\s(?:right|correct|true)(?=\s*\?)|,? (?:isn['’]t it|aren['’]t (?:they|we|there)|won['’]t (?:they|we|it|there)))\W*$/i,
  new RegExp(
    String.raw`^\W*(?:since|given(?: that)?|now(?: that)?|seeing (?:as|that)|considering(?: that)?|as|because|with)\s+(?<claim>${subject}\b[^?]{3,120}?),\s+(?=(?:what|why|how|which|who|when|where|is|are|will|does|do|did|can|has|have)\b)`,
    'iu',
  ),
  /^\W*(?:why|how) (?:did|do|does|has|have|had|is|are|was|were|will)\s+(?<claim>[^?]{3,200})/i,
];

/** Of the forms above, those that want a statement confirmed and ask nothing else. */
const confirming = claimed.slice(0, 4);

/** Whether a message asks if a statement is true, and nothing else. */
export function wantsConfirming(question: string): boolean {
  return confirming.some((pattern) => pattern.test(question));
}

const yearPattern = /\b(?:19|20)\d{2}(?:\/\d{2,4})?\b/gu;
const figurePattern = /£?\s?\d+(?:[.,]\d+)*(?:\s?(?:%|per ?cent\b|m\b|bn\b|million\b|billion\b))?/gi;

/** Null where the question takes nothing for granted, or nothing that a figure tells. */
export function claimIn(question: string): Claim | null {
  const text = claimed.map((pattern) => pattern.exec(question)?.groups?.['claim']).find((each) => each !== undefined);
  if (text === undefined) return null;
  const years = text.match(yearPattern) ?? [];
  const figures = figuresIn(text);
  return figures.length === 0 ? null : { text, figures, years, course: courseOf(text) };
}

/** The figures of a text, years apart, each in one form. */
export function figuresIn(text: string): string[] {
  const found = text.replaceAll(yearPattern, ' ').match(figurePattern) ?? [];
  return found.map((figure) =>
    figure
      .toLowerCase()
      .replaceAll(/[\s,]/gu, '')
      .replace(/percent$/u, '%')
      .replace(/million$/u, 'm')
      .replace(/billion$/u, 'bn'),
  );
}

const courses: Readonly<Record<Course, RegExp>> = {
  up: /\b(?:up|increas\w*|ris(?:e|en|es|ing)|rose|grow\w*|grew|rais\w+|doubl\w+|tripl\w+|higher|climb\w*|more)\b/i,
  down: /\b(?:down|cut|cuts|cutting|reduc\w+|decreas\w+|fall\w*|fell|drop\w*|lower\w*|halv\w+|fewer|declin\w+|less)\b/i,
};

/** Null where a text tells neither, or both. */
export function courseOf(text: string): Course | null {
  const [up, down] = [courses.up.test(text), courses.down.test(text)];
  return up === down ? null : up ? 'up' : 'down';
}
