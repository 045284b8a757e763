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
    .map((name): Scale => scaleOf(candidates, name, weights[name]));
  return {
    scoreOf(signals) {
      let score = 0;
      for (const scale of used) score += contributionOf(signals, scale);
      return score;
    },
    partsOf: (signals) =>
      used.map((scale) => ({
        name: scale.name,
        value: signals[scale.name],
        contribution: contributionOf(signals, scale),
      })),
  };
}

/** What makes a signal's values comparable with those of others. */
interface Scale {
  readonly name: SignalName;
  readonly weight: number;
  readonly mean: number;
  readonly deviation: number;
}

function contributionOf(signals: Signals, { name, weight, mean, deviation }: Scale): number {
  return (weight * (signals[name] - mean)) / deviation;
}

/** Mean and standard deviation; a signal that is the same for all says nothing, and is scaled by 1. */
function scaleOf(candidates: readonly Signals[], name: SignalName, weight: number): Scale {
  // By counting: an iterator makes a pair, or a number on the heap, of each of some thousand values.
  const values = new Float64Array(candidates.length);
  for (let at = 0; at < values.length; at += 1) values[at] = candidates[at]?.[name] ?? 0;
  const count = Math.max(1, values.length);
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0;
  const mean = sum / count;
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) squares += ((values[at] ?? 0) - mean) ** 2;
  const variance = squares / count;
  return { name, weight, mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : 1 };
}
