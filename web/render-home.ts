// The first page: the question, and once one was asked, its answer.
import type { ExampleQuestions } from './example-questions.ts';
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { renderAnswer, renderQuestions } from './render-answer.ts';
import type { AnsweredQuestion } from './render-answer.ts';
import { renderPage } from './render-page.ts';
import type { ChatBundle } from './render-page.ts';

export interface Start {
  readonly examples: ExampleQuestions;
  readonly documents: number;
  /** What a link asks, and the page did not. */
  readonly offered?: string;
  /** Whether a conversation is to be opened in place of what a first visit shows. */
  readonly isReturning?: boolean;
  /** Whether the chat is to ask what is offered as soon as it can. */
  readonly asksOffered?: boolean;
}

/**
 * - `start`: nothing was asked yet.
 * - `problem`: what was typed cannot be asked; the message says why.
 */
export type Home =
  | ({ readonly kind: 'start' } & Start)
  | { readonly kind: 'problem'; readonly question: string; readonly message: string }
  | ({ readonly kind: 'answered' } & AnsweredQuestion);

/** Characters of a question that a tab can show. */
const longestTitle = 80;

/** What of the service the page depends on. */
export interface HomeSetting {
  /** The chat, which takes over what the page holds; without it the page works by itself. */
  readonly bundle: ChatBundle | null;
  /** Whether the chat needs a token, which it may have, for what it sends. */
  readonly wantsToken: boolean;
  /** What to know before asking, where a language model words answers. */
  readonly notice: string | null;
}

const plainSetting: HomeSetting = { bundle: null, wantsToken: false, notice: null };

export function renderHome(home: Home, { bundle, wantsToken, notice }: HomeSetting = plainSetting): string {
  const isSmall = home.kind === 'answered' || (home.kind === 'start' && home.isReturning === true);
  return renderPage({
    title: titleOf(home),
    current: '/',
    styles: ['asking.css', 'reading.css'],
    bundle,
    body: markup`<div id="chat_app"${chatData(home)}${wantsToken && markup` data-locked="true"`}>
<div class="hero${isSmall && ' small'}">
<h1>Ask the strategies</h1>
${home.kind === 'start' && home.isReturning !== true && renderLede(home.documents)}
${renderForm(home)}
</div>
${renderBelow(home)}
</div>
${notice !== null && markup`<p class="model-notice">${notice}</p>`}`,
  });
}

/** What the chat cannot read off the page. */
function chatData(home: Home): Content {
  if (home.kind === 'answered') return markup` data-conversation="${home.answer.conversationId}"`;
  return home.kind === 'start' && home.asksOffered === true && markup` data-asks="offered"`;
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
  const question = home.kind === 'start' ? (home.offered ?? '') : home.question;
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
  if (home.kind === 'problem' || home.isReturning === true) return null;
  const { newStaff, managers } = home.examples;
  return markup`<div class="for-example">
${newStaff.length > 0 && renderExamples('examples_new_staff', 'New here', newStaff)}
${managers.length > 0 && renderExamples('examples_managers', 'Managing or reviewing', managers)}
</div>`;
}

function renderExamples(id: string, heading: string, questions: readonly string[]): Markup {
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${renderQuestions(questions)}
</section>`;
}
