import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFusion } from '../../src/retrieve/fuse.ts';
import type { Mode, ScorePart, SignalWeights } from '../../src/retrieve/fuse.ts';
import { signalNames } from '../../src/retrieve/signals.ts';
import type { SignalName, Signals } from '../../src/retrieve/signals.ts';
import { signalWeights } from '../../src/retrieve/signal-weights.ts';

const nothing: Signals = {
  passageLexical: 0,
  sentenceLexical: 0,
  passageDense: 0,
  sentenceDense: 0,
  contextDense: 0,
  knownDense: 0,
  askedDense: 0,
};
const signals = (parts: Partial<Signals>): Signals => ({ ...nothing, ...parts });
const even: SignalWeights = {
  passageLexical: 1,
  sentenceLexical: 1,
  passageDense: 1,
  sentenceDense: 1,
  contextDense: 1,
  knownDense: 1,
  askedDense: 1,
};

interface Fused {
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

function fuse(found: readonly Signals[], weights: SignalWeights, mode: Mode): Fused[] {
  const fusion = createFusion(found, weights, mode);
  return found.map((each) => ({ score: fusion.scoreOf(each), parts: fusion.partsOf(each) }));
}

const contribution = (fused: Fused | undefined, name: SignalName): number | undefined =>
  fused?.parts.find((part) => part.name === name)?.contribution;

const measured = fc.record(
  Object.fromEntries(signalNames.map((name) => [name, fc.double({ min: -1, max: 60, noNaN: true })])),
);
const candidates = fc.array(
  measured.map((values) => signals(values)),
  { maxLength: 40 },
);

describe('fusing signals', () => {
  it('gives each signal as measured, and its weight times its standard score', () => {
    const fused = fuse(
      [signals({ passageDense: 1 }), signals({ passageDense: 3 })],
      { ...even, passageDense: 0.5 },
      'hybrid',
    );
    expect(fused.map(({ parts }) => parts.find(({ name }) => name === 'passageDense'))).toEqual([
      { name: 'passageDense', value: 1, contribution: -0.5 },
      { name: 'passageDense', value: 3, contribution: 0.5 },
    ]);
    expect(fused.map(({ score }) => score)).toEqual([-0.5, 0.5]);
  });

  it('takes nothing from a signal that is the same for all', () => {
    // The mean of three times a tenth is not quite a tenth, and that must not be taken for a difference.
    const fused = fuse(
      [1, 1, 4].map((contextDense) => signals({ passageDense: 0.1, contextDense })),
      even,
      'hybrid',
    );
    for (const each of fused) expect(contribution(each, 'passageDense')).toBeCloseTo(0, 12);
    expect(contribution(fused[2], 'contextDense')).toBeCloseTo(Math.SQRT2, 12);
  });

  it('gives a lone candidate a score of 0, and nothing for none', () => {
    expect(fuse([signals({ passageLexical: 12, askedDense: 0.5 })], even, 'hybrid').map(({ score }) => score)).toEqual([
      0,
    ]);
    expect(fuse([], even, 'hybrid')).toEqual([]);
  });

  it.each([
    ['lexical', ['passageLexical', 'sentenceLexical']],
    ['dense', ['passageDense', 'sentenceDense', 'contextDense', 'knownDense', 'askedDense']],
    ['hybrid', [...signalNames]],
  ] as const)('in mode “%s” uses %j alone', (mode, names) => {
    const fused = fuse([nothing, signals({ passageLexical: 9, passageDense: 9 })], even, mode);
    expect(fused.map(({ parts }) => parts.map(({ name }) => name))).toEqual([names, names]);
    expect(fused[1]?.score).toBe(mode === 'hybrid' ? 2 : 1);
  });

  it('has parts that add up to the score, and scores that are centred on 0', () => {
    fc.assert(
      fc.property(candidates, fc.constantFrom('hybrid', 'dense', 'lexical'), (found, mode) => {
        const fused = fuse(found, signalWeights, mode);
        for (const { score, parts } of fused)
          expect(parts.reduce((sum, part) => sum + part.contribution, 0)).toBeCloseTo(score, 9);
        expect(fused.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(0, 6);
      }),
    );
  });

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(candidates, (found) => {
        const scores = fuse(found, signalWeights, 'hybrid').map(({ score }) => score);
        const backwards = fuse(found.toReversed(), signalWeights, 'hybrid').map(({ score }) => score);
        for (const [at, score] of backwards.toReversed().entries()) expect(score).toBeCloseTo(scores[at] ?? NaN, 9);
      }),
    );
  });

  it('ranks no better signal lower where all else is equal', () => {
    fc.assert(
      fc.property(
        candidates,
        fc.constantFrom(...signalNames),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (found, name, more) => {
          const [first = nothing] = found;
          const [worse, better] = fuse(
            [first, { ...first, [name]: first[name] + more }, ...found],
            signalWeights,
            'hybrid',
          );
          expect(better?.score).toBeGreaterThan(worse?.score ?? NaN);
        },
      ),
    );
  });
});
