// Stored and reflected markup: whatever stands in a question, a title, a heading or a text must be shown, never obeyed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, markup } from '../../../web/markup.ts';
import { renderHome } from '../../../web/render-home.ts';
import type { AnswerWire } from '../../../src/contract/answer.ts';
import { harbourApp } from './made-up-strategies.ts';
import { attributes, elements, textContent } from './read-html.ts';

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</textarea></title></style></script><svg onload=alert(1)>',
  'javascript:alert(1)',
  '[1](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '**<b onclick=alert(1)>**',
  '{{constructor.constructor("alert(1)")()}}',
];

/** Tags that our templates never draw, handlers, and addresses that are not ours. */
function expectHarmless(html: string): void {
  // The pages' own modules, by fixed names.
  const given = html.replaceAll(/<script type="module" src="\/assets\/[a-z.-]+"><\/script>/gu, '');
  const tags = new Set([...given.matchAll(/<([a-z]+[1-6]?)/giu)].map(([, name = '']) => name.toLowerCase()));
  for (const tag of ['script', 'img', 'svg', 'b', 'textarea', 'style', 'iframe', 'object'])
    expect(tags).not.toContain(tag);
  expect(html.replaceAll(/="[^"]*"/gu, '')).not.toMatch(/<[^>]*\son\w+/u);
  for (const href of attributes(html, 'href')) expect(href).toMatch(/^[/#]/u);
}

function hostileAnswer(payload: string): AnswerWire {
  const place = { passageId: 'p-0', documentId: payload, section: [payload], start: 0, end: 1 };
  const document = { title: payload, years: null, status: 'draft' as const };
  return {
    conversationId: payload,
    messageId: payload,
    status: 'partial',
    abstained: false,
    intent: 'fact',
    answer: `${payload} [1]\n\n- ${payload}\n\n> ${payload}\n\n## ${payload}\n\n1. **${payload}**`,
    citations: [{ n: 1, ...place, document, page: null, quote: payload, passage: payload }],
    notices: [{ type: 'draft', text: payload, citations: [1] }],
    suggestions: [payload],
    related: [{ ...place, text: payload }],
    generation: payload,
    timings: {},
  };
}

describe.each(payloads)('%s', (payload) => {
  it('is shown and not obeyed in a question', async () => {
    const { app } = await harbourApp();
    const html = await (await app.request(`/?q=${encodeURIComponent(payload)}`)).text();
    expectHarmless(html);
    expect(attributes(html, 'value')).toEqual([payload]);
    expect(textContent(elements(html, 'h2')[0] ?? '')).toBe(payload);
  });

  it('is shown and not obeyed in a title, a heading and a text', async () => {
    const text = `# ${payload}\n\n${payload} in the text.\n\n• ${payload}\n\na\t${payload}\n`;
    const made = await harbourApp({}, [{ id: 'hostile', title: payload, years: null, status: 'unknown', text }]);
    for (const address of ['/', '/documents', '/documents/hostile', `/documents/hostile?start=2&end=${text.length}`]) {
      expectHarmless(await (await made.app.request(address)).text());
    }
    const reader = await (await made.app.request('/documents/hostile')).text();
    expect(textContent(elements(reader, 'article')[0] ?? '')).toBe(text);
  });

  it('is shown and not obeyed in any part of an answer', () => {
    const titles = new Map([[payload, payload]]);
    expectHarmless(renderHome({ kind: 'answered', question: payload, answer: hostileAnswer(payload), titles }));
    expectHarmless(renderHome({ kind: 'problem', question: payload, message: payload }));
    expectHarmless(
      renderHome({
        kind: 'start',
        examples: { newStaff: [payload], managers: [payload] },
        documents: 1,
        offered: payload,
      }),
    );
  });

  it('is shown and not obeyed in the address of a page that is not there', async () => {
    const { app } = await harbourApp();
    const response = await app.request(`/documents/${encodeURIComponent(payload)}`, {
      headers: { accept: 'text/html' },
    });
    expectHarmless(await response.text());
  });
});

it('escapes every text, nested or alone, once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = text.replaceAll('\0', '\ufffd');
      expect(escapeHtml(text)).not.toMatch(/[<>"']/u);
      expect(textContent(markup`<p>${[markup`<em>${text}</em>`, null, false]}</p>`.toString())).toBe(shown);
    }),
  );
});
