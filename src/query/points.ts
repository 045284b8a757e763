// "The second one", "number 3", "commitment C": a point of the list that was shown last.
import type { CitedPlace, PointLine } from '../domain/conversation.ts';
import type { PointWish } from '../domain/plan.ts';
import { pointWish } from './point-wishes.ts';

export interface ShownPoint {
  readonly place: CitedPlace;
  /** What it is called: its first words. */
  readonly name: string;
  /** As it was quoted. */
  readonly text: string;
}

export interface PointedAt {
  readonly point: ShownPoint;
  /** The message with the point's name where it was pointed at. */
  readonly question: string;
  /** The message without the words that point. */
  readonly around: string;
  /** Whether the words that point name no kind of thing, and so could be those of nothing else: "the second one". */
  readonly isBare: boolean;
  /** What is asked of the point, where that is one of these. */
  readonly wants: PointWish | null;
  /** Whether nothing but the point is named: "and the third?" asks of it what was asked of another. */
  readonly namesAlone: boolean;
}

/** Most words of a point that stand for it in a question. */
const longestName = 12;

/** The points of an answer; where it quoted a list within one sentence, the parts of that. @param points as the answer showed them. */
export function shownPoints(
  cited: readonly CitedPlace[],
  points: readonly PointLine[],
  textOf: (place: CitedPlace) => string,
): ShownPoint[] {
  const toPoint = (place: CitedPlace, text: string): ShownPoint => ({ place, text, name: nameOf(text) });
  const listed = points.flatMap(({ words, at }) => {
    const place = cited[at];
    return place ? [toPoint(placeWithin(place, words, textOf(place)), words)] : [];
  });
  if (listed.length > 1) return listed;
  return cited
    .flatMap((place) =>
      enumeratedIn(textOf(place), cited.length === 1).map((text) =>
        toPoint(placeWithin(place, text, textOf(place)), text),
      ),
    )
    .slice(0, mostParts);
}

const mostParts = 16;

/** Where the words of a point stand in the place that is cited for it; that place where they are not found as they were shown. */
function placeWithin(place: CitedPlace, words: string, text: string): CitedPlace {
  const shown = words.split(/[\s*_]+/u).map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  const found = new RegExp(shown.join(String.raw`[\s*_]+`), 'u').exec(text);
  if (!found) return place;
  const start = place.start + found.index;
  return { ...place, start, end: start + found[0].length };
}

/** "A, B and C" in brackets, or after a colon or a dash; names in a row where nothing else was quoted. */
function enumeratedIn(sentence: string, isAlone: boolean): string[] {
  const plain = sentence.replaceAll(/\s+/gu, ' ');
  const brackets = [...plain.matchAll(/\(([^()]*(?:,| and )[^()]*)\)/gu)].map(([, inner = '']) => inner);
  const tail =
    /[:–]\s+([^:–]*,[^:–]* and [^:–]*)$/u.exec(plain)?.[1] ?? (isAlone ? namesInRow.exec(plain)?.[0] : undefined);
  const parts = (brackets.length > 0 ? brackets : tail === undefined ? [] : [tail]).flatMap((list) =>
    list.split(/,\s+(?:and\s+)?|\s+and\s+/u),
  );
  return parts.map((part) => part.replace(/[.;\s]+$/u, '').trim()).filter((part) => part !== '');
}

/** "More Trust, Less Crime and High Standards". */
const namesInRow =
  /(?:\p{Lu}[\p{L}’-]+ ){0,3}\p{Lu}[\p{L}’-]+(?:, (?:\p{Lu}[\p{L}’-]+ ){0,3}\p{Lu}[\p{L}’-]+)+,? and (?:\p{Lu}[\p{L}’-]+ ){0,3}\p{Lu}[\p{L}’-]+/u;

function nameOf(text: string): string {
  const plain = text
    .replaceAll(/\*\*|__/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const bare = plain.replace(/^(?:[A-Z\d]{1,2}[.)]\s+)/u, '');
  const clause = bare.split(/[.:;–](?:\s|$)/u)[0] ?? bare;
  return clause
    .split(' ')
    .slice(0, longestName)
    .join(' ')
    .replaceAll(/[,\s]+$/gu, '');
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const nouns = String.raw`(?:one|point|item|bullet|thing|priority|objective|aim|area|commitment|promise|pledge|principle|value|pillar|theme|goal|measure|target|reason|strand|outcome|partnership|crime|step|part|kpi)`;
const ofThese = String.raw`(?:\s+(?:of|on|in) (?:these|those|them|the list|that list|your list))?`;
/** "The second phase" is no point of a list, so nothing may follow that would make it one of something else. */
const ends = String.raw`(?=\W*$|[,;:.?!]|\s+(?:is|was|are|were|be|means?|about|says?|involves?|covers?|works?|worked|measured|tracked|judged|assessed|achieved|delivered|met|been|ever|reached|hit|kept|done|got|in|on|for|to|then|and|but|do|does|did|will|has|have|look|please|pls|again|there|actually|all)\b)`;
const byOrdinal = new RegExp(
  String.raw`\b(?:the\s+)(?<ordinal>${ordinals.join('|')}|\d{1,2}(?:st|nd|rd|th)|last|final|latter|former)(?:\s+${nouns})?${ofThese}${ends}`,
  'i',
);
const byNumber = new RegExp(
  String.raw`(?:\b(?:number|no\.?|nr\.?|${nouns})\s+|#)(?<number>\d{1,2}|${numbers.join('|')})\b${ofThese}${ends}`,
  'i',
);
const byLetter = new RegExp(String.raw`\b(?:letter|${nouns})\s+(?<letter>[A-H])\b${ofThese}${ends}`, 'u');

const bare = /^the \S+$|\b(?:one|point|item|bullet|thing|number|no|nr|these|those|them|list)\b|#/i;

/**
 * The point that a message means; null where it means none, or one that was not shown.
 * @param parts what was shown last of one point, whose parts bear the letters.
 */
export function pointedAt(
  message: string,
  points: readonly ShownPoint[],
  parts: readonly ShownPoint[] = [],
): PointedAt | null {
  if (points.length < 2) return null;
  for (const pattern of [byOrdinal, byNumber, byLetter]) {
    const found = pattern.exec(message);
    const among = pattern === byLetter && parts.length > 1 ? parts : points;
    const point = found && among[placeOf(found.groups ?? {}, among)];
    if (!found || !point) continue;
    const question = `${message.slice(0, found.index)}${point.name}${message.slice(found.index + found[0].length)}`;
    const around = message.replace(pattern, ' X ');
    const { wants, namesAlone } = pointWish(around);
    return { point, question, around, isBare: bare.test(found[0]), wants, namesAlone };
  }
  return null;
}

function placeOf(
  { ordinal, number, letter }: Readonly<Record<string, string | undefined>>,
  points: readonly ShownPoint[],
): number {
  if (letter !== undefined) {
    const lettered = points.findIndex(({ text }) => new RegExp(String.raw`^\W*${letter}[.):]\s`, 'u').test(text));
    return lettered >= 0 ? lettered : letter.charCodeAt(0) - 'A'.charCodeAt(0);
  }
  const word = (ordinal ?? number ?? '').toLowerCase();
  if (/^(?:last|final|latter)$/u.test(word)) return points.length - 1;
  if (word === 'former') return 0;
  const named = ordinals.includes(word) ? ordinals.indexOf(word) : numbers.indexOf(word);
  return named >= 0 ? named : Number.parseInt(word, 10) - 1;
}
