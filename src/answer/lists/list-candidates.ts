// Lists that an answer may give: those stated in the documents that were found, and those within the best sentences.
import { listsOfDocument, listWithin } from './read-lists.ts';
import type { StatedList } from './stated-list.ts';
import type { ComposeRequest } from '../rank/request.ts';

/** Lists of the documents that ranked sentences stand in. */
export function listCandidates({ ranked, surroundings }: ComposeRequest): StatedList[] {
  const eligible = new Set(ranked.map(({ passage }) => passage.documentId));
  return [
    ...[...surroundings].flatMap(([id, passages]) => (eligible.has(id) ? listsOfDocument(passages) : [])),
    ...ranked.flatMap(({ passage, at }) => listWithin(passage, at) ?? []),
  ];
}
