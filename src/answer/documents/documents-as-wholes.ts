// The documents of which all passages must be at hand: what they state as wholes is asked for, or whether a word stands in them anywhere.
import type { DocumentDescription } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { meantDocuments, wholeDocument } from '../../domain/plan.ts';
import type { Plan } from '../../domain/plan.ts';
import { askedPromises } from './asked-promises.ts';
import { askedCount, askedSets, asksChange } from './asked-sets.ts';

/** @param searched all documents that may be searched. */
export function documentsAsWholes(plan: Plan, searched: readonly DocumentDescription[]): DocumentId[] {
  const asked = askedSets(plan);
  if (asked && asksChange(plan)) return searched.map(({ id }) => id);
  const isOfWholes =
    asked !== null || plan.topic === wholeDocument || askedCount(plan) !== null || askedPromises(plan) !== null;
  const isOfMention = plan.intent === 'presence' || plan.asksWhatIsSaid;
  return isOfWholes || isOfMention ? [...meantDocuments(plan.scope)] : [];
}
