import { expect, it } from 'vitest';
import type { Commitment, RegisterRow } from '../../src/domain/commitment.ts';
import { isCommitmentId } from '../../src/domain/ids.ts';
import { bestCommitments } from '../../src/insight/best-commitments.ts';
import type { PassageIndex } from '../../src/ports.ts';
import { documentId } from '../chat/scripted-turns.ts';
import { harbourApp } from '../delivery/http/made-up-strategies.ts';

let rows = 0;

function row(document: string, text: string, more: Partial<Commitment> = {}): RegisterRow {
  rows += 1;
  const id = `c-${String(rows).padStart(16, '0')}`;
  if (!isCommitmentId(id)) throw new Error(`${id} is no id.`);
  const none = { leadIn: null, actor: 'we', themes: [], theme: null, target: null, targets: [], deadline: null };
  const place = { documentId: documentId(document), sectionId: null, section: ['Pilots and cutters'], page: 1 };
  return { commitment: { id, ...place, text, start: 0, end: text.length, ...none, ...more }, counterparts: [] };
}

async function indexWith(register: readonly RegisterRow[]): Promise<PassageIndex> {
  const { index } = await harbourApp();
  return { ...index, commitments: async () => register };
}

const target = { value: '9', unit: null, measure: 'pilots' };

it('words in the statement come before words of its headings, figures before none, later documents before earlier', async () => {
  const index = await indexWith([]);
  const [oldest, ...others] = (await index.documents()).map(({ id }) => id);
  const latest = others.at(-1);
  const register = [
    row(oldest ?? '', 'We will keep the watch.'),
    row(oldest ?? '', 'We will train pilots.'),
    row(oldest ?? '', 'We will train nine pilots.', { target, targets: [target] }),
    row(latest ?? '', 'We will pay pilots.'),
    row(latest ?? '', 'We will dredge.', { section: ['Basin'] }),
  ];
  const found = await bestCommitments(await indexWith(register), 'the pilots', 3);
  expect(found.total).toBe(4);
  expect(found.commitments.map(({ text }) => text)).toEqual([
    'We will train nine pilots.',
    'We will pay pilots.',
    'We will train pilots.',
  ]);
  expect(found.commitments[0]).toMatchObject({ related: [] });
});

it.each(['', 'of the', 'lighthouses'])('%j finds nothing', async (words) => {
  const [first] = (await (await indexWith([])).documents()).map(({ id }) => id);
  const index = await indexWith([row(first ?? '', 'We will train pilots.')]);
  expect(await bestCommitments(index, words, 5)).toEqual({ commitments: [], total: 0 });
});
