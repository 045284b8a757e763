// The lists that the five documents state, written down by hand: how many are found whole, item for item and in order.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inlineList } from '../../src/answer/lists/inline-lists.ts';
import { statedLists } from '../../src/answer/lists/lists.ts';
import type { StatedList } from '../../src/answer/lists/stated-list.ts';
import { inOrder, quotationOf } from '../../src/answer/quote/placed.ts';
import { textOf } from '../../src/answer/quote/quotation.ts';
import type { Quotation } from '../../src/answer/quote/quotation.ts';
import type { Passage } from '../../src/domain/passage.ts';
import { normalise } from '../../src/eval/normalise.ts';
import { readText } from '../ingest/read-text.ts';

/** Share of the lists that must be found whole. */
const floor = 0.95;
const listSchema = z.strictObject({
  /** First four characters of the file's name. */
  document: z.string(),
  /** A heading above it, and the words that introduce it, in part. */
  heading: z.string().optional(),
  lead: z.string().optional(),
  /** How each item begins. */
  items: z.array(z.string()).min(2),
});
type WrittenList = z.infer<typeof listSchema>;

const folder = new URL('../../corpus/', import.meta.url);
const written = z
  .array(listSchema)
  .parse(JSON.parse(readFileSync(new URL('stated-lists.json', import.meta.url), 'utf8')));
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ key: name.slice(0, 4), text: readFileSync(new URL(name, folder), 'utf8') }));

/** Stated lists, and those within sentences. */
function listsOf(passages: readonly Passage[]): StatedList[] {
  const placed = inOrder(passages);
  const inline = placed.flatMap((each, index) => {
    if (each.sentence.kind === 'row' || each.sentence.kind === 'heading') return [];
    const above = placed[index - 1];
    return inlineList(quotationOf(each), above?.sentence.kind === 'lead-in' ? quotationOf(above) : null) ?? [];
  });
  return [...statedLists(passages), ...inline];
}

const wordsOf = (quotation: Quotation | null): string => (quotation ? normalise(textOf(quotation)) : '');

function isWhole(found: StatedList, { items, lead, heading }: WrittenList): boolean {
  const begins = (item: string, index: number): boolean =>
    wordsOf(found.items[index]?.name ?? null).startsWith(normalise(item));
  const isLed = lead === undefined || wordsOf(found.lead).includes(normalise(lead));
  const isUnder = heading === undefined || found.path.some((each) => normalise(each).includes(normalise(heading)));
  return found.items.length === items.length && items.every(begins) && isLed && isUnder;
}

describe('the stated lists of the five documents', () => {
  const found = new Map(texts.map(({ key, text }) => [key, listsOf(readText(text, `${key}.txt`).passages)]));
  const missed = written.filter((list) => !found.get(list.document)?.some((each) => isWhole(each, list)));

  it('are written down as they stand', () => {
    const absent = written.flatMap(({ document, items }) => {
      const text = normalise(texts.find(({ key }) => key === document)?.text ?? '');
      return items.filter((item) => !text.includes(normalise(item)));
    });
    expect(absent).toEqual([]);
    expect(written.length).toBeGreaterThan(100);
  });

  it(`are found whole, at least ${100 * floor} in a hundred`, () => {
    console.log(`${written.length - missed.length} of ${written.length} lists found whole`);
    expect(1 - missed.length / written.length, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(floor);
  });

  it('have names that are words of the document, each after the one before', () => {
    for (const list of [...found.values()].flat()) {
      const starts = list.items.map(({ name }) => name.start);
      expect(starts).toEqual(starts.toSorted((one, other) => one - other));
      expect(
        list.items.every(({ name }) => textOf(name).length === name.end - name.start && name.end > name.start),
      ).toBe(true);
    }
  });
});
