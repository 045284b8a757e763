// The clauses of a sentence in which somebody is said to do something in future: who, how the clause hangs in the sentence, and what.

export type Modality =
  | 'will' // will, shall, 'll, is going to
  | 'must' // must, need, have to, want
  | 'aim'; // is committed to, aims to, intends to, plans to

export interface Clause {
  readonly modality: Modality;
  /** Words of the subject, in lower case; empty where none was found. */
  readonly subject: string;
  /** The words that lead to the subject from the start of the sentence, in lower case. */
  readonly lead: string;
  /** What follows the modal verb, in lower case, to the end of the sentence. */
  readonly rest: string;
  /** Whether it tells more of a noun before it ("a platform which will replace …"). */
  readonly isRelative: boolean;
  /** Places of the subject and of the modal verb in the sentence. */
  readonly from: number;
  readonly at: number;
}

const adverbs = String.raw`(?:(?:also|now|then|therefore|still|always|all|both|each|fully|further|currently|[a-z]+ly)\s+)*`;
const predicates: readonly (readonly [Modality, RegExp])[] = [
  [
    'will',
    new RegExp(String.raw`'ll\b|(?<![-\w])(?:will|shall)(?![-\w])|\b(?:am|is|are|'re|'m)\s+${adverbs}going to\b`, 'gu'),
  ],
  ['must', /\b(?:must|needs?(?: to)?|ha(?:ve|s) to|wants?)\b/gu],
  [
    'aim',
    new RegExp(
      String.raw`(?:\b(?:am|is|are|remain|remains)\b|'re\b|'m\b|'s\b)\s+${adverbs}(?:committed|determined|dedicated|resolved|pledged)\s+(?:to|that)\b` +
        String.raw`|\b(?:aims?|intends?|plans?|seeks?|strives?|aspires?|pledges?|promises?|undertakes?|commits?|endeavours?)\s+to\b` +
        String.raw`|\b(?:am|is|are|'re|'m)\s+${adverbs}(?:aiming|seeking|striving|planning|working)\s+(?:to|towards?)\b`,
      'gu',
    ),
  ],
];

/** Where a clause may begin: after a stop, a dash, a bracket, or a word that joins clauses. */
const boundary =
  /[.;:!?–—(|]|,|\s-\s|\b(?:and|but|or|so|yet|while|whilst|although|though|because|since|as|if|when|where|whether|that|which|who|whom|whose|how|what|why|until|unless|than)\b/gu;

/** Every clause of the sentence with a modal verb, in order. @param sentence with single spaces and straight apostrophes. */
export function clausesOf(sentence: string): Clause[] {
  const words = sentence.toLowerCase();
  return predicates
    .flatMap(([modality, pattern]) =>
      [...words.matchAll(pattern)].map((match) => clauseAt(words, match.index, { modality, length: match[0].length })),
    )
    .toSorted((one, other) => one.at - other.at);
}

interface Found {
  readonly modality: Modality;
  readonly length: number;
}

function clauseAt(words: string, at: number, { modality, length }: Found): Clause {
  const head = words.slice(0, at);
  const subject = subjectIn(head);
  return {
    modality,
    subject: tidy(head.slice(subject)),
    lead: tidy(head.slice(0, subject)),
    rest: tidy(words.slice(at + length)),
    isRelative: /\b(?:which|that|who)\s*$/u.test(head),
    from: subject,
    at,
  };
}

const pronoun = new RegExp(String.raw`\b(?:we|they|it|you|he|she)(?:\s+${adverbs})?\s*$`, 'u');

/** Where the subject begins that these words end in. */
function subjectIn(words: string): number {
  const own = pronoun.exec(words);
  if (own) return own.index;
  // An acronym in brackets, or a name between dashes, belongs to what it is of.
  const head = words
    .replace(/\([^()]*\)\s*$/u, blank)
    .replace(/\s[-–—]\s[^-–—]{1,40}\s[-–—]\s*$/u, blank)
    .replace(/(?<=\s)[-–—]\s[^-–—]{1,40}\s[-–—](?=\sand our\b)/gu, blank);
  let begin = 0;
  for (const match of head.matchAll(boundary)) {
    const end = match.index + match[0].length;
    if (head.slice(end).trim() !== '') begin = end;
  }
  return begin;
}

const blank = (words: string): string => ' '.repeat(words.length);

function tidy(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').trim();
}
