// Lists that an answer may give: those stated in the documents that were found, and those within the best sentences.
import type { DocumentId } from '../domain/ids.ts';
import type { Passage } from '../domain/passage.ts';
import { inlineList } from './inline-lists.ts';
import { statedLists } from './lists.ts';
import type { StatedList } from './stated-list.ts';
import type { RankedSentence } from './rank.ts';
import type { ComposeRequest } from './request.ts';

/** Lists of the documents that ranked sentences stand in. */
export function listCandidates({ ranked, surroundings }: ComposeRequest): StatedList[] {
  const eligible = new Set(ranked.map(({ passage }) => passage.documentId));
  const byDocument = new Map<DocumentId, Passage[]>();
  for (const passage of surroundings) {
    if (!eligible.has(passage.documentId)) continue;
    const known = byDocument.get(passage.documentId);
    if (known) known.push(passage);
    else byDocument.set(passage.documentId, [passage]);
  }
  return [
    ...[...byDocument.values()].flatMap(statedLists),
    ...ranked.flatMap((sentence) => withinSentence(sentence) ?? []),
  ];
}

/** The list within a sentence, under the lead-in right above it. */
function withinSentence({ passage, sentence, at }: RankedSentence): StatedList | null {
  if (sentence.kind === 'heading' || sentence.kind === 'row' || sentence.kind === 'footnote') return null;
  const above = passage.sentences[at - 1];
  const lead = above?.kind === 'lead-in' ? { passage, start: above.start, end: above.end } : null;
  return inlineList({ passage, start: sentence.start, end: sentence.end }, lead);
}
