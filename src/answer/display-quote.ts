// How a quotation is written in an answer: its words unchanged, on one line.

/** The quote without line breaks, unreadable glyphs and the source's emphasis marks, on which Markdown would act. */
export function displayQuote(quote: string): string {
  return quote
    .replaceAll(/[*_#`\ufffd■]+/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
