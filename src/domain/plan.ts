// What a question was understood to ask for; retrieval and answering work from this, never from the raw question alone.
import type { Intent } from './answer.ts';
import type { AskedKind } from './asked.ts';
import type { CitedPlace } from './conversation.ts';
import type { DocumentId } from './ids.ts';

/** How strongly the question means a document: 1 named, 0.5 implied by a period, 0.12 not meant but not shut out. */
export interface ScopedDocument {
  readonly id: DocumentId;
  readonly weight: number;
}

/**
 * - `open`: the question names no document and no time; the latest that answers is preferred.
 * - `one`: in effect one document is meant.
 * - `several`: two or more are meant (a comparison, a period); each must have its place among the results.
 */
export type ScopeKind = 'open' | 'one' | 'several';

export interface Scope {
  readonly kind: ScopeKind;
  /** Every document that may be searched, oldest first. */
  readonly documents: readonly ScopedDocument[];
  /** Why: the words of the question that decided, for the explanation. */
  readonly because: readonly string[];
}

/** A term to look for and where it comes from. */
export interface PlanTerm {
  readonly term: string;
  /** 1 for the asker's own words, less for what the lexicon or the glossary adds. */
  readonly weight: number;
  readonly source: 'question' | 'lexicon' | 'acronym' | 'spelling' | 'conversation';
}

/** A word or phrase of the question, and what stands for it as well. */
export interface Sense {
  readonly stems: readonly string[];
  readonly others: readonly (readonly string[])[];
}

/** A thing that a topic names, as stems, and the other phrases under which documents may speak of it. */
export interface Concept {
  readonly own: readonly string[];
  readonly others: readonly (readonly string[])[];
  /** Whether its words stand in most questions and documents alike. */
  readonly isGeneric: boolean;
  /** Which of the things joined by "or" it belongs to, counted from 0: one of them is enough. */
  readonly option: number;
  /** Which of the things joined by "or" or "and" it belongs to, counted from 0. */
  readonly thing: number;
  /** The asker's words for it, with those up to the next concept of the same thing. */
  readonly words: string;
}

/** The topic of a question for the gist of a document that names nothing in it. */
export const wholeDocument = 'mission, vision, aims and priorities';

export interface Plan {
  /** The question made whole: with the one before it, where it only goes on with that. */
  readonly question: string;
  /** The reader's own words for it. */
  readonly asked: string;
  /** The question without the words that only say where to look or that something is asked. */
  readonly topic: string;
  /** The topic's own words, for the reader: without those of asking. */
  readonly sought: string;
  /** What is embedded: the topic, as stated where that says more, and in the documents' register where that differs; their vectors are averaged. */
  readonly readings: readonly string[];
  readonly terms: readonly PlanTerm[];
  /** Words and phrases of the topic with the other wordings that the lexicon and the acronyms give them, as stems. */
  readonly senses: readonly Sense[];
  /** Stems of the noun that is to be counted, named or chosen; empty where the wording names none. */
  readonly askedNoun: readonly string[];
  /** What the topic names, in order. */
  readonly concepts: readonly Concept[];
  /** The kind of thing asked for, where the wording says so. */
  readonly asks: AskedKind | null;
  /** Whether what one document says of the topic is asked for, whatever that be. */
  readonly asksWhatIsSaid: boolean;
  /** Most lines of the answer, where a length is asked for. */
  readonly most: number | null;
  /** Whether it is asked if something came about ("did we ever open …?"). */
  readonly asksIfCameAbout: boolean;
  readonly scope: Scope;
  readonly intent: Intent;
  /** Set where the message is no question to the documents, and says what it is. */
  readonly aside: Aside | null;
  /** Whether it is one of several questions of a message. */
  readonly isPart: boolean;
  /** Set where the message was understood from the conversation before it. */
  readonly continues: Continuation | null;
}

/** How a message goes on with the conversation, and what the last answer quoted. */
export interface Continuation {
  /**
   * - `scope`: the same question of other documents ("and in 2018?").
   * - `kind`: the same question for another kind of thing ("why?", "by when?").
   * - `focus`: a question of its own about what was spoken of ("how many of those were women?", "and cycling?").
   * - `more`: the same question, for what was not quoted yet.
   * - `place`: where what was quoted stands ("source?"); `short`: the same in fewer words.
   * - `beside`: a whole question; the conversation only tells which document is likely meant.
   */
  readonly how: 'scope' | 'kind' | 'focus' | 'more' | 'place' | 'short' | 'beside';
  readonly cited: readonly CitedPlace[];
  /** What "it" and "those" stand for: the topic that the conversation last came to. */
  readonly subject: readonly Sense[];
  /** Whether the message only names another thing, of which the question before is asked again ("and cycling?"). */
  readonly replaces: boolean;
  /** Whether the documents that it is asked of are those of the question before, and none that it names. */
  readonly keepsScope: boolean;
  /** Whether it asks if what was undertaken came true ("did we hit it?"). */
  readonly asksOutcome: boolean;
  /** Whether it asks of what was quoted, and of nothing else: "is that a target?". */
  readonly ofQuoted: boolean;
  /** Of the list shown last, the points that the message asks about: "the second one", "any of those". */
  readonly points: readonly AskedPoint[];
  /** What of them it asks for; null where it asks for none of this. */
  readonly wants: PointWish | null;
}

/** A point of a list that was shown. */
export interface AskedPoint {
  readonly place: CitedPlace;
  readonly name: string;
}

/**
 * What it is all about, how it is measured, figures for it, dates, or whether it holds certain words. Of a figure: as a share, as a count, what it was
 * before, whether it went up, of what time it is; `standing`: whether it is aimed at or so already.
 */
export type PointWish =
  | 'whole'
  | 'measure'
  | 'figure'
  | 'date'
  | 'words'
  | 'share'
  | 'count'
  | 'before'
  | 'change'
  | 'period'
  | 'standing';

/** Small talk, a question about the documents as such, or a command to the assistant that is not carried out. */
export type Aside =
  | {
      readonly kind: 'chat';
      readonly topic: ChatTopic;
    }
  | DocumentAside
  | { readonly kind: 'declined'; readonly reason: 'instruction' | 'writing' }
  | { readonly kind: 'declined'; readonly reason: 'language'; readonly language: Language };

export type ChatTopic =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'abilities'
  | 'wellbeing'
  | 'maker'
  | 'trust'
  | 'opinion'
  | 'complaint'
  | 'plea'
  | 'apology'
  | 'end'
  | 'noise';

/** A language other than English that a message is in, by its code of ISO 639-1; unknown where only that can be told. */
export type Language = 'cy' | 'fr' | 'de' | 'es' | 'it' | 'pt' | 'pl' | 'unknown';

/** A question about documents as such, which the catalogue answers. */
export interface DocumentAside {
  readonly kind: 'documents';
  readonly asks: 'which' | 'current' | 'status' | 'years' | 'size';
  /** The documents asked about, oldest first; none where all are. */
  readonly of: readonly DocumentId[];
}

/** Filters that a client sets beside the question; they shut out, where a scope only prefers. */
export interface Filters {
  readonly documents?: readonly DocumentId[];
  /** First and last year; a document is searched if its years overlap. */
  readonly from?: number;
  readonly to?: number;
}

/** Weight from which a document counts as meant; see `ScopedDocument`. */
const meantFrom = 0.5;

/** The documents that an answer may rest on: those meant, and all that are searched where the question names none. */
export function meantDocuments({ kind, documents }: Scope): ReadonlySet<DocumentId> {
  return new Set(documents.filter(({ weight }) => kind === 'open' || weight >= meantFrom).map(({ id }) => id));
}
