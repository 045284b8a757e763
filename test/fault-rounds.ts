/** Rounds of a test that tries its luck: few in the usual run, many in `npm run test:faults`. */
export function faultRounds(rounds: { readonly usual: number; readonly thorough: number }): number {
  return process.env['FAULT_ROUNDS'] === 'thorough' ? rounds.thorough : rounds.usual;
}
