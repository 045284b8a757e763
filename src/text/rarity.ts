// How much a term tells, by how few texts hold it.

/** ln(1 + (N − n + ½) / (n + ½)), the inverse document frequency of BM25: 0 for a term that stands everywhere, large for a rare one. */
export function inverseFrequency(holding: number, size: number): number {
  return Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
}
