// Text of people and documents as Markdown that shows it, and does nothing else.

/** What has a meaning in Markdown wherever it stands, and `|`, which parts the cells of a table. */
const markup = /[\\`*_{}[\]<>#|~&$^@]/gu;
/** At the start of a line these begin a list, a heading's rule or, in a spreadsheet, a formula. */
const leading = /^(?:[=+-]|(?<digits>\d{1,9})(?=[.)]))/u;

/** One line: line breaks and other control characters become spaces. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replaceAll(markup, String.raw`\$&`)
    .replaceAll('://', String.raw`\://`)
    .replaceAll(/\bwww\./giu, (www) => `${www.slice(0, -1)}\\.`)
    .replace(leading, (start, digits?: string) => (digits === undefined ? `\\${start}` : start))
    .replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`);
}

/** A block quotation that keeps the text's lines. */
export function quoteMarkdown(text: string): string {
  return text
    .split(/\r\n|[\n\r]/u)
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join('\\\n');
}
