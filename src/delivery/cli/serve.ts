// `bluelamp serve`: builds an index where none can be used, serves, and stops when told to.
import { composeApp, needsIngest } from '../../compose.ts';
import type { App } from '../../compose.ts';
import { serveApp } from '../../compose-service.ts';
import type { Service } from '../../compose-service.ts';
import { openData } from '../../compose-data.ts';
import type { DataFolder } from '../../compose-data.ts';
import type { Config } from '../../config.ts';
import { AppError } from '../../domain/errors.ts';
import { faultOfAddress } from './address-fault.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { ingestShowingProgress } from './ingest.ts';
import { print, tell } from './output.ts';
import { renderReport } from './render-report.ts';
import { watchSignals } from './signals.ts';

/** Milliseconds that a stop may take: with what main.ts adds it stays within the ten seconds that supervisors allow. */
const stopLimit = 7500;

export async function serve(context: Context): Promise<ExitCode> {
  const signals = watchSignals();
  await requireUsableAddress(context.config);
  const data = await openData(context.config);
  const service = await serveOrClose(data, context);
  print(`Bluelamp is ready on ${service.url}`);
  context.log('info', 'stopping', { signal: await signals.first() });
  return stop(service, context);
}

/** Told before an index is built, which may take minutes. */
async function requireUsableAddress(config: Config): Promise<void> {
  const { host, port, open, tokens } = config;
  if (!open && tokens.length === 0 && !isLoopback(host)) {
    throw new AppError(
      'configuration',
      `With HOST ${host} everyone who can reach this machine could ask. Set BLUELAMP_API_TOKENS, set HOST to 127.0.0.1, or BLUELAMP_OPEN=true if that is meant.`,
    );
  }
  const fault = await faultOfAddress({ host, port });
  if (fault === null) return;
  const reason = fault === 'EADDRINUSE' ? 'another program uses it' : fault;
  throw new AppError(
    'configuration',
    `Bluelamp cannot listen on ${host}, port ${port}: ${reason}. Set PORT to a free port, or to 0 to have one picked.`,
  );
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/u.test(host);
}

async function openOrBuild({ spending }: DataFolder, context: Context): Promise<App> {
  const { config, log } = context;
  try {
    return await composeApp(config, log, 'service', spending);
  } catch (error) {
    if (!needsIngest(error)) throw error;
    // At the usual priority, unlike `bluelamp ingest`: nobody is being answered yet, and a process that gave way could not go back to it.
    tell(`There is no index that can be used. Building one from ${config.corpusDir}; this may take some minutes.`);
    tell(renderReport(await ingestShowingProgress(context, config.corpusDir)));
    return composeApp(config, log, 'service', spending);
  }
}

async function serveOrClose(data: DataFolder, context: Context): Promise<Service> {
  const { config, log } = context;
  let app: App | null = null;
  try {
    app = await openOrBuild(data, context);
    return await serveApp(app, data, config, log);
  } catch (error) {
    await app?.close();
    await data.close();
    throw error;
  }
}

async function stop(service: Service, { log }: Context): Promise<ExitCode> {
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, stopLimit, 'late').unref());
  const outcome = await Promise.race([service.close(), late]);
  log('info', 'stopped', { outcome: outcome ?? 'clean' });
  return outcome === 'late' ? exitCodes.failed : exitCodes.done;
}
