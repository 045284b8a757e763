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
  const queues = queuesOf(sorted, scope);
  const order: T[] = [];
  while (order.length < sorted.length) {
    const next = nextQueue(queues);
    const passage = next?.passages[next.taken];
    if (!next || !passage) break;
    next.taken += 1;
    order.push(passage);
  }
  return order;
}

/** The passages of one document, best first, and how many have been given a place. */
interface Queue<T> {
  readonly weight: number;
  readonly passages: T[];
  taken: number;
}

function queuesOf<T extends Ranked>(sorted: readonly T[], scope: Scope): Queue<T>[] {
  const weights = new Map(scope.documents.map(({ id, weight }) => [id, weight]));
  const queues = new Map<DocumentId, Queue<T>>();
  for (const passage of sorted) {
    const { documentId } = passage;
    const queue = queues.get(documentId) ?? { weight: weights.get(documentId) ?? 0, passages: [], taken: 0 };
    queue.passages.push(passage);
    queues.set(documentId, queue);
  }
  return [...queues.values()];
}

function nextQueue<T extends Ranked>(queues: readonly Queue<T>[]): Queue<T> | null {
  let best: { queue: Queue<T>; claim: number; score: number } | null = null;
  for (const queue of queues) {
    const head = queue.passages[queue.taken];
    if (!head) continue;
    const claim = queue.weight / (queue.taken + 1);
    if (!best || claim > best.claim || (claim === best.claim && head.score > best.score))
      best = { queue, claim, score: head.score };
  }
  return best?.queue ?? null;
}
