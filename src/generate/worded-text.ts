// An answer as it grows: sentences that were checked, quotations, and the citations of both in the order of their markers.
import { toCitation } from '../answer/quote/to-citation.ts';
import type { Documents } from '../answer/quote/to-citation.ts';
import type { Citation } from '../domain/answer.ts';
import type { DocumentDescription } from '../domain/document.ts';
import type { Support } from './support.ts';

/** What was added: text to be put after what is there, and the citations whose markers stand in it first. */
export interface Addition {
  readonly text: string;
  readonly citations: readonly Citation[];
}

export class WordedText {
  readonly #documents: Documents;
  readonly #citations: Citation[] = [];
  #text = '';

  constructor(documents: readonly DocumentDescription[]) {
    this.#documents = new Map(documents.map((document) => [document.id, document]));
  }

  get text(): string {
    return this.#text;
  }

  get citations(): readonly Citation[] {
    return this.#citations;
  }

  /** What adding a sentence would come to, and adding it. */
  sentence(sentence: string, supports: readonly Support[], opens: boolean): Prepared {
    const cited = supports.flatMap(({ passage, spans }) =>
      // Its number is the one that it has here, or gets.
      spans.map(({ start, end }) => toCitation({ passage, start, end }, 0, this.#documents)),
    );
    const fresh = this.#numbered(cited);
    const markers = [...new Set(fresh.map(({ n }) => n))].toSorted((one, other) => one - other);
    return this.#prepare(`${sentence} ${markers.map((n) => `[${n}]`).join('')}`, fresh, opens ? '\n\n' : ' ');
  }

  /** A line of the quoting answer, its markers numbered as they are here. @param citations those of that answer. */
  line(line: string, citations: readonly Citation[]): Prepared {
    const numbers = [...line.matchAll(/\[(?<n>\d+)\]/gu)].map(({ groups }) => Number(groups?.['n']));
    const cited = citations.filter(({ n }) => numbers.includes(n));
    const fresh = this.#numbered(cited);
    const renumbered = line.replaceAll(/\[(\d+)\]/gu, (marker, n: string) => {
      const at = cited.findIndex((citation) => citation.n === Number(n));
      return at < 0 ? marker : `[${fresh[at]?.n}]`;
    });
    const goesOn = line.startsWith('- ') && /(?:^|\n)- [^\n]*$/u.test(this.#text);
    return this.#prepare(renumbered, fresh, goesOn ? '\n' : '\n\n');
  }

  /** Whether some sentence here cites a place that overlaps this one. */
  covers({ documentId, start, end }: Citation): boolean {
    return this.#citations.some((own) => own.documentId === documentId && own.start < end && own.end > start);
  }

  #prepare(text: string, citations: readonly Citation[], separator: string): Prepared {
    const addition = { text: this.#text === '' ? text : `${separator}${text}`, citations: this.#unknown(citations) };
    return {
      own: { text, citations: distinct(citations) },
      add: () => {
        this.#text += addition.text;
        this.#citations.push(...addition.citations);
        return addition;
      },
    };
  }

  /** The citations under the numbers that they have here, or would have. */
  #numbered(citations: readonly Citation[]): Citation[] {
    const all = [...this.#citations];
    return citations.map((citation) => {
      const known = all.find((other) => isSamePlace(other, citation));
      if (known) return known;
      const numbered = { ...citation, n: all.length + 1 };
      all.push(numbered);
      return numbered;
    });
  }

  #unknown(citations: readonly Citation[]): Citation[] {
    return distinct(citations).filter(({ n }) => n > this.#citations.length);
  }
}

/** A sentence or line that can be looked at before it is added. */
export interface Prepared {
  /** By itself: its text, and all its citations. */
  readonly own: Addition;
  readonly add: () => Addition;
}

function distinct(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [citation.n, citation])).values()];
}

function isSamePlace(one: Citation, other: Citation): boolean {
  return one.documentId === other.documentId && one.start === other.start && one.end === other.end;
}
