// One process at a time: a lock file that names its process, and that outlives no one.
import { randomUUID } from 'node:crypto';
import { link, readFile, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { systemCodeOf } from '../domain/errors.ts';
import type { AppError } from '../domain/errors.ts';

export interface ProcessLock {
  release(): Promise<void>;
}

const holderSchema = z.object({
  pid: z.int().positive(),
  /** When the process began, in the kernel's own count, where it can be had: a pid alone may since belong to another. */
  started: z.string().nullable(),
  token: z.uuid(),
});
type Holder = z.infer<typeof holderSchema>;
type Held = (pid: number) => AppError;

/**
 * Takes the lock at `path`, whose folder must exist; that of a dead process is taken over, and what dead ones left beside it goes.
 * @param held what is thrown, at once, when a living process has it.
 * @throws what `held` gives; the system's error when the file cannot be written.
 */
export async function acquireProcessLock(path: string, held: Held): Promise<ProcessLock> {
  const own = { pid: process.pid, started: await startOf(process.pid), token: randomUUID() };
  await acquire(path, own, held);
  try {
    await sweep(path);
  } catch (error) {
    await release(path, own);
    throw error;
  }
  return { release: () => release(path, own) };
}

/** The living process that has the lock at `path`; null where there is none. */
export async function holderOf(path: string): Promise<number | null> {
  const found = await readHolder(path);
  return typeof found !== 'string' && (await isAlive(found)) ? found.pid : null;
}

async function acquire(path: string, own: Holder, held: Held): Promise<void> {
  if (await create(path, own)) return;
  const holder = await readHolder(path);
  if (holder === 'nobody') return acquire(path, own, held); // it was released in between
  if (holder !== 'unreadable' && (await isAlive(holder))) throw held(holder.pid);
  await takeOver(path, holder, { own, held });
}

/**
 * Replaces the lock of a dead process. Only who holds the claim on exactly that lock may, and looks again first:
 * so two that find it stale at the same time cannot both believe to have it. The claim is a lock like any other.
 */
async function takeOver(path: string, stale: Found, { own, held }: { own: Holder; held: Held }): Promise<void> {
  const claim = `${path}.${tokenOf(stale)}`;
  await acquire(claim, own, held);
  try {
    if (tokenOf(await readHolder(path)) !== tokenOf(stale)) return await acquire(path, own, held);
    await rename(await writeDraft(path, own), path);
  } finally {
    await release(claim, own);
  }
}

/** The file appears with its content or not at all, so nobody reads a lock half written. */
async function create(path: string, own: Holder): Promise<boolean> {
  const draft = await writeDraft(path, own);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** Whose a draft is stands in its name, for one that is being written has not its content yet. */
const draftName = /\.(?<pid>\d+)-(?<started>\d*)\.draft$/u;

async function writeDraft(path: string, own: Holder): Promise<string> {
  const draft = `${path}.${own.token}.${own.pid}-${own.started ?? ''}.draft`;
  await writeFile(draft, JSON.stringify(own));
  return draft;
}

async function release(path: string, own: Holder): Promise<void> {
  if (tokenOf(await readHolder(path)) === own.token) await rm(path, { force: true });
}

/** Only for who holds the lock: another that is still taking over an older lock then finds that there is none to take over. */
async function sweep(path: string): Promise<void> {
  const prefix = `${basename(path)}.`;
  const beside = (await readdir(dirname(path))).filter((name) => name.startsWith(prefix));
  for (const file of beside.map((name) => join(dirname(path), name)))
    if (await isLeftBehind(file)) await rm(file, { force: true });
}

async function isLeftBehind(file: string): Promise<boolean> {
  const { pid, started } = draftName.exec(file)?.groups ?? {};
  if (pid !== undefined) return !(await isAlive({ pid: Number(pid), started: started || null }));
  const found = await readHolder(file);
  return found === 'unreadable' || (found !== 'nobody' && !(await isAlive(found)));
}

/** `unreadable` is what a power cut leaves: no running Bluelamp writes such a lock. */
type Found = Holder | 'nobody' | 'unreadable';

async function readHolder(path: string): Promise<Found> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    return systemCodeOf(error) === 'ENOENT' ? 'nobody' : 'unreadable';
  }
}

function tokenOf(found: Found): string {
  return typeof found === 'string' ? found : found.token;
}

async function isAlive({ pid, started }: Pick<Holder, 'pid' | 'started'>): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return systemCodeOf(error) === 'EPERM'; // it exists, but is another user's
  }
  const now = await startOf(pid);
  return started === null || now === null || started === now;
}

/** Start time of a process on Linux (field 22 of its stat line, counted after the command in brackets), else null. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
