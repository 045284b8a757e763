import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenPromises, readText } from './read-text.ts';

const line = fc.constantFrom(
  'Our plan',
  'We will cut crime by 20% and put 500 more officers on the streets of London by 2016.',
  'We will do this by:',
  '# Chapter one',
  '### A part',
  '**Bold lead** and the rest of it, which goes on',
  '- a bullet',
  '⊖ another bullet. It has two sentences.',
  '■■ a third',
  '✓ ticked',
  '\ufffd glyph',
  'Measure\tBaseline\tTarget',
  '\tindented by a tab',
  ' Set in by one space',
  'BARNET BEXLEY BRENT BROMLEY CAMDEN CROYDON EALING ENFIELD HARINGEY',
  'TOTAL POLICING',
  '2,177,747',
  'The number of 999 calls',
  '£720m1,003 36% 750,000',
  'A',
  'B.',
  '[A survey, 2025]',
  '¹ A note at the foot of the page.',
  'Introduction ........ 4',
  'Page 7 of 20',
  'Image courtesy of Somebody',
  '-----',
  'and goes on in lower case',
  'What will you see?',
  '*',
  '**',
  'x'.repeat(1700),
  'word '.repeat(400),
  '“Quoted?” he said (see p. 4).',
);
const junk = fc.constantFrom(
  '\r',
  '\u0000',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\f',
  '\u2003',
  '\u2028',
  '\u00a0',
  '\u200b',
  '😀',
  'é',
  '\t',
  ' ',
);
const ending = fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\n \n', '\n\n\n\n\n\n\n', ' ', '');
const piece = fc.oneof(
  { arbitrary: line, weight: 8 },
  { arbitrary: junk, weight: 2 },
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const mess = fc.array(fc.tuple(piece, ending), { maxLength: 60 }).map((parts) => parts.flat().join(''));

const subjects = ['Officers', 'Our teams', 'Victims', 'The control room', 'Young Londoners'];
const deeds = [
  'will listen to people',
  'answer every call',
  'work with partners',
  'publish the figures',
  'prevent harm',
];
const sentence = fc
  .tuple(fc.constantFrom(...subjects), fc.constantFrom(...deeds), fc.nat(9999))
  .map((parts) => `${parts.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 2, maxLength: 6 }).map((sentences) => sentences.join(' '));
const bullet = sentence.map((words) => `- ${words}`);
const chapter = fc.tuple(fc.nat(999), fc.array(fc.oneof(paragraph, bullet), { minLength: 1, maxLength: 5 }));
/** A well-made document: numbered chapters of paragraphs and bullets. */
const wellMade = fc
  .array(chapter, { minLength: 2, maxLength: 6 })
  .map((chapters) => chapters.map(([number, parts], index) => [`# Chapter ${index} of part ${number}`, ...parts]));
const render = (chapters: readonly (readonly string[])[], newline = '\n'): string =>
  chapters.map((parts) => parts.join(newline + newline)).join(newline + newline);

describe('reading any text', () => {
  it('never fails, and keeps every promise about spans, whatever the text', () => {
    fc.assert(
      fc.property(mess, (text) => {
        expect(brokenPromises(text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps them for arbitrary characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(brokenPromises(text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no word of a well-made document', () => {
    fc.assert(
      fc.property(wellMade, fc.constantFrom('\n', '\r\n'), (chapters, newline) => {
        const { sentences } = readText(render(chapters, newline));
        const read = sentences.map(({ words }) => words).join(' ');
        const written = chapters.flat().map((part) => part.replace(/^(?:#|-) /u, ''));
        expect(written.filter((words) => !read.includes(words))).toEqual([]);
      }),
    );
  });

  it('keeps the ids of all other chapters when one is rewritten', () => {
    fc.assert(
      fc.property(wellMade, fc.nat(), paragraph, (chapters, pick, replacement) => {
        const changed = pick % chapters.length;
        const edited = chapters.map((parts, index) =>
          index === changed ? [parts[0] ?? '', `Anew. ${replacement}`] : parts,
        );
        const idsOf = (text: string): string[] =>
          readText(text)
            .passages.filter(({ section }) => !section[0]?.startsWith(`Chapter ${changed} `))
            .map(({ id }) => id);
        expect(idsOf(render(edited))).toEqual(idsOf(render(chapters)));
      }),
    );
  });

  it('gives the same sentences under LF and CRLF line ends', () => {
    fc.assert(
      fc.property(wellMade, (chapters) => {
        expect(readText(render(chapters, '\r\n')).sentences).toEqual(readText(render(chapters)).sentences);
      }),
    );
  });

  it('tells equal paragraphs of one document apart', () => {
    const { passages } = readText(
      Array.from({ length: 5 }, () => '# Again\n\nThe same words stand here every time.').join('\n\n'),
    );
    expect(new Set(passages.map(({ id }) => id)).size).toBe(5);
  });

  it.each([
    ['one line of words', 'word '],
    ['one line without a space', 'x'],
    ['one line of sentences', 'We will act. '],
    ['lines without a blank one between', 'a\n'],
  ])('reads a megabyte of %s', (_, part) => {
    expect(brokenPromises(part.repeat(Math.ceil(2 ** 20 / part.length)))).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['blank lines', ' \n\t\n\r\n'],
    ['marks', '*** --- ... \ufffd\n■■\n'],
    ['a mark only', '\ufeff'],
  ])('finds no passage in %s', (_, text) => {
    expect(readText(text).passages).toEqual([]);
  });

  it('cuts a sentence that never ends without splitting a character', () => {
    const { passages } = readText('😀'.repeat(2000) + 'a'.repeat(2000));
    const words = passages.flatMap(({ text }) => text);
    expect(words.every((part) => part.isWellFormed())).toBe(true);
  });
});
