// Which themes a text speaks of.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeLexiconSchema } from '../../src/domain/theme-lexicon.ts';
import { createPhraseMatcher } from '../../src/text/phrase-matcher.ts';
import { themesOf } from '../../src/text/themes-of-text.ts';
import { growth, tolerated } from './growth.ts';

const lexicon = themeLexiconSchema.parse({
  except: ['estate agent'],
  themes: [
    { id: 'violence', name: 'Violence', phrases: ['violence', 'violent', 'knife crime'] },
    { id: 'women', name: 'Women', phrases: ['violence against women', 'violence against women and girls'] },
    { id: 'trust', name: 'Trust', phrases: ['policing by consent', 'trust'] },
    { id: 'estate', name: 'Estate', phrases: ['estate', 'anti-social behaviour'] },
  ],
});
const shipped = themeLexiconSchema.parse(
  JSON.parse(readFileSync(new URL('../../corpus/themes.json', import.meta.url), 'utf8')),
);

describe('themesOf', () => {
  it.each([
    ['a phrase with other endings', 'We sold our estates.', ['estate']],
    ['the longest phrase alone', 'Tackling Violence against Women & Girls.', ['women']],
    ['a phrase that hangs together by function words', 'We believe in policing by consent', ['trust']],
    ['a phrase over a line break and with another hyphen', 'anti social\n  behaviour', ['estate']],
    ['no part of a word', 'The trustees of nonviolence', []],
    ['no phrase over the end of a sentence', 'They carried a knife. Crime fell.', []],
    ['no phrase over a blank line', 'knife\n\ncrime', []],
    ['nothing of a phrase that is excepted', 'An estate agent called.', []],
    ['nothing in nothing', '', []],
  ])('finds %s', (_what, text, themes) => {
    expect(themesOf(text, lexicon)).toEqual(themes);
  });

  it('puts first what is spoken of in most words, and of equals what comes first', () => {
    expect(themesOf('Trust and violence; violence against women and girls.', lexicon)).toEqual([
      'women',
      'trust',
      'violence',
    ]);
  });

  it.each([
    ['We will maintain up to 950 modern cells and sell all surplus buildings.', 'estate-and-savings'],
    ['Each council ward in London will have a dedicated familiar team', 'neighbourhood-policing'],
    ['We’ll expand the deployment of live facial recognition across all London boroughs', 'technology-and-data'],
    ['We will deliver the full ambition of our VAWG Action Plan', 'violence-against-women-and-girls'],
    ['protecting vulnerable people from hate crime', 'hate-crime'],
  ])('knows what “%s” is about', (text, theme) => {
    expect(themesOf(text, shipped)[0]).toBe(theme);
  });
});

describe('the phrases found in a text', () => {
  it('stand where they are said to, in order and apart', () => {
    const vocabulary = [
      'violence',
      'against',
      'women',
      'and',
      'girls',
      'trust',
      '.',
      '\n\n',
      'estate',
      'agent',
      '–',
      'é',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...vocabulary), { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        const hits = createPhraseMatcher(lexicon).hits(text);
        for (const [index, { start, end, theme }] of hits.entries()) {
          expect(start).toBeGreaterThanOrEqual(hits[index - 1]?.end ?? 0);
          expect(themesOf(text.slice(start, end), lexicon)).toEqual([theme]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(['violence against ', 'violence against women and ', 'violence,\n \n'])(
  'a text of %j over and over',
  (part) => {
    it('is looked through in a time that grows with its length, not with its square', () => {
      expect(growth((text) => themesOf(text, lexicon), part, 3 * 1024)).toBeLessThan(tolerated);
    });
  },
);

describe('a lexicon of themes', () => {
  it.each([
    ['an id given twice', { id: 'a', name: 'B', phrases: ['c'] }, '"a" is given twice'],
    ['a phrase of two themes', { id: 'b', name: 'B', phrases: ['Trust'] }, '"Trust" stands under "a" as well'],
    ['an id that is none', { id: 'B!', name: 'B', phrases: ['c'] }, 'an id is of small letters'],
    ['a phrase without a word', { id: 'b', name: 'B', phrases: ['–'] }, 'a phrase needs a letter or a digit'],
    ['no phrases', { id: 'b', name: 'B', phrases: [] }, 'Too small'],
  ])('is refused for %s', (_what, theme, message) => {
    const result = themeLexiconSchema.safeParse({ themes: [{ id: 'a', name: 'A', phrases: ['trust'] }, theme] });
    expect(result.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });

  it('stands beside the documents, with about fifteen themes', () => {
    expect(shipped.themes.length).toBeGreaterThanOrEqual(12);
    expect(shipped.themes.length).toBeLessThanOrEqual(24);
  });
});
