// The asker's words within an answer.

/** Longest repeat of a question, in characters. */
const longestTopic = 120;

/** In a form that can neither mark up the answer nor pose as part of it. */
export function plainWords(topic: string): string {
  const plain = topic
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}’',?%£&-]+/gu, ' ')
    .trim();
  return Array.from(plain).slice(0, longestTopic).join('').trim();
}
