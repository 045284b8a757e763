// What was wrong with one reply, in words for whoever mends it.
import type { Score } from './score.ts';

const failureTypes = ['search', 'answer', 'forbidden', 'evidence', 'citation', 'quotation', 'abstention'] as const;

export interface Failure {
  readonly type: (typeof failureTypes)[number];
  readonly text: string;
}

/** Evidence below this place is as good as not found: recall is measured no further. */
const lastPlace = 10;

export function failuresOf(score: Score): Failure[] {
  return [...searchFailures(score), ...answerFailures(score), ...sourceFailures(score), ...abstentionFailures(score)];
}

function searchFailures({ ranks }: Score): Failure[] {
  return ranks.flatMap((rank, index): Failure[] => {
    if (rank !== null && rank <= lastPlace) return [];
    const place = rank === null ? 'not found' : `found at place ${rank}`;
    return [{ type: 'search', text: `evidence ${index + 1} ${place}` }];
  });
}

function answerFailures({ missing, forbidden }: Score): Failure[] {
  return [
    ...(missing ?? []).map((group): Failure => ({ type: 'answer', text: `the reply lacks ${alternatives(group)}` })),
    ...forbidden.map((words): Failure => ({ type: 'forbidden', text: `the reply holds "${words}"` })),
  ];
}

/** A comparison or a timeline may well cite a document more than it must. */
const mayCiteMore = ['compare', 'timeline'];

function sourceFailures({ unquoted, strayCitations, quotations, kind }: Score): Failure[] {
  const strays = mayCiteMore.includes(kind) ? [] : [...new Set(strayCitations)];
  const altered = quotations.all - quotations.verbatim;
  return [
    ...(unquoted ?? []).map((group): Failure => ({
      type: 'evidence',
      text: `no citation of ${group.doc} with ${alternatives(group.any)}`,
    })),
    ...strays.map((id): Failure => ({ type: 'citation', text: `cites ${id}` })),
    ...(altered > 0
      ? [{ type: 'quotation', text: `${altered} of ${quotations.all} quotations are not verbatim` } as const]
      : []),
  ];
}

function abstentionFailures({ abstained, shouldAbstain, status }: Score): Failure[] {
  if (shouldAbstain === null || abstained === shouldAbstain) return [];
  return [
    {
      type: 'abstention',
      text: shouldAbstain ? `answered (${status}) what the documents do not` : `abstained (${status})`,
    },
  ];
}

function alternatives(group: readonly string[]): string {
  return group.map((words) => `"${words}"`).join(' or ');
}
