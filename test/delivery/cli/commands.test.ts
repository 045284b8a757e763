// The commands as they are typed, over one small corpus that is ingested once.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../../src/contract/answer.ts';
import { registerPageSchema } from '../../../src/contract/commitments.ts';
import { searchResultSchema } from '../../../src/contract/search.ts';
import { corpusFolder, made, run, temporaryFolder } from './real-command.ts';
import type { Outcome } from './real-command.ts';

const folder = corpusFolder();
const environment = { BLUELAMP_INDEX_DIR: join(temporaryFolder(), 'index') };
const bluelamp = (...args: string[]): Promise<Outcome> => run(args, environment);
const harbour = 'harbour-strategy-2019-2022';
const lantern = 'lantern-plan-2023-2025';
let ingested: Outcome;

beforeAll(async () => {
  ingested = await bluelamp('ingest', folder);
});

describe('ingest', () => {
  it('reports what it took in on standard output, and its progress in lines on standard error', () => {
    expect(ingested.code).toBe(0);
    expect(ingested.stdout).toMatch(/^Ingested 2 documents in [\d.]+ s\./u);
    expect(ingested.stdout).toMatch(/total\s+\d+\s+\d+/u);
    expect(ingested.stdout).toMatch(/[1-9]\d* texts embedded, 0 reused/u);
    expect(ingested.stderr).toContain('Reading documents: 2 of 2');
    expect(ingested.stderr).toContain('Embedding sentences: ');
    expect(ingested.stderr).not.toContain('\u001b');
  });

  it('takes a folder without a catalogue, and warns that titles and years are guessed', () => {
    expect(ingested.stdout).toContain('Warning: There is no catalogue.json');
    expect(ingested.stdout).toContain('Harbour Watch Strategy');
  });

  it('embeds nothing the second time', async () => {
    const again = await bluelamp('ingest', folder);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('0 texts embedded');
  });

  it('fails in one sentence when the folder is not there', async () => {
    const { code, stderr, stdout } = await bluelamp('ingest', '/nowhere/at/all');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^The folder \/nowhere\/at\/all cannot be read.*\n$/u);
  });
});

