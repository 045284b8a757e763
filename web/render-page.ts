// The frame of every page: skip link, navigation, one main with one h1.
import { markup } from './markup.ts';
import type { Content } from './markup.ts';

/** Addresses of what the chat of the first page is made of. */
export interface ChatBundle {
  readonly script: string;
  readonly styles: readonly string[];
}

export interface Page {
  /** Unique among our pages. */
  readonly title: string;
  /** Address of the navigation entry that the page belongs to. */
  readonly current?: '/' | '/documents' | '/help';
  readonly body: Content;
  /** Given where a script takes over what the body holds. */
  readonly bundle?: ChatBundle | null;
}

const navigation = [
  { address: '/', name: 'Ask' },
  { address: '/documents', name: 'Documents' },
  { address: '/help', name: 'Help' },
] as const;

export function renderPage({ title, current, body, bundle = null }: Page): string {
  const entries = navigation.map(
    ({ address, name }) =>
      markup`<li><a href="${address}"${address === current && markup` aria-current="page"`}>${name}</a></li>`,
  );
  // Ids of the frame hold an underscore, which no section's id has.
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/lamp.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/styles.css">${bundle && renderBundle(bundle)}
</head>
<body>
<a class="skip" href="#main_content">Skip to the content</a>
<header class="masthead">
<a class="brand" href="/"><span class="lamp" aria-hidden="true"></span>Bluelamp</a>
<nav aria-label="Pages"><ul>${entries}</ul></nav>
</header>
<main id="main_content" tabindex="-1">
${body}
</main>
<footer class="colophon">
<p>Bluelamp quotes the documents word for word and shows where each quotation stands. <a href="/help">How it works</a></p>
</footer>
</body>
</html>
`.toString();
}

function renderBundle({ script, styles }: ChatBundle): Content {
  const sheets = styles.map((address) => markup`\n<link rel="stylesheet" href="${address}">`);
  return markup`${sheets}\n<script type="module" src="${script}"></script>`;
}
