// English phrases that say the same as a word, put in its place so that either may stand for the other.

const phrases: readonly (readonly [RegExp, string])[] = [
  [/\ba (?:small|limited) number of\b/giu, 'few'],
  [/\ba (?:large|great) number of\b/giu, 'many'],
  [/\bas (?:early|soon|quickly) as possible\b|\bat the earliest (?:opportunity|possible moment)\b/giu, 'earliest'],
  [/\bwith the (?:help|support|aid) of\b|\b(?:enabled|helped|supported) by\b|\bby means of\b/giu, 'using'],
  [/\b(?:be|is|are|become) clear(?:er)? about\b/giu, 'clarify'],
  [/\bwith no need to\b|\bwithout (?:having|needing) to\b/giu, 'without'],
  [/\bno matter (?:how|what|where|who)\b|\bregardless of\b|\bhowever(?= (?:they|it|we|you|he|she)\b)/giu, 'whatever'],
  [/\b(?:get|gets|getting|got) in touch\b|\b(?:make|makes|making|made) contact\b/giu, 'contact'],
  [/\bin order to\b/giu, 'to'],
  [/\bas well as\b|\balong with\b|\btogether with\b/giu, 'and'],
  [/\bin spite of\b|\beven with\b/giu, 'despite'],
  [/\bowing to\b|\bon account of\b|\bas a result of\b/giu, 'because of'],
  [/\bmake(?:s)? sure\b|\bsee(?:s)? to it\b/giu, 'ensure'],
  [/\bmade sure\b/giu, 'ensured'],
  [/\bmaking sure\b/giu, 'ensuring'],
  [/\btake(?:s)? (?:action|steps) to\b/giu, 'act to'],
  [/\b(?:get|gets|getting) rid of\b/giu, 'remove'],
  [/\bset(?:s|ting)? up\b/giu, 'establish'],
  [/\bcarr(?:y|ies|ied|ying) out\b/giu, 'conduct'],
  [/\b(?:bring|brings|bringing|brought) together\b/giu, 'join'],
  [/\b(?:take|takes|taken|taking|took) part in\b/giu, 'join'],
  [/\bmade up of\b|\bconsist(?:s|ed|ing)? of\b|\bcompris(?:e|es|ed|ing)\b/giu, 'including'],
  [/\bin touch with\b/giu, 'contact'],
  [/\b(?:both ways|in both directions)\b/giu, 'two-way'],
  [/\bthe (?:whole|entire) of\b/giu, 'all'],
  [/\bdue to be\b|\bset to be\b/giu, 'will be'],
];

/** For a text in lower case: to look for either case takes some thirty times as long. */
const looked = phrases.map(([phrase, word]) => ({ phrase, word, lower: new RegExp(phrase.source, 'u') }));
const anyPhrase = new RegExp(phrases.map(([{ source }]) => source).join('|'), 'u');

/** Pure. Meant for comparing only: what is quoted is held against the passage as it stands. */
export function withoutPhrases(text: string): string {
  // Most sentences have none.
  if (!anyPhrase.test(text.toLowerCase())) return text;
  return looked.reduce(
    (rest, { phrase, word, lower }) => (lower.test(rest.toLowerCase()) ? rest.replaceAll(phrase, word) : rest),
    text,
  );
}
