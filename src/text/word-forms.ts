// Forms of one word that do not share a stem: "compassion" and "compassionate", "racism" and "racist", "empathy" and "empathetic".

/** Endings with which English makes nouns, adjectives and verbs of one another; none, or an e that another ending takes away, is one too. */
const endings: ReadonlySet<string> = new Set([
  '',
  'e',
  ...(
    'y ic ical ically ism ist istic ise ised ising ize ized izing isation ization ia ate ated ating ately ation ative al ally ial ity ty ness ful fully ' +
    'less able ible ability ment ive ion ional ionate ious ous ously er or ery ry en ent ant ence ance ency ancy etic cy tic ary hood ship'
  ).split(' '),
]);
/** Endings that may follow a short word without making another word of it, as "port" and "portal" are. */
const sureEndings: ReadonlySet<string> = new Set('ism ist istic ery ness ful fully less ous ously'.split(' '));

/** Letters that two forms share: of two words with endings, of a word and its form, of a word and a sure ending, of two sure endings. */
const shortestRoot = { of: 6, whole: 5, sure: 4, bothSure: 3 };

/** The letters with which every other form of a word begins, in lower case; null of a word too short to have one. */
export function startOfForms(word: string): string | null {
  const bare = singular(word.toLowerCase());
  return bare.length < shortestRoot.bothSure ? null : bare.slice(0, shortestRoot.bothSure);
}

/** Whether two words are different forms of one. It may err where words share a root by chance, so a reader should be shown the form. */
export function isOtherForm(one: string, other: string): boolean {
  const [word, form] = [singular(one.toLowerCase()), singular(other.toLowerCase())];
  if (word === form) return false;
  for (let length = sharedLetters(word, form); length >= shortestRoot.bothSure; length -= 1) {
    if (areEndings(word.slice(length), form.slice(length), length)) return true;
  }
  return false;
}

function areEndings(one: string, other: string, root: number): boolean {
  if (!endings.has(one) || !endings.has(other)) return false;
  const bare = [one, other].filter(isBare).length;
  if (bare === 2) return false;
  if (isSure(one) && isSure(other)) return root >= (bare === 1 ? shortestRoot.sure : shortestRoot.bothSure);
  return root >= (one === '' || other === '' ? shortestRoot.whole : shortestRoot.of);
}

function isBare(ending: string): boolean {
  return ending === '' || ending === 'e';
}

function isSure(ending: string): boolean {
  return isBare(ending) || sureEndings.has(ending);
}

function sharedLetters(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function singular(word: string): string {
  return word.replace(/(?<=[^s])s$/u, '');
}
