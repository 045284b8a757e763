// What differs between documents, as far as it can be told without a judgement: two figures side by side, and what is named in the
// stated values of one and not found in those of another.
import { changeAsked } from './asked-sets.ts';
import { asksFigure } from './by-document.ts';
import type { ComparedSentence } from './by-document.ts';
import type { DocumentEntry } from './document-entry.ts';
import { askedFigure, extentOf, figuresIn, isLaterFigure } from '../figures/differing-figures.ts';
import type { Figure } from '../figures/differing-figures.ts';
import { isHeld } from '../rank/coverage.ts';
import { inLine, quote, textOf, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import { stemsIn } from '../rank/read-passage.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { either, nameOf } from '../rank/request.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Plan } from '../../domain/plan.ts';
import type { ThemeId, ThemeLexicon } from '../../domain/theme-lexicon.ts';
import { themesOf } from '../../text/themes-of-text.ts';
import { terms } from '../../text/tokens.ts';
import { isOtherForm, startOfForms } from '../../text/word-forms.ts';

/**
 * `Side by side: **32,000** (One Met 2013–17) and **31,258** (…).` Only where each document gives one figure for what is asked.
 * @param entries of the documents that speak, oldest first.
 */
export function figuresCompared(entries: readonly DocumentEntry[], { plan }: ComposeRequest): Paragraph[] {
  if (!asksFigure(plan) || entries.length < 2) return [];
  const given = entries.map(({ document, chosen: [first, second] }) => ({
    document,
    figure: first && !(second && isLaterFigure(second)) ? comparable(first, plan) : null,
  }));
  const units = new Set(given.map(({ figure }) => figure?.unit));
  if (units.size !== 1 || given.some(({ figure }) => figure === null)) return [];
  const list = given.map(({ document, figure }) => `**${figure?.text ?? ''}** (${nameOf(document)})`);
  return [[words(`Side by side: ${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}.`)]];
}

/** The figure for all of what is asked for, or the only one of a sentence that names it. */
function comparable(sentence: ComparedSentence, { senses }: Plan): Figure | null {
  const figure = askedFigure(sentence, senses);
  if (figure) return extentOf(sentence, senses) < 0 ? null : figure;
  const only = sentence.compared.concepts >= namedEnough ? onlyFigure(sentence.quote) : null;
  return only && countsOther(only, senses) ? null : only;
}

/** "32,000 officers, together with our X" names X and counts officers. */
function countsOther({ unit, measure }: Figure, senses: Plan['senses']): boolean {
  return unit === 'count' && measure.size > 0 && !senses.some((sense) => isHeld(sense, measure));
}

/** Share of what is asked for that a sentence must name for its only figure to be of that. */
const namedEnough = 0.4;

function onlyFigure(text: string): Figure | null {
  const [only, ...others] = figuresIn(text);
  return others.length === 0 ? (only ?? null) : null;
}

type WholesRequest = Pick<ComposeRequest, 'insight' | 'surroundings' | 'plan'>;

/** Points of more words are statements, which seldom recur word for word. */
const longestPoint = 4;

/** What the lists of one document name and those of another do not: name by name where they are lists of names, else by the themes of their points. */
export function setsCompared(entries: readonly DocumentEntry[], request: WholesRequest): Paragraph[] {
  const listed = entries.filter(({ sets }) => sets.some(({ items }) => items.length > 1));
  const last = listed.at(-1);
  if (!last || listed.length < 2) return [];
  const isOfNames = listed.filter((entry) => pointsOf(entry).every(isName));
  return isOfNames.length > 1
    ? namingsCompared(isOfNames, request)
    : themesCompared(listed.slice(0, -1), last, request);
}

/** What the latest of the lists of names holds and none of the earlier ones does, and what each of those holds and the latest does not. */
function namingsCompared(listed: readonly DocumentEntry[], { surroundings, plan }: WholesRequest): Paragraph[] {
  const last = listed.at(-1);
  if (!last) return [];
  const earlier = listed.slice(0, -1);
  const asked = changeAsked(plan);
  if (asked === 'kept') return earlier.flatMap((one) => shared(one, last));
  const gone = earlier.map((one) => ({ one, others: [last] }));
  const fresh = [{ one: last, others: earlier }];
  const pairs = asked === 'gone' ? gone : asked === 'new' ? fresh : [...gone, ...fresh];
  return pairs.flatMap(({ one, others }) => missing(one, others, surroundings));
}

