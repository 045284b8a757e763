// An answer as it stands on a terminal: the wording, what to bear in mind, and the numbered sources.
import type { AnswerWire } from '../../contract/answer.ts';
import type { Years } from '../../domain/document.ts';
import { wrap } from './wrap.ts';

export function renderAnswer(answer: AnswerWire, width: number): string {
  const parts = [
    wrap(withoutMarks(answer.answer), { width }),
    answer.wordedBy === undefined ? '' : wrap(wordedNote(answer.wordedBy), { width }),
    ...answer.notices.map(({ text }) => wrap(text, { width, first: 'Note: ', rest: '      ' })),
    listed(
      'Sources',
      answer.citations.map((citation) => renderSource(citation, width)),
    ),
    listed(
      'Nearest passages, which do not answer it',
      answer.related.map((passage) => renderRelated(passage, width)),
    ),
    listed(
      'You could ask',
      answer.suggestions.map((text) => wrap(text, { width, first: '- ', rest: '  ' })),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function wordedNote(model: string): string {
  return `Put into words by ${model}; each sentence was checked against its source.`;
}

/** `2013–2017, published`, as far as it is known. */
export function renderStanding(years: Years | null, status: string): string {
  const span = years && (years.from === years.to ? `${years.from}` : `${years.from}–${years.to}`);
  return [span ?? 'years unknown', status === 'unknown' ? 'status unknown' : status].join(', ');
}

export function renderPlace(section: readonly string[], page: number | null): string {
  const path = section.length === 0 ? 'before the first heading' : section.join(' › ');
  return page === null ? path : `${path}, page ${page}`;
}

function renderSource({ n, document, section, page }: AnswerWire['citations'][number], width: number): string {
  const number = `[${n}] `;
  const rest = ' '.repeat(number.length);
  const title = wrap(`${document.title} (${renderStanding(document.years, document.status)})`, {
    width,
    first: number,
    rest,
  });
  return `${title}\n${wrap(renderPlace(section, page), { width, first: rest })}`;
}

function renderRelated({ documentId, section, text }: AnswerWire['related'][number], width: number): string {
  const head = wrap(`${documentId}: ${renderPlace(section, null)}`, { width, first: '- ', rest: '  ' });
  return `${head}\n${wrap(excerpt(text), { width, first: '  ' })}`;
}

/** The beginning of a passage on one line. */
export function excerpt(text: string, longest = 200): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/u, '')} …`;
}

function listed(heading: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : [heading, ...entries].join('\n');
}

/** Markdown's emphasis is noise on a terminal. */
function withoutMarks(markdown: string): string {
  return markdown.replaceAll(/(\*{1,2})(?=\S)(.+?)(?<=\S)\1/gu, '$2');
}
