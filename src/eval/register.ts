// How good the register is, by statements that a reader marked.
import type { Commitment, RegisterRow, Target } from '../domain/commitment.ts';
import type { Label, Pair } from './register-labels.ts';

/** A count of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface RegisterMeasures {
  /** Marked commitments that have a row. */
  readonly found: Share;
  /** Near misses that have one. */
  readonly taken: Share;
  readonly targetsFound: Share;
  /** Of the targets found, those whose unit and measure agree. */
  readonly targetsRight: Share;
  /** Statistics whose row gives a figure as a target. */
  readonly statisticsAsTargets: Share;
  readonly deadlinesFound: Share;
  /** Of the deadlines found, those whose words and year agree. */
  readonly deadlinesRight: Share;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Share of the shorter of two spans that both must hold to be of one statement. */
const leastShared = 0.5;

/** @param rows of all documents that the labels are of. */
export function measureRegister(rows: readonly RegisterRow[], labels: readonly Label[]): RegisterMeasures {
  const seen = labels.map((label) => ({ label, row: rowFor(rows, label) }));
  const commitments = seen.filter(({ label }) => label.kind === 'commitment');
  const others = seen.filter(({ label }) => label.kind === 'near-miss');
  const statistics = others.filter(({ label }) => label.why === 'statistic');
  return {
    found: share(commitments, ({ row }) => row !== null),
    taken: share(others, ({ row }) => row !== null),
    statisticsAsTargets: share(statistics, ({ row }) => row !== null && row.targets.length > 0),
    ...measureTargets(commitments),
    ...measureDeadlines(commitments),
  };
}

interface Seen {
  readonly label: Label;
  readonly row: Commitment | null;
}

function measureTargets(seen: readonly Seen[]): Pick<RegisterMeasures, 'targetsFound' | 'targetsRight'> {
  const wanted = seen
    .filter(({ label }) => !label.targetsOptional)
    .flatMap(({ label, row }) =>
      label.targets.map((target) => {
        const same = row?.targets.filter(({ value }) => figureIn(value) === figureIn(target.value)) ?? [];
        return { target, found: same.find((each) => agrees(target, each)) ?? same[0] ?? null };
      }),
    );
  const found = wanted.filter((each) => each.found !== null);
  return {
    targetsFound: { count: found.length, of: wanted.length },
    targetsRight: share(found, (each) => each.found !== null && agrees(each.target, each.found)),
  };
}

function measureDeadlines(seen: readonly Seen[]): Pick<RegisterMeasures, 'deadlinesFound' | 'deadlinesRight'> {
  const wanted = seen.flatMap(({ label, row }) =>
    label.deadline && !label.deadlineOptional ? [{ deadline: label.deadline, found: row?.deadline ?? null }] : [],
  );
  const found = wanted.filter((each) => each.found !== null);
  const right = found.filter(({ deadline, found: own }) => {
    const years = [deadline.year, ...(deadline.yearAcceptable ?? [])];
    return own !== null && years.includes(own.year) && overlaps(own.text, deadline.text);
  });
  return {
    deadlinesFound: { count: found.length, of: wanted.length },
    deadlinesRight: { count: right.length, of: found.length },
  };
}

export interface SuccessorMeasures {
  /** Pairs of which a true counterpart is among the first five. */
  readonly amongFive: Share;
  /** Look-alikes that are offered at all. */
  readonly offeredLookAlikes: Share;
}

export function measureSuccessors(rows: readonly RegisterRow[], pairs: readonly Pair[]): SuccessorMeasures {
  const byId = new Map(rows.map(({ commitment }) => [commitment.id, commitment]));
  const offered = (pair: Pair): Commitment[] => {
    const from = rows.find(({ commitment }) => isAt(commitment, pair.from.document, pair.from));
    return (from?.counterparts ?? []).flatMap(({ id }) => byId.get(id) ?? []);
  };
  const holds = (found: readonly Commitment[], places: Pair['to']): boolean =>
    found.some((commitment) => places.some((place) => isAt(commitment, place.document, place)));
  const successors = pairs.filter(({ kind }) => kind === 'successor');
  const lookAlikes = pairs.filter(({ kind }) => kind === 'look-alike');
  return {
    amongFive: share(successors, (pair) => holds(offered(pair).slice(0, 5), pair.to)),
    offeredLookAlikes: share(lookAlikes, (pair) => holds(offered(pair), pair.false)),
  };
}

function rowFor(rows: readonly RegisterRow[], label: Label): Commitment | null {
  const places = [{ ...label }, ...label.also];
  const row = rows.find(({ commitment }) =>
    places.some((place) => isAt(commitment, place.document ?? label.document, place)),
  );
  return row?.commitment ?? null;
}

function isAt(commitment: Commitment, document: string, place: Place): boolean {
  if (commitment.documentId !== document) return false;
  const shared = Math.min(commitment.end, place.end) - Math.max(commitment.start, place.start);
  return shared >= leastShared * Math.min(commitment.end - commitment.start, place.end - place.start);
}

function share<Item>(items: readonly Item[], test: (item: Item) => boolean): Share {
  return { count: items.filter(test).length, of: items.length };
}

/** `Over 2,000` and `2000` are one figure. */
function figureIn(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(',', '')
    .replace(/^(?:over|around|about|at least|up to|some|c\.) /u, '')
    .trim();
}

function agrees(marked: Target, found: Target): boolean {
  if ((marked.unit === '%') !== (found.unit === '%')) return false;
  return overlaps(`${found.unit ?? ''} ${found.measure}`, `${marked.unit ?? ''} ${marked.measure}`);
}

/** Whether they share a word of more than three letters or a number. */
function overlaps(one: string, other: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}]{4,}|\d+/gu) ?? [];
  const own = new Set(words(one));
  return words(other).some((word) => own.has(word)) || one.trim().toLowerCase() === other.trim().toLowerCase();
}
