// Text as the evaluation compares it: without typography, furniture, line breaks and case.

/** Bullets and ticks of the documents, the replacement character, and Markdown's marks. */
const furniture = /[•‣▪▫●○◦⊖⊝✓✔☑✗➢➤❖·►■□\ufffd*_#|]/gu;

/** Both sides of a comparison go through this; then one need only be looked for in the other. */
export function normalise(text: string): string {
  return text
    .replaceAll(/[‘’‚‛]/gu, "'")
    .replaceAll(/[“”„‟]/gu, '"')
    .replaceAll(/[–—]/gu, '-')
    .replaceAll(furniture, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Whether `text` holds `words`, whatever their typography. */
export function holds(text: string, words: string): boolean {
  return normalise(text).includes(normalise(words));
}
