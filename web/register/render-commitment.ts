// One commitment with what other documents may say of the same undertaking.
import type { CommitmentDetailWire } from '../../src/contract/commitments.ts';
import { markup } from '../markup.ts';
import type { Content, Markup } from '../markup.ts';
import { renderPage } from '../render-page.ts';
import { commitmentLink } from './register-links.ts';
import { renderFacts, renderPlace, renderQuote, start } from './render-row.ts';
import type { Names } from './render-row.ts';

type Related = CommitmentDetailWire['related'][number];

export interface CommitmentView extends Names {
  readonly commitment: CommitmentDetailWire;
  /** Ids of the documents, oldest first. */
  readonly order: readonly string[];
}

export function renderCommitment({ commitment, order, ...names }: CommitmentView): string {
  const at = order.indexOf(commitment.documentId);
  const is = (later: boolean) => (id: string) => order.indexOf(id) > at === later;
  return renderPage({
    title: `${start(commitment.text)} – Commitments – Bluelamp`,
    current: '/commitments',
    styles: ['register.css'],
    body: markup`<p><a href="/commitments">All commitments</a></p>
<h1>What became of it?</h1>
<div class="card chosen">
${renderQuote(commitment)}
${renderPlace(commitment, names)}
${renderFacts(commitment, names)}
</div>
<p class="lede">Statements of other documents that may speak of the same undertaking. Each is possible only: read both in their places. Nothing here tells whether it was done.</p>
${renderPart('In later documents', commitment, { is: is(true), names })}
${renderPart('In earlier documents', commitment, { is: is(false), names })}`,
  });
}

interface Part {
  readonly is: (documentId: string) => boolean;
  readonly names: Names;
}

function renderPart(heading: string, { related, notFoundIn }: CommitmentDetailWire, { is, names }: Part): Content {
  const found = related.filter((each) => is(each.commitment.documentId));
  const missing = notFoundIn.filter(is);
  if (found.length === 0 && missing.length === 0) return null;
  return markup`<h2>${heading}</h2>
${found.length > 0 && markup`<ol class="register">${found.map((each) => renderRelated(each, names))}</ol>`}
${missing.length > 0 && markup`<p>No matching statement found in ${listed(missing.map((id) => names.documents.get(id) ?? id))}.</p>`}`;
}

function renderRelated({ commitment, why, change }: Related, names: Names): Markup {
  return markup`<li class="card">
${renderQuote(commitment)}
${renderPlace(commitment, names)}
${change && markup`<p class="change"><strong>Change</strong> ${change.measure}: ${change.earlier} then ${change.later}</p>`}
<p class="aside">${why}</p>
${renderFacts(commitment, names)}
<p><a href="${commitmentLink(commitment.id)}" aria-label="Possible successors: ${start(commitment.text)}">Possible successors</a></p>
</li>
`;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
