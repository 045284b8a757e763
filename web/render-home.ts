// The first page: the question, and once one was asked, its answer.
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { renderAnswer, renderQuestions } from './render-answer.ts';
import type { AnsweredQuestion } from './render-answer.ts';
import { renderPage } from './render-page.ts';

/**
 * - `start`: nothing was asked yet.
 * - `problem`: what was typed cannot be asked; the message says why.
 */
export type Home =
  | { readonly kind: 'start'; readonly examples: readonly string[]; readonly documents: number }
  | { readonly kind: 'problem'; readonly question: string; readonly message: string }
  | ({ readonly kind: 'answered' } & AnsweredQuestion);

/** Characters of a question that a tab can show. */
const longestTitle = 80;

/** @param notice what to know before asking, where a language model words answers. */
export function renderHome(home: Home, notice?: string): string {
  return renderPage({
    title: titleOf(home),
    current: '/',
    body: markup`<div class="hero${home.kind === 'answered' && ' small'}">
<h1>Ask the strategies</h1>
${home.kind === 'start' && renderLede(home.documents)}
${renderForm(home)}
${notice !== undefined && markup`<p class="model-notice">${notice}</p>`}
</div>
${renderBelow(home)}`,
  });
}

function titleOf(home: Home): string {
  if (home.kind === 'start') return 'Bluelamp – ask the strategies';
  return `${home.kind === 'problem' ? 'Cannot ask: ' : ''}${shorten(home.question)} – Bluelamp`;
}

function shorten(question: string): string {
  const characters = Array.from(question.replaceAll(/\s+/gu, ' ').trim());
  if (characters.length <= longestTitle) return characters.join('') || 'nothing typed';
  return `${characters.slice(0, longestTitle - 1).join('')}…`;
}

function renderLede(documents: number): Markup {
  return markup`<p class="lede">Answers in the exact words of the strategy documents (${documents} in all), with the place of each quotation. Where the documents do not answer, Bluelamp says so.</p>`;
}

/** One line, so that Enter asks without a script. */
function renderForm(home: Home): Markup {
  const question = home.kind === 'start' ? '' : home.question;
  const message =
    home.kind === 'problem' && markup`<p class="problem" role="alert" id="ask_problem">${home.message}</p>`;
  const invalid = home.kind === 'problem' && markup` aria-invalid="true" aria-describedby="ask_problem"`;
  return markup`<form action="/" method="get" class="ask" role="search">
<label for="ask_question">Your question</label>
${message}
<div class="ask-line">
<input type="text" id="ask_question" name="q" value="${question}" required autocomplete="off" dir="auto"${invalid}>
<button type="submit">Ask</button>
</div>
</form>`;
}

function renderBelow(home: Home): Content {
  if (home.kind === 'answered') return renderAnswer(home);
  if (home.kind === 'problem') return null;
  return markup`<section aria-labelledby="example_questions">
<h2 id="example_questions">For example</h2>
${renderQuestions(home.examples)}
</section>`;
}
