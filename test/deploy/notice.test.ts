// NOTICE names every package that is installed to run Bluelamp or bundled into its page.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { table } from '../architecture-table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lockSchema = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().default(false) })) });
const { packages } = lockSchema.parse(JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')));

const named = readFileSync(`${root}NOTICE`, 'utf8').split(/[\s,]+/u);
const families = named.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
const isNamed = (name: string): boolean =>
  named.includes(name) || families.some((family) => family !== '' && name.startsWith(family));

it('names what is installed to run it', () => {
  const installed = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path]) => path.replace(/^.*node_modules\//u, ''));
  expect(installed.length).toBeGreaterThan(100);
  expect(installed.filter((name) => !isNamed(name))).toEqual([]);
});

it('names what the page is bundled from', () => {
  const bundled = table.find(({ path }) => path === 'web/app/')?.packages ?? [];
  expect(bundled).toContain('preact');
  expect(bundled.filter((name) => !isNamed(name))).toEqual([]);
});
