// A list that stands in one place is one source: its lines carry one marker, whose citation holds them all.
import type { Paragraph, Piece, Quotation } from './quotation.ts';

/** Fewer quotations are no list, and each keeps its own place. */
const fewest = 3;
/** Longest stretch of text that is one source, in UTF-16 code units: what is cited must still be read at a glance. */
const longest = 1000;

/** The paragraphs, the quotations of a list that run on in one passage being cited by the stretch that holds them. */
export function citeTogether(paragraphs: readonly Paragraph[]): Paragraph[] {
  const stretches = listsIn(paragraphs).flatMap((list) => runsOf(list.flatMap(quotedIn)).flatMap(toStretch));
  const holding = ({ passage, start, end }: Quotation): Quotation | undefined =>
    stretches.find((each) => each.passage === passage && each.start <= start && end <= each.end);
  return paragraphs.map((paragraph) =>
    paragraph.map((piece): Piece => {
      if (piece.kind === 'words') return piece;
      const within = holding(piece.quotation);
      return within ? { ...piece, within } : piece;
    }),
  );
}

/** Each paragraph with the points that follow it. */
function listsIn(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const lists: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const list = lists.at(-1);
    if (list && isPoint(paragraph)) list.push(paragraph);
    else lists.push([paragraph]);
  }
  return lists;
}

function isPoint([first]: Paragraph): boolean {
  return first?.kind === 'words' && first.text.startsWith('- ');
}

function quotedIn(paragraph: Paragraph): Quotation[] {
  return paragraph.flatMap((piece) => (piece.kind === 'quote' ? [piece.quotation] : []));
}

/** Quotations one after another in one passage, in the order of its text. */
function runsOf(quotations: readonly Quotation[]): Quotation[][] {
  const runs: Quotation[][] = [];
  for (const quotation of quotations) {
    const run = runs.at(-1);
    if (run && goesOn(run, quotation)) run.push(quotation);
    else runs.push([quotation]);
  }
  return runs;
}

function goesOn(run: readonly Quotation[], { passage, start, end }: Quotation): boolean {
  const [first] = run;
  const last = run.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    last.passage === passage &&
    last.end <= start &&
    end - first.start <= longest
  );
}

function toStretch(run: readonly Quotation[]): Quotation[] {
  const [first] = run;
  const last = run.at(-1);
  return first && last && run.length >= fewest ? [{ ...first, end: last.end }] : [];
}
