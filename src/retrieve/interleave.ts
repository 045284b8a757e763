// Orders passages of several documents so that each document that is meant has its places among the first.
import type { DocumentId } from '../domain/ids.ts';
import type { Scope } from '../domain/plan.ts';

interface Ranked {
  readonly documentId: DocumentId;
  readonly score: number;
}

/**
 * Best first. Where documents are meant, places go by the D'Hondt rule over the documents' weights: the next place is that of
 * the document with the largest weight / (places taken + 1), and goes to its best remaining passage.
 * @param sorted best first.
 */
export function interleave<T extends Ranked>(sorted: readonly T[], scope: Scope): T[] {
  if (scope.kind === 'open') return [...sorted];
  const queues = new Map<DocumentId, T[]>();
  for (const passage of sorted) queues.set(passage.documentId, [...(queues.get(passage.documentId) ?? []), passage]);
  const weights = new Map(scope.documents.map((document) => [document.id, document.weight]));
  const taken = new Map<DocumentId, number>();
  const order: T[] = [];
  while (order.length < sorted.length) {
    const next = nextDocument(queues, weights, taken);
    const passage = next === null ? undefined : queues.get(next)?.shift();
    if (next === null || !passage) break;
    taken.set(next, (taken.get(next) ?? 0) + 1);
    order.push(passage);
  }
  return order;
}

function nextDocument<T extends Ranked>(
  queues: ReadonlyMap<DocumentId, readonly T[]>,
  weights: ReadonlyMap<DocumentId, number>,
  taken: ReadonlyMap<DocumentId, number>,
): DocumentId | null {
  let best: { id: DocumentId; claim: number; score: number } | null = null;
  for (const [id, queue] of queues) {
    const head = queue[0];
    if (!head) continue;
    const claim = (weights.get(id) ?? 0) / ((taken.get(id) ?? 0) + 1);
    if (!best || claim > best.claim || (claim === best.claim && head.score > best.score))
      best = { id, claim, score: head.score };
  }
  return best?.id ?? null;
}
