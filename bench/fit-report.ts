// Fits on the tuning cases and prints what that is worth: with the current weights, cross-validated by writer, and fitted.

export interface FitTrial<Case extends { readonly writer: string }> {
  readonly names: readonly string[];
  readonly current: readonly number[];
  readonly tuning: readonly Case[];
  readonly development: readonly Case[];
  readonly fit: (cases: readonly Case[]) => number[];
  /** Rank of the first right one, from 1; 0 where none is found. */
  readonly rankOf: (each: Case, weights: readonly number[]) => number;
  readonly print: (name: string, ranks: readonly number[]) => void;
}

export function reportFit<Case extends { readonly writer: string }>(trial: FitTrial<Case>): void {
  const { names, current, tuning, development, fit, rankOf, print } = trial;
  const ranks = (cases: readonly Case[], weights: readonly number[]): number[] =>
    cases.map((each) => rankOf(each, weights));
  const fitted = fit(tuning);
  const heldOut = [...new Set(tuning.map(({ writer }) => writer))].flatMap((writer) => {
    const weights = fit(tuning.filter((each) => each.writer !== writer));
    return ranks(
      tuning.filter((each) => each.writer === writer),
      weights,
    );
  });
  print('tuning, current weights', ranks(tuning, current));
  print('tuning, cross-validated', heldOut);
  print('tuning, fitted', ranks(tuning, fitted));
  print('development, current', ranks(development, current));
  print('development, fitted', ranks(development, fitted));
  console.log(names.map((name, at) => `${name}: ${(fitted[at] ?? 0).toFixed(2)}`).join(', '));
}
