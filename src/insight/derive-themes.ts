// Themes of a corpus that has no lexicon of them: words that its documents dwell on, grouped by the passages that they share.
import type { ThemeLexicon } from '../domain/theme-lexicon.ts';
import { inverseFrequency } from '../text/rarity.ts';
import { tokens } from '../text/tokens.ts';
import type { ReadPassages } from './count-themes.ts';

/** As many as a reader can take in at a glance. */
const mostThemes = 12;
/** Words that name one theme beside its first. */
const mostPartners = 3;
/** A word of fewer passages is an aside. */
const fewestPassages = 3;
/** A word of more than this share of passages is what all of them are about. */
const largestShare = 0.25;
/** Share of a word's passages that must hold the other for the two to be of one theme. */
const together = 0.4;

/** Words that plans of every kind are full of, and that are the theme of none: times, amounts, and what plans are made of. */
const ofNoTheme = new Set(
  (
    'january february march april may june july august september october november december spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday day days daily week weeks ' +
    'weekly month months monthly year years yearly annual annually hour hours minute minutes time times today now million billion thousand hundred half third quarter percent cent per average number numbers ' +
    'total least most many more less first second last next every each within across through least around over under back come comes make makes made take takes taken give gives given keep keeps kept need needs ' +
    'want wants work works working help helps plan plans strategy strategies policy aim aims aims goal goals target targets measure measures priority priorities objective objectives outcome outcomes action actions ' +
    'vision mission value values place places thing things part parts way ways well better best good great high higher low lower large small long short full open start starts begin begins continue ' +
    'include includes including using used must shall also already still ever only other another such same different level levels rate rates lead leads part page chapter section annex appendix introduction foreword'
  ).split(' '),
);

interface DwelledOn {
  readonly stem: string;
  /** The word as it is most often written. */
  readonly word: string;
  readonly passages: ReadonlySet<number>;
  readonly weight: number;
}

/** Themes by term statistics: each a weighty word with those that stand where it stands. Same passages, same themes. */
export function deriveThemes(documents: readonly ReadPassages[]): ThemeLexicon {
  const words = weightiest(documents);
  const taken = new Set<string>();
  const themes: ThemeLexicon['themes'] = [];
  for (const word of words) {
    if (themes.length >= mostThemes) break;
    if (taken.has(word.stem)) continue;
    const partners = words
      .filter((other) => other !== word && !taken.has(other.stem) && areTogether(word, other))
      .slice(0, mostPartners);
    const group = [word, ...partners];
    for (const { stem } of group) taken.add(stem);
    themes.push({ id: idOf(word.word, themes.length), name: nameOf(group), phrases: group.map((each) => each.word) });
  }
  return { except: [], themes };
}

function idOf(word: string, place: number): string {
  const plain = word
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]/gu, '')
    .slice(0, 40);
  return plain === '' ? `theme-${place + 1}` : `${plain}-${place + 1}`;
}

function nameOf(group: readonly DwelledOn[]): string {
  const name = group.map(({ word }) => word).join(', ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`.slice(0, 80);
}

interface Seen {
  uses: number;
  readonly passages: Set<number>;
  /** How often it is written in each form. */
  readonly forms: Map<string, number>;
}

/** Words by how often they are dwelled on, weighed down for standing everywhere; of equals the first by name. */
function weightiest(documents: readonly ReadPassages[]): DwelledOn[] {
  const texts = documents.flatMap(({ passages }) => passages.map(({ text }) => text));
  const seen = new Map<string, Seen>();
  for (const [passage, text] of texts.entries()) noteWords(text, passage, seen);
  const most = Math.max(fewestPassages, texts.length * largestShare);
  return [...seen]
    .filter(([, { passages }]) => passages.size >= fewestPassages && passages.size <= most)
    .map(([stem, { uses, passages, forms }]) => ({
      stem,
      word: commonest(forms),
      passages,
      weight: uses * inverseFrequency(passages.size, texts.length),
    }))
    .toSorted((one, other) => other.weight - one.weight || (one.stem < other.stem ? -1 : 1))
    .slice(0, mostThemes * 8);
}

function noteWords(text: string, passage: number, seen: Map<string, Seen>): void {
  for (const { term, start, end } of tokens(text)) {
    if (!/^\p{L}{4,40}$/u.test(term)) continue;
    const entry = seen.get(term) ?? { uses: 0, passages: new Set<number>(), forms: new Map<string, number>() };
    const form = text
      .slice(start, end)
      .toLowerCase()
      .replace(/['’]s$/u, '');
    if (ofNoTheme.has(form)) continue;
    entry.uses += 1;
    entry.passages.add(passage);
    entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
    seen.set(term, entry);
  }
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function areTogether(one: DwelledOn, other: DwelledOn): boolean {
  const shared = [...other.passages].filter((passage) => one.passages.has(passage)).length;
  return shared >= 2 && shared >= together * Math.min(one.passages.size, other.passages.size);
}
