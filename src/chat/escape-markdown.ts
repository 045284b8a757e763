// Text of people and documents as Markdown that shows it, and does nothing else.

/** What has a meaning in Markdown wherever it stands, and `|`, which parts the cells of a table. */
const markup = /[\\`*_{}[\]<>#|~&$^@]/gu;

/** Text within a line. Line breaks and other control characters become spaces, and addresses stay text. */
export function escapeInline(text: string): string {
  return withoutBreaks(text)
    .replaceAll(markup, String.raw`\$&`)
    .replaceAll('://', String.raw`\://`)
    .replaceAll(/www\./gi, (www) => `${www.slice(0, -1)}\\.`);
}

function withoutBreaks(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** A line of its own. */
export function escapeLine(text: string): string {
  return escapeStart(escapeInline(text).trim());
}

/** Nothing at the start of a line begins a list, a rule, the border of a table or, pasted into a spreadsheet, a formula. */
function escapeStart(line: string): string {
  return line.replace(/^[=+:-]/u, String.raw`\$&`).replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`);
}

/** A block quotation that keeps the lines of the text. */
export function quoteLines(text: string): string {
  const lines = text
    .split(/\r\n|[\n\r]/u)
    .map(escapeLine)
    .join('\n');
  return `> ${lines.trim().replaceAll('\n', '\\\n> ')}`;
}

/** Emphasis as answers have it: it does not nest, and a lone star stays a star. */
const emphasis = /(?<marks>\*\*)(?<strong>[^*\s][^*\n]*)\*\*|\*(?<emphasised>[^*\s][^*\n]*)\*/gu;

/** A line of an answer's own Markdown, of which points and emphasis stay. */
export function escapeAnswerLine(answerLine: string): string {
  const line = withoutBreaks(answerLine);
  // A point without words is text too: below a paragraph, a bare `-` would make a heading of it.
  const point = /^- +\S/u.test(line) ? '- ' : '';
  const words = line.slice(point.length).trim();
  let escaped = '';
  let at = 0;
  for (const found of words.matchAll(emphasis)) {
    const { marks = '*', strong, emphasised = '' } = found.groups ?? {};
    escaped += `${escapeInline(words.slice(at, found.index))}${marks}${escapeInline(strong ?? emphasised)}${marks}`;
    at = found.index + found[0].length;
  }
  return `${point}${escapeStart((escaped + escapeInline(words.slice(at))).trim())}`;
}
