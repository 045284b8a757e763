// Lists whose members stand apart: headings of one level, lead-ins that each have points, paragraphs that begin with a name, notes.
import type { Passage } from '../../domain/passage.ts';
import { bareWords } from '../../text/bare-words.ts';
import { stated } from './list-counts.ts';
import type { ListItem, StatedList } from './stated-list.ts';
import { inOrder, isOpenEnded, quotationOf, spanning } from '../quote/placed.ts';
import type { PlacedSentence } from '../quote/placed.ts';
import { textOf } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';

interface Series {
  readonly path: readonly string[];
  readonly items: ListItem[];
  readonly lead: Quotation | null;
  /** A heading that stands again on the next page is one member. */
  readonly seen: Set<string>;
}

/** The headings right under one heading; as many as that heading says, where it says how many. */
export function headingSeries(passages: readonly Passage[]): StatedList[] {
  const series = new Map<string, Series>();
  const lastWords = new Map<string, PlacedSentence>();
  const placed = inOrder(passages);
  const isRecurring = recurringHeadings(placed);
  placed.forEach((each, index) => {
    const own = each.passage.section.join('\n');
    if (each.sentence.kind !== 'heading') {
      lastWords.set(own, each);
      return;
    }
    if (isRecurring(each.text)) return;
    const path = each.passage.section.slice(0, -1);
    const key = path.join('\n');
    const above = lastWords.get(key);
    const lead = above && introduces(above) ? quotationOf(above) : null;
    const known = series.get(key) ?? { path, items: [], lead, seen: new Set() };
    series.set(key, known);
    if (!known.seen.has(bareWords(each.text)))
      known.items.push({ name: quotationOf(each), whole: withFirstSentence(each, placed[index + 1]) });
    known.seen.add(bareWords(each.text));
  });
  return [...series.values()].map(({ path, items, lead }) => {
    const count = stated(path.at(-1) ?? '') ?? (lead ? stated(textOf(lead)) : null);
    return { form: 'headings', lead, path, items: count !== null && count > 1 ? items.slice(0, count) : items };
  });
}

/** Headings of boxes that stand in many sections ("What you will see") name no members of any. */
function recurringHeadings(placed: readonly PlacedSentence[]): (heading: string) => boolean {
  const parents = new Map<string, Set<string>>();
  for (const { sentence, text, passage } of placed) {
    if (sentence.kind !== 'heading') continue;
    const known = parents.get(bareWords(text)) ?? new Set();
    parents.set(bareWords(text), known.add(passage.section.slice(0, -1).join('\n')));
  }
  return (heading) => (parents.get(bareWords(heading))?.size ?? 0) >= recurring;
}

/** A heading under so many others recurs. */
const recurring = 3;

/** The last words above the first heading introduce the series if they say that something follows. */
function introduces({ sentence, text }: PlacedSentence): boolean {
  return sentence.kind === 'lead-in' || /:\s*$/u.test(text) || stated(text) !== null;
}

function withFirstSentence(heading: PlacedSentence, next: PlacedSentence | undefined): Quotation {
  const isText = next?.sentence.kind === 'prose' || next?.sentence.kind === 'lead-in';
  return isText ? spanning(quotationOf(heading), quotationOf(next)) : quotationOf(heading);
}

/** Lead-ins of one section that begin alike or are numbered (`We'll work with … to:`), each with points of its own. */
export function leadInSeries(passages: readonly Passage[]): StatedList[] {
  const placed = inOrder(passages);
  const found: { list: StatedList; items: ListItem[]; section: string | null }[] = [];
  placed.forEach((each, index) => {
    const next = placed[index + 1];
    if (each.sentence.kind !== 'lead-in' || next?.sentence.kind !== 'bullet') return;
    const item = { name: quotationOf(each), whole: quotationOf(each) };
    const open = found.at(-1);
    const last = open?.items.at(-1);
    if (open && last && open.section === each.passage.sectionId && beginAlike(textOf(last.name), each.text)) {
      open.items.push(item);
      return;
    }
    const above = placed[index - 1];
    const isAbove = above?.passage.sectionId === each.passage.sectionId && above.sentence.kind === 'prose';
    const items = [item];
    const lead = isAbove ? quotationOf(above) : null;
    found.push({
      list: { form: 'lead-ins', lead, path: each.passage.section, items },
      items,
      section: each.passage.sectionId,
    });
  });
  return found.map(({ list }) => list);
}

