// What was worked out about the texts met last: the parts of understanding a question look at the same few texts again and again.

/** Texts remembered: a question, its topic and the parts of it, for the questions that are answered at one time. */
const capacity = 16;

/** The same function, which does not work out again what it gave for one of the last texts. @param workOut must depend on the text alone. */
export function rememberTexts<Made>(workOut: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, { readonly made: Made }>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered) return remembered.made;
    const made = workOut(text);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= capacity) known.delete(oldest);
    known.set(text, { made });
    return made;
  };
}
