// `bluelamp ingest`: builds the index, and tells what is in it and what is not.
import { constants, setPriority } from 'node:os';
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
  giveWay();
  const report = await ingestShowingProgress(
    context,
    folder === undefined ? context.config.corpusDir : resolve(folder),
  );
  print(renderReport(report));
  return report.skipped.length === 0 ? exitCodes.done : exitCodes.failed;
}

/** A service beside it has people waiting. What is started from here, such as the embedders, gives way as well. */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that does not let it is no reason not to ingest.
  }
}

export async function ingestShowingProgress({ config, log }: Context, corpusDir: string): Promise<IngestReport> {
  const display = createProgressDisplay();
  try {
    return await runIngest(config, log, { corpusDir, progress: display.progress });
  } finally {
    display.stop();
  }
}
