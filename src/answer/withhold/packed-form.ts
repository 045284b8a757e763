// A fitted form of vectors as it is written down: numbers as whole multiples of a step.

/** One signed byte each, in base64. */
export interface PackedNumbers {
  readonly step: number;
  readonly bytes: string;
}

/** A linear and a quadratic form of vectors: the square of a vector's share in each direction counts with that direction's weight. */
export interface PackedForm {
  readonly linear: PackedNumbers;
  readonly directions: readonly (PackedNumbers & { readonly weight: number })[];
}

export function unpacked({ step, bytes }: PackedNumbers): Float32Array {
  const signed = Int8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  return Float32Array.from(signed, (value) => value * step);
}
