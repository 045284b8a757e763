import { expect, it } from 'vitest';
import type {
  CommitmentPage,
  CommitmentQuery,
  CommitmentRegister,
} from '../../../src/delivery/mcp/commitment-register.ts';
import { connectedHarbour, textOf } from './connected-client.ts';

const text = 'We will train forty apprentice harbour masters\nby 2018.';
const page: CommitmentPage = {
  commitments: [
    {
      id: 'c-1',
      documentId: '2015-2019-tidewater-strategy',
      section: ['Apprentices'],
      page: 2,
      text,
      start: 100,
      end: 100 + text.length,
      actor: 'we',
      theme: 'workforce',
      target: { value: 'forty', unit: null, measure: 'apprentice harbour masters' },
      deadline: { text: 'by 2018', year: 2018 },
      related: 'a field that was added',
    },
  ],
  total: 7,
  nextCursor: 'page-2',
};

/** Gives the page, and keeps what it was asked. */
function keepingRegister(): CommitmentRegister & { readonly asked: CommitmentQuery[] } {
  const asked: CommitmentQuery[] = [];
  return { asked, list: async (query) => (asked.push(query), page) };
}

it('lists commitments with their places, targets and deadlines', async () => {
  const register = keepingRegister();
  const { client } = await connectedHarbour('auto', { register });
  const given = {
    q: 'apprentice',
    documents: ['2015-2019-tidewater-strategy'],
    from: 2015,
    has: ['target'],
    theme: 'workforce',
  };
  const result = await client.callTool({
    name: 'list_commitments',
    arguments: { ...given, cursor: 'page-1', limit: 1 },
  });
  expect(result.structuredContent).toEqual(page);
  expect(register.asked).toEqual([{ ...given, cursor: 'page-1', limit: 1 }]);
  const read = textOf(result);
  expect(read).toContain('1 of 7:');
  expect(read).toContain('“We will train forty apprentice harbour masters by 2018.”');
  expect(read).toContain('Tidewater Strategy 2015–2019 (2015–2019, published), Apprentices, page 2');
  expect(read).toContain('by: we; target: forty apprentice harbour masters; deadline: by 2018');
  expect(read).toContain('pass cursor "page-2"');
});

it('asks for fifty statements of all documents when nothing is given', async () => {
  const register = keepingRegister();
  const { client } = await connectedHarbour('auto', { register });
  await client.callTool({ name: 'list_commitments', arguments: {} });
  expect(register.asked).toEqual([{ has: [], limit: 50 }]);
});

it.each([
  [{ limit: 501 }, '"limit" must be a whole number from 1 to 500.'],
  [{ has: ['teeth'] }, '"has" must be a list of "target" and "deadline".'],
  [{ documents: ['no-such-plan'] }, 'There are: 2008-2011-harbour-plan, '],
  [{ theme: 'a'.repeat(201) }, '"theme" must be a text of at most 200 characters.'],
])('is told in a sentence when %o cannot be listed', async (given, message) => {
  const { client } = await connectedHarbour('auto', { register: keepingRegister() });
  const result = await client.callTool({ name: 'list_commitments', arguments: given });
  expect(result.isError).toBe(true);
  expect(textOf(result)).toContain(message);
});

it('says so where there is no register, and what to use instead', async () => {
  const { client } = await connectedHarbour('auto');
  const result = await client.callTool({ name: 'list_commitments', arguments: {} });
  expect(result.isError).toBe(true);
  expect(textOf(result)).toMatch(/no register of commitments.*ask_strategies/u);
});
