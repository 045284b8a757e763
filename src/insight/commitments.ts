// The register as every channel gives it. Door for HTTP, the command line, the pages and other assistants.
import type {
  CommitmentDetailWire,
  CommitmentWire,
  RegisterPageWire,
  RegisterQueryWire,
} from '../contract/commitments.ts';
import { usualRows } from '../domain/commitment.ts';
import type { Commitment, RegisterRow } from '../domain/commitment.ts';
import type { DocumentDescription } from '../domain/document.ts';
import { AppError } from '../domain/errors.ts';
import { documentsWithin, filtersOf } from '../domain/filters.ts';
import { isDocumentId } from '../domain/ids.ts';
import type { PassageIndex } from '../ports.ts';
import { toCsv } from './csv.ts';
import { findRows, pageOf, rowWithId } from './register.ts';
import { relatedTo } from './related-commitments.ts';

/** One page. @throws AppError `invalid-request` for documents, years or a cursor that cannot be. */
export async function listCommitments(index: PassageIndex, query: RegisterQueryWire): Promise<RegisterPageWire> {
  const { rows, total, nextCursor } = pageOf(
    await matching(index, query),
    query.cursor ?? null,
    query.limit ?? usualRows,
  );
  return { commitments: rows.map(({ commitment }) => commitmentWire(commitment)), total, nextCursor };
}

/** One commitment with its possible counterparts. @throws AppError `not-found`, also where `id` has not the form of an id. */
export async function readCommitment(index: PassageIndex, id: string): Promise<CommitmentDetailWire> {
  const rows = await index.commitments();
  const row = rowWithId(rows, id);
  if (!row) throw new AppError('not-found', 'There is no commitment with this id.');
  const documents = await index.documents();
  const { related, notFoundIn } = relatedTo(
    row,
    rows,
    documents.map((document) => document.id),
  );
  return {
    ...commitmentWire(row.commitment),
    related: related.map(({ commitment, why, change }) => ({ commitment: commitmentWire(commitment), why, change })),
    notFoundIn: [...notFoundIn],
  };
}

const columns = [
  'id',
  'document',
  'documentId',
  'section',
  'page',
  'commitment',
  'introducedBy',
  'actor',
  'theme',
  'target',
  'unit',
  'measure',
  'allTargets',
  'deadline',
  'deadlineYear',
  'start',
  'end',
] as const;

/** All rows that fit, or a page where `cursor` or `limit` is given, as CSV with a line of headings. */
export async function exportCommitments(index: PassageIndex, query: RegisterQueryWire): Promise<string> {
  const found = await matching(index, query);
  const isPaged = query.cursor !== undefined || query.limit !== undefined;
  const rows = isPaged ? pageOf(found, query.cursor ?? null, query.limit ?? usualRows).rows : found;
  const documents = await index.documents();
  const titles = new Map<string, string>(documents.map(({ id, title }) => [id, title]));
  return toCsv([columns, ...rows.map(({ commitment }) => csvRow(commitment, titles))]);
}

function csvRow(commitment: Commitment, titles: ReadonlyMap<string, string>): (string | number | null)[] {
  const { id, documentId, section, page, text, leadIn, actor, theme, target, targets, deadline, start, end } =
    commitment;
  return [
    id,
    titles.get(documentId) ?? documentId,
    documentId,
    section.join(' > '),
    page,
    oneLine(text),
    leadIn === null ? null : oneLine(leadIn.text),
    actor,
    theme,
    target?.value ?? null,
    target?.unit ?? null,
    target?.measure ?? null,
    targets
      .map(({ value, unit, measure }) => [value, unit, measure].filter((part) => part !== null).join(' '))
      .join('; '),
    deadline === null ? 'No deadline stated' : oneLine(deadline.text),
    deadline?.year ?? null,
    start,
    end,
  ];
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s*]+/gu, ' ').trim();
}

async function matching(index: PassageIndex, query: RegisterQueryWire): Promise<RegisterRow[]> {
  const { q, documents, from, to, theme, has, sort } = query;
  const ids = documents?.filter(isDocumentId);
  const within: readonly DocumentDescription[] = documentsWithin(
    await index.documents(),
    filtersOf({ documents: ids, from, to }),
  );
  return findRows(await index.commitments(), {
    words: q,
    documents: within.map(({ id }) => id),
    theme: theme ?? null,
    has,
    order: sort,
  });
}

function commitmentWire(commitment: Commitment): CommitmentWire {
  const { sectionId: _sectionId, section, themes, leadIn, targets, target, deadline, ...rest } = commitment;
  return {
    ...rest,
    section: [...section],
    themes: [...themes],
    leadIn: leadIn && { ...leadIn },
    targets: targets.map((each) => ({ ...each })),
    target: target && { ...target },
    deadline: deadline && { ...deadline },
  };
}
