// From source text to sections and blocks of sentences. Everything is a span of the text; nothing is rewritten.
import type { Section } from '../src/domain/document.ts';
import { isSectionId } from '../src/domain/ids.ts';
import type { SectionId } from '../src/domain/ids.ts';
import type { Sentence, SentenceKind } from '../src/domain/passage.ts';
import { splitSentences } from '../src/text/sentences.ts';
import { assignRoles } from './headings.ts';
import type { RoleUnit } from './headings.ts';
import { readLines } from './lines.ts';
import { readNumbers } from './section-numbers.ts';
import { findPageTitles, opensUntitledPage } from './page-titles.ts';
import type { TitledUnit } from './page-titles.ts';
import { settleHeadings } from './settle-headings.ts';
import { splitRunInTitles } from './run-in-titles.ts';
import { resumeLists } from './sidebars.ts';
import { joinLines } from './units.ts';

/** A paragraph, bullet, row or heading, with its sentences; blocks never overlap. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly section: Section | null;
  readonly sentences: readonly Sentence[];
  /** Whether furniture or a page's worth of blank lines stands between this block and the one before. */
  readonly detached: boolean;
}

export interface Structure {
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
}

/** Finds sections and blocks. Total: any string gives a structure, and every span lies within the text. */
export function readStructure(text: string): Structure {
  const units = joinLines(splitRunInTitles(readNumbers(readLines(text))));
  const roles = findPageTitles(resumeLists(settleHeadings(assignRoles(units))));
  const sections = buildSections(text, roles);
  const byStart = new Map(sections.map((section) => [section.start, section]));
  const blocks: Block[] = [];
  const open: Section[] = []; // the section that is read, and those that hold it, outermost first
  let detached = false;
  for (const entry of roles) {
    if (entry.resumes > 0) closeBelow(open, entry.resumes + 1);
    if (opensUntitledPage(entry)) closeBelow(open, 1);
    const begun = headOf(entry) ? byStart.get(entry.unit.start) : undefined;
    if (begun) {
      closeBelow(open, begun.level);
      open.push(begun);
    }
    if (entry.role === 'furniture') {
      detached = true;
      continue;
    }
    const sentences = sentencesOf(text, entry);
    if (sentences.length === 0) continue;
    blocks.push({ start: entry.unit.start, end: entry.unit.end, section: open.at(-1) ?? null, sentences, detached });
    detached = false;
  }
  return { sections, blocks };
}

/** The heading of the section that begins here; null where none does. */
function headOf(entry: TitledUnit): RoleUnit | null {
  if (entry.title) return { ...entry.title, level: 1 };
  return entry.role === 'heading' && !entry.isTitleAbove ? entry : null;
}

/** Ends the open sections of this heading level and of those below it. */
function closeBelow(open: { readonly level: number }[], level: number): void {
  while ((open.at(-1)?.level ?? 0) >= level) open.pop();
}

function buildSections(text: string, roles: readonly TitledUnit[]): Section[] {
  const ends = sectionEnds(text, roles);
  const used = new Map<string, number>();
  const open: { level: number; heading: string }[] = [];
  const sections: Section[] = [];
  for (const entry of roles) {
    if (opensUntitledPage(entry)) closeBelow(open, 1);
    const head = headOf(entry);
    if (!head) continue;
    closeBelow(open, head.level);
    const heading = headingText(head);
    open.push({ level: head.level, heading });
    sections.push({
      id: sectionId(heading, used),
      heading,
      level: head.level,
      start: entry.unit.start,
      end: ends[sections.length] ?? text.length,
      page: head.page,
      path: open.map((part) => part.heading),
    });
  }
  return sections;
}

/** A section ends where the next heading of its level or of a level above stands, or a page without a title begins. */
function sectionEnds(text: string, roles: readonly TitledUnit[]): number[] {
  const ends: number[] = [];
  const open: { level: number; index: number }[] = [];
  for (const entry of roles) {
    const head = headOf(entry);
    if (!head && !opensUntitledPage(entry)) continue;
    const level = head?.level ?? 1;
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      ends[last.index] = entry.unit.start;
      open.pop();
    }
    if (head) open.push({ level, index: ends.push(text.length) - 1 });
  }
  return ends;
}

/** Looking for repeats takes the square of the length. */
const longestRepeated = 300;

/** The heading on one line, emphasis marks left out, its letter before it; once, where it was set several times over. */
function headingText(entry: RoleUnit): string {
  const words = entry.unit.words
    .replace(/^[A-Z]\*\*/u, '')
    .replaceAll(/[*_#]+/gu, '')
    .trim();
  const once = words.length > longestRepeated ? words : words.replace(/^(.{3,}?)(?: \1)+$/u, '$1');
  return entry.prefix === '' ? once : `${entry.prefix}. ${once}`;
}

/** A slug that no section has yet; `used` holds, for each slug, the number of the copy to try next. */
function sectionId(heading: string, used: Map<string, number>): SectionId {
  const slug = heading
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, '');
  const base = slug === '' ? 'section' : slug;
  let id = base;
  for (let copy = used.get(base) ?? 1; used.has(id); copy += 1) {
    id = `${base}-${copy + 1}`;
    used.set(base, copy + 1);
  }
  used.set(id, 1);
  if (!isSectionId(id)) throw new Error(`not a section id: ${id}`);
  return id;
}

function sentencesOf(text: string, entry: RoleUnit): Sentence[] {
  const { unit, role } = entry;
  const kind = sentenceKind(role);
  if (!kind) return [];
  // A point under a point may be several sentences; a short line is one.
  const isLine = role === 'item' && unit.kind === 'label';
  const whole = role === 'heading' || role === 'row' || role === 'figure' || isLine;
  const skip = /^[A-Z]\*\*/u.exec(text.slice(unit.start, unit.end))?.[0].length ?? 0;
  const spans = splitSentences(text, unit.start + skip, unit.end);
  const first = spans[0];
  const last = spans.at(-1);
  if (whole && first && last && last.end - first.start <= 800) return [{ kind, start: first.start, end: last.end }];
  return spans.map((span, index) => {
    const introduces = kind === 'lead-in' && index < spans.length - 1;
    return { kind: introduces ? 'prose' : kind, start: span.start, end: span.end };
  });
}

function sentenceKind(role: RoleUnit['role']): SentenceKind | null {
  if (role === 'furniture') return null;
  return role === 'paragraph' ? 'prose' : role;
}
