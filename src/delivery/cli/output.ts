// Where a command writes: its result to standard output, everything else to standard error.

/** Widest line of running text, in characters: longer ones are hard to read. */
const widest = 100;

export function print(text: string): void {
  process.stdout.write(`${withoutControls(text)}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Text for other programs, as it is: it ends its own lines. */
export function printRaw(text: string): void {
  process.stdout.write(withoutControls(text, /[^\P{Cc}\n\r\t]/gu));
}

export function tell(text: string): void {
  process.stderr.write(`${withoutControls(text)}\n`);
}

export function lineWidth(): number {
  return Math.min(process.stdout.columns ?? 80, widest);
}

/** Documents may hold anything, and a terminal obeys control characters. */
function withoutControls(text: string, controls = /[^\P{Cc}\n\t]/gu): string {
  return text.replaceAll(controls, '');
}
