import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentDetailSchema, documentSummarySchema } from '../../../src/contract/documents.ts';
import { checkedRequest } from './checked-request.ts';
import { harbourApp, harbourStrategies } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp();
});

it('lists the documents, the oldest first, with their counts', async () => {
  const { status, body } = await checkedRequest(made, '/api/documents');
  const listed = z.array(documentSummarySchema).parse(body);
  expect(status).toBe(200);
  expect(listed.map(({ id }) => id)).toEqual(harbourStrategies.map(({ id }) => id));
  expect(listed[0]).toMatchObject({ passages: 3, sections: 2, status: 'draft' });
});

it('gives a document with its text and sections', async () => {
  const { status, body } = await checkedRequest(made, '/api/documents/2024-2027-open-water');
  const document = documentDetailSchema.parse(body);
  expect(status).toBe(200);
  expect(document.text).toBe(harbourStrategies[2]?.text);
  expect(document.sections.map(({ heading }) => heading)).toEqual(['Clean water']);
});

// `..` alone is left out: whoever asks for it asks for the parent, which is a page.
const climbs = [
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '..%2F',
  '%2e%2e%2f',
  '%252e%252e%252f',
  '..%252f',
  '..%5c..%5cetc',
  '..\\..\\etc',
  '..;/',
  '....//',
  '%c0%ae%c0%ae%c0%af',
  '%c0%2e',
  '%e0%80%af',
  '%uff0e',
  '/etc/passwd',
  '//etc/passwd',
  '%2fetc%2fpasswd',
  '%2f%2fetc',
];
const disguises = [
  '%00',
  'a%00',
  '2024-2027-open-water%00',
  '2024-2027-open-water%00.txt',
  '2024-2027-open-water/',
  '2024-2027-open-water/.',
  '2024-2027-open-water%2f',
  '2024-2027-open-water.txt',
  '2024-2027-open-water.',
  '2024-2027-OPEN-water',
  '2024-2027-open-water%20',
  '%202024-2027-open-water',
  '2024-2027-open-water%0a',
  '2024-2027-open-water;a',
  '2024-2027-open-water%3fa',
];
const strangers = [
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  '*',
  '%',
  '%%',
  '%zz',
  '%ff%fe',
  '~',
  '.',
  '...',
  'CON',
  'file:%2f%2f%2fetc%2fpasswd',
  'http:%2f%2fevil.example',
  'a'.repeat(65),
  'a'.repeat(5000),
  '%F0%9F%98%80',
  '%ED%A0%80',
  '%E2%80%AE',
  '<script>',
  "'%20or%201=1--",
  '$%7B7*7%7D',
];

describe.each([
  ['/api/documents/'],
  ['/documents/'],
  ['/api/passages/'],
  ['/assets/'],
  ['//api/documents/'],
  ['/API/documents/'],
  ['/api/conversations/'],
])('P6 under %s', (prefix) => {
  it.each([...climbs, ...disguises, ...strangers].map((vector) => [vector]))(
    'nothing is given for %s',
    async (vector) => {
      const response = await made.app.request(`http://localhost${prefix}${vector}`);
      const text = await response.text();
      expect([400, 404]).toContain(response.status);
      expect(text).not.toMatch(/root:|reed bed|node_modules/u);
      expect(JSON.parse(text)).toMatchObject({
        error: { code: expect.any(String), message: expect.any(String), requestId: expect.any(String) },
      });
    },
  );
});
