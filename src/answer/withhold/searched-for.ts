// What was looked for, in the asker's words, for an answer that found nothing.
import type { Plan } from '../../domain/plan.ts';
import { isStopWord } from '../../text/tokens.ts';
import { plainWords } from './plain-words.ts';

/** Words that stay of a question when what it asks is taken away, and tell nobody what was looked for. English, not the corpus's. */
const leftOver =
  /^(?:got|get|gets|getting|hit|hits|is|are|was|were|be|been|has|have|had|do|does|did|wait|waiting|long|lead|led|last|next|lot|much|many|ones?|thing|things|stuff|happen(?:ed|s)?|went|year|years|bit|any|some|own|right|true|correct|wrong|sure|certain|confirm(?:ed|s)?|check(?:ed)?|verify|fact|case|still|yet|already|just|only|even|ever|really|(?:they|we|you|i|he|she|it)(?:d|ll|ve|re|s))$/i;

/** Words of the longest name of a thing. */
const longestName = 7;
/** More single words than this in a row are what is left of a sentence, and no names. */
const mostSingleWords = 2;

/** Only what reads as names of things, and so perhaps nothing. */
export function searchedFor({ sought, asked }: Pick<Plan, 'sought' | 'asked'>): string {
  const parts = sought.split(',').filter((part) => part.trim() !== '');
  const named = parts.filter((part) => {
    const said = wordsOf(part);
    return (
      !/\p{N}/u.test(part) &&
      said.length <= longestName &&
      !said.some((word) => leftOver.test(word)) &&
      !isCutShort(part, asked)
    );
  });
  const single = named.filter((part) => wordsOf(part).length === 1).length;
  // Single words beside others that were left out are scraps of what was asked.
  const areScraps = single === named.length && (named.length < parts.length || single > mostSingleWords);
  if (areScraps) return '';
  return plainWords(named.join(',').replaceAll(/\s+(?:in|at|to|of|on|for|by|from|with|and)\s*(?=,|$)/gi, ''));
}

function wordsOf(part: string): string[] {
  return part.trim().split(/\s+/u);
}

/** "Work part" of "work part time": the question goes on with the name. */
function isCutShort(part: string, asked: string): boolean {
  const at = asked.toLowerCase().indexOf(part.trim().toLowerCase());
  const [, next = ''] = /^[ -]([\p{L}’']+)/u.exec(at < 0 ? '' : asked.slice(at + part.trim().length)) ?? [];
  return wordsOf(part).length > 1 && next !== '' && !isStopWord(next.toLowerCase()) && !leftOver.test(next);
}