/** What two lists both name. */
function shared(one: DocumentEntry, last: DocumentEntry): Paragraph[] {
  const known = new Set(pointsOf(last).map(keyOf));
  const items = pointsOf(one).filter((item) => known.has(keyOf(item)));
  const opening = `Named among the ${nameOfSets(one)} of both ${nameOf(one.document)} and ${nameOf(last.document)}`;
  return items.length === 0 ? [] : [[words(`${opening}: `), ...inLine(items, ', ')]];
}

function pointsOf({ sets }: DocumentEntry): Quotation[] {
  return sets.flatMap(({ items }) => (items.length > 1 ? items : []));
}

function isName(item: Quotation): boolean {
  return textOf(item).trim().split(/\s+/u).length <= longestPoint;
}

/** Lists are not all that a document says: of a name that stands elsewhere in one, in whatever form, that is said. */
function missing(
  one: DocumentEntry,
  others: readonly DocumentEntry[],
  surroundings: WholesRequest['surroundings'],
): Paragraph[] {
  const known = new Set(others.flatMap(pointsOf).map(keyOf));
  const only = pointsOf(one).filter((item) => !known.has(keyOf(item)));
  const passages = others.flatMap(({ document }) => surroundings.get(document.id) ?? []);
  const [elsewhere = [], nowhere = []] = [true, false].map((there) =>
    only.filter((item) => passages.some((passage) => standsIn(textOf(item), passage)) === there),
  );
  const those = either(others.map(({ document }) => document));
  const opening = `Named among the ${nameOfSets(one)} of ${nameOf(one.document)}, not among those of ${those}`;
  const aside = `, though the words stand elsewhere in ${others.length < 2 ? 'it' : 'them'}`;
  const lines = [
    { said: opening, items: nowhere },
    { said: `${opening}${aside}`, items: elsewhere },
  ];
  return lines
    .filter(({ items }) => items.length > 0)
    .map(({ said, items }): Paragraph => [words(`${said}: `), ...inLine(items, ', ')]);
}

/** What a document's lists are of ("values"); lists of several kinds are lists. */
function nameOfSets({ sets }: DocumentEntry): string {
  const [kind, ...others] = new Set(sets.filter(({ items }) => items.length > 1).map((set) => set.kind));
  return kind === undefined || others.length > 0 ? 'lists' : kind;
}

/** Whether a passage holds all words of a name, each in any form. */
function standsIn(name: string, passage: Passage): boolean {
  const stems = stemsIn(passage);
  return (name.match(/\p{L}+/gu) ?? []).every((word) => {
    const [stem] = terms(word);
    return stem === undefined || stems.has(stem) || holdsOtherForm(passage.text, word);
  });
}

function holdsOtherForm(text: string, word: string): boolean {
  const start = startOfForms(word);
  if (start === null || !text.toLowerCase().includes(start)) return false;
  return (text.match(/\p{L}+/gu) ?? []).some((other) => isOtherForm(word, other));
}

function keyOf(item: Quotation): string {
  return terms(textOf(item)).join(' ');
}

/** Themes that are told in one line. */
const mostThemes = 4;

/**
 * Themes that the latest lists name and no earlier ones do, and those of the earlier ones that the latest do not, each with a point that
 * names it. Lists are not all that a document says: where it speaks of such a theme elsewhere, that is said.
 */
