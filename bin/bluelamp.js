#!/usr/bin/env -S node --max-semi-space-size=32 --interrupt-budget=528000
// Runs the sources where they are present, and the compiled program in an installation that ships only dist/.
// Objects of the answers under way outlive a young generation of Node's usual 16 MiB and are copied before they die; twice that (some
// 50 MiB more memory) spares most of it. With Node's usual budget of calls a thousand functions are compiled with every optimisation, many
// of them again and again, and for the first thousands of questions that takes as much of a processor as a quarter of the answers; with eight
// times as much only those are that come to something. Both can only be set when Node starts, so each place that starts the service says them.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = new URL('../src/main.ts', import.meta.url);

if (existsSync(source)) {
  const { register } = await import('tsx/esm/api');
  // Named, because tsx would otherwise look for a tsconfig.json in the folder that it is called from.
  register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
  if (process.argv[2] === 'serve') await buildPage();
  await import(source.href);
} else {
  await import(new URL('../dist/src/main.js', import.meta.url).href);
}

/** Where it cannot be built, as without the bundler or in a folder that is read-only, the bundle that is there is served, or none. */
async function buildPage() {
  try {
    await import(new URL('../web/build-app.ts', import.meta.url).href);
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return;
    process.stderr.write(
      `The chat page could not be built anew (${error.code ?? error.name}); what was built before is served.\n`,
    );
  }
}
