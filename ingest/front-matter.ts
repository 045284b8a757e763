// The fields that some editors set between two rules at the head of a file: title, date, status.

export interface FrontMatter {
  /** Where the text proper begins. */
  readonly end: number;
  /** By their names in lower case; of fields with one value only. */
  readonly fields: ReadonlyMap<string, string>;
}

/** No front matter is longer, in UTF-16 code units; a rule further down is a rule. */
const longest = 4000;

/** Null for a text that begins otherwise. */
export function readFrontMatter(text: string): FrontMatter | null {
  const open = /^\s{0,20}---[ \t]*\r?\n/u.exec(text)?.[0];
  if (open === undefined) return null;
  const rest = text.slice(open.length, open.length + longest);
  const close = /^(?:---|\.\.\.)[ \t]*\r?$/mu.exec(rest);
  if (!close) return null;
  const lines = rest.slice(0, close.index).split(/\r?\n/u);
  if (!lines.every((line) => /^(?:[\w-]+:(?:\s|$)|\s|#|- |$)/u.test(line))) return null;
  const fields = lines.flatMap((line): [string, string][] => {
    const field = /^([\w-]+):\s+(\S.*)$/u.exec(line);
    const value = (field?.[2] ?? '').trim().replaceAll(/^["']|["']$/gu, '');
    return value === '' ? [] : [[(field?.[1] ?? '').toLowerCase(), value]];
  });
  return fields.length === 0 ? null : { end: open.length + close.index + close[0].length, fields: new Map(fields) };
}
