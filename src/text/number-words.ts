// Numbers in words, as parts of patterns.

const teens = 'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';

/** Those from two on that count whole things. */
export const countWords = `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|${teens}|${tens}|dozen|hundred|thousand|million`;
