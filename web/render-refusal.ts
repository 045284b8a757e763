import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderPage } from './render-page.ts';

export interface RefusalPage {
  readonly status: number;
  readonly message: string;
  readonly requestId: string;
  /** Path and query of the page that was asked for. */
  readonly next: string;
}

/** The page for a request that was refused: what happened, and where to go on. */
export function renderRefusal({ status, message, requestId, next }: RefusalPage): string {
  const heading = headingOf(status);
  return renderPage({
    title: `${heading} (${status}) – Bluelamp`,
    styles: ['guide.css'],
    body: markup`<div class="refusal">
<h1>${heading}</h1>
<p class="problem" role="alert">${message}</p>
<p>${adviceFor(status)}</p>
${status === 401 ? signIn(next) : ''}
<ul class="ways">
<li><a href="/">Ask a question</a></li>
<li><a href="/documents">Read the documents</a></li>
<li><a href="/help">Get help</a></li>
</ul>
<p class="aside">Request <code>${requestId}</code></p>
</div>`,
  });
}

/** A sign-in that failed leads back to the first page. */
function signIn(next: string): Markup {
  return markup`<form class="sign-in" method="post" action="/sign-in">
<label for="token">Your access token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required>
<input name="next" type="hidden" value="${next === '/sign-in' ? '/' : next}">
<button type="submit">Sign in</button>
</form>`;
}

function headingOf(status: number): string {
  if (status === 401 || status === 403) return 'Not open to you';
  if (status === 404) return 'Not found';
  if (status === 429) return 'Too many questions';
  return status >= 500 ? 'Out of order' : 'That did not work';
}

function adviceFor(status: number): string {
  if (status === 401)
    return 'Give the token that you were given for Bluelamp. This browser is then known for twelve hours.';
  if (status === 404) return 'The address may be mistyped, or what stood here may have another address now.';
  if (status === 429 || status === 503) return 'Wait a little and load the page again.';
  if (status >= 500) {
    return 'Nothing that was kept is lost. If it happens again, tell the people who run Bluelamp the request number below.';
  }
  return 'You can go on from here:';
}
