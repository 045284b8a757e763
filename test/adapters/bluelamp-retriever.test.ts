import { RunnableLambda } from '@langchain/core/runnables';
import { expect, it } from 'vitest';
import { dredging, harbourStrategies } from '../delivery/http/made-up-strategies.ts';
import { harbourRetriever } from './harbour-retriever.ts';

it('finds passages, best first, each with its place', async () => {
  const retriever = await harbourRetriever();
  const found = await retriever.invoke('When will you dredge the eastern basin?');
  const [first] = found;
  expect(first?.pageContent).toContain(dredging);
  expect(first?.id).toMatch(/^p-[0-9a-f]{16}$/u);
  expect(first?.metadata).toMatchObject({
    passageId: first?.id,
    documentId: '2008-2011-harbour-plan',
    title: 'Harbour Plan 2008–2011',
    years: { from: 2008, to: 2011 },
    status: 'draft',
    section: ['Moorings'],
    page: 1,
  });
  for (const { pageContent, metadata } of found) {
    const { documentId, start, end, permalink } = metadata;
    expect(harbourStrategies.find(({ id }) => id === documentId)?.text.slice(start, end)).toBe(pageContent);
    expect(permalink).toBe(`http://localhost/documents/${documentId}?start=${start}&end=${end}#quote`);
  }
  const scores = found.map(({ metadata: { score } }) => score);
  expect(scores).toEqual(scores.toSorted((one, other) => other - one));
});

it('keeps to its options', async () => {
  const one = await harbourRetriever({ k: 1, mode: 'lexical' });
  expect(await one.invoke('the eastern basin')).toHaveLength(1);
  const late = await harbourRetriever({ from: 2024 });
  const found = await late.invoke('the eastern basin');
  expect(new Set(found.map(({ metadata }) => metadata.documentId))).toEqual(new Set(['2024-2027-open-water']));
});

it('is a runnable among others', async () => {
  const titles = (await harbourRetriever({ k: 1 })).pipe(
    RunnableLambda.from((found: readonly { metadata: { title: string } }[]) =>
      found.map(({ metadata }) => metadata.title),
    ),
  );
  expect(await titles.batch(['dredge the eastern basin', 'the northern lighthouse'])).toEqual([
    ['Harbour Plan 2008–2011'],
    ['Tidewater Strategy 2015–2019'],
  ]);
});

it.each([
  [{ k: 0 }, '"k" must be a whole number from 1 to 50.'],
  [{ k: 51 }, '"k" must be a whole number from 1 to 50.'],
  [{ from: 12 }, '"from" must be a year from 1900 to 2200.'],
])('refuses the options %o', async (options, message) => {
  await expect(harbourRetriever(options)).rejects.toThrow(message);
});

it('says why it finds nothing', async () => {
  await expect((await harbourRetriever()).invoke('  ')).rejects.toThrow('Type a question.');
  const unknown = await harbourRetriever({ documents: ['no-such-plan'] });
  await expect(unknown.invoke('dredging')).rejects.toThrow('There is no document "no-such-plan".');
});
