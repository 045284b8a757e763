// Bundles the chat of the first page into dist/web/app, unless what lies there was made from these very sources.
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const sources = join(project, 'web/app');
const built = join(project, 'dist/web/app');
/** Beside the bundle: of what it was made. */
const fingerprintFile = 'sources.sha256';

/** Over every source, and the versions of what is bundled with them. */
async function fingerprint(): Promise<string> {
  const names = await readdir(sources, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [...files.toSorted(), join(project, 'package-lock.json'), fileURLToPath(import.meta.url)]) {
    hash
      .update(file.slice(project.length))
      .update('\0')
      .update(await readFile(file));
  }
  return hash.digest('hex');
}

async function bundle(outDir: string): Promise<void> {
  // Loaded only now: an installation that ships the bundle ships no bundler.
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: sources,
    base: '/assets/',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      assetsDir: '.',
      emptyOutDir: false,
      manifest: 'manifest.json',
      modulePreload: { polyfill: false },
      // Nothing may stand inside another file, for the page's policy admits no data: addresses.
      assetsInlineLimit: 0,
      rollupOptions: { input: join(sources, 'main.tsx') },
    },
  });
}

const wanted = await fingerprint();
const found = await readFile(join(built, fingerprintFile), 'utf8').catch(() => '');
if (found !== wanted) {
  await mkdir(join(project, 'dist/web'), { recursive: true });
  // Made aside and put in place whole, for several processes may start at once.
  const aside = await mkdtemp(join(project, 'dist/web/app-'));
  await bundle(aside);
  await writeFile(join(aside, fingerprintFile), wanted);
  // A temporary folder is its maker's alone; this one is read by whoever runs the service.
  await chmod(aside, 0o755);
  await rm(built, { recursive: true, force: true });
  // Another process was first; its bundle is the same.
  await rename(aside, built).catch(() => rm(aside, { recursive: true, force: true }));
}
