// Finds the phrases of themes in a text: word by word by their stems, the longest first, in one walk through the text.
import type { ThemeId, ThemeLexicon } from '../domain/theme-lexicon.ts';
import type { Span } from '../domain/document.ts';
import { wordStems } from './word-stems.ts';

/** A phrase of a theme where it stands, in UTF-16 code units of the text. */
export interface ThemeHit extends Span {
  readonly theme: ThemeId;
  /** Words of the phrase. */
  readonly words: number;
}

export interface PhraseMatcher {
  /** Phrases in order of place; they do not overlap. */
  hits(text: string): ThemeHit[];
}

/** Phrases that begin alike share a path. */
interface Branch {
  readonly next: Map<string, Branch>;
  /** Theme of the phrase that ends here; null where it counts for none, undefined where none ends. */
  ends?: ThemeId | null;
}

/** More than this between two words is no gap within a phrase, in UTF-16 code units. */
const widestGap = 60;
/** What may stand between two words of one phrase: hyphens, quotes, brackets and commas, but no end of a sentence or paragraph. */
const withinPhrase = /^(?!.*\n\s*\n)[^\p{L}\p{N}.!?:;\t|]*$/su;

/** @param lexicon phrases of two themes with the same stems count for the theme that stands first. */
export function createPhraseMatcher(lexicon: ThemeLexicon): PhraseMatcher {
  const root: Branch = { next: new Map() };
  for (const phrase of lexicon.except) plant(root, phrase, null);
  for (const { id, phrases } of lexicon.themes) for (const phrase of phrases) plant(root, phrase, id);
  return { hits: (text) => hitsOf(text, root) };
}

function plant(root: Branch, phrase: string, theme: ThemeId | null): void {
  let branch = root;
  for (const { stem } of wordStems(phrase)) {
    const next = branch.next.get(stem) ?? { next: new Map<string, Branch>() };
    branch.next.set(stem, next);
    branch = next;
  }
  branch.ends ??= theme;
}

function hitsOf(text: string, root: Branch): ThemeHit[] {
  const words = wordStems(text);
  const hits: ThemeHit[] = [];
  for (let at = 0; at < words.length;) {
    const found = longestAt(text, words, { at, root });
    const [first, last] = [words[at], words[at + found.words - 1]];
    if (found.theme !== null && first && last)
      hits.push({ theme: found.theme, words: found.words, start: first.start, end: last.end });
    at += Math.max(1, found.words);
  }
  return hits;
}

interface Found {
  readonly theme: ThemeId | null;
  /** 0 where no phrase begins here. */
  readonly words: number;
}

/** No phrase is longer than its path in the tree, so the walk through a text is linear. */
function longestAt(
  text: string,
  words: readonly { readonly stem: string; readonly start: number; readonly end: number }[],
  { at, root }: { readonly at: number; readonly root: Branch },
): Found {
  let found: Found = { theme: null, words: 0 };
  let branch: Branch | undefined = root;
  for (let place = at; place < words.length; place += 1) {
    const word = words[place];
    const before = words[place - 1];
    if (!word || (place > at && before && !hangsTogether(text, before.end, word.start))) break;
    branch = branch.next.get(word.stem);
    if (!branch) break;
    if (branch.ends !== undefined) found = { theme: branch.ends, words: place - at + 1 };
  }
  return found;
}

function hangsTogether(text: string, from: number, to: number): boolean {
  return to - from <= widestGap && withinPhrase.test(text.slice(from, to));
}
