// The words of one line of an answer, with the emphasis that the answer gives them.

export interface Run {
  readonly style: 'plain' | 'strong' | 'emphasis';
  readonly text: string;
}

/** Emphasis as answers have it: it does not nest, and a lone star stays a star. */
const emphasis = /(?<marks>\*\*)(?<strong>[^*\s][^*\n]*)\*\*|\*(?<emphasised>[^*\s][^*\n]*)\*/gu;

/** The line in runs. Within a quotation the marks are the document's: their words stay, and are given no weight of ours. */
export function readRuns(line: string): Run[] {
  const runs: Run[] = [];
  const add = (style: Run['style'], text: string): void => {
    if (text !== '') runs.push({ style, text });
  };
  let at = 0;
  for (const found of line.matchAll(emphasis)) {
    const { strong, emphasised = '' } = found.groups ?? {};
    add('plain', line.slice(at, found.index));
    const style = strong === undefined ? 'emphasis' : 'strong';
    add(isQuoted(line, found.index) ? 'plain' : style, strong ?? emphasised);
    at = found.index + found[0].length;
  }
  add('plain', line.slice(at));
  return runs;
}

function isQuoted(line: string, at: number): boolean {
  const before = line.slice(0, at);
  return count(before, '“') > count(before, '”');
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
