// A setting that nobody is told of, or that a container does not get, is none.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(`${root}${name}`, 'utf8');

/** As the refusal of an unknown one names them. */
function knownSettings(): string[] {
  try {
    readConfig({ BLUELAMP_UNHEARD_OF: '1' });
  } catch (error) {
    return String(error).split('Known: ')[1]?.match(/\w+/gu) ?? [];
  }
  return [];
}

const settings = knownSettings();

it('every setting stands in README or the page that README sends to', () => {
  expect(settings).toContain('BLUELAMP_PUBLIC_URL');
  const told = read('README.md') + read('docs/llm.md');
  expect(settings.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
});

it('compose.yaml passes on every setting but those that the image decides', () => {
  const decided = ['HOST', 'PORT', 'BLUELAMP_DATA_DIR', 'BLUELAMP_INDEX_DIR', 'BLUELAMP_MODEL_DIR', 'BLUELAMP_OPEN'];
  const passed = [...read('compose.yaml').matchAll(/^ {6}([A-Z_]+):/gmu)].map(([, name]) => name);
  expect(settings.length).toBeGreaterThan(decided.length);
  expect(settings.filter((name) => !decided.includes(name) && !passed.includes(name))).toEqual([]);
});
