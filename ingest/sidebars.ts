// A box set into a list ("What you will see …") ends where the interrupted list goes on; without this the rest of the list
// would stand under the box's last heading.
import type { RoleUnit } from './headings.ts';

export interface PlacedUnit extends RoleUnit {
  /** Heading level of the section to go back to before this unit; 0 to stay. */
  readonly resumes: number;
}

/** A list item of the main text is this much longer than the items of a box that interrupts it. */
const contrast = 2;

/** Marks the bullets at which an interrupted list goes on. */
export function resumeLists(roles: readonly RoleUnit[]): PlacedUnit[] {
  const lists = new ListTracker();
  return roles.map((entry) => ({ ...entry, resumes: lists.see(entry) }));
}

interface OpenList {
  readonly level: number;
  bullets: number;
  /** Of all its bullets' words together. */
  length: number;
}

/** Remembers, for each open heading level, how long the bullets under it are. */
class ListTracker {
  private open: OpenList[] = [{ level: 0, bullets: 0, length: 0 }];

  see(entry: RoleUnit): number {
    if (entry.role === 'heading') {
      this.open = [
        ...this.open.filter((list) => list.level < entry.level),
        { level: entry.level, bullets: 0, length: 0 },
      ];
      return 0;
    }
    if (entry.role !== 'bullet') return 0;
    const length = entry.unit.words.length;
    const box = this.open.at(-1);
    const main = this.open.slice(0, -1).findLast((list) => list.bullets > 0);
    if (box && main && entry.unit.gap > 0 && belongsTo(main, box, length)) {
      this.open = this.open.filter((list) => list.level <= main.level);
      count(main, length);
      return main.level;
    }
    if (box) count(box, length);
    return 0;
  }
}

function count(list: OpenList, length: number): void {
  list.bullets += 1;
  list.length += length;
}

function belongsTo(main: OpenList, box: OpenList, length: number): boolean {
  if (box.bullets === 0) return false;
  const boxMean = box.length / box.bullets;
  return main.length / main.bullets > boxMean * contrast && length > boxMean * contrast;
}
