import { describe, expect, it } from 'vitest';
import { clean } from '../../ingest/clean.ts';
import { growth, tolerated } from '../text/growth.ts';

const textOf = (source: string, isMarkdown = true): string => clean(source, { isMarkdown }).text;

describe('the words of a source', () => {
  it('stay as they are where nothing stands among them that is no word', () => {
    const source = '# Plan\r\n\r\nR&D, 3 < 4 > 2, <name>, [sic], (see 4.1) **bold** & more; a|b\r\n| c | d |\r\n';
    expect(clean(source, { isMarkdown: true })).toEqual({ text: source, notes: [] });
  });

  it.each([
    ['soft hyphens', 're\u00adpairs and back\u00ad\n  log', 'repairs and backlog'],
    ['zero width and marks of direction', 'on\u200be \u202etwo\u2060', 'one two'],
    ['ligatures', 'ﬁrst eﬃcient ﬂeet', 'first efficient fleet'],
    ['line ends of other systems', 'one\rtwo\u2028three\r\nfour', 'one\ntwo\nthree\r\nfour'],
    ['comments', 'one<!-- never\nshown --> two <!-- open', 'one two <!-- open'],
    ['tags within a line', 'costs <strong>£4</strong> a <a href="x">year</a>', 'costs £4 a year'],
    ['tags that break lines', 'one<br>two<br/>\nthree', 'one\ntwo\nthree'],
    [
      'tables of HTML',
      '<table>\n<tr><th>Year</th><th>Cost</th></tr>\n<tr><td>2024</td><td>£4m</td></tr>\n</table>',
      '\nYear\tCost\n2024\t£4m\n',
    ],
    [
      'entities',
      '&pound;7.9m &mdash; trees &amp; peat&nbsp;&#8211; &unknown; &',
      '£7.9m — trees & peat\u00a0– &unknown; &',
    ],
    [
      'links',
      'see [our page](https://a.example/b_(c) "t") or <https://a.example>',
      'see our page or https://a.example',
    ],
    ['pictures', 'before ![A hub](hub.jpg) after', 'before  after'],
    ['numbers of notes', 'It was adopted.[^1] See[^note].\n\n[^1]: Minutes', 'It was adopted.¹ See.\n\n¹ Minutes'],
  ])('are left without %s', (_, source, text) => {
    expect(textOf(source)).toBe(text);
    expect(clean(source, { isMarkdown: true }).notes).toHaveLength(source.includes('\r') ? 0 : 1);
  });

  it('are left without the heads and feet of pages, so that a sentence goes on over them', () => {
    const page = (number: number): string => `Our strategy 2021 to 2026          Page ${number} of 8\r`;
    const source = ['\f' + page(1), 'We will listen to\r', page(2), 'everyone.\r', page(3), ''].join('\n');
    expect(textOf(source)).toBe('\f\r\nWe will listen to\r\n\r\neveryone.\r\n\r\n');
    expect(textOf(source.replace('Page 3', 'Page 2'))).toContain('Page 1');
  });

  it.each([
    'Our strategy\t%',
    '% | Our strategy',
    'Our strategy % of 3',
    'Page % | Our strategy',
    'Our strategy – p. %',
  ])('are left without heads of the form %j', (form) => {
    const source = [1, 2, 3].map((page) => `${form.replace('%', String(page))}\nwords`).join('\n');
    expect(textOf(source)).toBe('\nwords\n\nwords\n\nwords');
  });

  it.each([
    [
      'of tables in text',
      'Camden\nBurglary\t45\nAll crime\t120\n\nBarnet\nBurglary\t46\nAll crime\t121\n\nBrent\nBurglary\t47\nAll crime\t122',
    ],
    ['of tables with bars', 'Camden | n\nAll crime | 120\n\nBarnet | n\nAll crime | 90\n\nBrent | n\nAll crime | 300'],
    ['that count something', 'Milestones met 3 of 10\n\nMilestones met 5 of 10\n\nMilestones met 7 of 12'],
    ['after a colon', 'Homes built:   4\n\nHomes built:   5\n\nHomes built:   6'],
    ['that send to a page', 'For more see page 3\n\nFor more see page 5\n\nFor more see page 7'],
  ])('keep lines %s', (_name, source) => {
    expect(textOf(source, false)).toBe(source);
  });

  it('hold nothing invisible that stood there by its name', () => {
    expect(textOf('one&#x202e;two&lrm;three&ZeroWidthSpace;&shy;&#xfeff; four&#8232;five')).toBe(
      'onetwothree four\nfive',
    );
  });

  it('keep rows of a contents table and sentences that end in a page', () => {
    const source = 'Homes .... 4\nStreets .... 5\nMoney .... 6\n\nSee page 4.\nSee page 5.\nSee page 6.';
    expect(textOf(source)).toBe(source);
  });

  it('are left without bars of quotations and boxes of tasks in Markdown alone', () => {
    const source = '> quoted\n> > twice\n\n- [x] done\n- [ ] to do\n\nTerm\n: what it means';
    expect(textOf(source)).toBe('quoted\ntwice\n\n- ✓ done\n- to do\n\nTerm\nwhat it means');
    expect(textOf(source, false)).toBe(source);
  });

  it.each(['<!--', '<a ', '[x](', '![', '&amp', '\u00ad \n', '> ', '<td>', '[^', '</td> '])(
    'are found in a time that grows with the length, with %j over and over',
    (part) => {
      expect(growth(textOf, part, 16 * 1024)).toBeLessThan(tolerated);
    },
  );
});
