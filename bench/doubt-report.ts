// What a doubt is worth on the cases of fit-doubt.ts: the questions told apart, and those recognised where few are withheld wrongly.
import type { DoubtCase } from './fit-doubt.ts';

/** Shares of the answerable questions that may be withheld wrongly. */
const ceilings = [0.02, 0.03, 0.04, 0.05];
/** The embedding model was not trained on these answerable questions. */
const measured = new Set(['tuning', 'withholding', 'near-pairs']);

/** Prints, for each ceiling, the share of each set's unanswerable questions that is recognised. */
export function reportDoubt(name: string, cases: readonly DoubtCase[], doubtOf: (each: DoubtCase) => number): void {
  const doubts = new Map(
    cases.map((each) => [each, each.decided === null ? doubtOf(each) : Number(each.decided === 'withheld')]),
  );
  const withheld = (of: readonly DoubtCase[], most: number): number =>
    of.filter((each) => (doubts.get(each) ?? 0) > most).length / of.length;
  const answerable = cases.filter(({ found, set }) => !found && measured.has(set));
  const others = cases.filter(({ found, set }) => !found && !measured.has(set));
  console.log(`${name}: area ${areaUnder(cases, doubts).toFixed(3)}`);
  for (const ceiling of ceilings) {
    const most = thresholds.find((each) => withheld(answerable, each) <= ceiling) ?? 1;
    const sets = [...new Set(cases.filter(({ found }) => found).map(({ set }) => set))].map((set) => {
      const unanswerable = cases.filter((each) => each.found && each.set === set);
      return `${set} ${percent(withheld(unanswerable, most))}`;
    });
    const wrongly = `${percent(withheld(answerable, most))} wrongly, ${percent(withheld(others, most))} of the others`;
    console.log(`  above ${most.toFixed(2)}: ${sets.join(', ')}; ${wrongly}`);
  }
}

const thresholds = Array.from({ length: 100 }, (_, at) => at / 100);

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Probability that of two tuning questions, one answerable and one not, the other is doubted more. */
function areaUnder(cases: readonly DoubtCase[], doubts: ReadonlyMap<DoubtCase, number>): number {
  const undecided = cases.filter(({ decided, set }) => decided === null && set === 'tuning');
  const valuesOf = (found: boolean): number[] =>
    undecided.filter((each) => each.found === found).map((each) => doubts.get(each) ?? 0);
  const [high, low] = [valuesOf(true), valuesOf(false)];
  const won = high.flatMap((one) => low.map((other) => (one > other ? 1 : Number(one === other) / 2)));
  return won.reduce((sum, each) => sum + each, 0) / Math.max(1, won.length);
}
