// Where no language model is set, nothing of LangChain's model clients is loaded.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const adapter = 'adapters/langchain-model.ts';

it('is imported in one place, and there only when it is called for', () => {
  const files = ['src', 'index', 'ingest'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, code: readFileSync(join(root, file), 'utf8') }));
  const using = sources.filter(({ code }) => /from '(?:langchain|@langchain\/openai)'/u.test(code));
  expect(using.map(({ file }) => file)).toEqual([join('src', adapter)]);
  const importing = sources.filter(({ code }) => code.includes('langchain-model.ts'));
  expect(importing.map(({ file }) => file)).toEqual([join('src', 'compose-language-model.ts')]);
  expect(importing[0]?.code).toContain("await import('./adapters/langchain-model.ts')");
  expect(importing[0]?.code).not.toMatch(/^import .*langchain-model/mu);
});

it('M12: nothing that LangChain has written is read back by it', () => {
  const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
    .join('\n');
  expect(code).toContain('@langchain/core');
  expect(code).not.toMatch(/@langchain\/core\/load|langchain\/load/u);
});
