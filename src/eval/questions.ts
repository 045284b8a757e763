// The questions of an evaluation: JSON Lines, one question a line.
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';

const personas = ['new-staff', 'manager', 'bot'] as const;

const kinds = [
  'fact',
  'definition',
  'acronym',
  'commitment',
  'list',
  'compare',
  'timeline',
  'presence',
  'summary',
  'followup',
  'unanswerable',
  'smalltalk',
] as const;

const words = z.string().trim().min(1);

const questionSchema = z.strictObject({
  id: words,
  persona: z.enum(personas),
  kind: z.enum(kinds),
  /** The user's messages in order; only the reply to the last one is scored. */
  turns: z.array(words).min(1),
  /** Keys of the documents that a right reply must cite: ids, or what their ids begin with, as `2013`. */
  docs: z.array(words),
  /** A group is met by a passage of that document that holds one of the strings. */
  evidence: z.array(z.strictObject({ doc: words, any: z.array(words).min(1) })),
  /** The reply must hold one string of every group. */
  answer: z.array(z.array(words).min(1)),
  /** Strings that the reply must not hold. */
  forbid: z.array(words).default([]),
  /** Whether the documents do not answer it, and the reply must say so. */
  abstain: z.boolean(),
});

export type Question = z.infer<typeof questionSchema>;
export type EvidenceGroup = Question['evidence'][number];

/**
 * Reads questions; blank lines are passed over.
 * @throws AppError `wrong-use` that names the first line that is no question, and why.
 */
export function readQuestions(source: string): Question[] {
  const lines = source.split('\n').map((text, index) => ({ text: text.replace(/^\ufeff/u, ''), number: index + 1 }));
  const questions: Question[] = [];
  for (const { text, number } of lines.filter((line) => line.text.trim() !== '')) {
    const question = readQuestion(text, number);
    if (questions.some(({ id }) => id === question.id))
      throw badLine(number, `the id "${question.id}" was used before`);
    questions.push(question);
  }
  if (questions.length === 0) throw new AppError('wrong-use', 'There are no questions. Write one JSON object a line.');
  return questions;
}

/** The message that is scored. */
export function lastTurn({ turns }: Question): string {
  return turns.at(-1) ?? '';
}

function readQuestion(text: string, number: number): Question {
  const parsed = questionSchema.safeParse(parseJson(text, number));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badLine(number, `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not a question'}`);
}

function parseJson(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badLine(number, `it is not valid JSON (${cause instanceof Error ? cause.message : 'unreadable'})`, cause);
  }
}

function badLine(number: number, fault: string, cause?: unknown): AppError {
  return new AppError('wrong-use', `Line ${number} of the questions cannot be used: ${fault}.`, { cause });
}
