// A page of the register to read.
import type { CommitmentWire, RegisterPageWire } from '../../contract/commitments.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import { describeCommitment } from '../../../web/register/describe-commitment.ts';
import type { McpParts } from './parts.ts';
import { oneLine, paragraphs, renderDocument, renderPlace } from './render-place.ts';

export function renderCommitments(
  { commitments, total, nextCursor }: RegisterPageWire,
  documents: readonly DocumentDescription[],
  permalink: McpParts['permalink'],
): string {
  if (commitments.length === 0) return 'No commitment matches.';
  return paragraphs([
    `${commitments.length} of ${total}:`,
    ...commitments.map((commitment) =>
      [
        statement(commitment),
        `${renderDocument(commitment.documentId, documents)}, ${renderPlace(commitment.section, commitment.page)}`,
        describeCommitment(commitment),
        permalink(commitment),
      ].join('\n'),
    ),
    nextCursor === null ? '' : `For the next page, pass cursor "${nextCursor}".`,
  ]);
}

/** With the words that introduce it, where it is a member of a list. */
function statement({ leadIn, text }: CommitmentWire): string {
  return [...(leadIn ? [leadIn.text] : []), text].map((words) => `“${oneLine(words)}”`).join(' ');
}
