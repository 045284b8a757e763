// Text of people and documents as Slack shows it, and does nothing else. Slack's markup has no escape for its own marks.

/**
 * Zero-width space. Marks count only at the edge of a word: with this on both sides they stand at none, look the same, and can be copied.
 */
export const guard = '\u200b';

/** Bold, italics, strike-through and code. */
const marks = /[*_~`]/gu;
/** Spaces and line breaks of every kind, control characters included: a line is one line. */
const breaks = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** Words within a line, for a text of type `mrkdwn` and for the `text` of a message. */
export function escapeMrkdwn(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(breaks, ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // At the start of a line it would make a block quotation of it.
      .replace(/^(?= ?&gt;)/u, guard)
      .replaceAll(marks, `${guard}$&${guard}`)
      // Names of emoji, as `:wave:`.
      .replaceAll(/:(?=[\w+'-]+:)/gu, `:${guard}`)
      // Where a client or an app looks for names of its own accord.
      .replaceAll(/@(?=channel|here|everyone)/giu, `@${guard}`)
  );
}

/** A link with words of ours or of a document for its label. @param url of our own making; whatever could end it is encoded. */
export function mrkdwnLink(url: string, label: string): string {
  return `<${linkTarget(url)}|${escapeMrkdwn(label).replaceAll('|', '¦')}>`;
}

function linkTarget(url: string): string {
  return url.replaceAll('&', '&amp;').replaceAll(/[|<>\s]/gu, (character) => encodeURIComponent(character));
}

/** Words in bold. Slack ends bold only at the edge of a word, so an edge is made where there is none. */
export function mrkdwnStrong(text: string): string {
  const words = escapeMrkdwn(text).trim();
  return words === '' ? '' : `*${words}${/[\p{L}\p{N}]$/u.test(words) ? '' : guard}*`;
}
