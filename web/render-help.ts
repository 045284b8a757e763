// How Bluelamp works, for somebody who has two minutes.
import { askLink } from './links.ts';
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { renderContents } from './reader/render-contents.ts';
import { renderPage } from './render-page.ts';

export function renderHelp(): string {
  return renderPage({
    title: 'Help – Bluelamp',
    current: '/help',
    styles: ['reader.css', 'guide.css'],
    scripts: ['reader.js'],
    body: markup`<h1>Help</h1>
<p class="lede">Bluelamp answers questions from a set of strategy documents, in their exact words, and says so when they do not answer.</p>
<div class="reader">
<div class="beside">
${renderContents(chapters)}
</div>
<div class="prose guide">
${asking}
${checking}
${statuses}
${reading}
${limits}
${keyboard}
${reporting}
</div>
</div>`,
  });
}

const chapters = [
  { id: 'asking', heading: 'What you can ask' },
  { id: 'quotations', heading: 'How quotations are checked' },
  { id: 'statuses', heading: 'What the words beside an answer mean' },
  { id: 'reading', heading: 'Reading the documents' },
  { id: 'limits', heading: 'What it does not do' },
  { id: 'keyboard', heading: 'With the keyboard' },
  { id: 'reporting', heading: 'If an answer is wrong' },
].map((chapter) => ({ ...chapter, depth: 1, page: null }));

interface Kind {
  readonly name: string;
  readonly examples: readonly string[];
  readonly answer: string;
}

const kinds: readonly Kind[] = [
  {
    name: 'What something means',
    examples: ['What does neighbourhood policing mean?', 'What is a BCU?'],
    answer: 'The document’s own definition or expansion.',
  },
  {
    name: 'A fact or a figure',
    examples: ['How many officers will there be?', 'Who is responsible for standards?'],
    answer: 'The sentence that holds it. Where two passages give different figures, both.',
  },
  {
    name: 'What was promised',
    examples: ['What did we promise to do about violence against women and girls?'],
    answer: 'The commitments, with their targets and deadlines, or a word that no deadline is stated.',
  },
  {
    name: 'A list',
    examples: ['What are our values?'],
    answer: 'The list as the document states it, whole.',
  },
  {
    name: 'Change over time',
    examples: ['How have our priorities changed since 2013?'],
    answer: 'One entry for each document, the oldest first, with what is named where and what is not found.',
  },
  {
    name: 'Whether something is mentioned',
    examples: ['Is live facial recognition in any earlier strategy?'],
    answer: 'Where it stands, and by name the documents in which no mention was found.',
  },
];

const asking = markup`<h2 id="asking">What you can ask</h2>
<p>Ask in your own words: a sentence, a few words, slang and typing errors all work. These are kinds of question that do well:</p>
<dl class="kinds">
${kinds.map(renderKind)}</dl>
<ul>
<li>Name a year or a document to ask about that one (“in 2013 …”). Otherwise a question is taken to be about now, and the latest document that answers is preferred.</li>
<li>A question can lean on the one before it: “and in 2013?”, “why?”, “how many of those were women?”.</li>
<li>Several questions in one message are answered one by one; it is clearer to ask one at a time.</li>
</ul>`;

function renderKind({ name, examples, answer }: Kind): Markup {
  const links: Content = examples.map(
    (example, index) => markup`${index > 0 && ' or '}<a href="${askLink(example)}">${example}</a>`,
  );
  return markup`<dt>${name}</dt>
<dd>${links} <span class="aside">${answer}</span></dd>
`;
}

const checking = markup`<h2 id="quotations">How quotations are checked</h2>
<p>Everything in quotation marks is the wording of a document, character for character. Before an answer is sent, each of its quotations is compared with the document at the place that is given for it. An answer that fails this is not sent; you get the bare quotation instead, or “not found”.</p>
<p>The number after a quotation leads to its source. <strong>Open in document</strong> shows it marked where it stands, so that you can read what is around it. Such an address can be passed on and keeps leading to the same words as long as the document’s text is unchanged.</p>
<p>What can still go wrong: a quotation can be true to the letter and yet not be what you asked about, and there can be a better one elsewhere. Read what stands around it before you rely on it.</p>`;

const statuses = markup`<h2 id="statuses">What the words beside an answer mean</h2>
<dl class="terms">
<dt>Answered</dt><dd>The documents answer the question.</dd>
<dt>Answered in part</dt><dd>They answer some of it. What they do not answer is named.</dd>
<dt>Not found</dt><dd>They do not answer it. The nearest passages are offered to look through; they are not an answer.</dd>
<dt>Declined</dt><dd>It is not a question to the documents, or asks for something that Bluelamp does not do.</dd>
</dl>
<p>Notices say what to bear in mind:</p>
<dl class="terms">
<dt>Draft</dt><dd>The source was never published in this form.</dd>
<dt>For consultation</dt><dd>The source may still change.</dd>
<dt>Superseded</dt><dd>A later strategy speaks of the same thing.</dd>
<dt>Differing figures</dt><dd>Two passages give different figures for one thing. Both are shown; none is picked.</dd>
</dl>`;

const reading = markup`<h2 id="reading">Reading the documents</h2>
<p>Under <a href="/documents">Documents</a> each one can be read whole, with its contents and a search. <strong>#</strong> beside a heading is the address of that section. The text was extracted from published files: words that were read off pictures and page margins are kept, but set apart in small grey type.</p>`;

const limits = markup`<h2 id="limits">What it does not do</h2>
<ul>
<li>It gives no advice and no opinion, and does not say whether a promise was kept.</li>
<li>It knows nothing but the documents: no news, no law, no procedures, no personnel matters.</li>
<li>“No mention found” means that no passage was found. It does not prove that nothing is there.</li>
<li>Unless the people who run it have set a language model, which the first page then says, what you ask here stays on the machine that runs it.</li>
</ul>`;

const keyboard = markup`<h2 id="keyboard">With the keyboard</h2>
<dl class="terms">
<dt><kbd>Tab</kbd></dt><dd>goes from link to link; the first skips to the content.</dd>
<dt><kbd>Enter</kbd></dt><dd>asks the question, or follows a link.</dd>
<dt><kbd>Shift</kbd> + <kbd>Enter</kbd></dt><dd>begins a new line in the question.</dd>
<dt><kbd>Escape</kbd></dt><dd>closes the source beside an answer and goes back to its number.</dd>
</dl>`;

const reporting = markup`<h2 id="reporting">If an answer is wrong</h2>
<p>Say so with <strong>Not helpful</strong> under the answer and choose a reason; whoever looks after Bluelamp reads these. For anything else tell the people who run it in your organisation. If an error page was shown, give them the request number that stands on it: it finds the event in the log, and says nothing about you.</p>
<p>See also the <a href="/accessibility">accessibility statement</a>, and the <a href="/api/docs">interface for programs</a>.</p>`;
