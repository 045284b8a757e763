// Search results as they stand on a terminal.
import type { SearchResultWire } from '../../contract/search.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import { renderPlace, renderStanding } from './render-answer.ts';
import { renderParts } from './render-explanation.ts';
import { wrap } from './wrap.ts';

type FoundPassage = SearchResultWire['passages'][number];

interface Surroundings {
  readonly documents: readonly DocumentDescription[];
  readonly width: number;
}

export function renderPassages(passages: readonly FoundPassage[], surroundings: Surroundings): string {
  if (passages.length === 0) return 'Nothing was found.';
  return passages.map((passage, index) => renderPassage(passage, index + 1, surroundings)).join('\n\n');
}

function renderPassage(passage: FoundPassage, rank: number, { documents, width }: Surroundings): string {
  const document = documents.find(({ id }) => id === passage.documentId);
  const number = `${rank}. `;
  const margin = ' '.repeat(number.length);
  const standing = document
    ? `${document.title} (${renderStanding(document.years, document.status)})`
    : passage.documentId;
  return [
    wrap(standing, { width, first: number, rest: margin }),
    wrap(renderPlace(passage.section, passage.page), { width, first: margin }),
    wrap(refilled(passage.text), { width, first: `${margin}| ` }),
    `${margin}score ${passage.score.toFixed(3)}, ${passage.passageId}`,
    ...(passage.explain ? [wrap(renderParts(passage.explain), { width, first: margin })] : []),
  ].join('\n');
}

/** Hard-wrapped lines joined and blank ones left out: a line that begins with a small letter goes on with the one before. */
function refilled(text: string): string {
  return text.replaceAll(/\s*\n\s*(?=\p{Ll})/gu, ' ').replaceAll(/\s*\n\s*/gu, '\n');
}
