// Takes out of a source what carries no words and would stand in the middle of them: invisible characters, HTML, link addresses, the
// heads of pages.
// Marks that stand around words, such as those of headings and tables, stay; structure reads them.
import { decodeHTMLStrict } from 'entities';
import { dropRunningHeads } from './running-heads.ts';

export interface Cleaned {
  readonly text: string;
  /** What was changed, in words that complete "…: "; empty where the text is as it was. */
  readonly notes: readonly string[];
}

export interface SourceFormat {
  /** Whether `>` at the head of a line marks a quotation; elsewhere it is a bullet like others. */
  readonly isMarkdown: boolean;
}

/** The text that is served, searched and quoted: the words of the source, each in its order. */
export function clean(source: string, { isMarkdown }: SourceFormat): Cleaned {
  const invisible = dropInvisible(withPlainLineEnds(source));
  const ligatures = spellLigatures(invisible.text);
  const markup = dropMarkup(ligatures.text, isMarkdown);
  const text = dropRunningHeads(markup.text);
  const pages = text === markup.text ? [] : ['heads and feet that every page repeats were left out'];
  return { text, notes: [...invisible.notes, ...ligatures.notes, ...markup.notes, ...pages] };
}

/** Line ends of other systems; CRLF stays as it is. */
function withPlainLineEnds(text: string): string {
  return text.replaceAll(/\r(?!\n)|[\u0085\u2028\u2029]/gu, '\n');
}

/** A hyphen that shows only where a line ends, with the line end after it; zero width, and marks of direction. */
const invisiblePattern =
  /\u00ad(?:[ \t]*\r?\n[ \t]*(?=\p{Ll}))?|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

function dropInvisible(text: string): Cleaned {
  const count = text.match(invisiblePattern)?.length ?? 0;
  if (count === 0) return { text, notes: [] };
  return { text: text.replaceAll(invisiblePattern, ''), notes: [`${count} invisible characters were left out`] };
}

const ligatures: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};

function spellLigatures(text: string): Cleaned {
  const count = text.match(/[\ufb00-\ufb06]/gu)?.length ?? 0;
  if (count === 0) return { text, notes: [] };
  const spelt = text.replaceAll(/[\ufb00-\ufb06]/gu, (char) => ligatures[char] ?? char);
  return { text: spelt, notes: [`${count} ligatures were read as their letters`] };
}

function dropMarkup(source: string, isMarkdown: boolean): Cleaned {
  const text = decodeEntities(dropTags(dropComments(dropLinks(markNotes(source)))));
  const done = isMarkdown ? unquote(text) : text;
  return { text: done, notes: done === source ? [] : ['markup (HTML, link addresses, quotation bars) was left out'] };
}

/** Walks by itself: a pattern would look for the end from every beginning. */
function dropComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    kept += text.slice(from, open);
    from = close + 3;
  }
  return kept + text.slice(from);
}

const cellTags = /<\/t[dh]\s*>[ \t]*(?=<t[dh]\b)/giu;
const blockTags =
  /<\/?(?:address|article|aside|blockquote|body|br|center|details|div|dl|dt|dd|fieldset|figure|figcaption|footer|form|h[1-6]|head|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)\b[^<>]*>/giu;
const inlineTags =
  /<\/?(?:a|abbr|b|big|caption|cite|code|col|colgroup|em|font|i|img|kbd|mark|q|s|small|span|strike|strong|sub|sup|td|th|tt|u|wbr)(?=[\s/>])[^<>]*>/giu;

/** Tags of HTML's own names; what a text sets in angle brackets for its own sake stays. */
function dropTags(text: string): string {
  return text
    .replaceAll(cellTags, '\t')
    .replaceAll(blockTags, (tag, offset: number, whole: string) => (standsBetweenLines(whole, offset, tag) ? '' : '\n'))
    .replaceAll(inlineTags, '');
}

/** A tag at the head or the end of its line needs no line end of its own. */
function standsBetweenLines(text: string, offset: number, tag: string): boolean {
  return text[offset - 1] === '\n' || text[offset + tag.length] === '\n' || offset === 0;
}

/** `&pound;7.9 million`; an ampersand without its semicolon is itself. What would have been left out as a character is left out as its name. */
function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/giu, (entity) =>
    withPlainLineEnds(decodeHTMLStrict(entity)).replaceAll(invisiblePattern, ''),
  );
}

const address = String.raw`<?(?=[^\s()]{0,200}[:/#.])(?:[^\s()]|\([^\s()]{0,100}\)){1,500}>?(?:\s"[^"\n]{0,200}")?`;
const imagePattern = new RegExp(String.raw`!\[[^[\]\n]{0,300}\]\(${address}\)`, 'gu');
const linkPattern = new RegExp(String.raw`\[([^[\]\n]{1,300})\]\(${address}\)`, 'gu');

/** Pictures go, links leave their words, and a bare address its brackets. */
function dropLinks(text: string): string {
  return text
    .replaceAll(imagePattern, '')
    .replaceAll(linkPattern, '$1')
    .replaceAll(/<((?:https?:\/\/|mailto:)[^\s<>]{1,500})>/giu, '$1');
}

/** `[^1]` is a note's number, at the words and at the foot; other names of notes say nothing. */
function markNotes(text: string): string {
  return text
    .replaceAll(/\[\^(\d{1,3})\](?::[ \t]?)?/gu, (mark, number: string) => {
      const raised = number.replaceAll(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
      return mark.includes(':') ? `${raised} ` : raised;
    })
    .replaceAll(/\[\^[\w-]{1,40}\](?!:)/gu, '');
}

/** Bars of quotations, boxes of tasks, and the colon that Markdown sets before what a term means. */
function unquote(text: string): string {
  return text
    .replaceAll(/^ {0,3}(?:>[ \t]?){1,5}/gmu, '')
    .replaceAll(/^([ \t]*[-*+][ \t]+)\[([ xX])\][ \t]+/gmu, (_, bullet: string, box: string) =>
      box === ' ' ? bullet : `${bullet}✓ `,
    )
    .replaceAll(/^:[ \t]+(?=\S)/gmu, '');
}
