// The command line from arguments to exit code. Whatever goes wrong is told in one sentence.
import { CommanderError } from 'commander';
import type { Command } from 'commander';
import { consequences } from '../../contract/errors.ts';
import { toAppError } from '../../domain/errors.ts';
import type { AppError } from '../../domain/errors.ts';
import { openContext } from './context.ts';
import type { Context, Surroundings } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { tell } from './output.ts';
import { createProgram } from './program.ts';
import type { Start } from './program.ts';

export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode: number = exitCodes.done;
  let context: Context | null = null;
  const start: Start = async (command, manner, run) => {
    context = openContext(manner, surroundings);
    exitCode = await run(context).catch((error: unknown) => tellUsage(error, command));
  };
  process.on('uncaughtException', (error) => process.exit(tellFault(error, context)));
  try {
    await createProgram(start).parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return tellFault(error, context);
  }
}

/** Wrong use that only the command itself could notice ends as what commander notices does: with the usage. */
function tellUsage(error: unknown, command: Command): never {
  const { code, message } = toAppError(error);
  if (code === 'wrong-use' || code === 'invalid-request') command.error(message);
  throw error;
}

/** @returns the exit code. */
function tellFault(error: unknown, context: Context | null): number {
  // Commander has told it already, and thinks that wrong use is 1.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  const fault = toAppError(error);
  if (fault.code === 'internal') context?.log('error', 'command-failed', { fault: fault.cause });
  tell(context?.config.logLevel === 'debug' ? withStack(fault) : fault.message);
  return consequences[fault.code].exitCode;
}

function withStack({ stack, cause }: AppError): string {
  return [stack, cause instanceof Error ? cause.stack : cause]
    .filter((part) => part !== undefined)
    .map(String)
    .join('\nCaused by: ');
}
