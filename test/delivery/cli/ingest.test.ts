// Ingests that meet bad files, documents that went away, and each other.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { searchResultSchema } from '../../../src/contract/search.ts';
import { corpusFolder, made, run, start, temporaryFolder } from './real-command.ts';

it('names the files that it cannot read, ends with 1, and publishes the rest; a document taken away is gone', async () => {
  const folder = corpusFolder({
    ...made,
    'empty.txt': '',
    'picture.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
    'latin.md': Buffer.from('Stra\u00dfe \u00e4\u00f6\u00fc '.repeat(20), 'latin1'),
  });
  const environment = { BLUELAMP_INDEX_DIR: join(temporaryFolder(), 'index') };
  const partial = await run(['ingest', folder], environment);
  expect(partial.code).toBe(1);
  expect(partial.stdout).toMatch(/^Partial ingest: 2 documents/u);
  for (const name of ['empty.txt', 'picture.txt', 'latin.md'])
    expect(partial.stdout).toContain(`${name} was skipped: it`);

  const query = ['search', 'quartermaster register of marked engines', '--json'];
  const before = await run(query, environment);
  expect(before.stdout).toContain('quartermaster keeps a register');

  for (const name of ['harbour-strategy-2019-2022.txt', 'empty.txt', 'picture.txt', 'latin.md'])
    rmSync(join(folder, name));
  const whole = await run(['ingest', folder], environment);
  expect(whole.stdout).toContain('0 texts embedded');
  expect(whole.code).toBe(0);
  const [after, words, asked] = await Promise.all([
    run(query, environment),
    run([...query, '--mode', 'lexical'], environment),
    run(['ask', 'What does the quartermaster keep?', '--json'], environment),
  ]);
  expect(searchResultSchema.parse(JSON.parse(after.stdout)).passages.map(({ documentId }) => documentId)).not.toContain(
    'harbour-strategy-2019-2022',
  );
  expect(`${after.stdout}${words.stdout}${asked.stdout}`).not.toContain('keeps a register');
});

it('lets one of two ingests run, and tells the other which process that is', async () => {
  const folder = corpusFolder();
  const environment = { BLUELAMP_INDEX_DIR: join(temporaryFolder(), 'index') };
  const first = start(['ingest', folder], environment);
  onTestFinished(() => void first.process.kill('SIGKILL'));
  await first.until(/Reading documents/u);
  // Held where it is, so that it cannot end before the second has tried.
  first.process.kill('SIGSTOP');
  expect(existsSync(join(environment.BLUELAMP_INDEX_DIR, '.lock'))).toBe(true);
  const second = await run(['ingest', folder], environment);
  first.process.kill('SIGCONT');
  expect({ code: second.code, stdout: second.stdout }).toEqual({ code: 1, stdout: '' });
  expect(second.stderr).toMatch(new RegExp(`^An ingest is already running \\(pid ${first.process.pid}\\).*\n$`, 'u'));
  expect((await first.ended).code).toBe(0);
});
