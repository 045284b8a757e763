// A page of the register to read.
import type { DocumentDescription } from '../../domain/document.ts';
import type { CommitmentPage } from './commitment-register.ts';
import type { McpParts } from './parts.ts';
import { oneLine, paragraphs, renderDocument, renderPlace } from './render-place.ts';

export function renderCommitments(
  { commitments, total, nextCursor }: CommitmentPage,
  documents: readonly DocumentDescription[],
  permalink: McpParts['permalink'],
): string {
  if (commitments.length === 0) return 'No commitment matches.';
  return paragraphs([
    `${commitments.length} of ${total}:`,
    ...commitments.map((commitment) => {
      const { documentId, section, page, text, actor, target, deadline } = commitment;
      const facts = [
        `by: ${actor}`,
        target && `target: ${[target.value, target.unit, target.measure].filter((part) => part !== null).join(' ')}`,
        deadline && `deadline: ${deadline.text}`,
      ];
      return [
        `“${oneLine(text)}”`,
        `${renderDocument(documentId, documents)}, ${renderPlace(section, page)}`,
        facts.filter((fact) => fact !== null).join('; '),
        permalink(commitment),
      ].join('\n');
    }),
    nextCursor === null ? '' : `For the next page, pass cursor "${nextCursor}".`,
  ]);
}
