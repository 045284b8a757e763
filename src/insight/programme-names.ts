// Names of programmes, operations, schemes and strategies in one sentence, by the ways in which English gives such names.
import type { Span } from '../domain/document.ts';

const capital = String.raw`\p{Lu}[\p{L}0-9]*(?:['’](?:\p{L}+|(?=\s\p{Lu}))|-\p{L}+)*`;
/** Small words within a name; an article only after another of them. */
const link = String.raw`(?:of|and|for|in|to|against|&)(?:\s+the)?`;
/** Words in capitals that hang together: `Right Care, Right Person`, `Stop and Search`. */
const title = String.raw`${capital}(?:,?\s+(?:${link}\s+)?${capital}){0,6}`;
const twoOrMore = String.raw`${capital}(?:,?\s+(?:${link}\s+)?${capital}){1,6}`;
/** What a name ends in that says of itself what it is, in capitals. */
const kindsInName =
  'Strategy|Programme|Plan|Scheme|Charter|Model|Academy|Framework|Initiative|Campaign|Project|Guarantee|Code|System|Desk|App|Dashboard|Hotline|Line|Boards?|Hubs?|Agreements?|Review|Partnerships?|Centre|Unit|Command|Directorate|Statement';
/** What follows a name and says what it is the name of. */
const kindsAfter =
  'programmes?|scheme|initiative|campaigns?|pilot|project|model|methodology|policy|activity|platform|charter|strategy|app|training|approach|teams?|policing';
/** The same, for a name of one word, which would else be any word before a team. */
const kindsAfterOne = 'programme|scheme|initiative|campaign|project|model|review|inquiry';
const kindsBefore = 'programme|tool|system|campaign|scheme|initiative';
const launching =
  '[Ll]aunch(?:ed|ing)?|[Rr]elaunch(?:ed|ing)?|[Ii]ntroduc(?:e|ed|ing)|[Ii]mplement(?:ed|ing)?|[Rr]oll(?:ed|ing) out|[Pp]ioneer(?:ed|ing)|[Ee]xpand(?:ed|ing)?|[Pp]ublished|[Vv]ia';
const apart = { before: String.raw`(?<![\p{L}\p{N}@.])`, after: String.raw`(?![\p{L}0-9@])` };

const operation = new RegExp(
  String.raw`\bOperations? (?<name>${capital})(?:(?:,| and) (?:Operation )?(?<second>${capital}))?`,
  'gu',
);

interface NamePattern {
  readonly pattern: RegExp;
  /** Whether words before the name may have been taken for a part of it. */
  readonly isLoose: boolean;
}

const loose = (source: string): NamePattern => ({ pattern: new RegExp(source, 'gu'), isLoose: true });
const exact = (source: string): NamePattern => ({ pattern: new RegExp(source, 'gu'), isLoose: false });

const patterns: readonly NamePattern[] = [
  // `Neighbourhood Policing Guarantee`, `Core Code of Ethics`
  loose(
    String.raw`${apart.before}(?<name>${title}\s+(?:${link}\s+)?(?:${kindsInName})(?:\s+(?:of|for)\s+${title})?)(?!\s+\p{Lu})${apart.after}`,
  ),
  // `Total Professionalism programme`, `Women in Firearms (WiFA) programme`, `Leading for London development programme`
  loose(String.raw`${apart.before}(?<name>${twoOrMore})\**(?:\s+\([^)]{0,40}\))?\s+(?:\p{Ll}+\s+)?(?:${kindsAfter})\b`),
  // `change programme (Met Change)`, `engagement tool Met Engage`, `programme - Met Change -`
  loose(String.raw`\b(?:${kindsBefore})\s?(?:\(|,\s|[-–]\s)?(?<name>${twoOrMore})(?=[),.]|\s[-–]|\s|$)`),
  // `we implemented Right Care Right Person`, `pioneered the use of Live Facial Recognition`
  loose(
    String.raw`\b(?:${launching})\s+(?:(?:the|our|a|an|its|new|use|of|involvement|in)\s+){0,5}(?<name>${twoOrMore})`,
  ),
  // `Total Policing will drive`: what a sentence begins with and tells of, without an article.
  loose(String.raw`^(?<name>${twoOrMore})\s+(?=(?:will|puts|showed)\b)`),
  // `Connect, our new case management system`
  exact(
    String.raw`(?<=\p{Ll}\s+)(?<name>${capital}),\s+(?:our|a|an|the)\s+(?:\p{Ll}+\s+){0,5}(?:${kindsBefore}|platform)\b`,
  ),
  // Between quotation marks, one to five words in capitals: ‘Together’.
  exact(String.raw`(?<=\s)['‘“"](?<name>${capital}(?:\s+(?:${link}\s+)?${capital}){0,5})['’”"](?![\p{L}])`),
  // `MetInfoTech`
  exact(String.raw`${apart.before}(?<name>(?:\p{Lu}\p{Ll}+){2,})(?!\s+\p{Lu})${apart.after}`),
  exact(String.raw`(?<=\s|^)(?<name>#\p{L}[\p{L}\p{N}_]{2,})`),
];

