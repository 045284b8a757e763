// What commands stand for: what is typed after them is a subject, and the question is ours.

const comparing = /^How do the strategies compare on (?<subject>.+)\?$/su;

/** What `/commitment` asks the documents where the register has nothing. */
export function commitmentQuestion(subject: string): string {
  return `What did we commit to on ${subject}?`;
}

/** What `/compare` asks; `comparedSubject` takes the subject out again. */
export function comparisonQuestion(subject: string): string {
  return `How do the strategies compare on ${subject}?`;
}

/** The subject of a comparison that a command asked for; null for any other question. */
export function comparedSubject(question: string): string | null {
  return comparing.exec(question)?.groups?.['subject'] ?? null;
}
