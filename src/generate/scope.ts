// What a statement leaves out of its support that limits it: conditions, of whom it is true, how much at a time.
import { terms } from '../text/tokens.ts';

/** What limits the words before it. */
const limits =
  /\b(?:except|excluding|unless|apart from|other than|save for|aside from|subject to|provided that|as long as|only (?:if|where|when|in|with|for|on|at|by|after|once|until)|if)\b/gu;
/** Content words before a limit that it limits. */
const limitedWords = 2;
/** A condition with which a sentence begins, and what it limits. */
const fronted =
  /(?:^|[.;]\s+)(?:but |and |even )?(?:if|unless|provided that|subject to|as long as|only if)\b[^,.;]*,\s*(?<main>[^.;]+)/gu;
/** Those of whom something is true alone, without a comma. */
const relative = /(?<!\p{L})(?<noun>\p{L}+) (?:who|whose|which|where) (?<clause>[^,.;]+)/gu;
/** Content words of such a clause of which a statement says one at least. */
const relativeWords = 2;
const quantity = String.raw`half|thirds?|quarters?|some|most|many|few|none|all|each|majority|minority|number|one|two|three|four|five|six|seven|eight|nine|ten|[\p{N}][\p{N}.,]*%?`;
const partOf = new RegExp(
  String.raw`\b(?<quantity>${quantity}) of (?:(?:the|our|its|their|these|those) )?(?<noun>\p{L}+)`,
  'gu',
);
const someOf = /(?:^|[.;]\s+)(?<quantity>some|many|most|few|several) (?<noun>\p{L}+)/gu;
const every = /^(?:all|each|number)$/u;
const timeOf = /\b(?<when>before|after|until) (?:(?:the|an?|its|our|their) )?(?<what>\p{L}+)/gu;
const eachOf = /(?<figure>[£$€]?[\p{N}][\p{N}.,]*(?:k|m|bn)?) (?:each|apiece)\b/gu;
const hourly = /(?<figure>[£$€][\p{N}][\p{N}.,]*(?:k|m|bn)?) (?:an?|per|every) \p{L}+/gu;

/** Pure. Whether a statement keeps what limits it in its support; both in lower case. */
export function keepsScope(statement: string, support: string): boolean {
  const said = terms(statement);
  const stems = new Set(said);
  return (
    keepsLimits(statement, support, stems) &&
    keepsRelatives(support, stems) &&
    keepsWhole(statement, support, said) &&
    keepsTimes(statement, support) &&
    keepsRates(statement, support) &&
    keepsPeriods(statement, support)
  );
}

/** Whether a limit that stands in the support beside what the statement says stands in the statement too. */
function keepsLimits(statement: string, support: string, said: ReadonlySet<string>): boolean {
  const limited = [...support.matchAll(limits)].map(({ index }) => terms(support.slice(0, index)).slice(-limitedWords));
  const main = [...support.matchAll(fronted)].map(({ groups }) => terms(groups?.['main'] ?? '').slice(0, limitedWords));
  const isSaid = [...limited, ...main].some((words) => words.length > 0 && words.every((stem) => said.has(stem)));
  return !isSaid || statement.search(limits) >= 0;
}

/** "Anglers who fish from the lock" are not all anglers. */
function keepsRelatives(support: string, said: ReadonlySet<string>): boolean {
  const [subject] = terms(support);
  return [...support.matchAll(relative)].every(({ groups }) => {
    const noun = terms(groups?.['noun'] ?? '');
    const clause = terms(groups?.['clause'] ?? '');
    const [told, rest] = [clause.slice(0, relativeWords), clause.slice(relativeWords)];
    const saysOther = noun.every((stem) => said.has(stem)) && rest.some((stem) => said.has(stem));
    return (
      noun[0] !== subject || noun.length === 0 || told.length === 0 || !saysOther || told.some((stem) => said.has(stem))
    );
  });
}

/** What is true of a part is not told of the whole. */
function keepsWhole(statement: string, support: string, [first]: readonly string[]): boolean {
  return [...support.matchAll(partOf), ...support.matchAll(someOf)].every(({ groups }) => {
    const [noun] = terms(groups?.['noun'] ?? '');
    const share = groups?.['quantity'] ?? '';
    return noun === undefined || noun !== first || statement.includes(share) || every.test(share);
  });
}

/** What is before something is not at it. */
function keepsTimes(statement: string, support: string): boolean {
  return [...support.matchAll(timeOf)].every(({ groups }) => {
    const what = groups?.['what'] ?? '';
    return !new RegExp(String.raw`\b(?:at|during|on) (?:(?:the|an?|its|our|their) )?${what}\b`, 'u').test(statement);
  });
}

/** A price of each is not the price of all. */
function keepsRates(statement: string, support: string): boolean {
  const figures = [...support.matchAll(eachOf), ...support.matchAll(hourly)].map(
    ({ groups }) => groups?.['figure'] ?? '',
  );
  return figures.every(
    (figure) =>
      !statement.includes(figure) ||
      /\b(?:each|every|apiece|per|an?|annual\w*|hourly|daily|weekly|monthly|yearly)\b/u.test(statement),
  );
}

const periodOf = /\bevery (?<count>\p{L}+|\p{N}+) (?<unit>year|quarter|month|week|day|hour|minute)s?\b/gu;

/** "Every two years" is neither every year nor within two. */
function keepsPeriods(statement: string, support: string): boolean {
  const own = [...statement.matchAll(periodOf)].map(({ groups }) => terms(groups?.['count'] ?? '')[0]);
  return [...support.matchAll(periodOf)].every(({ groups }) => {
    const isTold = new RegExp(String.raw`\b${groups?.['unit'] ?? ''}s?\b`, 'u').test(statement);
    return !isTold || own.includes(terms(groups?.['count'] ?? '')[0]);
  });
}
