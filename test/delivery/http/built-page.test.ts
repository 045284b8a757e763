// The chat's bundle as the service finds and serves it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, it, onTestFinished } from 'vitest';
import { readBuiltPage } from '../../../src/delivery/http/built-page.ts';
import type { HttpEnv } from '../../../src/delivery/http/parts.ts';
import { addStaticFile } from '../../../src/delivery/http/static-file.ts';
import { renderHome } from '../../../web/render-home.ts';
import { noExamples } from '../../../web/example-questions.ts';
import { harbourApp } from './made-up-strategies.ts';

function folderWith(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'bluelamp-bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

const manifest = JSON.stringify({ 'main.tsx': { file: 'main-1.js', css: ['main-2.css'], isEntry: true } });
const bundle = { 'manifest.json': manifest, 'main-1.js': 'let a;', 'main-2.css': 'p {}', 'sources.sha256': 'x' };

it('is found with its addresses, and nothing beside it is served', () => {
  const built = readBuiltPage(folderWith(bundle));
  expect(built).toMatchObject({ script: '/assets/main-1.js', styles: ['/assets/main-2.css'] });
  expect(built?.files.map(({ address }) => address).toSorted()).toEqual(['/assets/main-1.js', '/assets/main-2.css']);
  const html = renderHome(
    { kind: 'start', examples: noExamples, documents: 0 },
    { bundle: built, wantsToken: false, notice: null },
  );
  expect(html).toContain('<script type="module" src="/assets/main-1.js"></script>');
});

it('is done without where there is none, and told of where it is not one', () => {
  expect(readBuiltPage(folderWith({}))).toBeNull();
  expect(() => readBuiltPage(folderWith({ 'manifest.json': '{}' }))).toThrow('main.tsx');
});

const text = 'let lamp = "blue";\n'.repeat(50);

async function served(acceptEncoding?: string): Promise<{ encoding: string | null; body: Buffer }> {
  const app = new Hono<HttpEnv>();
  const type = 'text/javascript; charset=utf-8';
  addStaticFile(app, { address: '/assets/a.js', type, cacheControl: 'public', body: Buffer.from(text) });
  const headers = acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding };
  const response = await app.request('/assets/a.js', { headers });
  expect(response.headers.get('vary')).toBe('accept-encoding');
  return { encoding: response.headers.get('content-encoding'), body: Buffer.from(await response.arrayBuffer()) };
}

it.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['GZIP', 'gzip', gunzipSync],
  ['br;q=1.0, gzip;q=0.5', 'br', brotliDecompressSync],
  [undefined, null, (body: Buffer) => body],
  ['identity', null, (body: Buffer) => body],
  ['br;q=0, gzip;q=0.0', null, (body: Buffer) => body],
] as const)('to whoever accepts %s it goes as %s', async (accepted, encoding, decompress) => {
  const response = await served(accepted);
  expect(response.encoding).toBe(encoding);
  expect(decompress(response.body).toString()).toBe(text);
});

it('asks for a token over the page, and keeps the question of the link for then', async () => {
  const built = readBuiltPage(folderWith(bundle));
  const { app } = await harbourApp({ built, tokens: () => null });
  const response = await app.request('/?q=dredge');
  const html = await response.text();
  expect(response.status).toBe(401);
  expect(html).toContain('data-asks="offered" data-locked="true"');
  expect(html).toContain('value="dredge"');
  expect(html).not.toContain('href="/?q=');
});
