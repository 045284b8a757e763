// What a reader is told of a language model before asking.
import { expect, it } from 'vitest';
import { aboutSchema } from '../../../src/contract/about.ts';
import { harbourApp } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

async function textAt({ app }: MadeUpApp, path: string): Promise<string> {
  const response = await app.request(`http://localhost${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

it('is nothing where there is none', async () => {
  const harbour = await harbourApp();
  expect(JSON.parse(await textAt(harbour, '/api/about'))).toEqual({ languageModel: null });
  expect(await textAt(harbour, '/')).not.toContain('language model');
});

it('is its name, and that questions leave the service for it, on the page and over the interface', async () => {
  const harbour = await harbourApp({ languageModel: 'openai:llama3.1:8b' });
  const { languageModel } = aboutSchema.parse(JSON.parse(await textAt(harbour, '/api/about')));
  expect(languageModel?.name).toBe('openai:llama3.1:8b');
  expect(languageModel?.notice).toMatch(/openai:llama3\.1:8b.*your question.*sent there/u);
  expect(await textAt(harbour, '/')).toContain(languageModel?.notice);
});
