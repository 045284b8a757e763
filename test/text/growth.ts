// How the time of a function grows with its input: a ratio, so that it says the same on a slow machine.

/** One timing takes at least this long, so that the grain of the clock matters little. */
const leastMilliseconds = 3;
const repeats = 5;
const attempts = 6;
/** Growth for each doubling that is linear for certain; no further attempt is made. */
const good = 2.4;
/** Between linear (2) and quadratic (4), with room for noise. */
export const tolerated = 3;

/**
 * By how much the time grows when the input, a part over and over, doubles: about 2 for linear work, 4 for quadratic.
 * Measured over two doublings, of which noise can hide less. Each time is the best of several, and so is the result:
 * collecting garbage and other work on the machine only add.
 */
export function growth(work: (input: string) => unknown, part: string, size: number): number {
  const parts = Math.ceil(size / part.length);
  const [small, large] = [part.repeat(parts), part.repeat(parts * 4)];
  for (let turn = 0; turn < 2; turn += 1) work(large);
  const times = Math.min(2000, Math.ceil(leastMilliseconds / timeOf(work, small, 1)));
  let best = Infinity;
  for (let attempt = 0; attempt < attempts && best > good; attempt += 1) {
    const pairs = Array.from(
      { length: repeats },
      () => [timeOf(work, small, times), timeOf(work, large, times)] as const,
    );
    const ratio = Math.min(...pairs.map(([, second]) => second)) / Math.min(...pairs.map(([first]) => first));
    best = Math.min(best, Math.sqrt(ratio));
  }
  return best;
}

/** Strings that make careless patterns slow, as parts to be repeated. */
export const nastyParts = [
  'a',
  '(',
  ' ',
  '\u0301',
  '.',
  '. ',
  '.)',
  '!"',
  'a. ',
  'A. ',
  '1.',
  '1',
  '1,000,',
  '2023/24 ',
  "a'",
  '-',
  '*',
  '_',
  '■',
  '\ufffd',
  '\ud800',
  '\t',
  '\n',
] as const;

/** Milliseconds that this process had a processor for: what others do on a busy machine does not count. */
function timeOf(work: (input: string) => unknown, input: string, times: number): number {
  const started = process.cpuUsage();
  for (let turn = 0; turn < times; turn += 1) work(input);
  const { user, system } = process.cpuUsage(started);
  return Math.max((user + system) / 1000, 0.001);
}
