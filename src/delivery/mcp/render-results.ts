// Results to read, for assistants that show or quote text; the structure beside them holds the same.
import type { AnswerWire } from '../../contract/answer.ts';
import type { PassageDetailWire, SearchResultWire } from '../../contract/search.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import type { McpParts } from './parts.ts';
import { oneLine, paragraphs, renderDocument, renderPlace, renderStanding } from './render-place.ts';
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
        const head = `[${n}] ${document.title} (${renderStanding(document)}), ${renderPlace(section, page)}`;
        return `${head}\n    “${oneLine(quote)}”\n    ${permalink(citation)}`;
      }),
    ),
    listed(
      'Nearest passages, which do not answer the question',
      related.map((passage) => {
        const head = `- ${passage.documentId}, ${renderPlace(passage.section, null)}`;
        return `${head}\n    ${oneLine(passage.text)}\n    ${permalink(passage)}`;
      }),
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
  return paragraphs([
    ...passages.map((passage, index) => {
      const head = `${renderDocument(passage.documentId, documents)}, ${renderPlace(passage.section, passage.page)}`;
      return `${index + 1}. ${head}\n${passage.text}\n${passageUri(passage.passageId)} · ${permalink(passage)}`;
    }),
    lexicalOnly ? 'Only words were searched, not meaning.' : '',
  ]);
}

export function renderPassage(
  passage: PassageDetailWire,
  documents: readonly DocumentDescription[],
  permalink: Permalink,
): string {
  const neighbours = [
    passage.previous && `The passage before it: ${passageUri(passage.previous.passageId)}`,
    passage.next && `The passage after it: ${passageUri(passage.next.passageId)}`,
  ];
  return paragraphs([
    `${renderDocument(passage.documentId, documents)}, ${renderPlace(passage.section, passage.page)}`,
    passage.text,
    permalink(passage),
    neighbours.filter((line) => line !== null).join('\n'),
  ]);
}

function listed(heading: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : [`${heading}:`, ...entries].join('\n');
}
