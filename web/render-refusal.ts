import { markup } from './markup.ts';
import { renderPage } from './render-page.ts';

export interface RefusalPage {
  readonly status: number;
  readonly message: string;
  readonly requestId: string;
}

/** The page for a request that was refused. */
export function renderRefusal({ status, message, requestId }: RefusalPage): string {
  const heading = headingOf(status);
  return renderPage({
    title: `${heading} (${status}) – Bluelamp`,
    body: markup`<h1>${heading}</h1>
<p class="problem" role="alert">${message}</p>
<p><a href="/">Ask a question</a> or <a href="/documents">look through the documents</a>.</p>
<p class="aside">Request ${requestId}</p>`,
  });
}

function headingOf(status: number): string {
  if (status === 404) return 'Not found';
  return status >= 500 ? 'Out of order' : 'That did not work';
}
