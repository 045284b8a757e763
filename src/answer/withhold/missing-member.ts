// Whether a body, place or rank of the kind asked for is named: "which schools take part?" is answered by the names of schools, and not
// by what is done in schools.
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';

/** Kinds of bodies and places that go by names of their own, as questions and documents call them. */
const families: readonly string[] = [
  String.raw`councils?|local authorit(?:y|ies)`,
  String.raw`(?:nhs|hospital|health|academy) trusts?|hospitals?`,
  String.raw`schools?|academ(?:y|ies)|colleges?`,
  String.raw`universit(?:y|ies)|unis?`,
  String.raw`supermarkets?|shops?|retailers?`,
  String.raw`compan(?:y|ies)|firms?|suppliers?|vendors?|contractors?|businesses`,
  String.raw`venues?|stadiums?|stadia|arenas?`,
  String.raw`(?:police )?forces?|constabular(?:y|ies)`,
  String.raw`charit(?:y|ies)`,
  String.raw`prisons?|jails?`,
  String.raw`courts?`,
  String.raw`newspapers?|broadcasters?`,
  String.raw`countr(?:y|ies)`,
];

const words = String.raw`(?!(?:of|in|on|at|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|to|for|by|with|from|about|than|that|the|and)\b)[\p{L}'’&-]+`;
const rankAsked = /\b(?:which|wich|what) (?:other )?ranks\b/iu;
const rankNamed =
  /\b(?:constables?|sergeants?|inspectors?|superintendents?|commanders?|commissioners?|officers? and above|managers?|chiefs?|captains?|lieutenants?|colonels?|ranks|grades?)\b/iu;

/** Several of a kind, or one of which something is said: in "which school officers" a school says only which officers. */
const asHead = String.raw`(?:(?<=s|stadia)\b|\s+(?:is|was|has|had|did|does|do|will|would|gave|got|makes|made|won|runs|ran)\b)`;
const askings = families.map((family) => ({
  family,
  asking: new RegExp(
    String.raw`\b(?:which|wich|names? of)\s+(?:the |other |of the )?(?:${words}\s+(?:and\s+)?){0,3}?(?:${family})${asHead}`,
    'iu',
  ),
}));

/** The words for the kind asked for, one that goes by names; null where another is. */
function familyAsked(question: string): string | null {
  return askings.find(({ asking }) => asking.test(question))?.family ?? null;
}

/** Whether members of a kind are asked for that goes by names, and none is named in the passages that would be quoted. */
export function lacksMember({ plan, found }: ComposeRequest, top: readonly RankedSentence[]): boolean {
  const { question } = plan;
  if (rankAsked.test(question)) return !top.some(({ quote }) => rankNamed.test(quote));
  const family = familyAsked(question);
  if (family === null) return false;
  const texts = found.map(({ passage }) => passage.text);
  const known = new Set(question.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu));
  const isNew = (name: string): boolean =>
    name
      .split(/[^\p{L}'’-]+/u)
      .some((word) => /^\p{Lu}/u.test(word) && !known.has(word.toLowerCase()) && !isEverywhere(word, texts));
  return !top.some(({ passage }) => namesOf(family, passage.text).some(isNew));
}

/** Share of the passages found from which a word names nothing in particular: the organisation, or its city. */
const everywhere = 0.25;
/** In so few passages nothing is said everywhere, however few there are in all. */
const few = 4;

function isEverywhere(word: string, texts: readonly string[]): boolean {
  const bare = word.replace(/['’]s?$/u, '');
  return texts.filter((text) => text.includes(bare)).length >= Math.max(few, everywhere * texts.length);
}

const name = String.raw`\p{Lu}[\p{L}'’-]+(?:(?:,? (?:and |of |for )?)\p{Lu}[\p{L}'’-]+){0,5}`;

/** Names beside a word for the kind: "Eastham Council", "Alder and Birch schools", "suppliers such as Fenwick", "University of Leam". */
function namesOf(family: string, text: string): string[] {
  const kind = caseless(family);
  const before = new RegExp(String.raw`(${name})\s+(?:${kind})(?![\p{L}])`, 'gu');
  const after = new RegExp(
    String.raw`(?<![\p{L}])(?:${kind})(?: areas?)?(?:,? (?:such as|like|including|namely|called)|:| –| of|,)?\s?\(?\s?(?:the )?(${name})`,
    'gu',
  );
  return [before, after].flatMap((pattern) => [...text.matchAll(pattern)].map(([, found = '']) => found));
}

/** The first letter of each word of a pattern in either case. */
function caseless(pattern: string): string {
  return pattern.replaceAll(/(?<![\p{L}\\:?])\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
