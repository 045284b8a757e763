import { beforeAll, describe, expect, it } from 'vitest';
import { passageDetailSchema, searchResultSchema } from '../../../src/contract/search.ts';
import { checkedRequest, messageOf } from './checked-request.ts';
import { dredging, harbourApp, harbourStrategies } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp();
});

async function search(query: string): Promise<ReturnType<typeof searchResultSchema.parse>['passages']> {
  const { status, body } = await checkedRequest(made, `/api/search?${query}`);
  expect(status).toBe(200);
  return searchResultSchema.parse(body).passages;
}

describe('a search', () => {
  it('finds the passage, with its exact text', async () => {
    const [best] = await search('q=dredge+the+eastern+basin');
    const text = harbourStrategies.find(({ id }) => id === best?.documentId)?.text;
    expect(best?.text).toContain(dredging);
    expect(text?.slice(best?.start, best?.end)).toBe(best?.text);
  });

  it('gives as many as asked for, and up to ten unasked', async () => {
    expect(await search('q=harbour&k=1')).toHaveLength(1);
    expect((await search('q=harbour+water+crowns')).length).toBeLessThanOrEqual(10);
    expect((await search('q=harbour&k=50')).length).toBeGreaterThan(1);
  });

  it('explains its scores only when asked, and the parts add up', async () => {
    const [plain] = await search('q=reed+bed');
    const [explained] = await search('q=reed+bed&explain=true');
    const sum = explained?.explain?.reduce((total, part) => total + part.contribution, 0);
    expect(plain?.explain).toBeUndefined();
    expect(sum).toBeCloseTo(explained?.score ?? Number.NaN, 6);
  });

  it.each([['hybrid'], ['dense'], ['lexical']])('works in mode %s', async (mode) => {
    expect((await search(`q=blue+lamp&mode=${mode}`))[0]?.documentId).toBe('2015-2019-tidewater-strategy');
  });

  it.each([
    ['repeated', 'documents=2008-2011-harbour-plan&documents=2024-2027-open-water'],
    ['parted by commas', 'documents=2008-2011-harbour-plan,2024-2027-open-water'],
  ])('keeps to documents that are %s', async (_how, filter) => {
    const found = new Set(
      (await search(`q=the+blue+lamp+and+water&k=50&${filter}`)).map(({ documentId }) => documentId),
    );
    expect([...found].toSorted()).toEqual(['2008-2011-harbour-plan', '2024-2027-open-water']);
  });

  it('keeps to the years', async () => {
    const found = await search('q=harbour+water&from=2012&to=2020&k=50');
    expect(new Set(found.map(({ documentId }) => documentId))).toEqual(new Set(['2015-2019-tidewater-strategy']));
  });

  it.each([
    ['q=', 'Type a question.'],
    ['', 'Type a question.'],
    ['q=a&q=b', 'Type a question.'],
    ['q=%00', 'Type a question.'],
    ...['0', '51', '-1', '1.5', '1e1', '0x10', '', 'ten', '99999999999', '5&k=5'].map((k) => [
      `q=a&k=${k}`,
      '"k" must be a whole number from 1 to 50.',
    ]),
    ...['1899', '2201', '', '20', '-2013', 'now'].map((year) => [
      `q=a&from=${year}`,
      '"from" must be a year from 1900 to 2200.',
    ]),
    ['q=a&from=2020&to=2019', '"from" must not be after "to".'],
    ['q=a&mode=best', '"mode" must be one of hybrid, dense, lexical.'],
    ['q=a&explain=yes', '"explain" must be true or false.'],
    ['q=a&documents=no-such-plan', 'There is no document "no-such-plan". GET /api/documents lists them.'],
    ['q=a&documents=', '"documents" must be a list of up to 100 document ids, as GET /api/documents gives them.'],
    [
      'q=a&documents=..%2F..%2Fetc',
      '"documents" must be a list of up to 100 document ids, as GET /api/documents gives them.',
    ],
  ])('refuses %j', async (query, message) => {
    const { status, body } = await checkedRequest(made, `/api/search?${query}`);
    expect(status).toBe(400);
    expect(messageOf(body)).toBe(message);
  });
});

describe('a passage', () => {
  it('comes with its neighbours', async () => {
    const [found] = await search('q=Fishing+boats+pay+no+toll');
    const { status, body } = await checkedRequest(made, `/api/passages/${found?.passageId}`);
    const passage = passageDetailSchema.parse(body);
    expect(status).toBe(200);
    expect(passage.previous?.text).toContain(dredging);
    expect(passage.next?.text).toContain('Barges');
    expect(passage.sectionId).toBe('tolls-1');
  });

  it.each([['p-0000000000000000'], ['p-zz'], ['2008-2011-harbour-plan'], ['__proto__']])(
    'is not found under %s',
    async (id) => {
      expect((await checkedRequest(made, `/api/passages/${id}`)).status).toBe(404);
    },
  );
});
