// What happens before the first question: the ingest of the project's documents, and a start with a built index.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIngest } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { startEcho, startService } from './child-server.ts';
import { inMilliseconds, ratio } from './latencies.ts';
import { printTable } from './report.ts';

const silent = (): void => undefined;
const starts = 5;

/** Into folders that are gone at the end: once with every text to embed, and once more with none. */
export async function measureIngest(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bluelamp-bench-'));
  const config = { ...readConfig(), indexDir: join(folder, 'index'), dataDir: join(folder, 'data') };
  const request = { corpusDir: config.corpusDir, progress: silent };
  try {
    const first = await runIngest(config, silent, request);
    const again = await runIngest(config, silent, request);
    const passages = first.documents.reduce((sum, each) => sum + each.passages, 0);
    const row = (name: string, { embedded, seconds }: typeof first): string[] => [
      name,
      String(passages),
      String(embedded),
      `${seconds.toFixed(1)} s`,
      (passages / seconds).toFixed(0),
    ];
    printTable(
      'Ingest of the project’s documents',
      ['', 'passages', 'texts embedded', 'time', 'passages a second'],
      [row('into an empty folder', first), row('again', again)],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the start of the process to its word that it is ready, which it gives when index and embedder are. */
export async function measureStart(): Promise<void> {
  const times = { echo: [] as number[], service: [] as number[] };
  for (let n = 0; n < starts; n += 1) {
    for (const [name, start] of [['echo', startEcho] as const, ['service', startService] as const]) {
      const server = await start();
      times[name].push(server.startMs);
      await server.stop();
    }
  }
  const median = (values: readonly number[]): number =>
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
  const [echo, service] = [median(times.echo), median(times.service)];
  printTable(
    `Start to ready, ${starts} starts`,
    ['', 'median', 'longest', 'of the echo'],
    [
      ['bare Hono echo', inMilliseconds(echo), inMilliseconds(Math.max(...times.echo)), '1.0×'],
      [
        'service with a built index',
        inMilliseconds(service),
        inMilliseconds(Math.max(...times.service)),
        ratio(service, echo),
      ],
    ],
  );
}
