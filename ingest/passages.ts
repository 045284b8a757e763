// Packs blocks into passages: whole sentences of one section, about 600 characters, at most 1,000.
import { createHash } from 'node:crypto';
import type { Section } from '../src/domain/document.ts';
import { isPassageId } from '../src/domain/ids.ts';
import type { DocumentId, PassageId } from '../src/domain/ids.ts';
import type { Passage, Sentence } from '../src/domain/passage.ts';
import { createPager } from './pages.ts';
import type { Block, Structure } from './structure.ts';

/** Length in UTF-16 code units that a passage should have: in trials 470 and 870 were no better. */
const aim = 600;
/** Length that no passage exceeds. */
const longestPassage = 1000;
/** A shorter rest is packed into the passage before it. */
const shortest = 200;

/** Passages of a document in reading order. Ids depend on the document's id and the passage's words only. */
export function packPassages(documentId: DocumentId, text: string, structure: Structure): Passage[] {
  const identify = createIdentifier(documentId);
  const pageAt = createPager(text);
  return runsOf(structure.blocks).flatMap((run) =>
    packRun(run.blocks).map((sentences) => {
      const start = sentences[0]?.start ?? 0;
      const end = sentences.at(-1)?.end ?? start;
      const words = text.slice(start, end);
      const section = { sectionId: run.section?.id ?? null, section: run.section?.path ?? [] };
      return { id: identify(words), documentId, ...section, page: pageAt(start), start, end, text: words, sentences };
    }),
  );
}

interface Run {
  readonly section: Section | null;
  /** Each block's sentences. */
  readonly blocks: (readonly Sentence[])[];
}

/** Blocks that may share a passage: of one section, with no furniture between. */
function runsOf(blocks: readonly Block[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run && run.section === block.section && !block.detached) run.blocks.push(block.sentences);
    else runs.push({ section: block.section, blocks: [block.sentences] });
  }
  return runs.filter((run) => run.blocks.some((block) => block.some((sentence) => sentence.kind !== 'heading')));
}

/** Blocks are kept whole where they fit, for a sentence that begins "This operation" is lost without the one before it. */
function packRun(blocks: readonly (readonly Sentence[])[]): Sentence[][] {
  const companions = companionsIn(blocks);
  const packs: Sentence[][] = [];
  for (const piece of withHeadings(blocks).flatMap(divide)) {
    const pack = packs.at(-1);
    if (pack && belongs(pack, piece)) pack.push(...piece);
    else packs.push([...piece]);
  }
  return mergeShortRests(
    packs.map((_, index) => withoutTrailingLeadIn(packs, index, companions)).filter((pack) => pack.length > 0),
  );
}

/** A heading and a block that only just fills a passage are one block, to be divided: a heading alone would be found for nothing. */
function withHeadings(blocks: readonly (readonly Sentence[])[]): (readonly Sentence[])[] {
  const joined: (readonly Sentence[])[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isAlone = last?.every(({ kind }) => kind === 'heading' || kind === 'lead-in') ?? false;
    if (last && isAlone && spanLength(block) <= longestPassage && spanLength([...last, ...block]) > longestPassage)
      joined[joined.length - 1] = [...last, ...block];
    else joined.push(block);
  }
  return joined;
}

/** Whether adding the piece brings the pack nearer to the length aimed at. */
function belongs(pack: readonly Sentence[], piece: readonly Sentence[]): boolean {
  const length = spanLength(pack);
  const grown = spanLength([...pack, ...piece]);
  return grown <= longestPassage && grown - aim <= aim - length;
}

/** A block that is too long for one passage, in as few even parts as it takes. */
function divide(block: readonly Sentence[]): (readonly Sentence[])[] {
  const total = spanLength(block);
  if (total <= longestPassage) return [block];
  const target = total / Math.ceil(total / (aim + 100));
  const parts: Sentence[][] = [];
  for (const sentence of block) {
    const part = parts.at(-1);
    if (part && spanLength([...part, sentence]) <= Math.min(longestPassage, target * 1.15)) part.push(sentence);
    else parts.push([sentence]);
  }
  return parts;
}

function spanLength(sentences: readonly Sentence[]): number {
  return (sentences.at(-1)?.end ?? 0) - (sentences[0]?.start ?? 0);
}

/** A lead-in or heading goes with what it introduces, if that still fits, and so does the sentence before a lead-in in its paragraph. */
function withoutTrailingLeadIn(packs: Sentence[][], index: number, companions: Companions): Sentence[] {
  const pack = packs[index] ?? [];
  const last = pack.at(-1);
  const next = packs[index + 1];
  if (!last || !next || (last.kind !== 'lead-in' && last.kind !== 'heading')) return pack;
  if (spanLength([last, ...next]) > longestPassage) return pack;
  const before = companions.get(last);
  const goesAlong = before !== undefined && before === pack.at(-2) && spanLength([before, ...next]) <= longestPassage;
  const moved = goesAlong ? [before, last] : [last];
  next.unshift(...moved);
  return pack.slice(0, -moved.length);
}

/** For a lead-in, the sentence before it in its paragraph: "It will:" says nothing of what. */
type Companions = ReadonlyMap<Sentence, Sentence>;

function companionsIn(blocks: readonly (readonly Sentence[])[]): Companions {
  const found = new Map<Sentence, Sentence>();
  for (const block of blocks) {
    const [before, last] = block.slice(-2);
    if (before && last?.kind === 'lead-in') found.set(last, before);
  }
  return found;
}

function mergeShortRests(packs: readonly Sentence[][]): Sentence[][] {
  const merged: Sentence[][] = [];
  for (const pack of packs) {
    const before = merged.at(-1);
    const isShort = before && Math.min(spanLength(pack), spanLength(before)) < shortest;
    if (before && isShort && spanLength([...before, ...pack]) <= longestPassage) before.push(...pack);
    else merged.push([...pack]);
  }
  return merged;
}

/** The same words in the same document have the same id in every ingest; a repeat within the document is numbered. */
function createIdentifier(documentId: DocumentId): (words: string) => PassageId {
  const copies = new Map<string, number>();
  return (words) => {
    const plain = words.replaceAll(/\s+/gu, ' ');
    const copy = copies.get(plain) ?? 0;
    copies.set(plain, copy + 1);
    const hash = createHash('sha256').update(`${documentId}\n${plain}\n${copy}`).digest('hex').slice(0, 16);
    const id = `p-${hash}`;
    if (!isPassageId(id)) throw new Error(`not a passage id: ${id}`);
    return id;
  };
}
