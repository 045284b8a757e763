// From source text to sections and blocks of sentences. Everything is a span of the text; nothing is rewritten.
import type { Section } from '../src/domain/document.ts';
import { isSectionId } from '../src/domain/ids.ts';
import type { SectionId } from '../src/domain/ids.ts';
import type { Sentence, SentenceKind } from '../src/domain/passage.ts';
import { splitSentences } from '../src/text/sentences.ts';
import { assignRoles } from './headings.ts';
import type { RoleUnit } from './headings.ts';
import { readLines } from './lines.ts';
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
  const roles = resumeLists(assignRoles(joinLines(readLines(text))));
  const sections = buildSections(text, roles);
  const byStart = new Map(sections.map((section) => [section.start, section]));
  const blocks: Block[] = [];
  let open: Section | null = null;
  let detached = false;
  for (const entry of roles) {
    open = entry.resumes ? ancestor(sections, open, entry.resumes) : open;
    if (entry.role === 'heading') open = byStart.get(entry.unit.start) ?? open;
    if (entry.role === 'furniture') {
      detached = true;
      continue;
    }
    const sentences = sentencesOf(text, entry);
    if (sentences.length === 0) continue;
    blocks.push({ start: entry.unit.start, end: entry.unit.end, section: open, sentences, detached });
    detached = false;
  }
  return { sections, blocks };
}

/** The section with that heading level which holds `section`: where a list goes on after a box that interrupted it. */
function ancestor(sections: readonly Section[], section: Section | null, level: number): Section | null {
  if (!section) return null;
  const before = sections.filter((candidate) => candidate.start <= section.start && candidate.level <= level);
  return before.at(-1) ?? section;
}

function buildSections(text: string, roles: readonly RoleUnit[]): Section[] {
  const headings = roles.filter((entry) => entry.role === 'heading');
  const used = new Set<string>();
  const open: { level: number; heading: string }[] = [];
  return headings.map((entry, index) => {
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    const heading = headingText(entry);
    open.push({ level: entry.level, heading });
    const next = headings.slice(index + 1).find((other) => other.level <= entry.level);
    return {
      id: sectionId(heading, used),
      heading,
      level: entry.level,
      start: entry.unit.start,
      end: next?.unit.start ?? text.length,
      page: entry.page,
      path: open.map((part) => part.heading),
    };
  });
}

/** The heading on one line, emphasis marks left out, its letter before it. */
function headingText(entry: RoleUnit): string {
  const words = entry.unit.words
    .replace(/^[A-Z]\*\*/u, '')
    .replaceAll(/[*_#]+/gu, '')
    .trim();
  return entry.prefix === '' ? words : `${entry.prefix}. ${words}`;
}

function sectionId(heading: string, used: Set<string>): SectionId {
  const slug = heading
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, '');
  const base = slug === '' ? 'section' : slug;
  let id = base;
  for (let copy = 2; used.has(id); copy += 1) id = `${base}-${copy}`;
  used.add(id);
  if (!isSectionId(id)) throw new Error(`not a section id: ${id}`);
  return id;
}

function sentencesOf(text: string, entry: RoleUnit): Sentence[] {
  const { unit, role } = entry;
  const kind = sentenceKind(role);
  if (!kind) return [];
  const whole = role === 'heading' || role === 'row' || role === 'figure' || role === 'item';
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