function themesCompared(
  earlier: readonly DocumentEntry[],
  last: DocumentEntry,
  { plan, insight: { themes } }: WholesRequest,
): Paragraph[] {
  const { lexicon, cells } = themes;
  const asked = changeAsked(plan);
  const before = earlier.map((entry) => ({ entry, themes: themesIn(entry, lexicon) }));
  const known = new Set(earlier.flatMap((entry) => themesWithin(entry, lexicon)));
  const fresh = [...themesIn(last, lexicon)].filter(([theme]) => !known.has(theme));
  const now = new Set(themesWithin(last, lexicon));
  const isSpokenOf = (theme: ThemeId, entries: readonly DocumentEntry[]): boolean =>
    cells.some(
      ({ themeId, documentId, count }) =>
        themeId === theme && count > 0 && entries.some(({ document }) => document.id === documentId),
    );
  const lines = (opening: string, found: readonly ThemePoint[], silent: readonly DocumentEntry[]): Paragraph[] => {
    const [elsewhere, nowhere] = [true, false].map((spoken) =>
      found.filter(([theme]) => isSpokenOf(theme, silent) === spoken),
    );
    const there = silent.length === 1 ? 'it' : 'them';
    return [
      ...themeLine(opening, nowhere ?? [], lexicon),
      ...themeLine(`${opening}, though spoken of elsewhere in ${there}`, elsewhere ?? [], lexicon),
    ];
  };
  const latest = nameOf(last.document);
  const added = lines(`Named in the lists of ${latest}, not found in those of the earlier documents`, fresh, earlier);
  const dropped = before.flatMap(({ entry, themes: named }) => {
    const gone = [...named].filter(([theme]) => !now.has(theme));
    return lines(`Named in the lists of ${nameOf(entry.document)}, not found in those of ${latest}`, gone, [last]);
  });
  if (asked === 'kept')
    return before.flatMap(({ entry, themes: named }) =>
      keptThemes(
        entry,
        last,
        [...named].filter(([theme]) => now.has(theme)),
        lexicon,
      ),
    );
  return [...(asked === 'gone' ? [] : added), ...(asked === 'new' ? [] : dropped)];
}

type ThemePoint = readonly [ThemeId, Quotation];

function keptThemes(
  { document }: DocumentEntry,
  last: DocumentEntry,
  found: readonly ThemePoint[],
  lexicon: ThemeLexicon,
): Paragraph[] {
  return themeLine(`Named in the lists of both ${nameOf(document)} and ${nameOf(last.document)}`, found, lexicon);
}

/** The first point that names each theme. */
function themesIn(entry: DocumentEntry, lexicon: ThemeLexicon): Map<ThemeId, Quotation> {
  const found = new Map<ThemeId, Quotation>();
  for (const item of pointsOf(entry))
    for (const theme of themesOf(textOf(item), lexicon)) if (!found.has(theme)) found.set(theme, item);
  return found;
}

/** The themes of a list's points, and of the words that set each point out. */
function themesWithin({ sets }: DocumentEntry, lexicon: ThemeLexicon): ThemeId[] {
  return sets.flatMap(({ items }) =>
    items.length > 1 ? items.flatMap((item, at) => themesOf(setOut(item, items[at + 1]), lexicon)) : [],
  );
}

/** A point with what follows it, up to the next. */
function setOut({ passage, start, end }: Quotation, next: Quotation | undefined): string {
  const isAhead = next?.passage === passage && next.start >= end;
  const stop = Math.min(isAhead ? next.start : passage.end, end + longestSetOut);
  return textOf({ passage, start, end: stop });
}

/** What sets out a point stands right after it, in UTF-16 code units. */
const longestSetOut = 300;

function themeLine(opening: string, found: readonly ThemePoint[], lexicon: ThemeLexicon): Paragraph[] {
  if (found.length === 0) return [];
  const nameOfTheme = new Map(lexicon.themes.map(({ id, name }) => [id, name]));
  const shown = found.slice(0, mostThemes);
  const points = [...new Set(shown.map(([, item]) => item))].flatMap((item, at) => {
    const names = shown
      .filter(([, other]) => other === item)
      .map(([theme]) => `*${(nameOfTheme.get(theme) ?? theme).toLowerCase()}*`);
    return [words(`${at > 0 ? '; ' : ''}${names.join(' and ')} – `), quote(item)];
  });
  return [[words(`${opening}: `), ...points, words('.')]];
}
