// What each document states as its own mission, vision, priorities, objectives, outcomes, targets, principles and values.
import { inlineList } from '../answer/lists/inline-lists.ts';
import { statedLists } from '../answer/lists/lists.ts';
import { inOrder, quotationOf } from '../answer/quote/placed.ts';
import type { PlacedSentence } from '../answer/quote/placed.ts';
import { textOf } from '../answer/quote/quotation.ts';
import type { Quotation } from '../answer/quote/quotation.ts';
import type { StatedList } from '../answer/lists/stated-list.ts';
import type { Span } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { StatedKind, StatedSet } from '../domain/insight.ts';
import type { Passage } from '../domain/passage.ts';
import { terms } from '../text/tokens.ts';
import { bareWords } from '../text/bare-words.ts';
import { kindOfLabel, mentionsKind } from './stated-labels.ts';
import { statedPurposes } from './stated-purpose.ts';

/** A list of fewer is none, one of more is a table of work. */
const items = { fewest: 2, most: 12 };
/** Longest heading under which whatever is listed is what it names, in UTF-16 code units. */
const longestHeading = 36;

interface Candidate {
  readonly kind: StatedKind;
  readonly heading: string;
  readonly name: Quotation | null;
  readonly items: readonly Quotation[];
}

/** The sets in the document's order, mission and vision first. @param passages of one document, in reading order. */
export function statedAims(documentId: DocumentId, passages: readonly Passage[]): StatedSet[] {
  const purposes = statedPurposes(passages).map(({ item, ...each }) => ({ documentId, ...each, items: [item] }));
  const placed = inOrder(passages);
  const lists = statedLists(passages)
    .filter(({ form, items: listed }) => form !== 'figures' && listed.length <= items.most)
    .flatMap((list) => fromList(list, placed));
  const sentences = placed.flatMap((each, index) => fromSentence(each, placed[index - 1]));
  const candidates = withoutRepeats(inReadingOrder([...lists, ...sentences]));
  return [
    ...purposes,
    ...candidates.map(({ name, ...each }) => ({
      documentId,
      ...each,
      name: name && spanOf(name),
      items: each.items.map(spanOf),
    })),
  ];
}

function spanOf({ start, end }: Quotation): Span {
  return { start, end };
}

function inReadingOrder(candidates: readonly Candidate[]): Candidate[] {
  const startOf = ({ items: [first] }: Candidate): number => first?.start ?? 0;
  return candidates.toSorted((one, other) => startOf(one) - startOf(other));
}

/** A list that its lead-in or a short heading names. */
function fromList({ form, lead, path, items: listed }: StatedList, placed: readonly PlacedSentence[]): Candidate[] {
  const ending = lead && lastSentenceOf(lead);
  const said = ending ? plain(textOf(ending)) : '';
  const above = plain(path.at(-1) ?? '');
  const byLead = kindOfLabel(said);
  // What leads to it may say that it is a list of something else.
  const byHeading = above.length <= longestHeading && !mentionsKind(said) ? kindOfLabel(above) : null;
  const kind = byLead ?? byHeading;
  if (kind === null) return [];
  const heading = byLead ? said : [above, said].filter((words) => words !== '').join(' – ');
  // What a paragraph says after its first sentence belongs to it; what a named point says is its explanation.
  const [first] = listed;
  return [
    {
      kind,
      heading,
      name: ending ?? (first ? headingBefore(first.name, above, placed) : null),
      items: listed.map(({ name, whole }) => (form === 'paragraphs' ? whole : beforeBar(name))),
    },
  ];
}

/** The last heading before a place that says these words. */
function headingBefore(place: Quotation, said: string, placed: readonly PlacedSentence[]): Quotation | null {
  const found = placed.findLast(
    ({ sentence, text }) =>
      sentence.kind === 'heading' && sentence.end <= place.start && bareWords(said).endsWith(bareWords(text)),
  );
  return found ? quotationOf(found) : null;
}

/** `Enhancing digital skills | Using …`: a bar parts a point's name from what is said of it. */
function beforeBar(name: Quotation): Quotation {
  const label = /^[^|]{3,120}?(?=\s+\|\s)/u.exec(textOf(name))?.[0];
  return label === undefined ? name : { ...name, end: name.start + label.length };
}

function lastSentenceOf(lead: Quotation): Quotation {
  const last = textOf(lead)
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
    .at(-1);
  return last === undefined ? lead : { ...lead, start: lead.end - last.length };
}