/** Both numbered, or with the same first words. */
function beginAlike(one: string, other: string): boolean {
  const numbered = /^\W*(?:\d{1,2}|[a-z])[.)]\s/i;
  if (numbered.test(one) && numbered.test(other)) return true;
  const first = (text: string): string => text.toLowerCase().split(/\s+/u).slice(0, sharedWords).join(' ');
  return first(one) === first(other);
}

/** So many first words in common make lead-ins one series; `We will:` and `We will also:` share two by chance. */
const sharedWords = 3;

/** Paragraphs one after another that each begin with a name: `Trust of the public | building …`. */
export function labelledParagraphs(passages: readonly Passage[]): StatedList[] {
  const lists: { section: string | null; path: readonly string[]; items: ListItem[] }[] = [];
  let open: (typeof lists)[number] | null = null;
  for (const each of inOrder(passages)) {
    if (!each.opens) continue;
    const name = each.sentence.kind === 'prose' ? labelOf(each) : null;
    if (!name || open?.section !== each.passage.sectionId) open = null;
    if (!name) continue;
    if (!open) lists.push((open = { section: each.passage.sectionId, path: each.passage.section, items: [] }));
    open.items.push({ name, whole: quotationOf(each) });
  }
  return lists.map(({ path, items }) => ({ form: 'paragraphs', lead: null, path, items }));
}

function labelOf(placed: PlacedSentence): Quotation | null {
  const label = /^([^|*]{3,80}?)\s+\|\s/u.exec(placed.text)?.[1];
  const quotation = quotationOf(placed);
  return label === undefined ? null : { ...quotation, end: quotation.start + label.length };
}

/** So many lines without a stop in a row are notes, not paragraphs. */
const fewestNotes = 3;
/** A line of so few words above longer ones is their title. */
const titleWords = 7;

/** Lines without stops, as an infographic has them, one after another. */
export function notes(passages: readonly Passage[]): StatedList[] {
  const blocks = blocksOf(passages);
  const lists: StatedList[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    let end = at;
    while (isNote(blocks[end], blocks[at])) end += 1;
    if (end - at >= fewestNotes) lists.push(noteList(blocks.slice(at, end)));
    at = Math.max(at, end - 1);
  }
  return lists;
}

interface TextBlock {
  readonly kind: string;
  readonly section: string | null;
  readonly path: readonly string[];
  readonly first: PlacedSentence;
  last: PlacedSentence;
}

/** Paragraphs and the like, with their sentences together. */
function blocksOf(passages: readonly Passage[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const each of inOrder(passages)) {
    const open = blocks.at(-1);
    const { kind } = each.sentence;
    if (kind === 'footnote') continue;
    if (open && !each.opens && open.kind === kind && open.section === each.passage.sectionId) open.last = each;
    else blocks.push({ kind, section: each.passage.sectionId, path: each.passage.section, first: each, last: each });
  }
  return blocks;
}

function isNote(block: TextBlock | undefined, first: TextBlock | undefined): boolean {
  return block?.kind === 'prose' && block.section === first?.section && isOpenEnded(block.last.text);
}

function noteList(blocks: readonly TextBlock[]): StatedList {
  const [first, ...rest] = blocks;
  const isTitle = first !== undefined && first.first.text.split(/\s+/u).length < titleWords;
  const items = (isTitle ? rest : blocks).map(({ first: from, last }) => {
    const whole = spanning(quotationOf(from), quotationOf(last));
    return { name: whole, whole };
  });
  return {
    form: 'paragraphs',
    lead: isTitle ? quotationOf(first.first) : null,
    path: first?.path ?? [],
    items,
  };
}
