// `bluelamp doctor`: whether everything that Bluelamp needs is there.
import { checks } from './checks.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { print } from './output.ts';

export async function doctor(context: Context): Promise<ExitCode> {
  let failed = false;
  for (const check of checks) {
    const { verdict, text } = await check(context);
    print(`${verdict.padEnd(4)}  ${text}`);
    failed ||= verdict === 'fail';
  }
  return failed ? exitCodes.failed : exitCodes.done;
}
