// What `doctor` looks at in the data folder. The checks change nothing, and disturb no service that has it open.
import { dataCommands } from '../../compose-data.ts';
import { toAppError } from '../../domain/errors.ts';
import type { Context } from './context.ts';
import { fail, ok } from './finding.ts';
import type { Finding } from './finding.ts';
import { renderDataFacts } from './render-data-facts.ts';

/** A service that has the folder is as it should be; a second one would be refused. */
export async function checkDataLock({ config }: Context): Promise<Finding> {
  const pid = await dataCommands.servedBy(config);
  return ok(pid === null ? 'No service has the data folder open.' : `A service has the data folder open (pid ${pid}).`);
}

export async function checkDataFile({ config }: Context): Promise<Finding> {
  try {
    const facts = await dataCommands.examine(config);
    if (facts === null) return ok('No conversations are kept yet.');
    if (facts.audit.kind === 'sound') return ok(`The data file is whole: ${renderDataFacts(facts)}.`);
    return fail(
      `The audit log does not hold together from event ${facts.audit.at} on (${facts.audit.reason}). Keep a copy of the folder, find out who wrote to it, then restore the last sound backup with \`bluelamp restore FILE\`.`,
    );
  } catch (error) {
    return fail(toAppError(error).message);
  }
}
