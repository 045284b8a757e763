// What every command is given: the settings and a log.
import { readConfig } from '../../config.ts';
import type { Config } from '../../config.ts';
import type { Log } from '../../ports.ts';

export interface Context {
  readonly config: Config;
  readonly log: Log;
}

export interface Surroundings {
  /** Environment variables that were set and are not obeyed. */
  readonly ignoredVariables: readonly string[];
  readonly createLog: (level: Config['logLevel'], stream: NodeJS.WriteStream) => Log;
}

/** A service logs to standard output; a command has its result there. */
export type Manner = 'command' | 'service';

/** @throws AppError `configuration`. */
export function openContext(manner: Manner, { ignoredVariables, createLog }: Surroundings): Context {
  const config = readConfig();
  const stream = manner === 'service' ? process.stdout : process.stderr;
  leaveOrBear(process.stdout, manner);
  const log = createLog(levelFor(manner, config), stream);
  if (ignoredVariables.length > 0) log('warn', 'tracing-variables-ignored', { variables: ignoredVariables });
  return { config, log };
}

/** What `info` tells is for the operator of a service; whoever types a command sees its result. */
function levelFor(manner: Manner, { logLevel }: Config): Config['logLevel'] {
  return manner === 'command' && logLevel === 'info' ? 'warn' : logLevel;
}

/** A reader that goes away, as `head` does, has had enough of a result; a service outlives the reader of its log. */
function leaveOrBear(stream: NodeJS.WriteStream, manner: Manner): void {
  stream.on('error', () => {
    if (manner === 'command') process.exit();
  });
}
