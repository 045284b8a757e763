// One commitment: its words, where they stand, and what they say of how much, by when and by whom.
import type { CommitmentWire } from '../../src/contract/commitments.ts';
import { describePlace } from '../describe-document.ts';
import { spanLink } from '../links.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { describeDeadline, describeTarget } from './describe-target.ts';

/** Names of documents and themes by their ids. */
export interface Names {
  readonly documents: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
}

/** The words as a quotation, what introduces them before. */
export function renderQuote({ text, leadIn }: CommitmentWire): Markup {
  return markup`<blockquote>${leadIn && markup`<p class="lead-in">${tidy(leadIn.text)}</p>`}<p>${tidy(text)}</p></blockquote>`;
}

/** Line breaks and emphasis of the source say nothing here; the reader shows them. */
export function tidy(text: string): string {
  return text.replaceAll(/[\s*]+/gu, ' ').trim();
}

export function renderFacts(commitment: CommitmentWire, { themes }: Names): Markup {
  const { targets, deadline, actor, theme } = commitment;
  return markup`<dl class="facts">
<div><dt>Target</dt><dd${targets.length === 0 && markup` class="none"`}>${targets.length === 0 ? 'No target stated' : targets.map(describeTarget).join('; ')}</dd></div>
<div><dt>Deadline</dt><dd${deadline === null && markup` class="none"`}>${describeDeadline(deadline)}</dd></div>
<div><dt>By</dt><dd>${actor}</dd></div>
<div><dt>Theme</dt><dd${theme === null && markup` class="none"`}>${theme === null ? 'None found' : (themes.get(theme) ?? theme)}</dd></div>
</dl>`;
}

/** Where it stands, with a link to the place. */
export function renderPlace(commitment: CommitmentWire, { documents }: Names): Markup {
  const title = documents.get(commitment.documentId) ?? commitment.documentId;
  const place = describePlace(commitment.section.map(tidy), commitment.page);
  return markup`<p class="place"><a href="${spanLink(commitment)}" aria-label="${title}, open in document: ${start(commitment.text)}">${title}</a>${place !== '' && ` › ${place}`}</p>`;
}

/** Its first words, to tell links apart. */
export function start(text: string): string {
  const words = tidy(text).split(' ');
  return words.length <= 9 ? words.join(' ') : `${words.slice(0, 8).join(' ')} …`;
}
