// What `doctor` looks at, one check a line. A check changes nothing, and never throws.
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { inspect } from '../../compose.ts';
import type { Config } from '../../config.ts';
import { systemCodeOf, toAppError } from '../../domain/errors.ts';
import type { ModelFingerprint } from '../../ports.ts';
import { faultOfAddress } from './address-fault.ts';
import type { Address } from './address-fault.ts';
import { checkDataFile, checkDataLock } from './check-data.ts';
import { checkSlackManifest, checkSlackSettings } from './check-slack.ts';
import type { Context } from './context.ts';
import { fail, ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

type Check = (context: Context) => Promise<Finding>;

/** As `engines` in package.json. */
const oldestNode = [20, 19] as const;
/** Milliseconds for a service on our port to say that it is Bluelamp. */
const helloLimit = 1000;

export const checks: readonly Check[] = [
  checkNode,
  checkGraphLibrary,
  checkModel,
  checkIndex,
  checkCorpus,
  async ({ config }) => checkWritable('index', config.indexDir, 'BLUELAMP_INDEX_DIR'),
  async ({ config }) => checkWritable('data', config.dataDir, 'BLUELAMP_DATA_DIR'),
  checkDataLock,
  checkDataFile,
  checkSlackSettings,
  checkSlackManifest,
  async ({ config }) => checkPort(config),
];

async function checkNode(): Promise<Finding> {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  const isRecent = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return isRecent
    ? ok(`Node ${node}.`)
    : fail(`Node ${node} is too old. Install Node ${oldestNode.join('.')} or newer.`);
}

async function checkGraphLibrary({ log }: Context): Promise<Finding> {
  if (await inspect.graphLibrary(log)) return ok('hnswlib-node loads; the index is searched by its graph.');
  return warn(
    'hnswlib-node does not load; search is exact instead, and its results are the same. To have it, install a C++ compiler and run `npm rebuild hnswlib-node`.',
  );
}

async function checkModel({ config }: Context): Promise<Finding> {
  try {
    const { name, sha256 } = await inspect.model(config);
    return ok(`Model ${name} is complete, weights ${sha256.slice(0, 12)}.`);
  } catch (error) {
    return fail(toAppError(error).message);
  }
}

async function checkIndex({ config }: Context): Promise<Finding> {
  const model = await inspect.model(config).catch(() => null);
  const verdict = await inspect.index(config, model);
  if (verdict === null) {
    return fail(
      `There is no index in ${config.indexDir} yet. Run \`bluelamp ingest\`; \`bluelamp serve\` does so by itself.`,
    );
  }
  if (verdict.kind !== 'sound')
    return fail(`The index cannot be used: ${verdict.reason}. Run \`bluelamp ingest\` to rebuild it.`);
  const { id, counts, model: made } = verdict.manifest;
  return ok(
    `Index ${id} is complete: ${counts.documents} documents, ${counts.passages} passages, model ${renderModel(made)}.`,
  );
}

function renderModel({ name, sha256 }: ModelFingerprint): string {
  return `${name} ${sha256.slice(0, 12)}`;
}

async function checkCorpus({ config }: Context): Promise<Finding> {
  const other = 'Restore it, or ingest another folder with `bluelamp ingest FOLDER`.';
  try {
    const sources = await inspect.sources(config);
    for (const file of sources) await access(resolve(config.corpusDir, file), constants.R_OK);
    if (sources.length === 0) return fail(`The folder ${config.corpusDir} holds no .txt or .md document. ${other}`);
    return ok(`The corpus ${config.corpusDir} can be read, ${sources.length} documents.`);
  } catch (error) {
    return fail(`The corpus ${config.corpusDir} cannot be read (${systemCodeOf(error)}). ${other}`);
  }
}

/** A folder that is not there yet is made when it is needed, in the nearest one that is. */
async function checkWritable(name: string, folder: string, variable: string): Promise<Finding> {
  const path = resolve(folder);
  try {
    await access(path, constants.W_OK | constants.X_OK);
    return ok(`The ${name} folder ${path} can be written.`);
  } catch (error) {
    const isAbsent = systemCodeOf(error) === 'ENOENT' && dirname(path) !== path;
    if (isAbsent) return checkWritable(name, dirname(path), variable);
    return fail(
      `The ${name} folder ${path} cannot be written (${systemCodeOf(error)}). Correct its permissions or set ${variable} to another.`,
    );
  }
}

async function checkPort({ host, port }: Config): Promise<Finding> {
  const fault = port === 0 ? null : await faultOfAddress({ host, port });
  if (fault === null) return ok(port === 0 ? 'PORT is 0: a free port is picked.' : `Port ${port} on ${host} is free.`);
  if (fault === 'EADDRINUSE' && (await isBluelamp({ host, port })))
    return ok(`Bluelamp serves on ${host}, port ${port}.`);
  return fail(
    `Port ${port} on ${host} cannot be used (${fault}). Set PORT to a free port, or to 0 to have one picked.`,
  );
}

async function isBluelamp({ host, port }: Address): Promise<boolean> {
  try {
    const name = host.includes(':') ? `[${host}]` : host;
    const response = await fetch(`http://${name}:${port}/healthz`, { signal: AbortSignal.timeout(helloLimit) });
    return response.ok && (await response.text()).includes('"alive"');
  } catch {
    return false;
  }
}
