// A commitment: a statement in which an organisation binds itself to do, reach or keep something, with what it says of how much and by when.
import type { Span } from './document.ts';
import type { CommitmentId, DocumentId, SectionId } from './ids.ts';

/** Rows of the register that make a page, unless more or fewer are asked for. */
export const usualRows = 50;

/** A figure that is to be reached, as the statement puts it. */
export interface Target {
  /** As written, without its unit: `20`, `32,000`, `one-third`. */
  readonly value: string;
  /** `%`, `£ million`, `minutes`; null for a bare count. */
  readonly unit: string | null;
  /** What is counted, in the words of the document. */
  readonly measure: string;
}

/** When it is to be done, as the statement puts it. */
export interface Deadline {
  /** Stands in the statement or in the words that introduce its list. */
  readonly text: string;
  /** The year in which it ends, where that follows without guessing. */
  readonly year: number | null;
}

/** Words that introduce the list of which a statement is a member. */
export interface LeadIn extends Span {
  readonly text: string;
}

export interface Commitment extends Span {
  readonly id: CommitmentId;
  readonly documentId: DocumentId;
  readonly sectionId: SectionId | null;
  /** Heading path of its section. */
  readonly section: readonly string[];
  readonly page: number | null;
  /** `document.text.slice(start, end)`. */
  readonly text: string;
  /** Null for a statement that stands for itself. */
  readonly leadIn: LeadIn | null;
  /** Who is to do it, in the words of the document; `we` where it names nobody. */
  readonly actor: string;
  /** Ids of the themes it touches, best first. */
  readonly themes: readonly string[];
  /** The first of `themes`. */
  readonly theme: string | null;
  /** The first of `targets`. */
  readonly target: Target | null;
  readonly targets: readonly Target[];
  readonly deadline: Deadline | null;
}

/** A figure that another document restates with another value. */
export interface Change {
  readonly measure: string;
  /** As the earlier and the later document put it, unit included. */
  readonly earlier: string;
  readonly later: string;
}

/** A statement of another document that may speak of the same undertaking. */
export interface Counterpart {
  readonly id: CommitmentId;
  /** What they share, in words. */
  readonly why: string;
  readonly change: Change | null;
}

/** A commitment with what other documents may say of the same, best first. */
export interface RegisterRow {
  readonly commitment: Commitment;
  readonly counterparts: readonly Counterpart[];
}
