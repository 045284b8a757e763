// Text as the rules of extraction read it: every character keeps its place, so that what is found is a span of the original.

/** The same length as `text`: white space as spaces (tabs stay), straight apostrophes and quotes, emphasis marks as spaces. */
export function plainOf(text: string): string {
  return text
    .replaceAll(/[\s\u200b]/gu, (space) => (space === '\t' ? '\t' : ' '.repeat(space.length)))
    .replaceAll(/[’‘ʼ]/gu, "'")
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/[*_\0]/gu, ' ');
}

/** One space where several stand, none at the ends. Offsets no longer hold. */
export function squeezed(plain: string): string {
  return plain.replaceAll(/\s+/gu, ' ').trim();
}
