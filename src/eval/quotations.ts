// The quotations of a reply, and whether they stand in the documents word for word.
import { normalise } from './normalise.ts';
import type { CitedPassage, Reply } from './observation.ts';

/** Texts of the documents by id. */
export type Texts = ReadonlyMap<string, string>;

interface Quotations {
  readonly verbatim: number;
  readonly all: number;
}

/**
 * Counts what the reply gives as quoted: each citation's quote, which must be exactly the text at its offsets, and each
 * “…” before a marker in its wording, which must stand in the document of that marker word for word.
 */
export function countQuotations({ text, citations }: Reply, texts: Texts): Quotations {
  const shown = citations.flatMap((citation) => shownBefore(text, citation.n).map((words) => ({ words, citation })));
  const verdicts = [
    ...citations.map((citation) => isExact(citation, texts)),
    ...shown.map(({ words, citation }) => stands(words, texts.get(citation.documentId))),
  ];
  return { verbatim: verdicts.filter(Boolean).length, all: verdicts.length };
}

function isExact({ documentId, quote, start, end }: CitedPassage, texts: Texts): boolean {
  return quote !== '' && texts.get(documentId)?.slice(start, end) === quote;
}

/** An ellipsis leaves words out, so the parts on either side are looked for one by one. */
function stands(quotation: string, text: string | undefined): boolean {
  const parts = quotation
    .split('…')
    .map(wordsOf)
    .filter((words) => words !== '');
  const source = ` ${wordsOf(text ?? '')} `;
  return parts.every((words) => source.includes(` ${words} `));
}

/** Word for word: marks of emphasis and bullets may go when a quotation is shown, and leave a space or none. */
function wordsOf(text: string): string {
  return normalise(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Quotations that directly precede the marker `[n]`. */
function shownBefore(text: string, n: number): string[] {
  return [...text.matchAll(new RegExp(String.raw`”[.,;:]?\s*(?:\[\d+\]\s*)*\[${n}\]`, 'gu'))].flatMap(({ index }) => {
    const start = openingOf(text, index);
    return start === null ? [] : [text.slice(start + 1, index)];
  });
}

/** Place of the “ that the ” at `closing` closes; quotations within a quotation are passed over. */
function openingOf(text: string, closing: number): number | null {
  let depth = 0;
  for (let at = closing; at >= 0; at -= 1) {
    if (text[at] === '”') depth += 1;
    if (text[at] === '“') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}
