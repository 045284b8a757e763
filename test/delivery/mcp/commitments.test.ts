import { expect, it } from 'vitest';
import { registerPageSchema } from '../../../src/contract/commitments.ts';
import { isCommitmentId, isDocumentId } from '../../../src/domain/ids.ts';
import type { RegisterRow } from '../../../src/domain/commitment.ts';
import { harbourApp, harbourStrategies } from '../http/made-up-strategies.ts';
import { connectedHarbour, textOf } from './connected-client.ts';
import type { ConnectedHarbour } from './connected-client.ts';

const target = { value: 'forty', unit: 'apprentice', measure: 'apprentice harbour masters' };
const statements: readonly (readonly [at: number, text: string, more: Partial<RegisterRow['commitment']>])[] = [
  [0, 'We will dredge the eastern basin every spring before the herring season begins.', {}],
  [0, 'The pilots will keep two cutters ready\nthrough each winter night.', { actor: 'the pilots' }],
  [
    1,
    'We will train forty apprentice harbour masters by 2018.',
    { target, targets: [target], deadline: { text: 'by 2018', year: 2018 } },
  ],
];

function rowOf([at, text, more]: (typeof statements)[number], number: number): RegisterRow {
  const { id: documentId = '', text: whole = '' } = harbourStrategies[at] ?? {};
  const id = `c-${String(number).padStart(16, '0')}`;
  if (!isDocumentId(documentId) || !isCommitmentId(id)) throw new Error(`${documentId}, ${id} are no ids.`);
  const start = whole.indexOf(text);
  const place = {
    id,
    documentId,
    sectionId: null,
    section: ['Moorings'],
    page: 1,
    text,
    start,
    end: start + text.length,
  };
  const none = { leadIn: null, actor: 'we', themes: [], theme: null, target: null, targets: [], deadline: null };
  return { commitment: { ...place, ...none, ...more }, counterparts: [] };
}

async function harbourWithRegister(): Promise<ConnectedHarbour> {
  const { index } = await harbourApp();
  const register = { ...index, commitments: async () => statements.map(rowOf) };
  return connectedHarbour('auto', { lease: () => ({ index: register, release: () => undefined }) });
}

it.each([
  [{}, ''],
  [{ limit: 1 }, 'limit=1'],
  [{ has: ['target', 'deadline'] }, 'has=target,deadline'],
  [{ q: 'cutters' }, 'q=cutters'],
  [{ documents: ['2008-2011-harbour-plan'], to: 2011 }, 'documents=2008-2011-harbour-plan&to=2011'],
  [{ from: 2020 }, 'from=2020'],
])('lists with %o what the HTTP interface lists', async (given, query) => {
  const { client, app } = await harbourWithRegister();
  const result = await client.callTool({ name: 'list_commitments', arguments: given });
  const response = await app.request(`/api/commitments?${query}`);
  expect(response.status).toBe(200);
  expect(result.structuredContent).toEqual(await response.json());
});

it('tells places, targets and deadlines in text, and how to go on', async () => {
  const { client } = await harbourWithRegister();
  const first = await client.callTool({ name: 'list_commitments', arguments: { limit: 2 } });
  expect(textOf(first)).toContain('2 of 3:');
  expect(textOf(first)).toContain('“The pilots will keep two cutters ready through each winter night.”');
  expect(textOf(first)).toContain('Harbour Plan 2008–2011 (2008–2011, draft), Moorings, page 1');
  const { nextCursor } = registerPageSchema.parse(first.structuredContent);
  expect(textOf(first)).toContain(`pass cursor "${nextCursor}"`);
  const rest = await client.callTool({ name: 'list_commitments', arguments: { limit: 2, cursor: nextCursor } });
  expect(textOf(rest)).toContain('we · target forty apprentice harbour masters · deadline by 2018');
  const none = await client.callTool({ name: 'list_commitments', arguments: { q: 'anthem' } });
  expect(textOf(none)).toBe('No commitment matches.');
});

it.each([
  [{ limit: 501 }, '"limit" must be a whole number from 1 to 500.'],
  [{ has: ['teeth'] }, '"has" must be a list of "target" and "deadline".'],
  [{ documents: ['no-such-plan'] }, 'There are: 2008-2011-harbour-plan, '],
  [{ theme: 'No theme' }, '"theme" must be the id of a theme, as a row has it.'],
  [{ cursor: 'no cursor' }, 'cursor'],
])('is told in a sentence when %o cannot be listed', async (given, message) => {
  const { client } = await harbourWithRegister();
  const result = await client.callTool({ name: 'list_commitments', arguments: given });
  expect(result.isError).toBe(true);
  expect(textOf(result)).toContain(message);
});
