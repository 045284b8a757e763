// Who does something and to whom it is done: a statement that has the words of its support may have them the other way round.
import { terms, tokens } from '../text/tokens.ts';
import { isSaid } from './synonyms.ts';

const past =
  'told|gave|given|took|taken|made|led|won|saw|seen|held|built|kept|sent|brought|bought|found|left|lost|paid|sold|taught|wrote|written|beat|beaten|fought|caught|stole|stolen|chose|chosen';
/** Words of one verb that is done to somebody, by its look or by what stands before it. */
const verbPattern = new RegExp(
  String.raw`\b(?:(?<be>is|are|was|were|be|been|being)\s+(?:\p{L}+ly\s+)?)?(?:(?:will|shall|must|can|may|should|would|could|to|not|then|also)\s+)*(?<verb>(?<=\b(?:will|shall|must|can|may|should|would|could)\s)\p{L}{3,}|\p{L}{3,}ed|${past})\b`,
  'giu',
);
/** What changes by itself as well as by others: "confidence was improved" and "confidence improved" are the same. */
const changesItself = new Set(
  terms(
    'increase decrease reduce improve change grow open close start begin end move develop double halve widen narrow continue spread settle',
  ),
);

/** Who does it is told before, and not to be found in the clause. */
const pronoun =
  /\b(?:we|they|it|he|she|who|that|which|you)(?:'\p{L}+)?\s+(?:(?:have|has|had|also|now|all|\p{L}+ly)\s+)*$/iu;

/** Another name of whom it is about, right before the verb. */
const apposition = /,[^,;:.]*,\s*$/u;
const tie = /\b(?:who|which|whose|from|with|against)\b/iu;

interface Verb {
  readonly stem: string;
  readonly isPassive: boolean;
  readonly before: readonly string[];
  /** Of what stands before it, what is not tied to that by "from", "who" and the like. */
  readonly head: readonly string[];
  readonly after: readonly string[];
  /** Whether it says by whom. */
  readonly hasAgent: boolean;
}

/** Pure. */
export function exchangesRoles(statement: string, support: string): boolean {
  const given = verbsOf(support);
  const isExchanged = verbsOf(statement).some((own) => {
    if (changesItself.has(own.stem)) return false;
    const same = given.filter(({ stem }) => stem === own.stem);
    return same.length > 0 && own.before.length > 0 && same.every((other) => areExchanged(own, other));
  });
  return isExchanged || exchangesCompared(statement, support);
}

function areExchanged(own: Verb, given: Verb): boolean {
  const stand = (words: readonly string[]): boolean => own.before.every((word) => words.includes(word));
  if (own.isPassive === given.isPassive) {
    const isOther = given.head.length > 0 && !own.before.some((word) => isSaid(word, new Set(given.head)));
    return (
      isOther &&
      (stand(given.before) || (!own.before.some((word) => given.before.includes(word)) && stand(given.after)))
    );
  }
  if (own.isPassive) return stand(given.before) && own.after.some((word) => given.after.includes(word)) && own.hasAgent;
  return stand(given.before);
}

function verbsOf(text: string): Verb[] {
  return [...text.matchAll(verbPattern)].flatMap((match) => {
    const { groups, index } = match;
    const [stem] = terms(groups?.['verb'] ?? '');
    if (stem === undefined) return [];
    const [clause = ''] = text
      .slice(0, index)
      .replace(apposition, ' ')
      .split(/[,;:.]/u)
      .slice(-1);
    const before = pronoun.test(clause) ? '' : clause;
    const [after = ''] = text.slice(index + match[0].length).split(/[;:.]/u, 1);
    return [
      {
        stem,
        isPassive: groups?.['be'] !== undefined,
        before: terms(before),
        head: terms(before.split(tie)[0] ?? ''),
        after: terms(after),
        hasAgent: /\bby\b/iu.test(after),
      },
    ];
  });
}

const comparison = /\b(?:than|as \p{L}+ as)\b/iu;

/** Whether what is more is told as what is less: "A is larger than B" for "B is larger than A". */
function exchangesCompared(statement: string, support: string): boolean {
  const [own, given] = [sidesOf(statement), sidesOf(support)];
  if (!own || !given) return false;
  const [left, right] = own;
  const has = (words: readonly string[], side: 0 | 1): boolean =>
    words.some((word) => given[side].includes(word) && !given[side === 0 ? 1 : 0].includes(word));
  return has(right, 0) && !has(right, 1) && has(left, 1);
}

/** Content words near a comparison that tell what is compared. */
const nearest = 6;

function sidesOf(text: string): [string[], string[]] | null {
  const match = comparison.exec(text);
  if (!match) return null;
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  return [
    tokens(before)
      .slice(-nearest)
      .map(({ term }) => term),
    tokens(after)
      .slice(0, nearest)
      .map(({ term }) => term),
  ];
}
