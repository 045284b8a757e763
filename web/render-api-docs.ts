// The interface for programs, in a form for people.
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderPage } from './render-page.ts';

export interface OperationDescription {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly place: string; readonly rule: string }[];
  readonly responses: readonly { readonly status: string; readonly description: string }[];
}

export function renderApiDocs(operations: readonly OperationDescription[]): string {
  return renderPage({
    title: 'Interface for programs – Bluelamp',
    current: '/api/docs',
    styles: ['guide.css'],
    body: markup`<h1>Interface for programs</h1>
<p class="lede">JSON over HTTP. The full description is at <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
${operations.map(renderOperation)}`,
  });
}

function renderOperation({ method, path, summary, description, parameters, responses }: OperationDescription): Markup {
  return markup`<section class="card operation">
<h2>${summary}</h2>
<p><code>${method.toUpperCase()} ${path}</code></p>
<p>${description}</p>
${parameters.length > 0 && renderParameters(parameters)}
<h3>Gives</h3>
<dl>
${responses.map(({ status, description: meaning }) => markup`<dt><code>${status}</code></dt><dd>${meaning}</dd>\n`)}</dl>
</section>
`;
}

function renderParameters(parameters: OperationDescription['parameters']): Markup {
  const entries = parameters.map(
    ({ name, place, rule }) =>
      markup`<dt><code>${name}</code> <span class="aside">${place}</span></dt><dd>${rule}</dd>\n`,
  );
  return markup`<h3>Takes</h3>
<dl>
${entries}</dl>`;
}
