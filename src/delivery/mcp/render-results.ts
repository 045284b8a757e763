// Results to read, for assistants that show or quote text; the structure beside them holds the same.
import type { AnswerWire } from '../../contract/answer.ts';
import type { PassageDetailWire, SearchResultWire } from '../../contract/search.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import type { Years } from '../../domain/document.ts';
import type { McpParts } from './parts.ts';
import { passageUri } from './uris.ts';

type Permalink = McpParts['permalink'];

export function renderAnswer(answer: AnswerWire, permalink: Permalink): string {
  const { citations, related, notices, suggestions, conversationId } = answer;
  return paragraphs([
    answer.answer,
    ...notices.map(({ text }) => `Note: ${text}`),
    listed(
      'Sources',
      citations.map((citation) => {
        const { n, document, section, page, quote } = citation;
        const head = `[${n}] ${document.title} (${standing(document)}), ${place(section, page)}`;
        return `${head}\n    “${oneLine(quote)}”\n    ${permalink(citation)}`;
      }),
    ),
    listed(
      'Nearest passages, which do not answer the question',
      related.map((passage) => `- ${passage.documentId}, ${place(passage.section, null)}\n    ${permalink(passage)}`),
    ),
    listed(
      'One could ask',
      suggestions.map((text) => `- ${text}`),
    ),
    `To ask a follow-up, pass conversationId "${conversationId}".`,
  ]);
}

export function renderFound(
  { passages, lexicalOnly }: SearchResultWire,
  documents: readonly DocumentDescription[],
  permalink: Permalink,
): string {
  if (passages.length === 0) return 'Nothing was found.';
  const titles = new Map<string, DocumentDescription>(documents.map((document) => [document.id, document]));
  return paragraphs([
    ...passages.map((passage, index) => {
      const document = titles.get(passage.documentId);
      const head = document ? `${document.title} (${standing(document)})` : passage.documentId;
      return `${index + 1}. ${head}, ${place(passage.section, passage.page)}\n${passage.text}\n${passageUri(passage.passageId)} · ${permalink(passage)}`;
    }),
    lexicalOnly ? 'Only words were searched, not meaning.' : '',
  ]);
}

export function renderPassage(
  passage: PassageDetailWire,
  document: DocumentDescription | null,
  permalink: Permalink,
): string {
  const head = document ? `${document.title} (${standing(document)})` : passage.documentId;
  const neighbours = [
    passage.previous && `The passage before it: ${passageUri(passage.previous.passageId)}`,
    passage.next && `The passage after it: ${passageUri(passage.next.passageId)}`,
  ];
  return paragraphs([
    `${head}, ${place(passage.section, passage.page)}`,
    passage.text,
    permalink(passage),
    neighbours.filter((line) => line !== null).join('\n'),
  ]);
}

function standing({ years, status }: { readonly years: Years | null; readonly status: string }): string {
  const span = years && (years.from === years.to ? `${years.from}` : `${years.from}–${years.to}`);
  return [span ?? 'years unknown', status === 'unknown' ? 'status unknown' : status].join(', ');
}

function place(section: readonly string[], page: number | null): string {
  const path = section.length === 0 ? 'before the first heading' : section.join(' › ');
  return page === null ? path : `${path}, page ${page}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function listed(heading: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : [`${heading}:`, ...entries].join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
