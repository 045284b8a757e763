import { markup } from './markup.ts';
import { renderPage } from './render-page.ts';

export interface RefusalPage {
  readonly status: number;
  readonly message: string;
  readonly requestId: string;
}

/** The page for a request that was refused: what happened, and where to go on. */
export function renderRefusal({ status, message, requestId }: RefusalPage): string {
  const heading = headingOf(status);
  return renderPage({
    title: `${heading} (${status}) – Bluelamp`,
    styles: ['guide.css'],
    body: markup`<div class="refusal">
<h1>${heading}</h1>
<p class="problem" role="alert">${message}</p>
<p>${adviceFor(status)}</p>
<ul class="ways">
<li><a href="/">Ask a question</a></li>
<li><a href="/documents">Read the documents</a></li>
<li><a href="/help">Get help</a></li>
</ul>
<p class="aside">Request <code>${requestId}</code></p>
</div>`,
  });
}

function headingOf(status: number): string {
  if (status === 401 || status === 403) return 'Not open to you';
  if (status === 404) return 'Not found';
  if (status === 429) return 'Too many questions';
  return status >= 500 ? 'Out of order' : 'That did not work';
}

function adviceFor(status: number): string {
  if (status === 401)
    return 'A browser sends no token when it opens a page. The first page asks for yours, and answers with it.';
  if (status === 404) return 'The address may be mistyped, or what stood here may have another address now.';
  if (status === 429 || status === 503) return 'Wait a little and load the page again.';
  if (status >= 500) {
    return 'Nothing that was kept is lost. If it happens again, tell the people who run Bluelamp the request number below.';
  }
  return 'You can go on from here:';
}
