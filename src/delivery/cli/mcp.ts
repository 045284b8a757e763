// `bluelamp mcp`: serves another assistant over standard input and output until that closes its end.
import { serveMcp } from '../../compose-mcp.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { watchSignals } from './signals.ts';
import { withApp } from './with-app.ts';

export async function mcp(context: Context): Promise<ExitCode> {
  const { config, log } = context;
  const signals = watchSignals();
  return withApp(context, async (app) => {
    const connection = await serveMcp(app, config, log);
    await Promise.race([connection.ended, signals.first()]);
    await connection.close();
    return exitCodes.done;
  });
}
