// What the deployment files name is there: a build that fails at its last step is found out late.
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { webFolder } from '../../src/delivery/http/assets.ts';
import { readStaticFiles } from '../../src/delivery/http/read-static-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(`${root}${name}`, 'utf8');
const manifestSchema = z.object({ scripts: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) });
const manifest = manifestSchema.parse(JSON.parse(read('package.json')));

/** The instructions of the Dockerfile, continued lines joined. */
const instructions = read('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /u.test(line));
const copied = instructions
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .flatMap((line) => line.split(/\s+/u).slice(1, -1));

describe('the Dockerfile', () => {
  it('copies what is there', () => {
    expect(copied).toContain('src');
    expect(copied.filter((name) => !name.includes('*') && !existsSync(`${root}${name}`))).toEqual([]);
  });

  it('copies nothing that .dockerignore keeps out of the build', () => {
    const sent = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(copied.filter((name) => !sent.some((each) => name === each || name.startsWith(`${each}/`)))).toEqual([]);
  });

  it('calls scripts that package.json has', () => {
    const called = [...instructions.join('\n').matchAll(/npm run (\S+)/gu)].map(([, name = '']) => name);
    expect(called).toEqual(['build', 'ingest']);
    expect(called.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('ships every file that the pages load', () => {
    const endings = new Set(readStaticFiles(webFolder, '').map(({ address }) => extname(address)));
    expect(endings.size).toBeGreaterThan(0);
    expect(instructions).toContain(
      `COPY ${[...endings]
        .toSorted()
        .map((ending) => `web/*${ending}`)
        .join(' ')} web/`,
    );
    expect(instructions).toContain('COPY web/embed/bluelamp-chat.js web/embed/');
  });

  it('ships what doctor looks at besides', () => {
    expect(instructions).toContain('COPY slack slack');
  });

  it('ends as a user without rights, with a health check and one stage before it', () => {
    const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
    expect(instructions.filter((line) => line.startsWith('FROM '))).toHaveLength(2);
    expect(last).toContain('USER node');
    expect(last.some((line) => line.startsWith('HEALTHCHECK ') && line.includes('/healthz'))).toBe(true);
    expect(last.at(-1)).toBe(
      'CMD ["node", "--max-semi-space-size=32", "--interrupt-budget=528000", "bin/bluelamp.js", "serve"]',
    );
  });
});

it('compose.yaml and the systemd unit keep the state where the image and the documentation say', () => {
  for (const folder of ['/var/lib/bluelamp/index', '/var/lib/bluelamp/data'])
    for (const name of ['Dockerfile', 'compose.yaml', 'deploy/bluelamp.service'])
      expect(read(name), name).toContain(folder);
  expect(read('compose.yaml')).toMatch(/^ {4}read_only: true$/mu);
  expect(read('docs/deploy.md')).toContain('deploy/bluelamp.service');
});

it('the service is started with the same options of Node everywhere, and is measured with them', () => {
  const options = '--max-semi-space-size=32 --interrupt-budget=528000';
  expect(manifest.scripts['start']).toBe(`node ${options} bin/bluelamp.js serve`);
  expect(read('bin/bluelamp.js').split('\n')[0]).toBe(`#!/usr/bin/env -S node ${options}`);
  expect(read('deploy/bluelamp.service')).toContain(`ExecStart=/usr/bin/node ${options} bin/bluelamp.js serve\n`);
  expect(read('bench/child-server.ts')).toContain(`'${options}'.split(' ')`);
});
