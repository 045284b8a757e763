// Where generations lie: `<indexDir>/versions/<id>/`, with the id of the one that serves in `<indexDir>/CURRENT`.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '../src/domain/errors.ts';

const idPattern = /^g-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})-[0-9a-f]{8}$/;

export function isGenerationId(text: string): boolean {
  return idPattern.test(text);
}

export const versionsFolder = (indexDir: string): string => join(indexDir, 'versions');
export const generationFolder = (indexDir: string, id: string): string => join(versionsFolder(indexDir), id);
export const stagingFolder = (indexDir: string, id: string): string => join(versionsFolder(indexDir), `.staging-${id}`);
export const damagedFolder = (indexDir: string, id: string): string => join(versionsFolder(indexDir), `.damaged-${id}`);
export const currentFile = (indexDir: string): string => join(indexDir, 'CURRENT');

/** An id that sorts after every one in `existing`, even when the clock was set back. */
export function nextGenerationId(now: Date, contentHash: string, existing: readonly string[]): string {
  const newest = Math.max(...existing.map(timeOf), -Infinity);
  const time = new Date(Math.max(now.getTime(), newest + 1000));
  const stamp = time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return `g-${stamp}-${contentHash.slice(0, 8)}`;
}

/** Ids of the complete generations on disk, newest first. */
export async function listGenerations(indexDir: string): Promise<string[]> {
  return (await entriesOf(versionsFolder(indexDir))).filter(isGenerationId).toSorted().toReversed();
}

/** Names of what failed or interrupted runs left behind: staging folders and generations put aside as damaged. */
export async function listLeftovers(indexDir: string): Promise<string[]> {
  return (await entriesOf(versionsFolder(indexDir))).filter((name) => /^\.(?:staging|damaged)-/.test(name));
}

/** The id that CURRENT names, or null when it is missing or holds anything but an id. */
export async function readCurrent(indexDir: string): Promise<string | null> {
  try {
    const [id = '', rest] = (await readFile(currentFile(indexDir), 'utf8')).split('\n', 2);
    return isGenerationId(id) && rest === '' ? id : null;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function timeOf(id: string): number {
  const [, year, month, day, hour, minute, second] = idPattern.exec(id) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
