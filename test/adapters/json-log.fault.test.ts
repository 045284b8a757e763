import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createJsonLog } from '../../src/adapters/json-log.ts';
import { faultRounds } from '../fault-rounds.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('\r\n', '\n', '\u001b[2J', '\u009b31m', '\u0000', '\u2028', '\u2029', '\ud800', '"}', '\\'))
    .map((parts) => parts.join('a')),
  fc.integer({ min: 0, max: 20_000 }).map((length) => '€'.repeat(length)),
);

it('X1 no field ends the line, speaks to a terminal, or makes it longer than 8 KiB', () => {
  const fields = fc.dictionary(nasty, fc.oneof(nasty, fc.array(nasty, { maxLength: 3 }), fc.bigInt(), fc.float()));
  fc.assert(
    fc.property(fields, (given) => {
      const lines: string[] = [];
      const log = createJsonLog({ level: 'info', write: (line) => lines.push(line) > 0, now: () => new Date(0) });
      log('info', 'request', given);
      const [line = '', ...more] = lines;
      expect(more).toEqual([]);
      expect(line.endsWith('\n') && Buffer.byteLength(line) <= 8192).toBe(true);
      expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(JSON.parse(line)).toMatchObject({ level: 'info' });
    }),
    { numRuns: faultRounds({ usual: 1000, thorough: 10_000 }) },
  );
});
