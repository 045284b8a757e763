// Where the evidence that a question asks for was found.
import { holds } from './normalise.ts';
import type { EvidenceGroup } from './questions.ts';

interface DocumentText {
  readonly documentId: string;
  readonly text: string;
}

/** Whether `key` means this document: it is its id, or its id begins with it, as in `2013` and `2013-2017-one-met-strategy`. */
export function isMeant(documentId: string, key: string): boolean {
  return documentId === key || documentId.startsWith(`${key}-`);
}

export function meets({ documentId, text }: DocumentText, { doc, any }: EvidenceGroup): boolean {
  return isMeant(documentId, doc) && any.some((words) => holds(text, words));
}

/** For each group the place of the first passage that meets it, from 1; null where none does. */
export function ranksOf(groups: readonly EvidenceGroup[], passages: readonly DocumentText[]): (number | null)[] {
  return groups.map((group) => {
    const at = passages.findIndex((passage) => meets(passage, group));
    return at < 0 ? null : at + 1;
  });
}
