// The one sentence in which a document says what the organisation is there for, or what it wants to be.
import { inOrder } from '../answer/quote/placed.ts';
import type { PlacedSentence } from '../answer/quote/placed.ts';
import type { Span } from '../domain/document.ts';
import type { Passage } from '../domain/passage.ts';

export interface StatedPurpose {
  readonly kind: 'mission' | 'vision';
  readonly heading: string;
  /** Where the label stands; null where the sentence itself says what it is. */
  readonly name: Span | null;
  readonly item: Span;
}

const nouns = { mission: 'mission', vision: 'vision|ambition' } as const;
/** Longer sentences are quoted from the words that matter, in UTF-16 code units. */
const longestSentence = 260;

/** The mission and the vision that a document states, one of each at most. @param passages in reading order. */
export function statedPurposes(passages: readonly Passage[]): StatedPurpose[] {
  const placed = inOrder(passages);
  return (['mission', 'vision'] as const).flatMap((kind) => {
    const found = underHeading(placed, kind) ?? inSentence(placed, kind, is) ?? inSentence(placed, kind, of);
    return found ? [{ kind, ...found }] : [];
  });
}

type Found = Omit<StatedPurpose, 'kind'>;

/** Right after a heading or lead-in that says no more than "Our mission". */
function underHeading(placed: readonly PlacedSentence[], kind: keyof typeof nouns): Found | null {
  const bare = new RegExp(String.raw`^\W*(?:\d+\W+)?(?:our|the|its)?\s*(?:${nouns[kind]})\W*$`, 'iu');
  for (const [index, { sentence, text }] of placed.entries()) {
    const next = placed[index + 1];
    const isLabel = sentence.kind === 'heading' || sentence.kind === 'lead-in';
    if (isLabel && bare.test(text) && next && next.sentence.kind !== 'heading')
      return {
        heading: labelled(text),
        name: { start: sentence.start, end: sentence.end },
        item: { start: next.sentence.start, end: next.sentence.end },
      };
  }
  return null;
}

/** "Our mission is to …"; an ambition is one only where it is what to be, for else it is a target. */
function is(kind: keyof typeof nouns): RegExp {
  const owner = String.raw`(?:\b(?:our|its|their)|['’]s)\s+(?:overall\s+|overarching\s+)?`;
  const complement = kind === 'mission' ? 'is' : '(?<=vision )is|(?<=ambition )is to (?:be|become|make)';
  return new RegExp(
    String.raw`(?<name>${owner}(?:${nouns[kind]}) )(?:${complement})\b(?!\s+(?:widening|a\s+\S+,\s))`,
    'iu',
  );
}

/** "… the Commissioner's mission of more trust", but not the mission of somebody. */
function of(kind: keyof typeof nouns): RegExp {
  return new RegExp(String.raw`(?<name>(?:\S+['’]s|\bour|\bits)\s+(?:${kind})\s+)of\s+(?!the\b)`, 'iu');
}

function inSentence(
  placed: readonly PlacedSentence[],
  kind: keyof typeof nouns,
  pattern: (kind: keyof typeof nouns) => RegExp,
): Found | null {
  const wanted = pattern(kind);
  for (const { sentence, text } of placed) {
    const found = wanted.exec(text);
    if (!found || sentence.kind === 'heading' || sentence.kind === 'row') continue;
    const isLong = text.length > longestSentence || sentence.kind === 'figure';
    const start = sentence.start + (isLong ? found.index : 0);
    return { heading: labelled(found.groups?.['name'] ?? ''), name: null, item: { start, end: sentence.end } };
  }
  return null;
}

function labelled(words: string): string {
  return words
    .replaceAll(/[*_#:\s]+/gu, ' ')
    .replace(/^['’]s\s+/u, '')
    .trim();
}
