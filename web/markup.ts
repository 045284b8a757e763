// HTML from templates that escape whatever is put into them. There is no way round the escaping but `markup` itself.

/** Markup that `markup` made; everything in it that came from outside is escaped. */
class Markup {
  readonly #markup: string;

  constructor(text: string) {
    this.#markup = text;
  }

  toString(): string {
    return this.#markup;
  }
}
export type { Markup };

/** What may stand in a template: text is escaped, markup is not, `null` and `false` are nothing. */
export type Content = string | number | Markup | null | false | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A browser would turn a bare carriage return into a line feed, and offsets into the text would no longer agree.
  '\r': '&#13;',
  '\0': '\ufffd',
};

/** Text that is safe between tags and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'\r\0]/gu, (character) => entities[character] ?? '');
}

/**
 * The name is not `html`, for formatters lay such templates out afresh, and white space has its meaning here.
 * Attributes must be quoted in the template, and an address must begin with a fixed `/` or `#`.
 */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(
    strings.map((fixed, index) => (index === 0 ? fixed : toMarkup(contents[index - 1]) + fixed)).join(''),
  );
}

function toMarkup(content: Content | undefined): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Markup) return content.toString();
  if (typeof content === 'object') return content.map(toMarkup).join('');
  return escapeHtml(String(content));
}
