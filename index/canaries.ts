// Canaries: a handful of passages that every sound generation must find again, by meaning and by word, before it may serve.
import { createHash } from 'node:crypto';
import type { PassageIndex } from '../src/ports.ts';
import { termFrequencies, type PassageTerms, type TermFrequency } from './corpus-terms.ts';
import type { Canary } from './manifest.ts';
import { bytesOf } from './vector-rows.ts';

const wanted = 8;
/** How many passages may come before a canary by vector: passages of nearly equal wording have nearly equal vectors. */
const denseSlack = 10;

/** Picks passages spread over the corpus whose vector no other passage shares. */
export function chooseCanaries(corpus: readonly PassageTerms[]): Canary[] {
  const frequencies = termFrequencies(corpus);
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
    if (!dense.includes(passageId)) return `passage ${passageId} is not found by its vector`;
    const lexical = await index.lexicalCandidates([{ term, weight: 1 }], null, holders);
    if (!lexical.includes(passageId)) return `passage ${passageId} is not found by a word of it`;
  }
  return null;
}

function toCanary({ passage, body }: PassageTerms, frequencies: ReadonlyMap<string, TermFrequency>): Canary {
  const holdersOf = (term: string): number => frequencies.get(term)?.passages ?? 0;
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