const oneWord = new RegExp(
  String.raw`${apart.before}(?<name>(?<word>\p{Lu}[\p{L}0-9]+)\**\s+(?:${kindsAfterOne}))\b`,
  'gu',
);

/** Words that begin a phrase and are no part of a name. */
const notFirst =
  /^(?:The|Our|A|An|This|These|Their|Its|In|On|With|By|For|Through|And|As|Under|If|We|It|All|Each|Every|To|Of|At|From|Mayor['’]s|Government['’]s|Commissioner['’]s|Met['’]s)\s+(?:of\s+|the\s+)?/u;
const gerundFirst = /^\p{L}+ing\s+(?:the\s+|our\s+)?/u;
/** Names that are only kinds. */
const bare = new RegExp(
  String.raw`^(?:(?:${kindsInName}|Action|Annual|Key|Business|Policing|Strategic|Performance|Local|National|Supporting|Senior|Management)s?\s?)+$`,
  'u',
);
/** Where two names were taken for one: `the Culture Plan and the London Race Action Plan`. */
const between = new RegExp(String.raw`(?<=\b(?:${kindsInName}))\s(?:and|&)\s(?:the\s|our\s)?`, 'gu');

/** A name and where it stands; `name` may hold a word that is only meant there, as the second `Operation`. */
export interface NamedSpan extends Span {
  readonly name: string;
}

/** @param ordinary words that stand in small letters somewhere: alone, they name nothing. */
export function programmeNames(text: string, ordinary: ReadonlySet<string>): NamedSpan[] {
  return [
    ...[...text.matchAll(operation)].flatMap(operationsOf),
    ...patterns.flatMap(({ pattern, isLoose }) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const name = match.groups?.['name'] ?? '';
        const start = match.index + match[0].indexOf(name);
        return isLoose ? apartFrom(name, start) : named(name, start);
      }),
    ),
    ...[...text.matchAll(oneWord)].flatMap((match) =>
      ordinary.has(match.groups?.['word']?.toLowerCase() ?? '') ||
      /(?<!\b(?:The|A|An|Our|This))(?<=\p{Lu}\p{L}*)\s$/u.test(text.slice(0, match.index))
        ? []
        : named(match.groups?.['name'] ?? '', match.index),
    ),
  ];
}

function operationsOf(match: RegExpExecArray): NamedSpan[] {
  const { name = '', second } = match.groups ?? {};
  const start = match.index;
  const first = { name: `Operation ${name}`, start, end: start + match[0].indexOf(name) + name.length };
  return second === undefined
    ? [first]
    : [
        first,
        { name: `Operation ${second}`, start: start + match[0].lastIndexOf(second), end: start + match[0].length },
      ];
}

/** The names that were taken together, each without the words before it that are no part of it. */
function apartFrom(words: string, start: number): NamedSpan[] {
  const cuts = [...words.matchAll(between)];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  return starts.flatMap((from, index) => {
    const part = words.slice(from, cuts[index]?.index ?? words.length);
    const lead = leadOf(part, start + from === 0);
    const name = part.slice(lead);
    // A name of one word is looked for apart, for almost any word in capitals would be one.
    return /\s/u.test(name.trim()) ? named(name, start + from + lead) : [];
  });
}

/** Code units of the words at its head that are no part of the name; a verb in -ing is none where the sentence begins. */
function leadOf(part: string, isFirst: boolean): number {
  let lead = 0;
  for (;;) {
    const rest = part.slice(lead);
    const found = notFirst.exec(rest) ?? (isFirst && lead === 0 ? gerundFirst.exec(rest) : null);
    if (!found) return lead;
    lead += found[0].length;
  }
}

function named(words: string, start: number): NamedSpan[] {
  const name = words.replaceAll(/[*\s]+/gu, ' ').trim();
  const isName =
    name.length > 3 &&
    !bare.test(name) &&
    !/\band \p{L}+ing\b/u.test(name) &&
    (/\p{Ll}/u.test(name) || name.startsWith('#'));
  return isName ? [{ name, start, end: start + words.length }] : [];
}
