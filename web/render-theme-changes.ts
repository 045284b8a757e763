// What is new, gone, risen and fallen from each document to the next.
import type { ThemesWire } from '../src/contract/insight.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { formatRate } from './theme-chart.ts';

type Change = ThemesWire['changes'][number];

const kinds = [
  { kind: 'new', name: 'Named, not found in the one before' },
  { kind: 'gone', name: 'Not found, named in the one before' },
  { kind: 'risen', name: 'Risen' },
  { kind: 'fallen', name: 'Fallen' },
] as const satisfies readonly { readonly kind: Change['kind']; readonly name: string }[];

export function renderChanges(themes: ThemesWire): Markup {
  const pairs = pairsOf(themes.changes);
  return markup`<section class="changes" aria-labelledby="priorities_changes">
<h2 id="priorities_changes">What moved</h2>
<p class="caution">“Not found” means that none of the theme’s phrases stand in the text. A theme counts as risen or fallen where its rate is at least half as much again, or that much less. Documents of few words are left out.</p>
${pairs.length === 0 && markup`<p>Nothing moved so far as to stand out.</p>`}<div class="pairs">
${pairs.map((pair) => renderPair(pair, themes))}</div>
</section>`;
}

/** Changes by the two documents they lie between, in the documents' order. */
function pairsOf(changes: readonly Change[]): Change[][] {
  const pairs: Change[][] = [];
  for (const change of changes) {
    const last = pairs.at(-1);
    if (last?.[0]?.toDocumentId === change.toDocumentId) last.push(change);
    else pairs.push([change]);
  }
  return pairs;
}

function renderPair(pair: readonly Change[], { documents, themes }: ThemesWire): Markup {
  const titleOf = (id: string | undefined): string =>
    documents.find((document) => document.id === id)?.shortTitle ?? '';
  const nameOf = (id: string): string => themes.find((theme) => theme.id === id)?.name ?? id;
  const groups = kinds.flatMap(({ kind, name }) => {
    const own = pair.filter((change) => change.kind === kind);
    return own.length === 0 ? [] : [{ kind, name, own }];
  });
  return markup`<div class="pair">
<h3>${titleOf(pair[0]?.fromDocumentId)} <span aria-hidden="true">→</span><span class="unseen">to</span> ${titleOf(pair[0]?.toDocumentId)}</h3>
<dl>
${groups.map(
  ({ kind, name, own }) => markup`<dt class="${kind}">${name}</dt>
${own.map(
  (
    change,
  ) => markup`<dd>${nameOf(change.themeId)} <span class="rates">${rateOf(change.fromPer1000Words)} <span aria-hidden="true">→</span><span class="unseen">to</span> ${rateOf(change.toPer1000Words)}</span></dd>
`,
)}`,
)}</dl>
</div>
`;
}

function rateOf(rate: number): string {
  return rate === 0 ? 'not found' : formatRate(rate);
}
