// The last step of every answer: each citation is exact, each marker has its citation, and nothing outside quotations adds a fact.
import type { Citation, ComposedAnswer } from '../../domain/answer.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import type { Passage } from '../../domain/passage.ts';
import { displayQuote } from './display-quote.ts';

/** What of an answer is checked. */
type Told = Pick<ComposedAnswer, 'answer' | 'citations'>;

/** Whether the answer may be sent. Checks against the passages themselves, not against what the composer says of them. */
export function verifyGrounding(
  composed: Told,
  passages: readonly Passage[],
  documents: readonly DocumentDescription[],
): boolean {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const own = withoutQuotations(composed);
  const exact = composed.citations.every((citation) => {
    const passage = byId.get(citation.passageId);
    return passage !== undefined && isExact(citation, passage);
  });
  return exact && markersMatch(composed, own) && addsNoFigure(composed, own, documents);
}

function isExact(citation: Citation, passage: Passage): boolean {
  const inside = citation.start >= passage.start && citation.end <= passage.end && citation.start < citation.end;
  const quote = passage.text.slice(citation.start - passage.start, citation.end - passage.start);
  return inside && citation.documentId === passage.documentId && quote === citation.quote;
}

/** @param own the answer without its quotations. */
function markersMatch({ citations }: Told, own: string): boolean {
  const markers = new Set([...own.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1])));
  return (
    markers.size === citations.length &&
    citations.every((citation, index) => citation.n === index + 1 && markers.has(citation.n))
  );
}

/** Wording outside quotations may hold only figures that a quotation, or a cited document's title or years, holds too; short titles are names. */
function addsNoFigure({ citations }: Told, own: string, documents: readonly DocumentDescription[]): boolean {
  const untitled = documents.reduce((text, document) => text.replaceAll(document.shortTitle, ''), own);
  const named = citations.reduce(withoutPlace, untitled);
  const figures = named.replaceAll(/\[\d+\]/gu, '').match(/\p{N}[\p{N},.]*/gu) ?? [];
  const known = citations
    .map(
      ({ quote, document }) => `${quote} ${document.title} ${document.years?.from ?? ''} ${document.years?.to ?? ''}`,
    )
    .join(' ');
  return figures.every((figure) => known.includes(figure.replace(/[.,]$/u, '')));
}

/** The headings that a quotation stands under and its page say where it is, and nothing else. */
function withoutPlace(text: string, { section, page }: Citation): string {
  const unheaded = section.length === 0 ? text : text.replaceAll(`*${section.join(' › ')}*`, '');
  return page === null ? unheaded : unheaded.replaceAll(new RegExp(String.raw`\bpage ${page}\b`, 'gu'), '');
}

function withoutQuotations({ answer, citations }: Told): string {
  return citations.reduce((text, citation) => text.replaceAll(displayQuote(citation.quote), ''), answer);
}
