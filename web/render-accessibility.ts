// The accessibility statement, in the order of the model for public-sector bodies in the United Kingdom.
import { markup } from './markup.ts';
import { renderPage } from './render-page.ts';

export function renderAccessibility(): string {
  return renderPage({
    title: 'Accessibility statement – Bluelamp',
    current: '/accessibility',
    styles: ['guide.css'],
    body: markup`<h1>Accessibility statement for Bluelamp</h1>
<div class="prose statement">
<p class="lede">This statement is about the pages of Bluelamp: asking questions, reading the documents, priorities, commitments, glossary and help. The organisation that runs this copy of Bluelamp is responsible for it.</p>
<p>We want as many people as possible to be able to use it. You should be able to:</p>
<ul>
<li>enlarge the text to 400% without having to scroll sideways, tables apart</li>
<li>use every page with the keyboard alone</li>
<li>read and search the documents with scripts switched off</li>
<li>use a dark or a high-contrast colour scheme, which the pages take from your device</li>
<li>use the pages without movement where your device asks for that</li>
</ul>
<h2>How accessible it is</h2>
<p>We know that some of it falls short:</p>
<ul>
<li>The documents are text that was extracted from published files. Their order, headings and lists were worked out by rules, and are wrong in places.</li>
<li>Pictures and charts of the published files are not here. Words and figures that were read off them stand apart from the text, sometimes without what they belong to.</li>
<li>Wide tables scroll sideways on small screens. Some have empty cells where the published table joined cells.</li>
<li>Paragraphs inside the documents are not marked up by language, and abbreviations are not expanded where they stand.</li>
</ul>
<h2>What to do if something does not work for you</h2>
<p>Tell the people who run Bluelamp in your organisation: the address of the page, what you tried to do, and what you use (browser, screen reader, magnifier). This copy names no contact of its own; use the one that your organisation gives for its intranet or its information services. They can also give you the documents in another form.</p>
<h2>Enforcement procedure</h2>
<p>In Great Britain the Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018; in Northern Ireland the Equality Commission for Northern Ireland does. If you are not happy with how your complaint was answered, you can turn to the Equality Advisory and Support Service (EASS).</p>
<h2>Technical information about accessibility</h2>
<p>Where the regulations apply, the organisation that runs Bluelamp is to make it accessible in accordance with them.</p>
<h3>Compliance status</h3>
<p>The pages were made to meet the Web Content Accessibility Guidelines (WCAG) version 2.2, level AA. Whether they do has not been audited. Because of the shortcomings above they are to be taken as <strong>partially compliant</strong>.</p>
<h3>Non-accessible content</h3>
<ul>
<li>Extracted text whose structure was worked out wrongly fails 1.3.1 (information and relationships) and 1.3.2 (meaningful sequence) in those places.</li>
<li>Charts of the published files have no text alternative here but the figures that could be read off them (1.1.1, non-text content).</li>
</ul>
<h2>How it was tested</h2>
<p>Whenever Bluelamp changes, tests in a real browser (Chromium) check:</p>
<ul>
<li>the pages with the axe-core rules for WCAG 2.2 A and AA; one of each kind also in the dark, in forced colours and at phone width</li>
<li>that nothing but a table makes a page wider than a window of 320 pixels</li>
<li>that the pages can be gone through by keyboard, with the skip link first</li>
</ul>
<p>Automatic tests find only a part of what can be wrong. <strong>Not known</strong> is how the pages do with screen readers, with voice control, with screen magnifiers and in other browsers: nobody has tested them with these yet, and no disabled person has been asked to.</p>
<h2>Preparation of this statement</h2>
<p>This statement was prepared in November 2026 by those who make Bluelamp, from their own tests. The organisation that runs it should review it once a year, and add its own contact and findings.</p>
</div>`,
  });
}
