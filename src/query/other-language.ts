// Whether a message is in another language than English, which is the only one that understanding has rules for.
import type { Language } from '../domain/plan.ts';
import { isStopWord, terms } from '../text/tokens.ts';

/** Function words of each language: the commonest of questions. */
const functionWords: readonly (readonly [Exclude<Language, 'unknown'>, ReadonlySet<string>])[] = (
  [
    [
      'cy',
      "yw yn yr y mae beth sut pwy pryd pam ble faint oes ydy ydyn sydd sy i'r o'r a'r am ar ei eu ein gan gyda heddlu wedi",
    ],
    [
      'fr',
      'quel quelle quels quelles combien comment pourquoi quand qui que où est sont les des du la le une un de et dans pour avec sur aux au en ce cette',
    ],
    [
      'de',
      'was wie wer wann wo warum welche welcher viele sind ist wird werden die der das den dem des und für mit von bis nicht ein eine zu im pro gibt es',
    ],
    [
      'es',
      'qué que cuál cuáles cuales cuántos cuantos cuándo cuando cómo dónde quién son es está los las la el del de una un por para en y se hay',
    ],
    [
      'it',
      'quali quale quanti quante quando come dove perché chi sono è gli il lo la le di del della delle dei un una per con nel nella che e',
    ],
    [
      'pt',
      'quais qual quantos quantas quando como onde quem são é os as o a do da dos das de um uma para por com em no na que e há',
    ],
    ['pl', 'jakie jaki jaka ile kiedy kto gdzie dlaczego jak czy są jest w we na do z ze i nie się dla o przez co'],
  ] as const
).map(([language, words]) => [language, new Set(words.split(' '))]);

/** So many of its function words stand in a message of a language, and they make at least this share of its words. */
const fewestWords = 2;
const leastShare = 0.3;

/**
 * The language of a message that is not in English; null for English and for what cannot be told.
 * @param frequency of the terms of the documents: what is in the documents' own language is never another one.
 */
export function otherLanguage(message: string, frequency: ReadonlyMap<string, number>): Language | null {
  const words = wordsOf(message);
  if (isOfAnotherScript(message)) return isKnown(words, frequency) ? null : 'unknown';
  const english = words.filter((word) => isStopWord(word) || askingWords.has(word)).length;
  const [best] = functionWords
    .map(([language, own]) => ({ language, held: words.filter((word) => own.has(word)) }))
    .toSorted((one, other) => other.held.length - one.held.length);
  const least = Math.max(fewestWords, words.length * leastShare, english + 1);
  return best && best.held.length >= least && !isKnown(best.held, frequency) ? best.language : null;
}

/** In lower case. */
function wordsOf(message: string): string[] {
  return (
    message
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}+(?:'\p{L}+)*/gu) ?? []
  );
}

const beyondAscii = /[^\s!-~]/u;

/** Whether most letters are of another script than Latin. */
function isOfAnotherScript(message: string): boolean {
  // Plain English is what nearly all questions are in, and counting letters takes longer.
  if (!beyondAscii.test(message)) return false;
  const letters = message.match(/\p{L}/gu)?.length ?? 0;
  const latin = message.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 2 && latin * 2 < letters;
}

/** Words that English questions of plans hold beside function words. */
const askingWords = new Set([
  'police',
  'plan',
  'strategy',
  'say',
  'mean',
  'officers',
  'find',
  'give',
  'explain',
  'compare',
  'list',
]);

/** Whether the documents hold most of the words. Stop words of English are in no index, so they tell nothing. */
function isKnown(words: readonly string[], frequency: ReadonlyMap<string, number>): boolean {
  const indexed = words.flatMap((word) => terms(word));
  return indexed.length > 0 && indexed.filter((term) => frequency.has(term)).length * 2 > indexed.length;
}
