import type { AnswerWire } from '../../src/contract/answer.ts';

/** An answer of every part that an answer can have, with these words in each of them. */
export function answerOf(words: string, more: Partial<AnswerWire> = {}): AnswerWire {
  const place = {
    passageId: 'p-0000000000000000',
    documentId: 'made-up',
    section: [words],
    start: 0,
    end: words.length,
  };
  const document = { title: words, years: { from: 2020, to: 2024 }, status: 'draft' as const };
  return {
    conversationId: 'AAAAAAAAAAAAAAAAAAAAAA',
    messageId: 'BBBBBBBBBBBBBBBBBBBBBB',
    status: 'partial',
    abstained: false,
    intent: 'fact',
    answer: `${words} [1]\n\n- ${words}\n\n> ${words}\n\n## ${words}\n\n1. **${words}** *${words}*`,
    citations: [{ n: 1, ...place, document, page: null, quote: words, passage: `Before. ${words} After.` }],
    notices: [{ type: 'draft', text: words, citations: [1] }],
    suggestions: [words],
    related: [{ ...place, text: words }],
    generation: 'g',
    timings: {},
    ...more,
  };
}
