// Every place where a pattern stands. Unlike `matchAll` this does not make a pattern of its own for each text, which has to be compiled
// again whenever the engine has forgotten the last one.

/** All matches in order, as `text.matchAll(pattern)`. @param pattern with the flag `g`; it is set back to the beginning. */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    // An empty match would be found for ever.
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
