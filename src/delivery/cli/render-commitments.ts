// The register as it stands on a terminal.
import type { CommitmentWire, RegisterPageWire } from '../../contract/commitments.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import { describeCommitment } from '../../../web/register/describe-commitment.ts';
import { tidy } from '../../../web/register/render-row.ts';
import { renderPlace } from './render-answer.ts';
import { wrap } from './wrap.ts';

interface Surroundings {
  readonly documents: readonly DocumentDescription[];
  readonly width: number;
}

export function renderCommitments({ commitments, total, nextCursor }: RegisterPageWire, around: Surroundings): string {
  if (total === 0) return 'No commitment fits all of this.';
  const rows = commitments.map((commitment) => renderCommitment(commitment, around));
  const rest = nextCursor === null ? [] : [`More: add --cursor ${nextCursor}, or --limit 500.`];
  return [`${total.toLocaleString('en-GB')} ${total === 1 ? 'commitment' : 'commitments'}`, ...rows, ...rest].join(
    '\n\n',
  );
}

function renderCommitment(commitment: CommitmentWire, { documents, width }: Surroundings): string {
  const { id, documentId, text, leadIn, section, page } = commitment;
  const title = documents.find((document) => document.id === documentId)?.shortTitle ?? documentId;
  const words = leadIn === null ? tidy(text) : `[${tidy(leadIn.text)}] ${tidy(text)}`;
  return [
    wrap(`“${words}”`, { width }),
    wrap([title, renderPlace(section, page)].filter((part) => part !== '').join(', '), { width, first: '  ' }),
    wrap(`${describeCommitment(commitment)} · ${id}`, { width, first: '  ' }),
  ].join('\n');
}