function plain(words: string): string {
  return words
    .replaceAll(/[*_#\s]+/gu, ' ')
    .replace(/\s*:\s*$/u, '')
    .trim();
}

/** A list within a sentence: under "our values:", in "our values of …", in brackets after "three pillars", or of targets. */
function fromSentence(placed: PlacedSentence, above: PlacedSentence | undefined): Candidate[] {
  const { kind } = placed.sentence;
  if (kind === 'heading' || kind === 'row' || kind === 'footnote' || kind === 'figure') return [];
  return [underLead(placed, above), ofValues(placed), inBrackets(placed), ofTargets(placed)].flatMap(
    (each) => each ?? [],
  );
}

function underLead(placed: PlacedSentence, above: PlacedSentence | undefined): Candidate | null {
  if (above?.sentence.kind !== 'lead-in') return null;
  const name = lastSentenceOf(quotationOf(above));
  const heading = plain(textOf(name));
  const kind = kindOfLabel(heading);
  const list = kind && inlineList(quotationOf(placed), quotationOf(above));
  return list ? { kind, heading, name, items: list.items.map((item) => item.name) } : null;
}

const valuesOf =
  /\b(?:our|its|core) values of (?<list>[\p{L}-]+(?:\s[\p{L}-]+)?(?:,\s+[\p{L}-]+(?:\s[\p{L}-]+)?){0,8},?\s+(?:and|&)\s+[\p{L}-]+)/iu;

function ofValues(placed: PlacedSentence): Candidate | null {
  const found = valuesOf.exec(placed.text);
  const list = found?.groups?.['list'];
  if (!found || list === undefined) return null;
  const named = membersOf(placed, found.index + found[0].length - list.length, list);
  const heading = found[0].slice(0, -list.length - ' of '.length);
  return named.length < items.fewest
    ? null
    : { kind: 'values', heading, name: within(placed, found.index, heading), items: named };
}

/** Words of a sentence, at so many code units from its start. */
function within({ passage, sentence }: PlacedSentence, at: number, words: string): Quotation {
  return { passage, start: sentence.start + at, end: sentence.start + at + words.length };
}

const bracketed = /\b(?:pillars|areas|priorities|objectives|outcomes|aims|goals) \((?<list>[^()]{8,300})\)/giu;
const counted =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:[\p{L}-]+\s+){0,2}(?:pillars|areas|priorities|objectives|outcomes|aims|goals)\b/iu;

/** `five areas – three delivery pillars (A, B and C) and two cross-cutting areas (D and E)`. */
function inBrackets(placed: PlacedSentence): Candidate | null {
  const named = [...placed.text.matchAll(bracketed)].flatMap((match) => {
    const list = match.groups?.['list'] ?? '';
    return membersOf(placed, match.index + match[0].length - 1 - list.length, list);
  });
  const found = counted.exec(placed.text);
  if (!found || named.length < items.fewest) return null;
  const [heading] = found;
  const name = within(placed, found.index, heading);
  return { kind: kindOfLabel(heading) ?? 'priorities', heading: plain(heading), name, items: named };
}

/** Three or more figures that are promised in one breath. */
function ofTargets(placed: PlacedSentence): Candidate | null {
  if (!/\b(?:will|committed|targets?)\b/iu.test(placed.text)) return null;
  const list = inlineList(quotationOf(placed), null);
  const isOfFigures = list !== null && list.items.every(({ name }) => /\d\s?%/u.test(textOf(name)));
  // Up to the first comma: `We are committed that by 2016`.
  const heading = /^[^,;:]{1,80}/u.exec(placed.text)?.[0] ?? '';
  return isOfFigures
    ? {
        kind: 'targets',
        heading: plain(heading),
        name: within(placed, 0, heading),
        items: list.items.map(({ name }) => name),
      }
    : null;
}

/** `A, B and C` by its members. @param at where the list begins in the sentence. */
function membersOf({ passage, sentence }: PlacedSentence, at: number, list: string): Quotation[] {
  return [...list.matchAll(/(?:(?!\s*,\s|\s+(?:and|&)\s).)+/gsu)].flatMap((match) => {
    const words = match[0].replace(/^[\s,]+(?:(?:and|&)\s+)?|^(?:and|&)\s+/u, '');
    const name = words.trim();
    if (name === '') return [];
    const start = sentence.start + at + match.index + match[0].length - words.length;
    return [{ passage, start, end: start + name.length }];
  });
}

/** A list given again, in a table or as headings, is given once: the first time. */
function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const kept: { candidate: Candidate; stems: ReadonlySet<string> }[] = [];
  for (const candidate of candidates) {
    const stems = new Set(candidate.items.flatMap((item) => terms(textOf(item))));
    const isKnown = kept.some((other) => {
      const shared = [...stems].filter((stem) => other.stems.has(stem)).length;
      return shared > stems.size / 2 && (other.candidate.kind === candidate.kind || shared > stems.size * 0.8);
    });
    if (!isKnown) kept.push({ candidate, stems });
  }
  return kept.map(({ candidate }) => candidate);
}
