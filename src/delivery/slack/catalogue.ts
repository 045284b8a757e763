// What Slack's answers need of the documents beside an answer: titles, examples, rows of the register, counts of themes.
import type { CardCounts } from '../../chat/card.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import { bestCommitments } from '../../insight/best-commitments.ts';
import type { BestCommitments } from '../../insight/best-commitments.ts';
import { themeRates } from '../../insight/theme-rates.ts';
import type { PassageIndex } from '../../ports.ts';
import { exampleQuestions } from '../../../web/example-questions.ts';

/** Rows of the register in one message: more would be a list, and that stands on the page. */
const mostRows = 5;

export interface FoundCommitments extends BestCommitments {
  /** All documents, the oldest first. */
  readonly documents: readonly DocumentDescription[];
}

export interface SlackCatalogue {
  /** Titles of the documents that serve at this moment, by their ids. */
  titles(): Promise<ReadonlyMap<string, string>>;
  /** Questions that suit them. */
  examples(): Promise<readonly string[]>;
  /** Rows of the register that fit the words best. */
  commitments(words: string): Promise<FoundCommitments>;
  /** How often each document speaks of the theme that the topic is of; null where it is of none. */
  themeCounts(topic: string): Promise<CardCounts | null>;
}

/** @param lease the generation that serves at this moment, held open until it is released. */
export function createCatalogue(
  lease: () => { readonly index: PassageIndex; readonly release: () => void },
): SlackCatalogue {
  const reading = async <Result>(read: (index: PassageIndex) => Promise<Result>): Promise<Result> => {
    const { index, release } = lease();
    try {
      return await read(index);
    } finally {
      release();
    }
  };
  return {
    titles: () => reading(async (index) => new Map((await index.documents()).map(({ id, title }) => [id, title]))),
    examples: () => reading(examplesOf),
    commitments: (words) =>
      reading(async (index) => ({
        ...(await bestCommitments(index, words, mostRows)),
        documents: await index.documents(),
      })),
    themeCounts: (topic) => reading((index) => countsOf(index, topic)),
  };
}

async function examplesOf(index: PassageIndex): Promise<readonly string[]> {
  const [documents, acronyms] = await Promise.all([index.documents(), index.acronyms()]);
  const acronym = acronyms.find(({ documentId }) => documentId === documents.at(-1)?.id) ?? acronyms[0];
  const { newStaff, managers } = exampleQuestions(documents, acronym?.term ?? null);
  return [...newStaff, ...managers];
}

async function countsOf(index: PassageIndex, topic: string): Promise<CardCounts | null> {
  const rates = await themeRates(index, topic);
  if (rates === null) return null;
  const lines = rates.rows.map(({ shortTitle, count, per1000Words }) =>
    count === 0
      ? `${shortTitle}: not found`
      : `${shortTitle}: ${count} ${count === 1 ? 'mention' : 'mentions'}, ${per1000Words.toFixed(1)} per 1,000 words`,
  );
  return { heading: `${rates.name}, by words and not by effort`, lines };
}
