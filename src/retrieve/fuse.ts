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

/** How the signals of any candidate are summed. */
export interface Fusion {
  scoreOf(signals: Signals): number;
  /** The summands of that score, for those whose reasons are told. */
  partsOf(signals: Signals): ScorePart[];
}

const lexicalSignals: ReadonlySet<SignalName> = new Set(['passageLexical', 'sentenceLexical']);

/** The fusion of the signals of these candidates, over which each signal is standardised. */
export function createFusion(candidates: readonly Signals[], weights: SignalWeights, mode: Mode): Fusion {
  const used = signalNames
    .filter((name) => mode === 'hybrid' || lexicalSignals.has(name) === (mode === 'lexical'))
    .map((name) => ({ name, weight: weights[name], ...scaleOf(candidates, name) }));
  const contribution = (signals: Signals, { name, weight, mean, deviation }: (typeof used)[number]): number =>
    (weight * (signals[name] - mean)) / deviation;
  return {
    scoreOf: (signals) => used.reduce((sum, each) => sum + contribution(signals, each), 0),
    partsOf: (signals) =>
      used.map((each) => ({
        name: each.name,
        value: signals[each.name],
        contribution: contribution(signals, each),
      })),
  };
}

/** Mean and standard deviation; a signal that is the same for all says nothing, and is scaled by 1. */
function scaleOf(candidates: readonly Signals[], name: SignalName): { mean: number; deviation: number } {
  const count = Math.max(1, candidates.length);
  const mean = candidates.reduce((sum, signals) => sum + signals[name], 0) / count;
  const variance = candidates.reduce((sum, signals) => sum + (signals[name] - mean) ** 2, 0) / count;
  return { mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : 1 };
}
