// Times of many requests, summed up the way that the figures are wanted.

export interface Latencies {
  readonly count: number;
  /** All in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** @param times in milliseconds; where there are none, every figure is NaN. */
export function latenciesOf(times: readonly number[]): Latencies {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function inMilliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

/** How many times the baseline a value is. */
export function ratio(value: number, baseline: number): string {
  return `${(value / baseline).toFixed(1)}×`;
}
