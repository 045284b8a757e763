// Compiles the program before the tests, so that those that start it in processes of its own do not each compile it anew.
import { execFile } from 'node:child_process';
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', 'ingest', 'index', 'web', 'test', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
/** Its time is that at which the last compilation began: sources changed later are not in what was compiled. */
const mark = join(root, 'dist/program.made');

/** Milliseconds since 1970 at which the newest of the sources was changed. */
async function newestSource(): Promise<number> {
  const times = await Promise.all(
    sources.map(async (source) => {
      const path = join(root, source);
      if (!(await stat(path)).isDirectory()) return [(await stat(path)).mtimeMs];
      const names = await readdir(path, { recursive: true });
      const files = names.filter((name) => /\.(?:ts|mts|json)$/u.test(name));
      return Promise.all(files.map(async (name) => (await stat(join(path, name))).mtimeMs));
    }),
  );
  return times.flat().reduce((latest, time) => Math.max(latest, time), 0);
}

/** Compiles only where a source is newer than what was compiled. */
export async function setup(): Promise<void> {
  await import('../web/build-app.ts');
  const made = await stat(mark).catch(() => null);
  if (made !== null && made.mtimeMs >= (await newestSource())) return;
  const begun = new Date();
  await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', join(root, 'test/tsconfig.program.json')]);
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(mark, '');
  await utimes(mark, begun, begun);
}
