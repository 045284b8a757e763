// A document's sections as a tree, with the boxes that interrupt it.
import type { DocumentDetailWire } from '../../src/contract/documents.ts';
import type { Passage } from '../../src/domain/passage.ts';

export type SectionWire = DocumentDetailWire['sections'][number];

/** A section with its depth in the tree, from 1; headings skip no level, whatever the source's levels do. */
export interface NestedSection extends SectionWire {
  readonly depth: number;
}

export function nestSections(sections: readonly SectionWire[]): NestedSection[] {
  const open: number[] = [];
  return sections.map((section) => {
    while ((open.at(-1) ?? 0) >= section.level) open.pop();
    open.push(section.level);
    return { ...section, depth: open.length };
  });
}

/** Sections that stand in a box set into the text around them. */
export interface Box {
  /** Index of its first section, and of the one behind its last. */
  readonly first: number;
  readonly behind: number;
  /** Offset at which the text around it goes on within its last section; null where it does not. */
  readonly resumesAt: number | null;
}

type PlacedPassage = Pick<Passage, 'sectionId' | 'start'>;

/**
 * A box shows where the text goes back to an outer section after it. A box of the same headings at the end of a section, where nothing
 * goes back, is known by its fellows.
 */
export function findBoxes(sections: readonly SectionWire[], passages: readonly PlacedPassage[]): Box[] {
  const resumed = resumptions(sections, passages);
  const names = new Set(resumed.flatMap((box) => sections.slice(box.first, box.behind).map(({ heading }) => heading)));
  const ends = new Map(resumed.map((box) => [box.behind, box.resumesAt]));
  const boxes: Box[] = [];
  for (let first = 0; first < sections.length; first += 1) {
    let behind = first;
    while (isSibling(sections[first], sections[behind], names) && (behind === first || !ends.has(behind))) behind += 1;
    if (behind === first) continue;
    boxes.push({ first, behind, resumesAt: ends.get(behind) ?? null });
    first = behind - 1;
  }
  return boxes;
}

function isSibling(first: SectionWire | undefined, next: SectionWire | undefined, names: ReadonlySet<string>): boolean {
  return next !== undefined && next.level === first?.level && names.has(next.heading);
}

/** Where a passage belongs to a section that others have begun after, they lie in a box before it. */
function resumptions(
  sections: readonly SectionWire[],
  passages: readonly PlacedPassage[],
): (Box & { resumesAt: number })[] {
  const indexOf = new Map(sections.map(({ id }, index) => [id, index]));
  const lastOf = new Map<number, number>();
  const boxes: (Box & { resumesAt: number })[] = [];
  let begun = 0;
  for (const { sectionId, start } of passages) {
    while ((sections[begun]?.start ?? Infinity) <= start) begun += 1;
    const own = sectionId === null ? undefined : indexOf.get(sectionId);
    if (own === undefined) continue;
    const first = Math.max(own + 1, lastOf.get(own) ?? 0);
    if (first < begun) boxes.push({ first, behind: begun, resumesAt: start });
    lastOf.set(own, begun);
  }
  return boxes;
}
