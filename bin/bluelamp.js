#!/usr/bin/env node
// Runs the sources where they are present, and the compiled program in an installation that ships only dist/.
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

/** An installation without the bundler serves the bundle that it came with, or the pages without their chat. */
async function buildPage() {
  try {
    await import(new URL('../web/build-app.ts', import.meta.url).href);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  }
}
