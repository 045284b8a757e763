// One passage by its id, in the shape of the contract.
import type { PassageDetailWire } from '../contract/search.ts';
import { AppError } from '../domain/errors.ts';
import { isPassageId } from '../domain/ids.ts';
import type { PassageIndex } from '../ports.ts';
import { passageDetailWire } from './wire.ts';

/** The passage with its section and neighbours. @throws AppError `not-found`, also where `id` has not the form of an id. */
export async function findPassage(index: PassageIndex, id: string): Promise<PassageDetailWire> {
  const [passage] = isPassageId(id) ? await index.load([id]) : [];
  if (!passage) throw new AppError('not-found', 'There is no passage with this id.');
  return passageDetailWire(passage, await index.passagesOf(passage.documentId));
}
