import { beforeAll, describe, expect, it } from 'vitest';
import { commitmentDetailSchema, registerPageSchema } from '../../../src/contract/commitments.ts';
import type { RegisterPageWire } from '../../../src/contract/commitments.ts';
import { checkedRequest, messageOf } from './checked-request.ts';
import { harbourApp, harbourStrategies } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp();
});

async function list(query = ''): Promise<RegisterPageWire> {
  const { status, body } = await checkedRequest(made, `/api/commitments${query}`);
  expect(status).toBe(200);
  return registerPageSchema.parse(body);
}

describe('GET /api/commitments', () => {
  it('quotes each commitment exactly, oldest document first', async () => {
    const { commitments, total, nextCursor } = await list();
    expect([commitments.length, nextCursor]).toEqual([total, null]);
    expect(commitments.length).toBeGreaterThanOrEqual(3);
    for (const { documentId, text, start, end } of commitments) {
      expect(harbourStrategies.find(({ id }) => id === documentId)?.text.slice(start, end)).toBe(text);
    }
    expect(commitments.map(({ documentId }) => documentId)).toEqual(
      commitments.map(({ documentId }) => documentId).toSorted(),
    );
  });

  it('goes on where the page before ended', async () => {
    const whole = await list();
    const one = await list('?limit=1');
    const rest = await list(`?cursor=${one.nextCursor}`);
    expect([...one.commitments, ...rest.commitments]).toEqual(whole.commitments);
  });

  it.each([
    ['?q=dredging', 1],
    ['?has=deadline', 1],
    ['?has=target,deadline&q=masters', 1],
    ['?documents=2024-2027-open-water&has=target', 0],
    ['?from=2009&to=2010&q=apprentice', 0],
    ['?theme=no-such-theme', 0],
  ])('filters by %s', async (query, total) => {
    expect((await list(query)).total).toBe(total);
  });

  it.each([
    ['?limit=0', '"limit"'],
    ['?limit=501', '"limit"'],
    ['?limit=ten', '"limit"'],
    ['?has=nothing', '"has"'],
    ['?format=xml', '"format"'],
    ['?cursor=c-ffffffffffffffff', '"cursor"'],
    ['?documents=no-such-plan', 'no-such-plan'],
    ['?from=2020&to=2010', '"from"'],
    ['?from=0', '"from"'],
  ])('refuses %s in words', async (query, word) => {
    const { status, body } = await checkedRequest(made, `/api/commitments${query}`);
    expect(status).toBe(400);
    expect(messageOf(body)).toContain(word);
  });

  it('exports all that fit as CSV', async () => {
    const { total } = await list();
    const { status, headers, body } = await checkedRequest(made, '/api/commitments?format=csv');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('commitments.csv');
    const lines = String(body).trimEnd().split('\r\n');
    expect(lines).toHaveLength(total + 1);
    expect(lines[0]).toMatch(/^id,document,/u);
    expect(lines.join('\n')).toContain('No deadline stated');
  });
});

describe('GET /api/commitments/:id', () => {
  it('gives the commitment with what other documents may say of it, and where nothing was found', async () => {
    const [first] = (await list()).commitments;
    const { status, body } = await checkedRequest(made, `/api/commitments/${first?.id}`);
    expect(status).toBe(200);
    const detail = commitmentDetailSchema.parse(body);
    expect(detail.text).toBe(first?.text);
    const named = new Set([...detail.related.map(({ commitment }) => commitment.documentId), ...detail.notFoundIn]);
    expect([...named].toSorted()).toEqual(
      harbourStrategies
        .map(({ id }) => id)
        .filter((id) => id !== detail.documentId)
        .toSorted(),
    );
    for (const { why } of detail.related) expect(why).toMatch(/^Possible: /u);
  });

  it.each(['c-ffffffffffffffff', 'p-0000000000000000', 'constructor'])('has nothing under %s', async (id) => {
    expect((await checkedRequest(made, `/api/commitments/${id}`)).status).toBe(404);
  });
});

describe('the page /commitments', () => {
  const page = async (address: string): Promise<{ status: number; html: string }> => {
    const response = await made.app.request(address, { headers: { accept: 'text/html' } });
    return { status: response.status, html: await response.text() };
  };

  it('keeps what was chosen in its form, and its links', async () => {
    const { status, html } = await page('/commitments?q=masters&documents=&theme=&has=target&sort=deadline');
    expect(status).toBe(200);
    expect(html).toContain('1 commitment</p>');
    expect(html).toMatch(
      /<label for="q_">Search commitments<\/label><input type="search" id="q_" name="q" value="masters"/u,
    );
    expect(html).toContain('<input type="checkbox" name="has" value="target" checked>');
    expect(html).toContain('<option value="deadline" selected>');
    expect(html).toContain('/api/commitments?format=csv&amp;q=masters&amp;has=target&amp;sort=deadline');
    expect(html).toContain('#quote');
  });

  it('says that nothing fits, and escapes what was typed', async () => {
    const { status, html } = await page('/commitments?q=%3Cb%3E%22');
    expect(status).toBe(200);
    expect(html).toContain('No commitment fits');
    expect(html).toContain('value="&lt;b&gt;&quot;"');
  });

  it('tells what became of one, and says when it does not know', async () => {
    const [first] = (await list()).commitments;
    const { status, html } = await page(`/commitments/${first?.id}`);
    expect(status).toBe(200);
    expect(html).toContain('No deadline stated');
    expect(html).toMatch(/Possible: |No matching statement found in/u);
    expect((await page('/commitments/c-ffffffffffffffff')).status).toBe(404);
    expect((await page('/commitments?limit=0')).status).toBe(400);
  });
});
