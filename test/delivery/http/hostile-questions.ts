// Questions that are none, or far too many: what people and programs send to see what happens.
const most = 2000;

function filled(part: string): string {
  return part
    .repeat(Math.ceil(most / part.length))
    .slice(0, most)
    .trim();
}

/** Each at most 2,000 characters, the longest that is accepted. */
export const hostileQuestions: readonly (readonly [what: string, question: string])[] = [
  ['one word over and over', filled('dredging ')],
  ['one word without an end', filled('dredging')],
  ['a deed done to one long word', `has ${'dredging'.repeat(230)} been closed?`],
  ['nothing but question marks', filled('?')],
  ['question marks apart', filled('? ')],
  ['500 questions', Array.from({ length: 500 }, () => 'who?').join('')],
  ['hundreds of whole questions', filled('Who pays toll? ')],
  ['questions on lines of their own', filled('why?\n')],
  ['and what and what', filled('what is it and ')],
  ['and how many and how many', filled('and how many ')],
  ['greetings over and over', filled('hello ')],
  ['brackets that never close', filled('([{<')],
  ['brackets and what they hold', filled('(a) [b] ')],
  ['years over and over', filled('2015-2019 ')],
  ['figures without an end', filled('1,')],
  ['capitals as of acronyms', filled('ABC DEF ')],
  [
    'different words',
    Array.from({ length: 250 }, (_, number) => `w${number}ord`)
      .join(' ')
      .slice(0, most),
  ],
  ['spaces between two words', `dredge${' '.repeat(most - 12)}basin`],
  ['accents on one letter', filled('e\u0301\u0302')],
  ['German', 'Wann werden Sie das östliche Becken ausbaggern?'],
  ['Arabic', 'متى سيتم تجريف الحوض الشرقي؟'],
  ['Chinese', '你们什么时候疏浚东部港池？'],
  ['Chinese without an end', filled('疏浚港池')],
  ['Russian', 'Когда вы углубите восточный бассейн?'],
  ['emoji', '🚓🚨❓'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)> dredge the basin?'],
  ['Markdown', '# dredge\n\n[basin](javascript:alert(1)) ![x](http://a.example/b.png) **when**? [1]'],
  ['markers of citations', filled('[1] ')],
  ['a table', filled('| a | b |\n')],
  ['JSON', '{"question":"dredge","documents":["../../etc"]}'],
  ['SQL', '\'; DROP TABLE passages; -- NEAR("a" "b") OR *'],
  ['a NUL and half a character', 'dredge\u0000the\ud83d basin\udc00?'],
];
