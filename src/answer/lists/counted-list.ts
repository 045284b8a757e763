// Which lists are of the so many things that a question asks for, and which sentence tells that there are so many.
import { holds, holdsConcept } from '../rank/concept-coverage.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { readPassage } from '../rank/read-passage.ts';
import { textOf } from '../quote/quotation.ts';
import type { Concept } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import type { CountedAsk } from './counted-ask.ts';
import { numberOf, numberWords } from './list-counts.ts';
import { kindsLike } from './list-features.ts';
import { readList } from './read-lists.ts';
import type { StatedList } from './stated-list.ts';

/** People miscount by so many; a list further off is another. */
const miscounted = 2;

/** Whether a list is about what is named, and as long as is said. */
export function isCountedList(list: StatedList, ask: CountedAsk): boolean {
  const { counts, items } = readList(list);
  const isAnnounced = counts.includes(ask.count) && list.form !== 'inline';
  if (!isAnnounced && Math.abs(list.items.length - ask.count) > miscounted) return false;
  const around = textsAround(list).map(terms);
  const all = new Set([...around.flat(), ...items]);
  const isOf = ask.of.every((concept) => around.some((text) => saysConcept(text, concept)));
  return isOf && isWhich(all, ask) && (isOpenKind(ask) || namesKind(all, ask));
}

/** Whether a list's own words, or those that lead to it, name the kind of thing that is counted or one like it. */
export function isOfNamedKind(list: StatedList, ask: CountedAsk): boolean {
  return namesKind(new Set([...textsAround(list).flatMap(terms), ...readList(list).items]), ask);
}

/** What introduces a list: its lead and headings, the sentence that it stands in, and what stands before it in its passage. */
function textsAround({ lead, within, path, items: [first] }: StatedList): string[] {
  const begin = lead ?? first?.name;
  const above = begin ? [textOf({ ...begin, start: begin.passage.start, end: begin.start })] : [];
  return [...path, ...above, ...[lead, within].flatMap((part) => (part ? [textOf(part)] : []))];
}

/** Whether a concept stands there, its words side by side; what the question gives a name of its own goes by no other. */
function saysConcept(stems: readonly string[], { own, others, words }: Concept): boolean {
  const said = ` ${stems.join(' ')} `;
  const isName = /\p{Lu}\p{Ll}+\s+\p{Lu}/u.test(words);
  return [own, ...(isName ? [] : others)].some((phrase) => phrase.length > 0 && said.includes(` ${phrase.join(' ')} `));
}

/** Of aims, promises and the like a document often names no kind: it states them. */
function isOpenKind({ kind }: CountedAsk): boolean {
  return kind.length === 0 || kind.some((stem) => planned.has(stem) || kindsLike(stem).length > 0);
}

const planned = new Set(terms('actions changes measures initiatives projects plans tactics ideas'));

function namesKind(stems: ReadonlySet<string>, { kind }: CountedAsk): boolean {
  return kind.length === 0 || [...kind, ...kind.flatMap(kindsLike)].some((stem) => stems.has(stem));
}

function isWhich(stems: ReadonlySet<string>, { which }: CountedAsk): boolean {
  const telling = which.filter(({ isGeneric }) => !isGeneric);
  return telling.length === 0 || telling.some((concept) => holdsConcept(stems, concept));
}

/** Whether a sentence says that there are so many of them. */
export function tellsCount({ quote, passage, terms: own }: RankedSentence, ask: CountedAsk): boolean {
  const { headings, sentences } = readPassage(passage);
  const around = new Set([...own, ...headings, ...sentences.flatMap((each) => [...each.terms])]);
  return countsKind(quote, ask) && ask.of.every((concept) => holdsConcept(own, concept)) && isWhich(around, ask);
}

const numberInText = new RegExp(
  String.raw`(?<![\p{L}\p{N}£$€.,/–-])(\d{1,3}|${numberWords.join('|')})((?:\s+[\p{L}\p{N}'’-]+){1,4})`,
  'giu',
);

/** Whether the number stands right before what is counted. */
function countsKind(text: string, { count, kind }: CountedAsk): boolean {
  return [...text.matchAll(numberInText)].some(
    ([, number = '', phrase = '']) => numberOf(number) === count && holds(new Set(terms(phrase)), kind),
  );
}

/** Whether a sentence speaks of all that is named, and of things of that very kind; where nothing is named, aims and the like may go unnamed. */
export function speaksOfCounted({ terms: own }: RankedSentence, ask: CountedAsk): boolean {
  const { kind, of } = ask;
  if (of.length === 0 && isOpenKind(ask)) return true;
  return kind.length > 0 && holds(own, kind) && of.every((concept) => holdsConcept(own, concept));
}
