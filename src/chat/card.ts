// An answer as a card: what every channel shows of it, before any channel's own markup.
import type { AnswerWire } from '../contract/answer.ts';
import type { AnswerStatus } from '../domain/answer.ts';
import type { Years } from '../domain/document.ts';
import { readRuns } from './card-runs.ts';
import type { Run } from './card-runs.ts';

/** A paragraph or a point of a list, with the numbers of the sources that it names. */
export interface CardPart {
  readonly kind: 'paragraph' | 'point';
  readonly runs: readonly Run[];
  readonly sources: readonly number[];
}

/** Words of a document with the place where they stand. */
export interface CardPlace {
  readonly title: string;
  readonly section: readonly string[];
  readonly page: number | null;
  /** Exact words of the document. */
  readonly quote: string;
  /** The whole address under which the reader shows those words. */
  readonly url: string;
}

export interface CardSource extends CardPlace {
  readonly n: number;
  /** `2025–2028, for consultation`, as far as it is known. */
  readonly standing: string;
}

export interface Card {
  readonly status: AnswerStatus;
  readonly abstained: boolean;
  readonly lead: CardPart;
  readonly points: readonly CardPart[];
  readonly sources: readonly CardSource[];
  /** Nearest passages beside an answer that there is not; never support for it. */
  readonly related: readonly CardPlace[];
  readonly notices: readonly string[];
  /** How often each document speaks of what the answer compares; null where nothing is counted. */
  readonly counts: CardCounts | null;
  readonly suggestions: readonly string[];
  /** Address under which the whole answer can be read. */
  readonly openUrl: string;
}

export interface CardCounts {
  readonly heading: string;
  /** One a document, the oldest first. */
  readonly lines: readonly string[];
}

type Place = Pick<AnswerWire['citations'][number], 'documentId' | 'start' | 'end'>;

export interface CardLinks {
  readonly permalink: (place: Place) => string;
  readonly openUrl: string;
  /** Title of a document that the answer names by its id alone. */
  readonly titleOf: (documentId: string) => string;
  readonly counts?: CardCounts | null;
}

/** Pure: no markup of any channel, and of the answer nothing but what it says. */
export function createCard(answer: AnswerWire, { permalink, openUrl, titleOf, counts = null }: CardLinks): Card {
  const [lead = emptyPart, ...points] = partsOf(answer.answer);
  return {
    status: answer.status,
    abstained: answer.abstained,
    lead,
    points,
    sources: answer.citations.map((citation) => ({
      n: citation.n,
      title: citation.document.title,
      standing: standingOf(citation.document.years, citation.document.status),
      section: citation.section,
      page: citation.page,
      quote: oneLine(citation.quote),
      url: permalink(citation),
    })),
    related: answer.related.map((passage) => ({
      title: titleOf(passage.documentId),
      section: passage.section,
      page: null,
      quote: oneLine(passage.text),
      url: permalink(passage),
    })),
    notices: answer.notices.map(({ text }) => oneLine(text)),
    counts,
    suggestions: answer.suggestions.map(oneLine),
    openUrl,
  };
}

const emptyPart: CardPart = { kind: 'paragraph', runs: [], sources: [] };

/** Answers are paragraphs and points, each on a line of its own. */
function partsOf(markdown: string): CardPart[] {
  return markdown
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const point = /^- +(?<words>\S.*)$/u.exec(line)?.groups?.['words'];
      const words = point ?? line;
      const sources = [...words.matchAll(/\[(\d{1,3})\]/gu)].map((match) => Number(match[1]));
      return { kind: point === undefined ? 'paragraph' : 'point', runs: readRuns(words), sources };
    });
}

/** The words of a part without any emphasis. */
export function plainWords({ runs }: CardPart): string {
  return runs.map(({ text }) => text).join('');
}

/** Where a quotation stands: `Introduction › Growing demand, page 4`; empty before the first heading. */
export function placeWords({ section, page }: Pick<CardPlace, 'section' | 'page'>): string {
  const path = section.map(oneLine).join(' › ');
  return [...(path === '' ? [] : [path]), ...(page === null ? [] : [`page ${page}`])].join(', ');
}

/** The beginning of a text in at most `longest` UTF-16 code units, cut between words and then marked with `…`. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - 1);
  const words = room.replace(/\s+\S*$/u, '');
  // A text without a space is cut where it must be, but not through a surrogate pair.
  return `${(words === '' ? room : words).replace(/[\ud800-\udbff]$/u, '').trimEnd()}…`;
}

/** `2025–2028, for consultation`, as far as it is known. */
export function standingOf(years: Years | null, status: string): string {
  const span = years && (years.from === years.to ? `${years.from}` : `${years.from}–${years.to}`);
  return [span ?? 'years unknown', ...(status === 'unknown' ? [] : [status])].join(', ');
}

/** A text on one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
