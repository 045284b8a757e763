// An answer with its sources, its notices, and what lay nearest where the documents do not answer.
import type { AnswerWire } from '../src/contract/answer.ts';
import { describeDocument, describePlace } from './describe-document.ts';
import { askLink, spanLink } from './links.ts';
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderExcerpt } from './render-text.ts';

type Citation = AnswerWire['citations'][number];
type Notice = AnswerWire['notices'][number];
type Related = AnswerWire['related'][number];

export interface AnsweredQuestion {
  readonly question: string;
  readonly answer: AnswerWire;
  /** Titles of the documents by their ids. */
  readonly titles: ReadonlyMap<string, string>;
}

const noticeNames = {
  draft: 'Draft',
  consultation: 'For consultation',
  superseded: 'Superseded',
  conflict: 'Differing figures',
  partial: 'Answered in part',
  model: 'Language model',
} as const satisfies Record<Notice['type'], string>;

export function renderAnswer({ question, answer, titles }: AnsweredQuestion): Markup {
  const marker = (n: number): Markup => renderMarker(n, answer.citations);
  return markup`<article class="answer" aria-labelledby="asked_question">
<h2 id="asked_question" dir="auto">${question}</h2>
<div class="answer-body">
<div class="prose answer-text">
${renderMarkdown(answer.answer, marker)}</div>
${answer.wordedBy !== undefined && markup`<p class="worded-by">Put into words by ${answer.wordedBy}; each sentence was checked against its source.</p>`}
${answer.notices.length > 0 && renderNotices(answer.notices)}
</div>
${answer.citations.length > 0 && renderSources(answer.citations)}
${answer.related.length > 0 && renderNearest(answer.related, titles)}
${answer.suggestions.length > 0 && renderSuggestions(answer.suggestions)}
</article>`;
}

/** A marker leads to its source; one without a source stays text. */
function renderMarker(n: number, citations: readonly Citation[]): Markup {
  const citation = citations.find((each) => each.n === n);
  if (!citation) return markup`[${n}]`;
  return markup`<a class="marker" href="#source_${n}" aria-label="Source ${n}: ${citation.document.title}">[${n}]</a>`;
}

function renderNotices(notices: readonly Notice[]): Markup {
  return markup`<aside class="notices" aria-label="Notices">
<ul>
${notices.map(renderNotice)}</ul>
</aside>`;
}

function renderNotice({ type, text, citations = [] }: Notice): Markup {
  const about = citations.length > 0 && markup` <span class="aside">${citations.map((n) => `[${n}]`)}</span>`;
  return markup`<li><strong>${noticeNames[type]}.</strong> ${text}${about}</li>
`;
}

function renderSources(citations: readonly Citation[]): Markup {
  return markup`<section aria-labelledby="answer_sources">
<h3 id="answer_sources">Sources</h3>
<ol class="sources">
${citations.map(renderSource)}</ol>
</section>`;
}

function renderSource(citation: Citation): Markup {
  const { n, document, section, page, quote } = citation;
  return markup`<li class="card" id="source_${n}">
<h4 id="source_${n}_title">Source ${n}: ${document.title}</h4>
<p class="place">${describeDocument(document)}</p>
${renderPlace(section, page)}
<blockquote>${renderExcerpt(quote)}</blockquote>
<p><a href="${spanLink(citation)}" aria-describedby="source_${n}_title">Open in document</a></p>
</li>
`;
}

function renderPlace(section: readonly string[], page: number | null): Content {
  const place = describePlace(section, page);
  return place !== '' && markup`<p class="place">${place}</p>`;
}

function renderNearest(related: readonly Related[], titles: ReadonlyMap<string, string>): Markup {
  return markup`<section aria-labelledby="nearest_passages">
<h3 id="nearest_passages">Nearest passages</h3>
<p>These do not answer the question, but they lie closest to it.</p>
<ul class="sources">
${related.map((passage, index) => renderRelated(passage, index, titles))}</ul>
</section>`;
}

function renderRelated(passage: Related, index: number, titles: ReadonlyMap<string, string>): Markup {
  return markup`<li class="card">
<h4 id="nearest_${index}">${titles.get(passage.documentId) ?? passage.documentId}</h4>
${renderPlace(passage.section, null)}
<blockquote>${renderExcerpt(passage.text)}</blockquote>
<p><a href="${spanLink(passage)}" aria-describedby="nearest_${index}">Open in document</a></p>
</li>
`;
}

function renderSuggestions(suggestions: readonly string[]): Markup {
  return markup`<section aria-labelledby="answer_suggestions">
<h3 id="answer_suggestions">You could also ask</h3>
${renderQuestions(suggestions)}
</section>`;
}

/** Questions, each a link that asks it. */
export function renderQuestions(questions: readonly string[]): Markup {
  const entries = questions.map((question) => markup`<li><a href="${askLink(question)}">${question}</a></li>\n`);
  return markup`<ul class="examples">
${entries}</ul>`;
}
