// What of a conversation the next question is understood by.
import type { AnswerStatus } from './answer.ts';
import type { Span } from './document.ts';
import type { DocumentId, PassageId } from './ids.ts';

/** Turns that a question is understood by: what lies further back, people have to say again. */
export const turnsRemembered = 8;

/** An earlier question of the same conversation, and the places that its answer quoted. */
export interface PastTurn {
  readonly question: string;
  readonly status: AnswerStatus;
  readonly cited: readonly CitedPlace[];
  /** The points of the list that the answer showed, in order; empty where it showed none. */
  readonly points?: readonly PointLine[];
  /** Questions that were suggested with it. */
  readonly suggested?: readonly string[];
}

/** A point of a list as an answer shows it. */
export interface PointLine {
  readonly words: string;
  /** Where among the citations the one stands that holds it, from 0; a list in one place has one for all. */
  readonly at: number;
}

/** Only what is quoted is followed by a marker, so quotation marks within the quoted words end nothing. */
const pointLine = /^- [^“\n]*“(?<words>.*?)” ?\[(?<marker>\d{1,3})\]/u;

/** The points of the list in an answer; none where a point quotes nothing, for then their places cannot be told. @param answer Markdown with `[n]` markers. */
export function pointsIn(answer: string): PointLine[] {
  const lines = answer.split('\n').filter((line) => line.startsWith('- '));
  const points = lines.flatMap((line): PointLine[] => {
    const { words, marker } = pointLine.exec(line)?.groups ?? {};
    return words === undefined ? [] : [{ words, at: Number(marker) - 1 }];
  });
  if (lines.length === 0) return pointsInLine(answer);
  return points.length === lines.length ? points : [];
}

/** `“Integrity” [1], “Courage” [1], “Respect” [1]`: short points in one line, parted by commas. */
const pointsTogether = /“[^”]{1,60}” ?\[\d{1,3}\](?:, “[^”]{1,60}” ?\[\d{1,3}\]){1,}/u;

function pointsInLine(answer: string): PointLine[] {
  const [line = ''] = pointsTogether.exec(answer) ?? [];
  return [...line.matchAll(/“([^”]+)” ?\[(\d{1,3})\]/gu)].map(([, words = '', marker]) => ({
    words,
    at: Number(marker) - 1,
  }));
}

export interface CitedPlace extends Span {
  readonly documentId: DocumentId;
  readonly passageId: PassageId;
}
