// The program. Tracing variables are cleared before the rest is loaded, for the model client reads them when it is.
import { createJsonLog, writeLinesTo } from './adapters/json-log.ts';
import { clearTracing } from './config.ts';

/** Milliseconds after which a handle that was left open no longer keeps a finished command alive. */
const patience = 2000;

const ignoredVariables = clearTracing();
const { runCommandLine } = await import('./delivery/cli/run.ts');
process.exitCode = await runCommandLine(process.argv.slice(2), {
  ignoredVariables,
  createLog: (level, stream) => createJsonLog({ level, write: writeLinesTo(stream), now: () => new Date() }),
});
setTimeout(() => process.exit(), patience).unref();
