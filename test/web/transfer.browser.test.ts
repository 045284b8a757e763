// What the first page costs to load, and how it is kept.
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openPage } from './browser.ts';
import { documentBoxes } from './chat-page.ts';
import { serveDocuments } from './served-documents.ts';

const served = serveDocuments();

/** Bytes over the wire for everything that the first page loads. */
const mostBytes = 150 * 1024;

it('transfers no more than 150 KB for a first visit, headers and all', async () => {
  const { page, context, faults, close } = await openPage(served.browser);
  const network = await context.newCDPSession(page);
  let received = 0;
  await network.send('Network.enable');
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (received += encodedDataLength));
  await page.goto(served.service.url);
  await documentBoxes(page).first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(received).toBeGreaterThan(10 * 1024);
  expect(received).toBeLessThanOrEqual(mostBytes);
  expect(faults).toEqual([]);
  await close();
});

async function bundleAddress(): Promise<string> {
  const html = await (await fetch(served.service.url)).text();
  return /<script type="module" src="(?<address>[^"]+)"/u.exec(html)?.groups?.['address'] ?? '';
}

it.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('serves the bundle as %s to whoever can read it, to be kept for good', async (encoding, decompress) => {
  const address = served.service.url + (await bundleAddress());
  const plain = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
  const code = Buffer.from(await plain.arrayBuffer());
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(plain.headers.get('vary')).toContain('accept-encoding');
  const compressed = await new Promise<Buffer>((resolve, reject) => {
    const sent = request(address, { headers: { 'accept-encoding': encoding } }, (response) => {
      expect(response.headers['content-encoding']).toBe(encoding);
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    });
    sent.on('error', reject).end();
  });
  expect(compressed.length).toBeLessThan(code.length / 2);
  expect(decompress(compressed).equals(code)).toBe(true);
});

it('needs no script: the form asks, and the answer is on the page', async () => {
  const { page, faults, close } = await openPage(served.browser, { javaScriptEnabled: false });
  await page.goto(served.service.url);
  await page.getByLabel('Your question').fill('whats a BCU');
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.waitForURL(/\?q=/u);
  expect(await page.locator('main').textContent()).toContain('Basic Command Units');
  expect(await page.getByRole('link', { name: /^Source 1: / }).count()).toBe(1);
  expect(faults).toEqual([]);
  await close();
});
