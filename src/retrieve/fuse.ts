// Score fusion: each signal is standardised over the candidates and the weighted standard scores are summed.
import { signalNames } from './signals.ts';
import type { SignalName, Signals } from './signals.ts';

export type Mode = 'hybrid' | 'dense' | 'lexical';
export type SignalWeights = Readonly<Record<SignalName, number>>;

/** One summand of a passage's score. */
export interface ScorePart {
  readonly name: string;
  /** The signal as measured. */
  readonly value: number;
  /** What it adds to the score: weight × standard score. */
  readonly contribution: number;
}

export interface Fused {
  readonly score: number;
  /** Their contributions add up to `score`. */
  readonly parts: readonly ScorePart[];
}

const lexicalSignals: ReadonlySet<SignalName> = new Set(['passageLexical', 'sentenceLexical']);

/** Fused scores of the candidates, in their order. */
export function fuse(candidates: readonly Signals[], weights: SignalWeights, mode: Mode): Fused[] {
  const used = signalNames.filter((name) => mode === 'hybrid' || lexicalSignals.has(name) === (mode === 'lexical'));
  const scales = new Map(used.map((name) => [name, scaleOf(candidates.map((signals) => signals[name]))]));
  return candidates.map((signals) => {
    const parts = used.map((name): ScorePart => {
      const scale = scales.get(name) ?? { mean: 0, deviation: 1 };
      return {
        name,
        value: signals[name],
        contribution: (weights[name] * (signals[name] - scale.mean)) / scale.deviation,
      };
    });
    return { score: parts.reduce((sum, part) => sum + part.contribution, 0), parts };
  });
}

/** Mean and standard deviation; a signal that is the same for all says nothing, and is scaled by 1. */
function scaleOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return { mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : 1 };
}
