// Answers of any content, for properties of how they are shown.
import fc from 'fast-check';
import { createCard } from '../../../src/chat/card.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { AnswerWire } from '../../../src/contract/answer.ts';

/** Text that does what it can to become markup, a mention or a link. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<!channel>',
        '<!here|x>',
        '<@U12345>',
        '<#C1|general>',
        '<http://x.example|y>',
        '*bold*',
        '_x_',
        '~x~',
        '`code`',
        '> quote',
        '&',
        '&lt;',
        '@here',
        ':wave:',
        '“',
        '”',
        '. ',
        '\n',
        '\u2028',
        'http://x.example/a|b',
        '😀',
        '\ud83d',
      ),
      fc.string({ maxLength: 30, unit: 'binary' }),
      fc.lorem({ maxCount: 30 }),
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((parts) => parts.join(' '));

const citationOf = (
  n: number,
  words: { title: string; section: string; quote: string },
): AnswerWire['citations'][number] => ({
  n,
  passageId: 'p-00000000000000aa',
  documentId: 'quay-plan-2020',
  document: { title: words.title, years: { from: 2020, to: 2022 }, status: 'published' },
  section: [words.section],
  page: null,
  quote: words.quote,
  start: n,
  end: n + 5,
  passage: words.quote,
});

const words = fc.record({ title: hostileText, section: hostileText, quote: hostileText });

/** Every part names sources of its own, as answers do. */
export const anyAnswer: fc.Arbitrary<AnswerWire> = fc
  .record({
    parts: fc.array(
      fc.record({ text: hostileText, isPoint: fc.boolean(), sources: fc.array(words, { maxLength: 3 }) }),
      { minLength: 1, maxLength: 40 },
    ),
    notices: fc.array(hostileText, { maxLength: 10 }),
    suggestions: fc.array(hostileText, { maxLength: 6 }),
    related: fc.array(words, { maxLength: 5 }),
    abstained: fc.boolean(),
  })
  .map(({ parts, notices, suggestions, related, abstained }) => {
    const citations: AnswerWire['citations'] = [];
    const lines = parts.map(({ text, isPoint, sources }) => {
      const numbers = sources.map((source) => {
        citations.push(citationOf(citations.length + 1, source));
        return `[${citations.length}]`;
      });
      return `${isPoint ? '- ' : ''}“${text.replaceAll('\n', ' ')}” ${numbers.join(' ')}`;
    });
    return {
      conversationId: 'c-1',
      messageId: 'm-1',
      status: abstained ? 'not_found' : 'answered',
      abstained,
      intent: 'fact',
      answer: lines.join('\n'),
      citations,
      notices: notices.map((text) => ({ type: 'draft', text })),
      suggestions,
      related: related.map(({ section, quote }) => ({
        passageId: 'p-00000000000000aa',
        documentId: 'quay-plan-2020',
        section: [section],
        start: 1,
        end: 2,
        text: quote,
      })),
      generation: 'g-1',
      timings: {},
    } satisfies AnswerWire;
  });

export function cardOf(answer: AnswerWire, title = 'Quay Plan 2020'): Card {
  return createCard(answer, {
    permalink: ({ documentId, start, end }) =>
      `https://bluelamp.example/documents/${documentId}?start=${start}&end=${end}#quote`,
    openUrl: 'https://bluelamp.example/?c=c-1',
    titleOf: () => title,
  });
}
