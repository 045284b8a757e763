// A fitted form of vectors as it is written down: numbers as whole multiples of a step.

/** One signed byte each, in base64. */
export interface PackedNumbers {
  readonly step: number;
  readonly bytes: string;
}

/** Numbers one a dimension of the vectors, and a weight beside them. */
export interface PackedRow extends PackedNumbers {
  readonly weight: number;
}

/** A linear and a quadratic form of vectors, and a weight for each clue that itself depends on the vector. */
export interface PackedForm {
  readonly bias: number;
  readonly linear: PackedNumbers;
  /** The square of a vector's share in each counts with its weight. */
  readonly directions: readonly PackedRow[];
  /** A clue counts with its weight and the vector's product with its row, by its name. */
  readonly clues: Readonly<Record<string, PackedRow>>;
}

export function unpacked({ step, bytes }: PackedNumbers): Float32Array {
  const signed = Int8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  return Float32Array.from(signed, (value) => value * step);
}
