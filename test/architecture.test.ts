// Executes the table of architecture-table.ts over the sources: layers, packages, cycles, lengths and names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { emptyNames, governedFolders, mostLines, type Row, table } from './architecture-table.ts';

type Sources = ReadonlyMap<string, string>;
interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s)?(?:[\w$*{},\s]*?\sfrom\s+)?'([^']+)'/gmu;
const expression = /(typeof\s+)?\bimport\(\s*'([^']+)'/gu;

function importsOf(code: string): Import[] {
  return [...code.matchAll(statement), ...code.matchAll(expression)].map(([, types, specifier]) => ({
    specifier: specifier ?? '',
    typeOnly: types !== undefined,
  }));
}

const rowOf = (file: string): Row | undefined => table.find(({ path }) => fits(file, path));
const fits = (file: string, path: string): boolean => (path.endsWith('/') ? file.startsWith(path) : file === path);
const targetOf = (file: string, specifier: string): string => posix.join(posix.dirname(file), specifier);
const isRelative = ({ specifier }: Import): boolean => specifier.startsWith('.');

function allows(row: Row, file: string, found: Import): boolean {
  if (isRelative(found)) {
    const target = targetOf(file, found.specifier);
    if (row.imports === 'anything') return true;
    const allowed = [row.path, ...row.imports, ...(found.typeOnly ? (row.types ?? []) : [])];
    return allowed.some((path) => fits(target, path));
  }
  if (found.specifier.startsWith('node:')) return row.pure !== true;
  const parts = found.specifier.split('/');
  const name = found.specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return row.packages.includes(name) || row.packages.includes(`${parts[0]}/*`);
}

function fileFaults(file: string, code: string): string[] {
  const row = rowOf(file);
  if (!row) return [`${file} belongs to no row of the table`];
  const faults = importsOf(code)
    .filter((found) => !allows(row, file, found))
    .map((found) => `${file} may not import ${isRelative(found) ? targetOf(file, found.specifier) : found.specifier}`);
  const lines = code.trimEnd().split('\n').length;
  if (lines > mostLines) faults.push(`${file} has ${lines} lines, more than ${mostLines}`);
  const names = file.split('/').map((part) => part.replace(/\..*$/u, ''));
  if (names.some((name) => emptyNames.includes(name)))
    faults.push(`${file} has a name that says nothing of what it holds`);
  return faults;
}

/** Who imports whom, by file or by row of the table. */
function graphOf(sources: Sources, nodeOf: (file: string) => string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const [file, code] of sources) {
    const targets = importsOf(code).filter(isRelative);
    const edges = graph.get(nodeOf(file)) ?? new Set<string>();
    graph.set(nodeOf(file), edges);
    for (const { specifier } of targets) {
      const target = nodeOf(targetOf(file, specifier));
      if (target !== nodeOf(file)) edges.add(target);
    }
  }
  return graph;
}

function cyclesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (node: string, path: readonly string[]): void => {
    if (path.includes(node)) cycles.push(`cycle: ${[...path.slice(path.indexOf(node)), node].join(' → ')}`);
    if (path.includes(node) || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return cycles;
}

function findFaults(sources: Sources): string[] {
  return [
    ...[...sources].flatMap(([file, code]) => fileFaults(file, code)),
    ...cyclesIn(graphOf(sources, (file) => file)),
    ...cyclesIn(graphOf(sources, (file) => rowOf(file)?.path ?? file)),
  ];
}

function readSources(): Sources {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = governedFolders
    .filter((folder) => existsSync(`${root}${folder}`))
    .flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((file) => /\.tsx?$/u.test(file));
  return new Map(files.map((file) => [file, readFileSync(`${root}${file}`, 'utf8')]));
}

it('every source file keeps to the table', () => {
  const sources = readSources();
  expect(sources.size).toBeGreaterThan(50);
  expect(findFaults(sources)).toEqual([]);
});

it.each([
  [
    'a layer upwards',
    { 'src/domain/ids.ts': "import { a } from '../ports.ts';" },
    'src/domain/ids.ts may not import src/ports.ts',
  ],
  [
    'past a door',
    { 'src/chat/turn.ts': "export {\n  a,\n} from '../query/scope.ts';" },
    'src/chat/turn.ts may not import src/query/scope.ts',
  ],
  [
    'a value where a type is allowed',
    { 'web/page.ts': "import { a } from '../src/domain/ids.ts';" },
    'web/page.ts may not import src/domain/ids.ts',
  ],
  [
    'a package',
    { 'src/text/tokens.ts': "import { a } from 'hono/streaming';" },
    'src/text/tokens.ts may not import hono/streaming',
  ],
  ['a package, late', { 'src/ports.ts': "const a = await import('libsql');" }, 'src/ports.ts may not import libsql'],
  [
    'a module of Node in pure code',
    { 'src/query/scope.ts': "import 'node:fs';" },
    'src/query/scope.ts may not import node:fs',
  ],
  [
    'a cycle of files',
    { 'index/a.ts': "import './b.ts';", 'index/b.ts': "import type { A } from './a.ts';" },
    'cycle: index/a.ts → index/b.ts → index/a.ts',
  ],
  [
    'a cycle of folders',
    { 'index/a.ts': "import '../ingest/a.ts';", 'ingest/b.ts': "import '../index/b.ts';" },
    'cycle: index/ → ingest/ → index/',
  ],
  ['a long file', { 'index/long.ts': 'a;\n'.repeat(401) }, 'index/long.ts has 401 lines, more than 400'],
  ['an empty name', { 'src/text/utils.ts': '' }, 'src/text/utils.ts has a name that says nothing of what it holds'],
  ['a stray file', { 'src/stray.ts': '' }, 'src/stray.ts belongs to no row of the table'],
])('names %s', (_fault, planted, message) => {
  expect(findFaults(new Map(Object.entries(planted)))).toContain(message);
});

it('finds no fault in what the table allows', () => {
  const sources = new Map([
    ['web/page.ts', "import type { Id } from '../src/domain/ids.ts';"],
    ['src/domain/ids.ts', "import { z } from 'zod';"],
    ['src/adapters/model.ts', "import { a } from '@langchain/core/messages';\nimport { join } from 'node:path';"],
  ]);
  expect(findFaults(sources)).toEqual([]);
});
