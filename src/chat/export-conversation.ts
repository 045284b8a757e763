// A conversation as a text to keep.
import type { AnswerWire } from '../contract/answer.ts';
import type { ConversationTurnWire, ConversationWire, ExportFormat } from '../contract/conversations.ts';
import type { ConversationParts } from './conversation-events.ts';
import { escapeAnswerLine, escapeLine, quoteLines } from './escape-markdown.ts';

type Permalink = ConversationParts['permalink'];

/** JSON gives every text to the character; Markdown gives it to be read, with nothing that people wrote taken for markup. */
export function exportConversation(conversation: ConversationWire, format: ExportFormat, permalink: Permalink): string {
  if (format === 'json') return `${JSON.stringify({ format: 'bluelamp-conversation-1', ...conversation }, null, 2)}\n`;
  const { created, last, turns } = conversation;
  const heading = `# Conversation with Bluelamp\n\n${count(turns.length, 'question')}, ${created} to ${last}.`;
  return `${[heading, ...turns.map((turn, index) => turnText(turn, index + 1, permalink))].join('\n\n')}\n`;
}

function turnText({ question, time, answer, feedback }: ConversationTurnWire, n: number, permalink: Permalink): string {
  return [
    `## Question ${n}`,
    `Asked ${time}.`,
    quoteLines(question),
    `### Answer ${n}`,
    ...answerParts(answer, permalink),
    `Index ${escapeLine(answer.generation)}, answer ${escapeLine(answer.messageId)}.`,
    ...(feedback ? [`Feedback: ${feedback.verdict}.`] : []),
    ...[feedback?.reason, feedback?.comment].flatMap((text) => (text ? [quoteLines(text)] : [])),
  ].join('\n\n');
}

/** An answer's Markdown holds words of the documents, which are text to the reader and no more. */
function answerParts({ answer, citations, notices }: AnswerWire, permalink: Permalink): string[] {
  const sources = citations.map((citation) => {
    const place = [citation.document.title, ...citation.section].map(escapeLine).join(' › ');
    const page = citation.page === null ? '' : `, page ${citation.page}`;
    return `${citation.n}. ${place}${page}: “${escapeLine(citation.quote)}” <${permalink(citation)}>`;
  });
  return [
    answer.split('\n').map(escapeAnswerLine).join('\n'),
    ...notices.map(({ text }) => `Note: ${escapeLine(text)}`),
    ...(sources.length > 0 ? ['Sources:', sources.join('\n')] : []),
  ];
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
