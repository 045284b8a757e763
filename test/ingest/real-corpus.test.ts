import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenPromises, readText } from './read-text.ts';

const folder = new URL('../../corpus/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8').replace(/^\ufeff/u, '');

interface LeftOut {
  readonly line: string;
  readonly rest: string;
}

/** Lines that hold letters which no sentence and no heading has. */
function leftOut(text: string): LeftOut[] {
  const { sections, passages } = readText(text);
  const covered = new Uint8Array(text.length);
  for (const { start, end } of passages.flatMap((passage) => passage.sentences)) covered.fill(1, start, end);
  const headings = new Set(sections.map(({ heading }) => bare(heading.replace(/^[A-Z]\. /u, ''))));
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const rest = Array.from({ length: line.length }, (_, index) =>
      covered[start + index] ? '' : line.charAt(index),
    ).join('');
    return /\p{L}/u.test(rest) && !headings.has(bare(line)) ? [{ line, rest }] : [];
  });
}

function bare(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** What may be left out of the search: words that stand on the page but say nothing. */
const furniture: readonly (readonly [string, (rest: string) => boolean])[] = [
  [
    'a banner in capitals',
    (rest) => (rest.match(/\p{Ll}/gu) ?? []).length <= (rest.match(/\p{Lu}/gu) ?? []).length * 0.2,
  ],
  ['a row of the contents', (rest) => /\t\d+\s*$/u.test(rest) || rest.trim() === 'Contents'],
  ['a photo credit', (rest) => /courtesy|credit/iu.test(rest)],
  ['a figure cut off from its caption', (rest) => /\p{N}/u.test(rest) && rest.trim().length <= 48],
  ['words on a photograph', (rest) => rest.trim().split(/\s+/u).length <= 3],
];

describe.each(files)('%s', (file) => {
  const text = textOf(file);

  it('gives passages and sentences that are spans of it, in order, each within its section', () => {
    expect(brokenPromises(text)).toEqual([]);
  });

  it('leaves out only banners, contents rows, photo words and figures without captions', () => {
    const unexplained = leftOut(text).filter(({ rest }) => !furniture.some(([, matches]) => matches(rest)));
    expect(unexplained.map(({ line }) => line)).toEqual([]);
  });

  it('leaves out little, and no prose', () => {
    const lines = leftOut(text).map(({ rest }) => rest.trim());
    expect(lines.join('').length / text.length).toBeLessThan(0.08);
    const prose = lines.filter(
      (line) => line.length > 80 && /\p{Ll}{2,}.*\. \p{L}/u.test(line.replace(/^[A-Z]\. /u, '')),
    );
    expect(prose).toEqual([]);
  });

  it('gives the same passages every time it is read', () => {
    expect(readText(text, file)).toEqual(readText(text, file));
  });

  it('keeps its passages’ ids when a word is changed in another section', () => {
    const { passages } = readText(text);
    const changed = passages[Math.floor(passages.length / 2)];
    const at = text.indexOf(' the ', changed?.start ?? 0);
    const edited = readText(`${text.slice(0, at)} one${text.slice(at + 4)}`).passages;
    const after = new Set(edited.map(({ id }) => id));
    const sections = new Set(
      passages.filter(({ start, end }) => start <= at && at < end).map(({ sectionId }) => sectionId),
    );
    const elsewhere = passages.filter(({ sectionId }) => !sections.has(sectionId));
    expect(elsewhere.filter(({ id }) => !after.has(id))).toEqual([]);
    expect(after.size).toBe(passages.length);
  });
});
