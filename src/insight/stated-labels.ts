// Which words name a list of what an organisation sets itself: "five clear objectives for", "Our values", "Outcomes sought:".
import type { StatedKind } from '../domain/insight.ts';

type ListKind = Exclude<StatedKind, 'mission' | 'vision'>;

const nouns: readonly (readonly [ListKind, string])[] = [
  ['priorities', 'priority areas|priorities|pillars'],
  ['objectives', 'objectives?|goals|aims'],
  ['outcomes', 'outcomes'],
  ['targets', 'targets'],
  ['principles', 'principles'],
  ['values', 'values'],
];

/** What may follow the noun where it is what is listed: the end, or words that say more of it. In "our values and ensuring we have" it is not. */
const tail = String.raw`(?=\s*[:.]?\s*$|\s*:|\s+(?:are|is|for|of|that|which|sought|we|to|include)\b)`;
/** A verb after which the noun is spoken of rather than listed. */
const asideBefore =
  /\b(?:underpin|influence[sd]?|against(?: our| its| the)?|deliver(?:ing)? (?:our|its|the)|achieve (?:our|its|the)|support(?:s|ing)? (?:our|its|the))\s*$/iu;

const patterns = nouns.map(
  ([kind, noun]) => [kind, new RegExp(String.raw`^(?<before>.*?)\b(?:${noun})\b${tail}`, 'isu')] as const,
);

const anyNoun = new RegExp(String.raw`\b(?:${nouns.map(([, noun]) => noun).join('|')})\b`, 'iu');

/** Whether the words speak of such things at all, be it in passing. */
export function mentionsKind(words: string): boolean {
  return anyNoun.test(words);
}

/** Longest words that name a list, in UTF-16 code units. */
const longestLabel = 140;

/** The kind of list that the words name; null where they name none. Of several nouns the first counts. */
export function kindOfLabel(label: string): ListKind | null {
  const words = label.replaceAll(/[*_#\s]+/gu, ' ').trim();
  if (words.length > longestLabel) return null;
  const found = patterns.flatMap(([kind, pattern]) => {
    const before = pattern.exec(words)?.groups?.['before'];
    return before === undefined || asideBefore.test(before) ? [] : [{ kind, at: before.length }];
  });
  return found.toSorted((one, other) => one.at - other.at)[0]?.kind ?? null;
}
