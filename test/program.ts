// Where that is which `test/build-program.ts` compiled.
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The compiled file that a source became; `test/build-program.ts` made it. */
export function compiled(source: URL): string {
  return join(root, 'dist', relative(root, fileURLToPath(source)).replace(/ts$/u, 'js'));
}

/** What `node` is given to run the program. */
export const program = compiled(new URL('../src/main.ts', import.meta.url));
