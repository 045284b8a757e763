// From the pieces of a model's reply to its statements, each as soon as it is whole.

/** A sentence of the reply with the passages that it names, as `P3`. */
export interface GeneratedSentence {
  readonly text: string;
  readonly cited: readonly string[];
  /** Whether a new paragraph or point begins with it. */
  readonly opens: boolean;
}

/** A line longer than this, in characters, is no sentence, and is passed over to its end. */
const longestLine = 1200;

const marks = String.raw`(?:\s{0,3}\[[^\][\n]{1,60}\])+`;
/** The end of a statement within a line: its stop and its marks, in either order, before the next. */
const boundary = new RegExp(String.raw`(?:[.!?]["”’)]*${marks}|${marks}[.!?]["”’)]*)(?=\s+[^\s\[])`, 'gu');

/** Statements of a reply in order. */
export async function* statementsOf(pieces: AsyncIterable<string>): AsyncGenerator<GeneratedSentence, void> {
  let rest = '';
  let opens = true;
  let skips = false;
  for await (const piece of pieces) {
    rest += piece;
    const { whole, left } = cut(rest);
    rest = left;
    for (const { text, endsLine } of whole) {
      const found: GeneratedSentence | null = skips ? null : read(text, opens);
      if (found) yield found;
      [skips, opens] = endsLine ? [false, text.trim() === ''] : [skips, found ? false : opens];
    }
    if (rest.length > longestLine) [rest, skips] = ['', true];
  }
  const last = skips ? null : read(rest, opens);
  if (last) yield last;
}

interface Cut {
  readonly whole: readonly { readonly text: string; readonly endsLine: boolean }[];
  readonly left: string;
}

function cut(text: string): Cut {
  const whole: { text: string; endsLine: boolean }[] = [];
  const lines = text.split('\n');
  const left = lines.pop() ?? '';
  for (const line of lines) {
    const parts = cutLine(line);
    whole.push(...parts.whole.map((part) => ({ text: part, endsLine: false })), { text: parts.left, endsLine: true });
  }
  const parts = cutLine(left);
  return { whole: [...whole, ...parts.whole.map((part) => ({ text: part, endsLine: false }))], left: parts.left };
}

function cutLine(line: string): { whole: string[]; left: string } {
  const whole: string[] = [];
  let from = 0;
  for (const match of line.matchAll(boundary)) {
    whole.push(line.slice(from, match.index + match[0].length));
    from = match.index + match[0].length;
  }
  return { whole, left: line.slice(from) };
}

function read(text: string, opens: boolean): GeneratedSentence | null {
  const isPoint = /^\s*(?:[-*•]|\d{1,2}[.)])\s+/u.test(text);
  const cited = [...text.matchAll(/\[(?<ids>[^\][]{1,60})\]/gu)].flatMap(({ groups }) => idsIn(groups?.['ids'] ?? ''));
  const bare = text
    .replaceAll(/\s*\[[^\][]{1,60}\]/gu, '')
    .replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/u, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return null;
  return { text: bare, cited: [...new Set(cited)], opens: opens || isPoint };
}

/** A list of ids and nothing else. */
function idsIn(mark: string): string[] {
  return /^\s*P\d{1,2}(?:\s*[,;]\s*P\d{1,2})*\s*$/u.test(mark) ? (mark.match(/P\d{1,2}/gu) ?? []) : [];
}
