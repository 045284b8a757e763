// S5: what documents and people wrote is shown, and does nothing; and every message is within Slack's limits.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textLength } from '../../../src/delivery/slack/blocks.ts';
import { escapeMrkdwn, guard, mrkdwnLink } from '../../../src/delivery/slack/escape-mrkdwn.ts';
import { renderCard, renderPlainCard } from '../../../src/delivery/slack/render-card.ts';
import { typedWords } from '../../../src/delivery/slack/typed-text.ts';
import { faultOfMessage } from '../../slack-stand-in/message-rules.ts';
import { madeUpAnswer } from '../../chat/scripted-turns.ts';
import { anyAnswer, cardOf, hostileText } from './made-up-cards.ts';
import { textOf } from './slack-service.ts';

const options = {
  key: { conversationId: 'c'.repeat(64), messageId: 'm'.repeat(64) },
  asked: { question: '<!channel> *x*', user: 'U1' },
  canShare: true,
  isPrivate: true,
  humanContact: 'The *strategy* team <!here>',
};

/** Everything between angle brackets, as Slack reads it. */
const controls = (text: string): string[] => [...text.matchAll(/<[^>]*>/gu)].map(([found]) => found);
/** Slack's own marks at the edge of a word, on both sides of some words; ours stand in bold around links and headings alone. */
const markup = /(?<![\p{L}\p{N}\u200b])([_~`])(?![\s\u200b])[^\n]*?(?<![\s\u200b])\1(?![\p{L}\p{N}\u200b])/u;

it('S5: no text of a document or a person becomes a mention, a link or markup', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const escaped = escapeMrkdwn(text);
      expect(controls(escaped)).toEqual([]);
      expect(escaped).not.toMatch(markup);
      expect(escaped).not.toMatch(/(?<!\u200b)[*_~`]|[*_~`](?!\u200b)|[\n\r\u2028]|@(?:here|channel|everyone)/iu);
      expect(escaped).not.toMatch(/^ ?&gt;/u);
    }),
    { numRuns: 300 },
  );
});

it('S5: the words that are shown are those that were written', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const line = (words: string): string => words.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
      const shown = escapeMrkdwn(text)
        .replaceAll(guard, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
      expect(line(shown)).toBe(line(text.toWellFormed().replaceAll(guard, '')));
    }),
    { numRuns: 200 },
  );
});

it.each([
  ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
  ['_x_ and ~x~', `${guard}_${guard}x${guard}_${guard} and ${guard}~${guard}x${guard}~${guard}`],
  ['> a quotation', `${guard}&gt; a quotation`],
  [':wave: at 10:30', `:${guard}wave: at 10:30`],
])('S5: %j is written %j', (text, written) => {
  expect(escapeMrkdwn(text)).toBe(written);
});

it('S5: a link ends where it should, whatever is in its address and its words', () => {
  expect(mrkdwnLink('http://x.example/?a=1&b=|>', 'One | two > three')).toBe(
    '<http://x.example/?a=1&amp;b=%7C%3E|One ¦ two &gt; three>',
  );
});

it('S5: every card is within Slack’s limits, and mentions nobody but the asker', () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const card = cardOf(answer);
      const message = renderCard(card, options);
      expect(faultOfMessage(message.text, message.blocks)).toBeNull();
      const text = textOf({ blocks: message.blocks });
      expect(text.length).toBeLessThanOrEqual(11_000);
      const others = controls(`${text}\n${message.text}`).filter(
        (found) => !found.startsWith('<https://bluelamp.example/'),
      );
      expect(others).toEqual(['<@U1>']);
      // Nothing is cut through the middle of a link.
      expect(text.split('<').length).toBe(text.split('>').length);
      expect(text).toMatch(/Open in full>/u);
    }),
    { numRuns: 60 },
  );
});

it('every source that a shown part names stands in the message', () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const { blocks } = renderCard(cardOf(answer), { key: null, humanContact: null });
      const first = cardOf(answer).lead.sources.slice(0, 1);
      const text = textOf({ blocks });
      for (const n of first)
        expect(text).toContain(`\n[${n}] *<https://bluelamp.example/documents/quay-plan-2020?start=${n}&amp;`);
    }),
    { numRuns: 40 },
  );
});

