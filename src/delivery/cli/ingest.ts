// `bluelamp ingest`: builds the index, and tells what is in it and what is not.
import { resolve } from 'node:path';
import type { IngestReport } from '../../../ingest/progress.ts';
import { runIngest } from '../../compose.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { print } from './output.ts';
import { createProgressDisplay } from './progress-display.ts';
import { renderReport } from './render-report.ts';

export async function ingestFolder(context: Context, folder: string | undefined): Promise<ExitCode> {
  const report = await ingestShowingProgress(
    context,
    folder === undefined ? context.config.corpusDir : resolve(folder),
  );
  print(renderReport(report));
  return report.skipped.length === 0 ? exitCodes.done : exitCodes.failed;
}

export async function ingestShowingProgress({ config, log }: Context, corpusDir: string): Promise<IngestReport> {
  const display = createProgressDisplay();
  try {
    return await runIngest(config, log, { corpusDir, progress: display.progress });
  } finally {
    display.stop();
  }
}
