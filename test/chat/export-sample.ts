// A conversation to export, and what a reader sees of it.
import type { ConversationWire } from '../../src/contract/conversations.ts';
import { madeUpAnswer } from './scripted-turns.ts';

interface Replaced {
  readonly question?: string;
  readonly answer?: string;
  readonly quote?: string;
  readonly title?: string;
  readonly notice?: string;
}

export function exportSample({
  question = 'How many lamps?\nAnd where?',
  answer = '**Quay Plan 2020**: “Nine lamps stand on the quay.” [1]\n\n- a point\n- *another* point [1]',
  quote = 'Nine lamps stand on the quay.',
  title = 'Quay Plan 2020',
  notice = 'This was a draft.',
}: Replaced): ConversationWire {
  const [created, last] = ['2024-05-06T07:08:09.000Z', '2024-05-06T07:09:00.000Z'];
  const first = madeUpAnswer({ conversationId: 'c-1', messageId: 'm-1' });
  const citations = first.citations.map((each) => ({ ...each, quote, document: { ...each.document, title } }));
  const chat = { status: 'chat', answer: 'You are welcome.', citations: [] } as const;
  return {
    conversationId: 'c-1',
    created,
    last,
    turns: [
      {
        messageId: 'm-1',
        question,
        filters: {},
        time: created,
        answer: { ...first, answer, citations, notices: [{ type: 'draft', text: notice }] },
        feedback: { verdict: 'unhelpful', reason: 'old', comment: '=no*', time: last },
      },
      {
        messageId: 'm-2',
        question: 'Thank you',
        filters: {},
        time: last,
        answer: { ...first, ...chat, citations: [], messageId: 'm-2' },
        feedback: null,
      },
    ],
  };
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The words of a piece of HTML, white space evened out. */
export function visibleText(html: string): string {
  return even(
    html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity] ?? ''),
  );
}

/** The words of a text, white space and control characters evened out. */
export function plainText(text: string): string {
  return even(text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' '));
}

function even(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
