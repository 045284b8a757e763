import { markup } from './markup.ts';
import { renderPage } from './render-page.ts';

/** How Bluelamp works, in a minute's reading. */
export function renderHelp(): string {
  return renderPage({
    title: 'Help – Bluelamp',
    current: '/help',
    body: markup`<h1>Help</h1>
<div class="prose">
<p class="lede">Bluelamp answers questions from a set of strategy documents, and from nothing else.</p>
<h2>How to read an answer</h2>
<ul>
<li>Everything in quotation marks is the exact wording of a document. The number after it leads to its source.</li>
<li>“Open in document” shows the quotation marked in its place, so that you can read what stands around it.</li>
<li>Notices beside an answer say what to bear in mind: a source that is a draft or for consultation, figures that differ, or a part of the question that was not answered.</li>
<li>Where the documents do not answer, Bluelamp says so. The nearest passages are then offered to look through; they are not an answer.</li>
</ul>
<h2>How to ask</h2>
<ul>
<li>Ask in your own words; full sentences and single words both work.</li>
<li>Name a year or a document to ask about that one. Otherwise the latest document that answers is preferred.</li>
<li>Ask one thing at a time.</li>
</ul>
<h2>What it does not do</h2>
<ul>
<li>It gives no advice and no opinion, and knows nothing beyond the documents.</li>
<li>It sends nothing anywhere: questions are answered on the machine that runs it.</li>
</ul>
<p>Programs can ask as well: see the <a href="/api/docs">description of the interface</a>.</p>
</div>`,
  });
}
