// A conversation as a text to keep: whole, and with nothing that people or documents wrote taken for markup.
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { exportConversation } from '../../src/chat/export-conversation.ts';
import { exportSample, plainText, visibleText } from './export-sample.ts';

const permalink = ({ documentId, start, end }: { documentId: string; start: number; end: number }): string =>
  `https://bluelamp.example/documents/${documentId}?start=${start}&end=${end}#quote`;

const markdown = (replaced: Parameters<typeof exportSample>[0] = {}): string =>
  exportConversation(exportSample(replaced), 'md', permalink);

/** Text such as people type to see what happens, and any other. */
const nastyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '![x](http://evil.example/x.png)',
        '[a](javascript:alert(1))',
        '[b]: http://evil.example',
        '# ',
        '## ',
        '- ',
        '+ ',
        '1. ',
        '1) ',
        '> ',
        '```',
        '~~~',
        '`',
        '*',
        '**',
        '_',
        '__',
        '~~',
        '|',
        '| a | b |\n|---|---|',
        '---',
        '===',
        '\n',
        '\r\n',
        '\n\n',
        '    ',
        '\t',
        '\\',
        '\\\\',
        '&lt;',
        '&#60;',
        '<!--',
        '<http://evil.example>',
        'http://evil.example',
        'https://',
        'WWW.evil.example',
        'www.',
        'ann@evil.example',
        '=cmd()',
        '@SUM(1)',
        '$x$',
        '[^1]',
        '[1]',
        '[ ] ',
        '\0',
        '\u2028',
        ':',
        '!',
        'word',
        ' ',
        '👮🏽',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('as Markdown', () => {
  it('has every question with its answer, numbered sources and their permalinks, in order', () => {
    expect(markdown()).toBe(
      [
        '# Conversation with Bluelamp',
        '2 questions, 2024-05-06T07:08:09.000Z to 2024-05-06T07:09:00.000Z.',
        '## Question 1',
        'Asked 2024-05-06T07:08:09.000Z.',
        '> How many lamps?\\\n> And where?',
        '### Answer 1',
        '**Quay Plan 2020**: “Nine lamps stand on the quay.” \\[1\\]',
        '- a point\n- *another* point \\[1\\]',
        'Note: This was a draft.',
        'Sources:',
        '1. Quay Plan 2020 › Lamps, page 3: “Nine lamps stand on the quay.” <https://bluelamp.example/documents/quay-plan-2020?start=10&end=39#quote>',
        'Index g-made-up, answer m-1.',
        'Feedback: unhelpful.',
        '> old',
        '> \\=no\\*',
        '## Question 2',
        'Asked 2024-05-06T07:09:00.000Z.',
        '> Thank you',
        '### Answer 2',
        'You are welcome.',
        'Index g-made-up, answer m-2.\n',
      ].join('\n\n'),
    );
  });

  it('shows any question as text and nothing else', () => {
    fc.assert(
      fc.property(nastyText, (question) => {
        const html = marked.parse(markdown({ question }), { async: false });
        const quoted =
          /<h2>Question 1<\/h2>\n<p>Asked [^<]*<\/p>\n<blockquote>\n?(.*?)<\/blockquote>\n<h3>Answer 1<\/h3>/su.exec(
            html,
          )?.[1];
        expect(quoted?.replaceAll(/<\/?p>|<br\/?>|\n/gu, '')).not.toMatch(/[<>]/u);
        expect(visibleText(quoted ?? '')).toBe(plainText(question));
      }),
      { numRuns: 1000, examples: [['words\n\n:---']] },
    );
  });

  it('shows what documents say, in answer, notice and source, as text and emphasis at most', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (quote, title) => {
        const html = marked.parse(markdown({ answer: quote, quote, title, notice: quote }), { async: false });
        const tags = new Set([...html.matchAll(/<([a-z0-9]+)/giu)].map(([, tag]) => tag));
        for (const tag of ['h1', 'h2', 'h3', 'p', 'blockquote', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'a'])
          tags.delete(tag);
        expect([...tags]).toEqual([]);
        const addresses = [...html.matchAll(/href="([^"]*)"/gu)].map(([, address]) => address);
        expect(
          addresses.every((address) => address?.startsWith('https://bluelamp.example/documents/quay-plan-2020?')),
        ).toBe(true);
        expect(html.match(/<h[1-6]/gu)).toHaveLength(5);
      }),
      {
        numRuns: 1000,
        examples: [
          ['words\r\n- ', ''],
          ['** **', ''],
        ],
      },
    );
  });

  it('U2: has no line that a spreadsheet would take for a formula', () => {
    fc.assert(
      fc.property(nastyText, fc.constantFrom('=', '+', '-', '@', '\t=', ' ='), (text, sign) => {
        const lines = markdown({ question: `${sign}${text}`, quote: `${sign}${text}`, notice: `${sign}${text}` }).split(
          '\n',
        );
        expect(lines.filter((line) => /^\s*[=+@]|^-(?! )/u.test(line))).toEqual([]);
      }),
    );
  });
});

describe('as JSON', () => {
  it('is the conversation as it is read, to the character, with the name of the format', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (question) => {
        const conversation = exportSample({ question });
        expect(JSON.parse(exportConversation(conversation, 'json', permalink))).toEqual({
          format: 'bluelamp-conversation-1',
          ...conversation,
        });
      }),
    );
  });
});
