// What speaks for a passage because of the conversation: a question that goes on is mostly answered where the last one was.
import type { Plan } from '../domain/plan.ts';
import type { Passage } from '../domain/passage.ts';

/** Beside the fused signals, whose spread over the candidates is about one. Chosen on the tuning conversations. */
const bonuses = { passage: 0.5, section: 0.35, document: 0.3 };

/** What is added to a passage's score; 0 where the question does not go on with a conversation. */
export function continuityBonus(plan: Plan, passages: readonly Passage[]): (passage: Passage) => number {
  const { continues } = plan;
  if (!continues || continues.how === 'scope') return () => 0;
  const cited = new Set(continues.cited.map(({ passageId }) => passageId));
  const documents = new Set(continues.cited.map(({ documentId }) => documentId));
  // A conversation about several documents points at none of them.
  const isOne = documents.size === 1 && plan.scope.kind !== 'several';
  if (continues.how === 'beside')
    return ({ documentId }) => (isOne && documents.has(documentId) ? bonuses.document : 0);
  const sections = new Set(
    passages.filter(({ id }) => cited.has(id)).map(({ documentId, sectionId }) => `${documentId}/${sectionId}`),
  );
  return ({ id, documentId, sectionId }) =>
    (isOne && documents.has(documentId) ? bonuses.document : 0) +
    (cited.has(id) ? bonuses.passage : 0) +
    (sectionId !== null && sections.has(`${documentId}/${sectionId}`) ? bonuses.section : 0);
}
