#!/usr/bin/env node
// Runs the sources where they are present, and the compiled program in an installation that ships only dist/.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = new URL('../src/main.ts', import.meta.url);

if (existsSync(source)) {
  const { register } = await import('tsx/esm/api');
  // Named, because tsx would otherwise look for a tsconfig.json in the folder that it is called from.
  register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
  await import(source.href);
} else {
  await import(new URL('../dist/src/main.js', import.meta.url).href);
}
