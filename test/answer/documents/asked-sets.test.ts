// What question asks for lists that documents state of themselves.
import { describe, expect, it } from 'vitest';
import { askedSets } from '../../../src/answer/documents/asked-sets.ts';
import { makeRequest } from '../made-up-request.ts';

const written = [
  { document: 'water-2015', sentences: ['We repaired 900 leaks.'] },
  { document: 'water-2020', sentences: ['We repaired 1,200 leaks, and answered 116 calls.'] },
];

async function kindsAsked(question: string): Promise<string[] | null> {
  const { plan } = await makeRequest(question, written);
  return askedSets({ ...plan, intent: 'compare' })?.tiers.flat() ?? null;
}

describe('documents compared', () => {
  it.each(['What has changed between 2015 and 2020?', 'How does 2015 differ from 2020?'])(
    'in nothing that is named are compared in their priorities: “%s”',
    async (question) => {
      expect(await kindsAsked(question)).toContain('priorities');
    },
  );

  it.each(['What was the 116 figure in 2015 compared to 2020?', 'How do leaks in 2015 compare to 2020?'])(
    'in a thing that is named are not: “%s”',
    async (question) => {
      expect(await kindsAsked(question)).toBeNull();
    },
  );
});