it('S5: the plain form is within its limit too, and keeps at least three sources', () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const card = cardOf(answer);
      const text = renderPlainCard(card, options);
      expect(faultOfMessage(text, undefined)).toBeNull();
      expect(text.length).toBeLessThanOrEqual(8_000);
      const links = controls(text).filter((found) => found.startsWith('<https://bluelamp.example/documents/'));
      expect(links.length).toBeGreaterThanOrEqual(Math.min(3, card.sources.length));
      expect(controls(text).filter((found) => found.startsWith('<@'))).toEqual(['<@U1>']);
    }),
    { numRuns: 60 },
  );
});

it('the notification is the answer’s own first sentence', () => {
  const answer = {
    ...madeUpAnswer(options.key),
    answer: '**Nine** lamps & *one* buoy. “Nine lamps stand on the quay.” [1]\n\n- more',
  };
  expect(renderCard(cardOf(answer), options).text).toBe(
    'Nine lamps &amp; one buoy. “Nine lamps stand on the quay.” [1]',
  );
});

it('bold of ours is bold; the bold of a document’s quotation is not', () => {
  const answer = { ...madeUpAnswer(options.key), answer: '**Quay Plan**: “Nine **lamps** stand” [1]' };
  const { blocks } = renderCard(cardOf(answer), { key: null, humanContact: null });
  expect(textOf({ blocks: blocks.slice(0, 1) })).toBe('*Quay Plan*: “Nine lamps stand” [1]');
});

it('a long answer is parted between sentences and says that there is more', () => {
  const sentence = `${'Lamps stand on the quay, '.repeat(30)}and shine.`;
  const lines = Array.from({ length: 40 }, (_, at) => `- ${sentence} “${sentence}” [1] Part ${at}.`);
  const { blocks } = renderCard(cardOf({ ...madeUpAnswer(options.key), answer: lines.join('\n') }), options);
  const sections = blocks.flatMap((block) => (block.type === 'section' ? [block.text.text] : []));
  expect(sections.length).toBeGreaterThan(1);
  for (const text of sections) expect(text).toMatch(/(?:\[1\]|Part \d+\.|and shine\.)$/u);
  for (const text of sections) expect(text.split('“').length).toBe(text.split('”').length);
  expect(textOf({ blocks })).toContain('There is more: <https://bluelamp.example/?c=c-1|Open in full>');
});

it('an answer that there is not offers nearest passages as such, and a person to ask', () => {
  const related = [{ passageId: 'p', documentId: 'd', section: ['Lamps'], start: 1, end: 9, text: 'Lamps are lit.' }];
  const answer = {
    ...madeUpAnswer(options.key),
    status: 'not_found' as const,
    abstained: true,
    answer: 'The documents do not answer this.',
    citations: [],
    related,
  };
  const text = textOf({ blocks: renderCard(cardOf(answer), { key: null, humanContact: 'the strategy team' }).blocks });
  expect(text).toMatch(
    /^The documents do not answer this\.\n\*Nearest passages, which do not answer it\*\n<[^>]+\|Quay Plan 2020> › Lamps\nLamps are lit\.[^]*A person may know: the strategy team/u,
  );
});

it.each([
  ['<@U1|ann> what is <https://x.example/a|the plan> &amp; why &lt;now&gt;?', 'what is the plan & why <now>?'],
  ['<!here> see <#C1|general> or <https://x.example>', 'see #general or https://x.example'],
])('what was typed as %j reads %j', (typed, words) => {
  expect(typedWords(typed)).toBe(words);
});

it('before a part of a long answer is left out, the quotations of its sources are cut', () => {
  const quote = 'The lamps of the quay are lit at dusk and put out at dawn. '.repeat(5).trim();
  const numbers = Array.from({ length: 30 }, (_, at) => at + 1);
  const [citation] = madeUpAnswer({ conversationId: 'c', messageId: 'm' }).citations;
  const card = cardOf({
    ...madeUpAnswer({ conversationId: 'c', messageId: 'm' }),
    answer: numbers
      .map((n) => `- Document ${n} speaks of the lamps on its quay and of whoever lights them. [${n}]`)
      .join('\n'),
    citations: citation ? numbers.map((n) => ({ ...citation, n, quote })) : [],
  });
  const { blocks } = renderCard(card, { key: null, humanContact: null });
  const text = JSON.stringify(blocks);
  expect(text).toContain('Document 30 speaks of the lamps');
  expect(text).toContain('[30] *<');
  expect(text).not.toContain('There is more');
  expect(textLength(blocks)).toBeLessThanOrEqual(11_000);
});
