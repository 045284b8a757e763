// An answer that goes through the documents one by one, cut into what it says of each; in date order, with those that say nothing.
import type { DocumentSummaryWire } from '../../src/contract/documents.ts';
import type { Answer } from './chat-state.ts';

export interface DocumentEntry {
  readonly document: DocumentSummaryWire;
  /** Markdown; null where no mention was found. */
  readonly text: string | null;
}

export interface ByDocument {
  /** Markdown that stands before and after what is said of the documents. */
  readonly before: string;
  readonly entries: readonly DocumentEntry[];
  readonly after: string;
}

type Documents = readonly DocumentSummaryWire[];

const intents: readonly Answer['intent'][] = ['compare', 'timeline', 'presence', 'list', 'summary'];
const entryPattern = /^\*\*(?<title>[^*\n]+)\*\*:\s+(?<text>[\s\S]+)$/u;
const missingPattern = /^No mention found in (?<titles>.+)\.$/u;

/** @param documents oldest first. @returns null for an answer of any other build. */
export function readByDocument(
  { intent, answer }: Pick<Answer, 'intent' | 'answer'>,
  documents: Documents,
): ByDocument | null {
  if (!intents.includes(intent)) return null;
  const { before, said, after } = answer
    .split(/\n{2,}/u)
    .reduce<Reading>((reading, block) => readBlock(reading, block, documents), emptyReading);
  const entries = documents.flatMap((document): DocumentEntry[] => {
    const blocks = said.get(document.id);
    return blocks ? [{ document, text: blocks.length === 0 ? null : blocks.join('\n\n') }] : [];
  });
  const isByDocument = entries.length > 1 && entries.some(({ text }) => text !== null);
  return isByDocument ? { before: before.join('\n\n'), entries, after: after.join('\n\n') } : null;
}

interface Reading {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Blocks by document; none for one that says nothing. */
  readonly said: ReadonlyMap<string, readonly string[]>;
  /** The document that a list which follows belongs to. */
  readonly current: string | null;
}

const emptyReading: Reading = { before: [], after: [], said: new Map(), current: null };

function readBlock(reading: Reading, block: string, documents: Documents): Reading {
  const { before, after, said, current } = reading;
  const { title, text } = entryPattern.exec(block)?.groups ?? {};
  const document = documents.find(({ shortTitle }) => shortTitle === title);
  if (document && text !== undefined) {
    return { ...reading, said: new Map([...said, [document.id, [apart(text)]]]), current: document.id };
  }
  const missing = missingIn(block, documents);
  if (missing.length > 0) {
    const silent = missing.map(({ id }): [string, readonly string[]] => [id, []]);
    return { ...reading, said: new Map([...said, ...silent]), current: null };
  }
  if (current !== null && block.startsWith('- ')) {
    return { ...reading, said: new Map([...said, [current, [...(said.get(current) ?? []), block]]]) };
  }
  if (said.size === 0) return { ...reading, before: [...before, block] };
  return { ...reading, after: [...after, block], current: null };
}

/** Each quotation in a paragraph of its own, for in a comparison they are read across. */
function apart(text: string): string {
  return text.replaceAll(/(?<=\[\d+\]) (?=“)/gu, '\n\n');
}

/** The documents that a sentence says have no mention; none where it says anything else besides. */
function missingIn(block: string, documents: Documents): Documents {
  const titles = missingPattern.exec(block)?.groups?.['titles'];
  if (titles === undefined) return [];
  const named = documents.filter(({ shortTitle }) => titles.includes(shortTitle));
  const rest = named.reduce((left, { shortTitle }) => left.replace(shortTitle, ''), titles);
  return /^(?:, | or |\s)*$/u.test(rest) ? named : [];
}
