// Running text in lines of a given width.

interface Margins {
  readonly width: number;
  /** Put before the first line, and before all others. */
  readonly first?: string;
  readonly rest?: string;
}

/** No line is narrower than this, however deep its margin. */
const narrowest = 20;

/** Each line of `text` is wrapped by itself; what follows a bullet or a number hangs below its words. */
export function wrap(text: string, { width, first = '', rest = first }: Margins): string {
  const lines = text.split('\n').flatMap((line) => wrapLine(line, Math.max(narrowest, width - rest.length)));
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd()).join('\n');
}

function wrapLine(line: string, width: number): string[] {
  const bullet = /^\s*(?:[-*•]|\d{1,3}[.)])\s+/u.exec(line)?.[0] ?? '';
  const hanging = ' '.repeat(bullet.length);
  const lines: string[] = [];
  let current = bullet;
  for (const word of line.slice(bullet.length).split(/\s+/u)) {
    const isFirst = current === bullet || current === hanging;
    const longer = isFirst ? current + word : `${current} ${word}`;
    if (isFirst || longer.length <= width) current = longer;
    else {
      lines.push(current);
      current = hanging + word;
    }
  }
  return [...lines, current];
}
