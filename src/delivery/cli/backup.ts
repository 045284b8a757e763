// `bluelamp backup FILE` and `bluelamp restore FILE`.
import { resolve } from 'node:path';
import { dataCommands } from '../../compose-data.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { print } from './output.ts';
import { renderDataFacts } from './render-data-facts.ts';

export async function backUpTo({ config }: Context, file: string): Promise<ExitCode> {
  const facts = await dataCommands.backUp(config, file);
  print(`Wrote ${resolve(file)}: ${renderDataFacts(facts)}.`);
  return exitCodes.done;
}

export async function restoreFrom({ config }: Context, file: string): Promise<ExitCode> {
  const facts = await dataCommands.restore(config, file);
  print(`Restored ${resolve(file)} to ${resolve(config.dataDir)}: ${renderDataFacts(facts)}.`);
  return exitCodes.done;
}
