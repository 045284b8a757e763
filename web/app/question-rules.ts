// What the service takes as a question, so that a person is told before anything is sent.

/** Characters as people count them; the same as the service's own limit. */
export const longestQuestion = 2000;

export function lengthOf(question: string): number {
  return Array.from(question).length;
}

/** @returns what to do about it, or null where it can be asked. */
export function problemWith(question: string, chosen: readonly string[] | null): string | null {
  if (question.trim() === '') return 'Type a question.';
  const length = lengthOf(question);
  if (length > longestQuestion) {
    return `A question has at most ${longestQuestion.toLocaleString('en-GB')} characters, and this one has ${length.toLocaleString('en-GB')}. Shorten it.`;
  }
  return chosen?.length === 0 ? 'Choose at least one document to search.' : null;
}
