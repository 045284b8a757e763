// <bluelamp-chat>: questions to Bluelamp on a page of another site. Served as it stands at /embed.js; docs/embed.md says how to use it.
// All that the service sends is put in as text; no markup of it is ever read as such.
{
  /** @typedef {import('../../src/contract/answer.ts').AnswerWire} Answer */
  /** @typedef {{ readonly documentId: string, readonly start: number, readonly end: number }} Place */
  /** @typedef {Node | string | null} Content */

  /** The folder that this script came from; questions go there and nowhere else. */
  const service = new URL(
    '.',
    document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
  );

  /** Characters; the service takes no more. */
  const longestQuestion = 2000;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { --ink: #161d2e; --soft: #535d75; --paper: #fff; --line: #d9deea; --lamp: #1f4bb8; --on-lamp: #fff;
      display: block; max-width: 42rem; color: var(--ink); background: var(--paper);
      border: 1px solid var(--line); border-radius: .75rem; padding: 1rem;
      font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; color-scheme: light dark; }
    :host([hidden]) { display: none; }
    @media (prefers-color-scheme: dark) { :host { --ink: #e6eaf5; --soft: #a3aec7; --paper: #151c2f; --line: #3b4663;
      --lamp: #8fb2ff; --on-lamp: #091127; } }
    a { color: var(--lamp); }
    :focus-visible { outline: 3px solid var(--lamp); outline-offset: 2px; }
    form { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1rem; }
    label { flex: 1 0 100%; font-weight: 600; }
    input { flex: 1 1 12rem; min-width: 0; padding: .5rem; font: inherit; color: inherit; background: transparent;
      border: 1px solid var(--soft); border-radius: .5rem; }
    button { padding: .5rem 1rem; font: inherit; color: var(--on-lamp); background: var(--lamp); border: 0;
      border-radius: .5rem; cursor: pointer; }
    .plain { color: var(--lamp); background: none; text-align: start; text-decoration: underline; padding: .25rem 0; }
    .asked { font-weight: 600; }
    .note, .place { color: var(--soft); }
    blockquote { margin: .25rem 0 .75rem; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); }
    h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
    ol, ul { margin: .25rem 0; padding-inline-start: 1.5rem; }
  `);

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Partial<Record<string, string>>} [attributes]
   * @param {...Content} contents
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  const make = (tag, attributes = {}, ...contents) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
    element.append(...contents.filter((content) => content !== null));
    return element;
  };

  /** @param {Place} place */
  const permalink = ({ documentId, start, end }) =>
    new URL(`documents/${encodeURIComponent(documentId)}?start=${start}&end=${end}#quote`, service).href;

  /** @param {Place} place @param {string} name @param {string} text */
  const link = (place, name, text) =>
    make('a', { href: permalink(place), target: '_blank', rel: 'noopener', 'aria-label': name }, text);

  /** @param {string} text */
  const oneLine = (text) => text.replaceAll(/\s+/gu, ' ').trim();

  /**
   * Emphasis and the markers of one line of an answer.
   * @param {string} line @param {Answer} answer @returns {Content[]}
   */
  const inline = (line, { citations }) =>
    line.split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\[\d{1,3}\])/u).map((part) => {
      if (/^\*\*.+\*\*$/u.test(part)) return make('strong', {}, part.slice(2, -2));
      if (/^\*.+\*$/u.test(part)) return make('em', {}, part.slice(1, -1));
      const cited = citations.find(({ n }) => part === `[${n}]`);
      return cited ? link(cited, `Source ${cited.n}: ${cited.document.title}`, part) : part;
    });

  /** @param {Answer} answer @returns {HTMLElement[]} */
  const paragraphs = (answer) =>
    answer.answer.split(/\n{2,}/u).map((block) => {
      const lines = block.split('\n');
      const isList = lines.every((line) => line.startsWith('- '));
      if (!isList) return make('p', {}, ...inline(block, answer));
      return make('ul', {}, ...lines.map((line) => make('li', {}, ...inline(line.slice(2), answer))));
    });

  /** @param {Answer} answer */
  const sources = ({ citations }) =>
    make(
      'ol',
      {},
      ...citations.map((citation) => {
        const {
          n,
          document: { title, years, status },
          section,
          quote,
        } = citation;
        const standing = [years ? `${years.from}–${years.to}` : null, status]
          .filter((part) => part !== null)
          .join(', ');
        const place = make('span', { class: 'place' }, ` (${standing}) ${section.join(' › ')}`);
        return make(
          'li',
          { value: `${n}` },
          link(citation, `Source ${n}: ${title}`, title),
          place,
          make('blockquote', {}, oneLine(quote)),
        );
      }),
    );

  /** @param {Answer} answer */
  const related = (answer) =>
    make(
      'ul',
      {},
      ...answer.related.map((passage) => {
        const place = [passage.documentId, ...passage.section].join(' › ');
        return make(
          'li',
          {},
          link(passage, place, place),
          make('blockquote', {}, `${oneLine(passage.text).slice(0, 200)} …`),
        );
      }),
    );

  /** @param {string} heading @param {HTMLElement} list */
  const listed = (heading, list) => (list.childElementCount === 0 ? [] : [make('h3', {}, heading), list]);

  class BluelampChat extends HTMLElement {
    #log = make('div', { role: 'log', 'aria-label': 'Conversation', tabindex: '0' });
    #status = make('p', { role: 'status', class: 'note' });
    #input = make('input', { id: 'question', autocomplete: 'off', maxlength: `${longestQuestion}` });
    #submit = make('button', { type: 'submit' }, 'Ask');
    /** @type {AbortController | null} Set while an answer is awaited. */
    #asking = null;
    /** @type {string | undefined} */
    #conversationId;

    constructor() {
      super();
      const label = make('label', { for: 'question' }, 'Your question');
      const again = make('button', { type: 'button', class: 'plain' }, 'New conversation');
      const form = make('form', {}, label, this.#input, this.#submit, again);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        if (this.#asking) this.#asking.abort();
        else void this.#ask(this.#input.value);
      });
      again.addEventListener('click', () => this.#beginAnew());
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(this.#log, this.#status, form);
    }

    connectedCallback() {
      this.setAttribute('role', 'region');
      if (!this.hasAttribute('aria-label')) this.setAttribute('aria-label', 'Ask the strategy documents');
    }

    disconnectedCallback() {
      this.#asking?.abort();
    }

    #beginAnew() {
      this.#asking?.abort();
      this.#conversationId = undefined;
      this.#log.replaceChildren();
      this.#status.textContent = '';
      this.#input.focus();
    }

    /** @param {string} question */
    async #ask(question) {
      if (question.trim() === '') return this.#tell('Type a question.');
      const asking = new AbortController();
      this.#asking = asking;
      this.#submit.textContent = 'Stop';
      this.#tell('Looking in the documents …');
      try {
        this.#show(question, await this.#fetchAnswer(question, asking.signal));
        this.#input.value = '';
        this.#tell('');
      } catch (error) {
        if (asking.signal.aborted) this.#tell('Stopped.');
        else
          this.#tell(error instanceof Refusal ? error.message : 'Bluelamp cannot be reached. Try again in a moment.');
      }
      this.#asking = null;
      this.#submit.textContent = 'Ask';
    }

    /** @param {string} question @param {AbortSignal} signal @returns {Promise<Answer>} */
    async #fetchAnswer(question, signal) {
      const token = this.getAttribute('token');
      const documents = this.getAttribute('documents')
        ?.split(/[\s,]+/u)
        .filter(Boolean);
      const response = await fetch(new URL('api/ask', service), {
        method: 'POST',
        credentials: 'omit',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ question, conversationId: this.#conversationId, documents }),
        signal,
      });
      const body = await response.json();
      if (!response.ok) throw new Refusal(body.error.message);
      return body;
    }

    /** @param {string} question @param {Answer} answer */
    #show(question, answer) {
      this.#conversationId = answer.conversationId;
      const suggestions = answer.suggestions.map((text) => {
        const button = make('button', { type: 'button', class: 'plain' }, text);
        button.addEventListener('click', () => void (this.#asking ?? this.#ask(text)));
        return make('li', {}, button);
      });
      const turn = make(
        'article',
        {},
        make('p', { class: 'asked' }, question),
        ...paragraphs(answer),
        ...answer.notices.map(({ text }) => make('p', { class: 'note' }, `Note: ${text}`)),
        ...listed('Sources', sources(answer)),
        ...listed('Nearest passages, which do not answer it', related(answer)),
        ...listed('You could ask', make('ul', {}, ...suggestions)),
      );
      this.#log.append(turn);
      turn.scrollIntoView({ block: 'nearest' });
    }

    /** @param {string} text */
    #tell(text) {
      this.#status.textContent = text;
    }
  }

  /** What the service says in words written for the reader. */
  class Refusal extends Error {}

  if (!customElements.get('bluelamp-chat')) customElements.define('bluelamp-chat', BluelampChat);
}
