// Canaries: a handful of passages that every sound generation must find again, by meaning and by word, before it may serve.
import { createHash } from 'node:crypto';
import type { PassageId } from '../src/domain/ids.ts';
import type { IndexedPassage, PassageIndex } from '../src/ports.ts';
import { dot } from '../src/text/vectors.ts';
import { passageFrequencies, type PassageTerms } from './corpus-terms.ts';
import type { Canary } from './manifest.ts';
import { bytesOf } from './vector-rows.ts';

const wanted = 8;
/** How many passages may come before a canary by vector: passages of nearly equal wording have nearly equal vectors. */
const denseSlack = 10;
/** Cosine from which two vectors are told apart by rounding only. */
const equalNearness = 0.995;

/** Picks passages spread over the corpus whose vector no other passage shares. */
export function chooseCanaries(corpus: readonly PassageTerms[]): Canary[] {
  const frequencies = passageFrequencies(corpus);
  const owners = ownersOfVectors(corpus);
  const eligible = corpus.filter(({ passage, body }) => body.length > 0 && owners.get(keyOf(passage.vector)) === 1);
  const step = Math.max(1, eligible.length / wanted);
  const chosen = Array.from(
    { length: Math.min(wanted, eligible.length) },
    (_, turn) => eligible[Math.floor(turn * step)],
  );
  return chosen.flatMap((each) => (each ? [toCanary(each, frequencies)] : []));
}

/** Says which canary a generation does not find, or null when it finds all. */
export async function missedCanary(index: PassageIndex, canaries: readonly Canary[]): Promise<string | null> {
  for (const { passageId, term, holders } of canaries) {
    const [passage] = await index.load([passageId]);
    if (!passage) return `passage ${passageId} is not in it`;
    const dense = await index.denseCandidates(passage.vector, null, denseSlack);
    if (!dense.includes(passageId) && !(await isCrowdedOut(index, passage, dense)))
      return `passage ${passageId} is not found by its vector`;
    const lexical = await index.lexicalCandidates([{ term, weight: 1 }], null, holders);
    if (!lexical.includes(passageId)) return `passage ${passageId} is not found by a word of it`;
  }
  return null;
}

/** Texts of one odd kind may have all but equal vectors; then any of them is as near as the canary itself. */
async function isCrowdedOut(
  index: PassageIndex,
  canary: IndexedPassage,
  found: readonly PassageId[],
): Promise<boolean> {
  const others = await index.load(found);
  const asNear = ({ vector, sentenceVectors }: IndexedPassage): boolean =>
    [vector, ...sentenceVectors].some((other) => dot(canary.vector, other) > equalNearness);
  return others.length >= denseSlack && others.every(asNear);
}

function toCanary({ passage, body }: PassageTerms, frequencies: ReadonlyMap<string, number>): Canary {
  const holdersOf = (term: string): number => frequencies.get(term) ?? 0;
  const term = body.toSorted((a, b) => holdersOf(a) - holdersOf(b) || (a < b ? -1 : 1))[0] ?? '';
  return { passageId: passage.id, term, holders: holdersOf(term) };
}

function ownersOfVectors(corpus: readonly PassageTerms[]): Map<string, number> {
  const owners = new Map<string, number>();
  for (const { passage } of corpus) {
    const keys = new Set([passage.vector, ...passage.sentenceVectors].map(keyOf));
    for (const key of keys) owners.set(key, (owners.get(key) ?? 0) + 1);
  }
  return owners;
}

function keyOf(vector: Float32Array): string {
  return createHash('sha1').update(bytesOf(vector)).digest('base64');
}
