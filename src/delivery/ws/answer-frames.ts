// An answer in the pieces in which a reader sees it come.
import type { ServerFrame } from '../../contract/chat.ts';
import type { AnswerWire } from '../../contract/answer.ts';

/** Characters after which a piece ends with the word; some half a line. */
const pieceLength = 60;

/** Pieces of the text, each followed by the citations whose markers stand in it first. */
export function answerFrames(id: string, { answer, citations }: AnswerWire): ServerFrame[] {
  const waiting = new Map(citations.map((citation) => [citation.n, citation]));
  return piecesOf(answer).flatMap((text): ServerFrame[] => {
    const numbers = [...text.matchAll(/\[(?<n>\d+)\]/gu)].map((marker) => Number(marker.groups?.['n']));
    const first = numbers.flatMap((n) => {
      const citation = waiting.get(n);
      waiting.delete(n);
      return citation ? [citation] : [];
    });
    return [
      { type: 'text-delta', id, text },
      ...first.map((citation) => ({ type: 'citation' as const, id, citation })),
    ];
  });
}

/** Whole words with the space after them, so that no marker and no character is cut; joined, they are the text. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const [word] of text.matchAll(/\S+\s*|\s+/gu)) {
    piece += word;
    if (piece.length < pieceLength) continue;
    pieces.push(piece);
    piece = '';
  }
  return piece === '' ? pieces : [...pieces, piece];
}
