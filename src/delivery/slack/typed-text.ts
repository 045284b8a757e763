// What a person typed in Slack, without Slack's own markup.

/** The words: escapes undone, addresses by their label, channels by their name, and nobody's name. */
export function typedWords(text: string): string {
  return (
    text
      // Of people and groups, and `<!here>`.
      .replaceAll(/<[@!][^<>]*>/gu, ' ')
      .replaceAll(/<#[^<>|]*\|(?<name>[^<>]*)>/gu, '#$<name>')
      .replaceAll(/<#[^<>]*>/gu, ' ')
      .replaceAll(/<[^<>|]*\|(?<label>[^<>]*)>/gu, '$<label>')
      .replaceAll(/<(?<url>[^<>]*)>/gu, '$<url>')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replaceAll(/[ \t]+/gu, ' ')
      .trim()
  );
}

/** Whether a message begins by turning to somebody else. */
export function turnsToAnother(text: string, self: string | null): boolean {
  const addressed = /^\s*<@(?<user>[A-Z0-9]+)(?:\|[^>]*)?>/u.exec(text)?.groups?.['user'];
  return addressed !== undefined && addressed !== self;
}
