// An answer as a card: the same in substance whatever it is rendered to.
import { expect, it } from 'vitest';
import { createCard, plainWords, shorten } from '../../src/chat/card.ts';
import { cardMarkdown, cardSummary, cardText } from '../../src/chat/render-card.ts';
import type { AnswerWire } from '../../src/contract/answer.ts';
import { renderAnswer } from '../../src/delivery/cli/render-answer.ts';
import { renderCard } from '../../src/delivery/slack/render-card.ts';
import { madeUpAnswer } from './scripted-turns.ts';

const usual = madeUpAnswer({ conversationId: 'c-1', messageId: 'm-1' });
const [citation] = usual.citations;

const golden: AnswerWire = {
  ...usual,
  answer:
    '**Quay Plan 2020**: “Nine lamps stand on the quay.” [1]\n\n- “Nine lamps *stand* on the quay.” [2]\n- one more',
  citations: citation ? [citation, { ...citation, n: 2, section: [], page: null }] : [],
  notices: [{ type: 'draft', text: 'Quay Plan 2020 is a draft.' }],
  suggestions: ['How deep is the basin?'],
  related: [
    { passageId: 'p', documentId: 'quay-plan-2020', section: ['Basin'], start: 1, end: 9, text: 'The basin\nis deep.' },
  ],
};

const card = createCard(golden, {
  permalink: ({ documentId, start, end }) =>
    `https://bluelamp.example/documents/${documentId}?start=${start}&end=${end}`,
  openUrl: 'https://bluelamp.example/?c=c-1',
  titleOf: () => 'Quay Plan 2020',
});

it('has the lead, the points and what each names', () => {
  expect(plainWords(card.lead)).toBe('Quay Plan 2020: “Nine lamps stand on the quay.” [1]');
  expect(card.points.map(({ kind, sources }) => ({ kind, sources }))).toEqual([
    { kind: 'point', sources: [2] },
    { kind: 'point', sources: [] },
  ]);
  expect(card.lead.runs[0]).toEqual({ style: 'strong', text: 'Quay Plan 2020' });
  expect(card.points[0]?.runs.map(({ style }) => style)).not.toContain('emphasis');
  expect(card.sources[0]).toMatchObject({
    n: 1,
    standing: '2020–2022, published',
    url: 'https://bluelamp.example/documents/quay-plan-2020?start=10&end=39',
  });
  expect(card.related[0]?.quote).toBe('The basin is deep.');
  expect(cardSummary(card)).toBe('Quay Plan 2020: “Nine lamps stand on the quay.” [1]');
});

const slack = renderCard(card, { key: null, humanContact: null });
const withoutMarks = (text: string): string =>
  text.replaceAll(/\*\*?|\\(?=[[\]*_#-])|\u200b/gu, '').replaceAll('&amp;', '&');

it.each([
  ['Markdown', cardMarkdown(card)],
  ['plain text', cardText(card)],
  ['Slack', JSON.stringify(slack.blocks)],
  ['the command line', renderAnswer(golden, 1_000)],
])('%s has every quotation, marker, source and notice of the answer', (_name, rendered) => {
  const text = withoutMarks(rendered);
  for (const words of [
    '“Nine lamps stand on the quay.” [1]',
    '[2]',
    'one more',
    'Quay Plan 2020 is a draft.',
    'Lamps',
  ]) {
    expect(text).toContain(words);
  }
});

it.each([
  ['Markdown', cardMarkdown(card)],
  ['plain text', cardText(card)],
  ['Slack', withoutMarks(JSON.stringify(slack.blocks))],
])('%s leads to every source, and to the whole', (_name, text) => {
  expect(text.split('https://bluelamp.example/documents/quay-plan-2020?start=10&end=39')).toHaveLength(3);
  expect(text).toContain('https://bluelamp.example/?c=c-1');
});

it('Markdown keeps what documents wrote from becoming markup', () => {
  const answer = { ...golden, answer: '“a <b> | `c` # d” [1]' };
  const links = { permalink: () => 'https://x.example', openUrl: 'https://x.example', titleOf: () => '*t*' };
  const text = cardMarkdown(createCard(answer, links));
  expect(text).toContain(String.raw`“a \<b\> \| \`c\` \# d” [1]`);
  expect(text).toContain(String.raw`[\*t\*](<https://x.example>)`);
});

it.each([
  ['short', 10, 'short'],
  ['one two three', 9, 'one two…'],
  ['onetwothree', 5, 'onet…'],
  ['abc😀def', 5, 'abc…'],
])('%j in %i is %j', (text, longest, expected) => {
  expect(shorten(text, longest)).toBe(expected);
});