describe.concurrent('ask', () => {
  it('prints the answer with its quotations and a numbered list of sources', async () => {
    const { code, stdout, stderr } = await bluelamp('ask', 'How many new harbour constables will be recruited?');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('We will recruit 140 new harbour constables by March 2021.');
    expect(stdout).toMatch(/\nSources\n\[1\] .*2019–2022/u);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('prints the shape of the HTTP interface with --json, and nothing else on standard output', async () => {
    const { code, stdout, stderr } = await bluelamp('ask', 'How many piers get a lantern?', '--json', '--explain');
    const answer = answerSchema.strict().parse(JSON.parse(stdout));
    expect({ code, status: answer.status }).toEqual({ code: 0, status: 'answered' });
    const texts = new Map<string, string>([
      [lantern, made[`${lantern}.md`]],
      [harbour, made[`${harbour}.txt`]],
    ]);
    expect(answer.citations.length).toBeGreaterThan(0);
    for (const { documentId, start, end, quote } of answer.citations) {
      expect(texts.get(documentId)?.slice(start, end)).toBe(quote);
    }
    expect(answer.explain?.parts.map(({ asks }) => asks)).toEqual(['number']);
    expect(stderr).toBe('');
  });

  it('ends with 3 and says so when the documents do not answer', async () => {
    const { code, stdout } = await bluelamp('ask', 'How many piers get a lantern?', '--from', '1950', '--to', '1960');
    expect(code).toBe(3);
    expect(stdout).toContain('The documents do not answer this.');
    expect(stdout).not.toContain('Sources');
  });

  it('ends with 1 and says what to run when there is no index', async () => {
    const { code, stdout, stderr } = await run(['ask', 'Who?'], { BLUELAMP_INDEX_DIR: join(folder, 'none') });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^There is no index .*bluelamp ingest.*\n$/u);
  });
});

describe.concurrent('compare', () => {
  it('prints what each document since the year says', async () => {
    const { code, stdout } = await bluelamp('compare', 'harbour constables', '--from', '2019');
    expect(code).toBe(0);
    expect(stdout).toContain('Sources');
  });

  it('prints the shape of the HTTP interface with --json', async () => {
    const { stdout } = await bluelamp('compare', 'harbour constables', '--from', '2019', '--json');
    expect(answerSchema.strict().parse(JSON.parse(stdout)).citations.length).toBeGreaterThan(0);
  });

  it('ends with 3 where no document of those years says anything, and with 2 where the year is none or absent', async () => {
    expect((await bluelamp('compare', 'harbour constables', '--from', '2100')).code).toBe(3);
    const wrong = await bluelamp('compare', 'harbour constables', '--from', 'soon');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('"from" must be a year');
    expect((await bluelamp('compare', 'harbour constables')).code).toBe(2);
  });
});

describe.concurrent('search', () => {
  it('prints passages with place and score', async () => {
    const { code, stdout } = await bluelamp('search', 'stolen boats', '-k', '1', '--explain');
    expect(code).toBe(0);
    expect(stdout).toContain('Theft from boats');
    expect(stdout).toMatch(/score -?[\d.]+, p-[0-9a-f]{16}/u);
    expect(stdout).toContain('How it was understood');
    expect(stdout).not.toContain('\n2. ');
  });

  it('keeps to filters, mode and number, and prints the shape of the HTTP interface with --json', async () => {
    const { code, stdout } = await bluelamp(
      'search',
      'we will',
      '--json',
      '-k',
      '2',
      '--mode',
      'dense',
      '--documents',
      lantern,
      '--explain',
    );
    const { passages } = searchResultSchema.strict().parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(passages.length).toBeLessThanOrEqual(2);
    expect(new Set(passages.map(({ documentId }) => documentId))).toEqual(new Set([lantern]));
    for (const { explain, score } of passages) {
      expect(explain?.reduce((sum, part) => sum + part.contribution, 0)).toBeCloseTo(score);
    }
  });

  it('ends with 3 when nothing is found', async () => {
    const { code, stdout } = await bluelamp('search', 'xylophonist', '--mode', 'lexical', '--json');
    expect({ code, found: JSON.parse(stdout) as unknown }).toEqual({
      code: 3,
      found: { lexicalOnly: true, passages: [] },
    });
  });

  it('says once that tracing variables are not obeyed', async () => {
    const { code, stderr, stdout } = await run(['search', 'lantern', '--json', '--from', '2023', '--to', '2024'], {
      ...environment,
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_API_KEY: 'secret',
    });
    expect(code).toBe(0);
    const { passages } = searchResultSchema.parse(JSON.parse(stdout));
    expect(new Set(passages.map(({ documentId }) => documentId))).toEqual(new Set([lantern]));
    expect(JSON.parse(stderr)).toMatchObject({ level: 'warn', variables: ['LANGSMITH_TRACING', 'LANGCHAIN_API_KEY'] });
    expect(stderr).not.toContain('secret');
  });
});

describe.concurrent('wrong use', () => {
  it.each([
    ['an unknown command', ['aks', 'x'], 'Did you mean ask?'],
    ['an unknown option', ['search', 'x', '--limit', '3'], "unknown option '--limit'"],
    ['no command', [], 'Usage: bluelamp'],
    ['no question', ['ask'], "missing required argument 'question'"],
    ['an empty question', ['ask', ' '], 'Type a question.'],
    ['too many passages', ['search', 'x', '-k', '51'], '1 to 50'],
    ['a mode that there is not', ['search', 'x', '--mode', 'magic'], 'Allowed choices'],
    ['a document that there is not', ['search', 'x', '--documents', 'nope'], `There are: ${harbour}, ${lantern}.`],
    ['years the wrong way round', ['search', 'x', '--from', '2025', '--to', '2020'], '"from" must not be after "to"'],
  ])('ends with 2 and the usage on standard error: %s', async (_what, args, words) => {
    const { code, stdout, stderr } = await bluelamp(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).toContain('Usage: bluelamp');
  });

  it('ends with 2 and names a variable that is not a setting', async () => {
    const { code, stderr } = await run(['ask', 'x'], { BLUELAMP_INDEXDIR: '/tmp' });
    expect(code).toBe(2);
    expect(stderr).toContain('BLUELAMP_INDEXDIR');
    expect(stderr).not.toContain('    at ');
  });

  it('prints help on standard output and ends with 0', async () => {
    const { code, stdout } = await bluelamp('--help');
    expect(code).toBe(0);
    for (const name of ['ingest', 'serve', 'ask', 'search', 'doctor', 'backup', 'restore', 'eval'])
      expect(stdout).toContain(`\n  ${name} `);
  });
});

describe('doctor', () => {
  it('finds nothing wrong after an ingest', async () => {
    const { code, stdout } = await run(['doctor'], { ...environment, PORT: '0' });
    expect({ code, failures: stdout.match(/^fail.*/gmu) }).toEqual({ code: 0, failures: null });
    expect(stdout).toMatch(/^ok {4}Index g-\S+ is complete: 2 documents/mu);
  });

  it('names what is missing and how to mend it, and ends with 1', async () => {
    const { code, stdout } = await run(['doctor'], {
      PORT: '0',
      BLUELAMP_MODEL_DIR: '/nowhere',
      BLUELAMP_INDEX_DIR: '/proc/nowhere',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^fail {2}Model file \/nowhere\/manifest\.json .*git checkout/mu);
    expect(stdout).toMatch(/^fail {2}There is no index .*bluelamp ingest/mu);
    expect(stdout).toMatch(/^(?:fail|ok) .*index folder/mu);
    expect(stdout).toMatch(/^ok {4}Node /mu);
  });
});

describe('eval', () => {
  const file = join(folder, 'questions.jsonl');
  const shared = { persona: 'bot', docs: ['harbour'], answer: [], abstain: false };
  const questions = [
    {
      ...shared,
      id: 'A',
      kind: 'fact',
      turns: ['How many constables are recruited?'],
      evidence: [{ doc: 'harbour', any: ['140 new harbour constables'] }],
    },
    {
      ...shared,
      id: 'B',
      kind: 'list',
      turns: ['What of boats?'],
      evidence: [{ doc: 'harbour', any: ['nobody ever wrote this'] }],
    },
  ];

  it('prints tables of the measures and the questions that went wrong', async () => {
    writeFileSync(file, questions.map((each) => JSON.stringify(each)).join('\n'));
    const { code, stdout } = await bluelamp('eval', file, '--failures');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Search, by evidence group +n +R@1 +R@5 +R@10 +MRR\nall +2 +50\.0/mu);
    expect(stdout).toMatch(/^Answers +all right +answer words/mu);
    expect(stdout).toMatch(/2 questions; median [\d.]+ ms/u);
    expect(stdout).toMatch(/^B \(list, bot\)\n +asked +What of boats\?/mu);
    expect(stdout).toMatch(/found 1 +\S+/u);
  });

  it('prints ranks, status and failures of every question with --json', async () => {
    const { stdout } = await bluelamp('eval', file, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      overall: { byGroup: { recallAt10: { value: 0.5, count: 2 } } },
      byKind: { fact: { questions: 1 } },
      results: [
        { id: 'A', ranks: [1], status: 'answered' },
        {
          id: 'B',
          ranks: [null],
          failures: expect.arrayContaining([{ type: 'search', text: 'evidence 1 not found' }]),
        },
      ],
    });
  });

  it('names the line that is no question', async () => {
    writeFileSync(join(folder, 'bad.jsonl'), `${JSON.stringify(questions[0])}\n{"id": 1}`);
    const { code, stderr } = await bluelamp('eval', join(folder, 'bad.jsonl'));
    expect(code).toBe(2);
    expect(stderr).toContain('Line 2');
  });
});

describe.concurrent('commitments', () => {
  it('lists what the documents commit to, to read', async () => {
    const { code, stdout } = await bluelamp('commitments', 'constables');
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('“We will recruit 140 new harbour constables by March 2021.”');
    expect(stdout).toContain('deadline by March 2021');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('prints the shape of the HTTP interface with --json, and one line a commitment with --csv', async () => {
    const json = await bluelamp('commitments', '--json', '--limit', '2');
    const { commitments, total } = registerPageSchema.parse(JSON.parse(json.stdout));
    expect(commitments).toHaveLength(2);
    const csv = await bluelamp('commitments', '--csv');
    expect(csv.stdout.trimEnd().split('\r\n')).toHaveLength(total + 1);
  });

  it('ends with 3 where nothing fits, and with 2 for what cannot be asked', async () => {
    expect((await bluelamp('commitments', 'zeppelins')).code).toBe(3);
    expect((await bluelamp('commitments', '--has', 'everything')).code).toBe(2);
    expect((await bluelamp('commitments', '--documents', 'no-such-plan')).code).toBe(2);
  });
});
