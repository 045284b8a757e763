// P8: whatever comes as a question, the answer is an answer or a refusal in the documented shape, and nothing stays behind.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faultRounds } from '../../fault-rounds.ts';
import { ask } from './checked-request.ts';
import { harbourApp } from './made-up-strategies.ts';

const numRuns = faultRounds({ usual: 150, thorough: 10_000 });

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ maxLength: 2500 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '\u202emoorings\u202c',
    '😀'.repeat(2000),
    '\u0301'.repeat(2000),
    '(((((',
    ' \u00a0\ufeff',
    '"; DROP TABLE',
  ),
);

it('P8 answers or refuses any question', async () => {
  const made = await harbourApp();
  await fc.assert(
    fc.asyncProperty(text, async (question) => {
      expect([200, 400]).toContain((await ask(made, { question })).status);
    }),
    { numRuns },
  );
});

it('P8 answers or refuses any body, and takes over none of its names', async () => {
  const made = await harbourApp();
  const name = fc.constantFrom(
    'question',
    'documents',
    'from',
    'to',
    'conversationId',
    '__proto__',
    'constructor',
    'x',
  );
  const body = fc.oneof(
    fc.json({ maxDepth: 6 }),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.tuple(
          name,
          fc.oneof(
            fc.json(),
            text.map((each) => JSON.stringify(each)),
          ),
        ),
        { maxLength: 6 },
      )
      // With members that come twice, as no object of ours could have them.
      .map((members) => `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`),
    fc.integer({ min: 1, max: 1000 }).map((depth) => `{"question":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  );
  const before = Object.getOwnPropertyNames(Object.prototype);
  await fc.assert(
    fc.asyncProperty(body, async (given) => {
      expect([200, 400, 404]).toContain((await ask(made, given)).status);
    }),
    { numRuns },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(made.logged.some(({ event }) => event === 'request-failed')).toBe(false);
});
