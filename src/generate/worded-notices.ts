// What a reader should know beside a worded answer, and where the model did not word one.
import type { Citation, ComposedAnswer, Notice } from '../domain/answer.ts';
import type { ModelFaultKind } from '../domain/model-fault.ts';

/** Why there is no wording, or not a whole one; `unfounded` where the documents bear too little of it out. */
export type WordingFault = ModelFaultKind | 'unfounded';

/** The notices of the quoting answer about documents that the worded one cites, with its numbers. */
export function noticesOver({ notices, citations: quoted }: ComposedAnswer, citations: readonly Citation[]): Notice[] {
  return notices.flatMap((notice): Notice[] => {
    if (!notice.citations) return [notice];
    const documents = new Set(quoted.filter(({ n }) => notice.citations?.includes(n)).map((each) => each.documentId));
    const about = citations.filter(({ documentId }) => documents.has(documentId)).map(({ n }) => n);
    return about.length === 0 ? [] : [{ ...notice, citations: about }];
  });
}

/** @param begun whether words of the model stand before the quotations. */
export function failureNotice(fault: WordingFault, begun: boolean): Notice {
  const then = begun
    ? 'its sentences that the documents bear out are followed by the documents’ own words.'
    : 'this is the answer in the documents’ own words.';
  return { type: 'model', text: `${reasons[fault]}; ${then}` };
}

const unreachable = 'The language model could not be reached';
const unusable = 'The language model gave no usable reply';
const reasons: Readonly<Record<WordingFault, string>> = {
  unreachable,
  refused: unreachable,
  busy: 'The language model is busy',
  failed: unusable,
  slow: 'The language model took too long',
  unreadable: unusable,
  empty: unusable,
  unfinished: 'The language model broke off',
  endless: unusable,
  'tool-call': unusable,
  resting: 'The language model does not answer at present',
  spent: 'The use of the language model that is allowed for today is used up',
  crowded: 'The language model is busy',
  unfounded: 'The documents do not bear out enough of what the language model said',
};
