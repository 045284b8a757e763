// Messages with slips of the keyboard put right. The little words that ask, as they are often misspelt or cut short: what kind of thing is wanted
// hangs on them, and no document holds them.
import { slipOf } from './expand.ts';
import type { Vocabulary } from './expand.ts';
import { terms } from '../text/tokens.ts';

/** Plain letters, and so without the flag `u`: beside `i` it makes each `\b` look both ways, at ten times the cost. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/\b(how) (?:meny|menny|manny|mani|mny|maney|amny)\b/gi, '$1 many'],
  [/\b(how) (?:mutch|muhc|moch|muc)\b/gi, '$1 much'],
  [/\b(how) (?:offen|oftan|ofen|oftn)\b/gi, '$1 often'],
  [/\b(?:hw|hwo|hou) (?=many|much|often|long|far)/gi, 'how '],
  [/\b(?:wich|whch|whitch|witch)(?= (?:one|of|strateg|plan|doc|borough|year|team|unit|operation))/gi, 'which'],
  [/\b(?:waht|whta|hwat|wht|wat)\b/gi, 'what'],
  [/\b(?:whne|wehn|wen|whn)\b/gi, 'when'],
  [/\b(?:whre|wher|wehre)\b/gi, 'where'],
  [/\b(?:becuase|becasue|becouse)\b/gi, 'because'],
  [/(?<![\w'’.&/-])r(?![\w'’.&/-])/g, 'are'],
  [/\bhrs\b/gi, 'hours'],
  [/\bmins\b/gi, 'minutes'],
  [/\bwks\b/gi, 'weeks'],
  [/\byrs\b/gi, 'years'],
  [/\b(?:teh|hte)\b/gi, 'the'],
];

/** "23/24" is the financial year 2023/24. */
const financialYear = /(?<![\d/.-])([01234]\d)\/([01234]\d)(?![\d/-])/gu;

/** One word with what follows it, four times or more in a row: a thousand of them say no more than one, and cost a thousand times as much to read. */
const repeatedWord = /\b(\w+\W+)\1{3,}/gu;

/** The message with these words put right, and what is said over and over once; all others stand as they are. */
export function respelled(message: string): string {
  const once = message.replaceAll(/[ \t]{3,}/gu, ' ').replaceAll(repeatedWord, '$1');
  const spelled = slips.reduce((text, [slip, word]) => text.replaceAll(slip, word), once);
  return spelled.replaceAll(financialYear, (whole, from: string, to: string) =>
    Number(to) === Number(from) + 1 ? `20${from}/${to}` : whole,
  );
}

/** One slip is looked for under the word that it is nearest to as well; with more, too little of the question is left to rank by. */
const severalSlips = 2;

/**
 * The topic with each misspelt word put right as a word, for its meaning: the stem that it is a slip of, under the ending that was written
 * ("comissioned" is commiss- and -ioned). A capital within the topic begins a name, which is left as it is.
 */
export function putRight(topic: string, vocabulary: Vocabulary): string {
  return topic.replaceAll(/(?<![\p{L}\p{N}'’-])\p{Ll}+(?![\p{L}\p{N}'’-])/gu, (word) => {
    const stem = slipOf(word, vocabulary);
    const [own = ''] = terms(word);
    if (stem === null) return word;
    const ending = word.startsWith(own) ? word.slice(own.length) : '';
    return ending === '' ? stem.replace(/i$/u, 'y') : `${stem}${ending}`;
  });
}

/** The topic with misspelt words replaced by the stems of the corpus that they are slips of, where there are several; else as it stands. */
export function withoutSlips(topic: string, vocabulary: Vocabulary): string {
  const found = [...topic.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const stem = slipOf(word.toLowerCase(), vocabulary);
    return stem === null ? [] : [{ index, word, stem }];
  });
  if (new Set(found.map(({ stem }) => stem)).size < severalSlips) return topic;
  return found.reduceRight(
    (text, { index, word, stem }) => `${text.slice(0, index)}${stem}${text.slice(index + word.length)}`,
    topic,
  );
}
