// An answer as plain text, to be copied or read out.
import { describeDocument, describePlace } from '../describe-document.ts';
import { spanLink } from '../links.ts';
import type { Answer, Citation } from './chat-state.ts';

/** Without the marks of emphasis; the markers of sources stay. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\*\*(?<strong>[^*\n]+)\*\*/gu, '$<strong>')
    .replaceAll(/\*(?<emphasis>[^*\s][^*\n]*)\*/gu, '$<emphasis>');
}

/** What “Copy answer” copies. @param origin of this page, as `https://bluelamp.example`. */
export function copiedAnswer(question: string, { answer, citations }: Answer, origin: string): string {
  const sources = citations.map((citation) => sourceLine(citation, origin));
  const parts = [question, plainText(answer), ...(sources.length > 0 ? [`Sources\n${sources.join('\n')}`] : [])];
  return `${parts.join('\n\n')}\n`;
}

function sourceLine(citation: Citation, origin: string): string {
  const { n, document, section, page } = citation;
  const about = describeDocument(document);
  const place = describePlace(section, page);
  const words = [document.title, about, place].filter((part) => part !== '').join(', ');
  return `[${n}] ${words}\n    ${origin}${spanLink(citation)}`;
}

/** A quotation as one line of words: without bullets, stars and glyphs that cannot be read. */
export function cleanQuote(quote: string): string {
  return quote
    .replaceAll(/\*+|[\ufffd■]+|(?<=^|\n)\s*[-•⊖]\s+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
