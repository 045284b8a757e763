// Heads and feet of pages: the same words on every page, told apart by the page's number within them or beside them.

/** So many pages with one head make it one. */
const fewestPages = 3;
/** No head of a page is longer, in UTF-16 code units. */
const longestHead = 140;
/** `Page 4`, `p. 4`: surely a page, unless the sentence sends the reader there ("see page 4"). */
const saidPage =
  /(?<!\b(?:see|on|from|to|at|and|in|or)\s+)(?:(?:^|\s{2}|[\t|–—-]\s*)(?:page\s+|p\.\s?)(?<first>\d{1,3})\b|(?:\bpage\s+|\bp\.\s?)(?<last>\d{1,3})(?:\s+of\s+\d{1,3})?$)/iu;
/** `4 of 20`, which may as well count something. */
const countedPage = /(?<!:\s*)\b(?<first>\d{1,3})\s+of\s+(?<pages>\d{1,3})$/u;
/** A number that stands apart at either end of the line, as it does in rows of tables. */
const barePage = /(?<!:\s*)(?:\s{3}|\t|\|\s*)(?<last>\d{1,3})$|^(?<first>\d{1,3})(?:\s{3}|\t|\s*\|)/u;
/** A cell of figures at either end of a line. */
const tableRow = /(?:\s{3}|\t|\|)\s*[£$€]?\d[\d.,%]*\s*\|?$|^\|?\s*\d[\d.,]*(?:\s{3}|\t|\s*\|)/u;
/** A head may be left out on some pages: on average it stands on one of so many. */
const pagesPerHead = 3;

/** The text with those lines empty that repeat a head; the form feeds in them stay. A sentence that one interrupted goes on. */
export function dropRunningHeads(text: string): string {
  const lines = text.split('\n');
  const byWords = new Map<string, Copy[]>();
  for (const [at, line] of lines.entries()) {
    const copy = copyOf(line.trim(), at);
    if (!copy) continue;
    const copies = byWords.get(copy.words);
    if (copies) copies.push(copy);
    else byWords.set(copy.words, [copy]);
  }
  const heads = [...byWords.values()].filter((copies) => isHead(copies, lines));
  if (heads.length === 0) return text;
  const dropped = new Set(heads.flat().map(({ at }) => at));
  return lines.map((line, at) => (dropped.has(at) ? line.replaceAll(/[^\f\r]/gu, '') : line)).join('\n');
}

/** A line that may be a head. */
interface Copy {
  /** Place among the lines. */
  readonly at: number;
  /** Without the page's number. */
  readonly words: string;
  readonly page: number;
  /** Pages that there are, where nothing but a count says that it is a page. */
  readonly pages: number | null;
  readonly form: 'said' | 'counted' | 'bare';
}

const forms = [
  ['said', saidPage],
  ['counted', countedPage],
  ['bare', barePage],
] as const;

/** The line without its page's number; null for one that can be no head. */
function copyOf(line: string, at: number): Copy | null {
  if (line.length > longestHead || line.endsWith('.')) return null;
  for (const [form, pattern] of forms) {
    const found = pattern.exec(line);
    if (!found) continue;
    const { first, last = first, pages } = found.groups ?? {};
    const words = line.replace(found[0], ' ').replaceAll(/\s+/gu, ' ').trim();
    // Rows of a contents table and of figures differ in their words, and a head has some.
    if (!/\p{L}{3}/u.test(words)) return null;
    return { at, words, page: Number(last), pages: pages === undefined ? null : Number(pages), form };
  }
  return null;
}

/** Whether they are one head over its pages: figures for one thing in several tables repeat their words as well, and are no pages. */
function isHead(copies: readonly Copy[], lines: readonly string[]): boolean {
  const pages = new Set(copies.map(({ page }) => page));
  const inOrder = copies.every(({ page }, index) => page >= (copies[index - 1]?.page ?? 0));
  if (pages.size < fewestPages || !inOrder) return false;
  if (copies.some(({ form }) => form === 'said')) return true;
  const ends = new Set(copies.map((copy) => copy.pages));
  const [end] = ends;
  if (typeof end === 'number') return ends.size === 1 && pages.size * pagesPerHead >= end;
  const spread = Math.max(...pages) - Math.min(...pages);
  const isOfOneWord = !copies[0]?.words.includes(' ');
  if (isOfOneWord || spread > pagesPerHead * (pages.size - 1)) return false;
  return copies.filter(({ at }) => standsInTable(lines, at)).length * 2 < copies.length;
}

/** Whether the next line with words before it or after it ends or begins with figures, too. */
function standsInTable(lines: readonly string[], at: number): boolean {
  return [-1, 1].some((step) => {
    let beside = at + step;
    while (lines[beside]?.trim() === '') beside += step;
    return tableRow.test(lines[beside]?.trim() ?? '');
  });
}
