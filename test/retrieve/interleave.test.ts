import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/domain/plan.ts';
import { interleave } from '../../src/retrieve/interleave.ts';
import { toDocumentId } from '../index/made-up-corpus.ts';

const names = ['a', 'b', 'c', 'd'].map((name) => toDocumentId(name));
const [a, b, c] = names;

function scopeOf(weights: readonly number[], kind: Scope['kind'] = 'several'): Scope {
  return { kind, documents: names.map((id, at) => ({ id, weight: weights[at] ?? 0.12 })), because: [] };
}

/** Passages of these documents, best first: `aab` is two of a, then one of b. */
const passages = (text: string) =>
  Array.from(text, (name, at) => ({ documentId: toDocumentId(name), score: text.length - at, at }));

const order = (text: string, scope: Scope): string =>
  interleave(passages(text), scope)
    .map(({ documentId }) => documentId)
    .join('');

describe('sharing places among documents', () => {
  it('keeps the order of scores where no document is meant', () => {
    expect(order('aabacb', scopeOf([1, 1, 1, 1], 'open'))).toBe('aabacb');
  });

  it.each([
    ['two named take turns', 'aaaabbbb', [1, 1], 'abababab'],
    ['three implied take turns', 'aaabbbccc', [0.5, 0.5, 0.5], 'abcabcabc'],
    ['one named has eight places before another has one', 'bbaaaaaaaaaa', [1], 'aaaaaaaabaab'],
    ['one named and one implied share two to one', 'aaaaaabbb', [1, 0.5], 'aabaabaab'],
    ['one that runs out leaves its places to the others', 'abbb', [1, 1], 'abbb'],
    ['of equal claims the better passage goes first', 'baab', [1, 1], 'baab'],
  ])('%s', (_, text, weights, expected) => {
    expect(order(text, scopeOf(weights))).toBe(expected);
  });

  it('keeps each document’s own order', () => {
    const own = interleave(passages('abacabca'), scopeOf([1, 0.5, 0.5]))
      .filter(({ documentId }) => documentId === a)
      .map(({ at }) => at);
    expect(own).toEqual([0, 2, 4, 7]);
  });

  it('puts documents that the scope does not know last, and loses none', () => {
    const scope: Scope = { kind: 'one', documents: [{ id: b ?? toDocumentId('b'), weight: 1 }], because: [] };
    expect(order('cacbb', scope)).toBe('bbcac');
  });

  it('gives nothing for nothing', () => {
    expect(interleave([], scopeOf([1, 1]))).toEqual([]);
  });

  it('gives every passage once, and a place to each document meant among the first', () => {
    const weights = fc.array(fc.constantFrom(1, 0.5, 0.12), { minLength: 4, maxLength: 4 });
    const found = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 40 });
    fc.assert(
      fc.property(found, weights, (text, shares) => {
        const scope = scopeOf(shares);
        const placed = interleave(passages(text), scope);
        expect(placed.toSorted((one, other) => one.at - other.at)).toEqual(passages(text));
        const meant = scope.documents.filter(({ id, weight }) => weight >= 0.5 && text.includes(id));
        // A named document takes two places before an implied one has its first; among equals each has one of the first n.
        const least = Math.min(...meant.map(({ weight }) => weight));
        const first = placed.slice(
          0,
          meant.reduce((sum, { weight }) => sum + weight / least, 0),
        );
        for (const { id } of meant) expect(first.map(({ documentId }) => documentId)).toContain(id);
      }),
    );
  });

  it('gives the same order to the same passages, whatever the order of the scope’s documents', () => {
    const found = passages('abcabccba');
    const scope = scopeOf([1, 1, 0.5]);
    const turned = { ...scope, documents: scope.documents.toReversed() };
    expect(interleave(found, turned)).toEqual(interleave(found, scope));
    expect(found.some(({ documentId }) => documentId === c)).toBe(true);
  });
});
