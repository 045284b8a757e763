// The frame of every page: skip link, navigation, one main with one h1, and where help is.
import { markup } from './markup.ts';
import type { Content } from './markup.ts';
import { navigation } from './navigation.ts';

/** Addresses of what the chat of the first page is made of. */
export interface ChatBundle {
  readonly script: string;
  readonly styles: readonly string[];
}

export interface Page {
  /** Unique among our pages. */
  readonly title: string;
  /** Address of the navigation entry that the page belongs to, or of the page itself. */
  readonly current?: string;
  /** Names in /assets/ of style sheets beside the common ones. */
  readonly styles?: readonly string[];
  /** Names in /assets/ of modules that make the page handier; it must work without them. */
  readonly scripts?: readonly string[];
  readonly body: Content;
  /** Given where a script takes over what the body holds. */
  readonly bundle?: ChatBundle | null;
}

export function renderPage({ title, current, styles = [], scripts = [], body, bundle = null }: Page): string {
  // Ids of the frame hold an underscore, which no section's id has.
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/lamp.svg" type="image/svg+xml">
${['styles.css', 'frame.css', ...styles].map((name) => markup`<link rel="stylesheet" href="/assets/${name}">\n`)}${scripts.map((name) => markup`<script type="module" src="/assets/${name}"></script>\n`)}${bundle && renderBundle(bundle)}</head>
<body>
<a class="skip" href="#main_content">Skip to the content</a>
<header class="masthead">
<div class="masthead-line">
<a class="brand" href="/"><span class="lamp" aria-hidden="true"></span>Bluelamp</a>
<nav aria-label="Pages"><ul>${navigation.map((entry) => markup`<li>${renderLink(entry, current)}</li>`)}</ul></nav>
</div>
</header>
<main id="main_content" tabindex="-1">
${body}
</main>
<footer class="colophon">
<p>Every quotation stands word for word in the documents, and each answer shows where.</p>
<nav aria-label="About"><ul>${about.map((entry) => markup`<li>${renderLink(entry, current)}</li>`)}</ul></nav>
</footer>
</body>
</html>
`.toString();
}

interface Link {
  readonly address: string;
  readonly name: string;
}

const about: readonly Link[] = [
  { address: '/help', name: 'How it works' },
  { address: '/accessibility', name: 'Accessibility' },
  { address: '/api/docs', name: 'For programs' },
];

function renderLink({ address, name }: Link, current: string | undefined): Content {
  return markup`<a href="${address}"${address === current && markup` aria-current="page"`}>${name}</a>`;
}

function renderBundle({ script, styles }: ChatBundle): Content {
  const sheets = styles.map((address) => markup`<link rel="stylesheet" href="${address}">\n`);
  return markup`${sheets}<script type="module" src="${script}"></script>\n`;
}
