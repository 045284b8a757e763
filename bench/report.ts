// What a benchmark prints: the machine and the commit, and tables in Markdown.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Latencies } from './latencies.ts';
import { inMilliseconds, ratio } from './latencies.ts';

/** Machine, Node, commit and how busy the machine was with other work when the run began. */
export function describeMachine(): string {
  const [processor] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const load = (loadavg()[0] ?? Number.NaN).toFixed(1);
  return `${cpus().length} cores (${processor?.model.trim() ?? 'unknown'}), ${memory} GB, Node ${process.version}, commit ${commit()}, load before the run ${load}`;
}

function commit(): string {
  try {
    const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}

export function printTable(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  console.log(`\n### ${heading}\n`);
  console.log([line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n'));
}

export const latencyColumns = ['', 'count', 'p50', 'p95', 'p99', 'max'] as const;

/** @param baseline of the same run; its multiples stand beside the times. */
export function latencyRow(name: string, latencies: Latencies, baseline?: Latencies): string[] {
  const cell = (of: (each: Latencies) => number): string =>
    inMilliseconds(of(latencies)) + (baseline ? ` (${ratio(of(latencies), of(baseline))})` : '');
  return [
    name,
    String(latencies.count),
    cell(({ p50 }) => p50),
    cell(({ p95 }) => p95),
    cell(({ p99 }) => p99),
    cell(({ max }) => max),
  ];
}
