// Acronyms and named programmes, with what the documents say that they stand for.
import type { GlossaryWire } from '../src/contract/insight.ts';
import { spanLink } from './links.ts';
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { renderPage } from './render-page.ts';

type Entry = GlossaryWire['entries'][number];

export const glossaryChoices = ['all', 'acronym', 'programme'] as const;
export type GlossaryChoice = (typeof glossaryChoices)[number];

export interface GlossaryPage {
  readonly entries: readonly Entry[];
  readonly q: string;
  readonly kind: GlossaryChoice;
  /** Short titles of the documents by their ids. */
  readonly titles: ReadonlyMap<string, string>;
}

const choiceNames = { all: 'Acronyms and programmes', acronym: 'Acronyms', programme: 'Programmes' } as const;
const kindNames = { acronym: 'Acronym', programme: 'Programme or body' } as const;

export function renderGlossary({ entries, q, kind, titles }: GlossaryPage): string {
  return renderPage({
    title: 'Glossary – Bluelamp',
    current: '/glossary',
    styles: ['insight.css', 'glossary.css'],
    body: markup`<h1>Glossary</h1>
<p class="lede">Acronyms and named programmes as the documents use them. What one stands for is given in a document’s own words; where none says, neither does this page.</p>
<form class="filter" action="/glossary" method="get" role="search">
<div><label for="glossary_q">Find a term</label>
<input type="search" id="glossary_q" name="q" value="${q}" maxlength="200" autocomplete="off"></div>
<div><label for="glossary_kind">Show</label>
<select id="glossary_kind" name="kind">${glossaryChoices.map((choice) => markup`<option value="${choice}"${choice === kind && markup` selected`}>${choiceNames[choice]}</option>`)}</select></div>
<button type="submit">Filter</button>
</form>
<p class="aside" role="status">${describeFound(entries, q)}</p>
${entries.length > 20 && renderLetters(entries)}
<dl class="glossary">
${entries.map((entry, index) => renderEntry(entry, titles, isFirstOfLetter(entries, index)))}</dl>`,
  });
}

function describeFound(entries: readonly Entry[], q: string): string {
  const spelt = entries.filter(({ expansion }) => expansion !== null).length;
  const amount = `${entries.length} ${entries.length === 1 ? 'term' : 'terms'}`;
  if (entries.length === 0) return q === '' ? 'No terms found.' : `No term found for “${q}”.`;
  return `${amount}${(q !== '' && ` for “${q}”`) || ''}, ${spelt} of them spelt out.`;
}

function letterOf({ term }: Entry): string {
  const first = /[\p{L}\p{N}]/u.exec(term)?.[0].toUpperCase() ?? '#';
  return /\d/u.test(first) ? '0–9' : first;
}

function isFirstOfLetter(entries: readonly Entry[], index: number): boolean {
  const [before, entry] = [entries[index - 1], entries[index]];
  return !!entry && (!before || letterOf(before) !== letterOf(entry));
}

function renderLetters(entries: readonly Entry[]): Markup {
  const letters = entries.flatMap((entry, index) => (isFirstOfLetter(entries, index) ? [letterOf(entry)] : []));
  const links = letters.map((letter) => markup`<li><a href="#letter_${letter}">${letter}</a></li>`);
  return markup`<nav class="letters" aria-label="Letters"><ul>${links}</ul></nav>`;
}

function renderEntry(entry: Entry, titles: ReadonlyMap<string, string>, opensLetter: boolean): Markup {
  const { term, kind, expansion, documentId, quote, documents } = entry;
  const titleOf = (id: string): string => titles.get(id) ?? id;
  return markup`<div class="entry" id="term_${slugOf(term)}">
<dt${opensLetter && markup` id="letter_${letterOf(entry)}"`}><dfn>${term}</dfn> <span class="kind">${kindNames[kind]}</span></dt>
${renderMeaning(entry)}
<dd class="where"><q>${onOneLine(quote)}</q> <a href="${spanLink(entry)}">${titleOf(documentId)}<span class="unseen">: ${term} in the document</span></a></dd>
${
  documents.length > 1 &&
  markup`<dd class="aside">Used in ${documents.map(titleOf).join(', ')}${expansion !== null && entry.firstUsed.documentId !== documentId && markup`; <a href="${spanLink(entry.firstUsed)}">first used in ${titleOf(entry.firstUsed.documentId)}</a>`}</dd>
`
}</div>
`;
}

/** A programme has a name and no letters to spell out. */
function renderMeaning({ kind, expansion, byInitials }: Entry): Content {
  const guess = byInitials && markup` <span class="kind">has these initials; no document joins the two</span>`;
  if (expansion !== null) return markup`<dd class="meaning">${expansion}${guess}</dd>`;
  return kind === 'acronym' && markup`<dd class="meaning unspelt">Never spelt out in the documents</dd>`;
}

function slugOf(term: string): string {
  return term
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_');
}

function onOneLine(text: string): string {
  return text
    .replaceAll(/\*+|_{2,}|#{1,6}\s/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
