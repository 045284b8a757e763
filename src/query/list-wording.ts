// Whether a question asks for a list: outright ("list the …", "the five …"), or by asking for things in the plural.

import { rememberTexts } from '../text/remember-texts.ts';

export type ListWording = 'outright' | 'plural';

/** How the wording asks for a list; null where it wants one thing. */
export function listWording(message: string): ListWording | null {
  return wordingOf(message).wording;
}

/** Several rules ask it of one question, and the patterns are slow to try. */
const wordingOf = rememberTexts((message: string) => ({ wording: readWording(message) }));

function readWording(message: string): ListWording | null {
  // "IT" is no pronoun.
  const question = message.replaceAll(/\bIT\b/gu, 'computer');
  if (oneThing.test(question) && !(namesAsked.test(question) && isCounted(question))) return null;
  if (command.test(question) || everyOne.test(question) || isCounted(question)) return 'outright';
  return isPlural(question) || isTerse(question) ? 'plural' : null;
}

const oneThing =
  /\bhow (?:many|much|often|long|big|far)\b|\bnames? of\b|(?<!\b(?:does|do|did)\b.{1,60})\bnames?\s*(?:pls|please|\?|$)|\b(?:what|give)\b.{0,20}\bname\b|\bof the \w+ .{0,40}\bdo you\b|\bwhat(?:['’]s| is) it\W*$|^\W*(?:where|when|why)\b/i;
/** "The seven things at the top, names pls": of so many, the names are the list. */
const namesAsked = /\bnames\s*(?:pls|please|\?|$)/i;
const command =
  /^\W*(?:(?:hi|hello|hey|ok|please|pls|can|could|would|you|u|just|also|and|so|now|quickly?)\W+)*(?:list|enumerate|name|set out|itemi[sz]e)\b|[–—:,.?-]\s*(?:list|enumerate)\b|\b(?:list|enumerate) (?:all|them|it all|the|every|each|out|pls|please|what)\b|(?<!\b(?:the|a|on|my|our|wish|watch)\s|['’]s\s)\blist(?: (?:pls|please))?\s*[.!?]*$/i;

const number = String.raw`(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[0-2])`;
const documentNouns = String.raw`(?:strateg(?:y|ies)|strats?|plans?|documents?|docs?|papers?|drafts?|versions?|texts?)`;
/** "All of them", "every point", "which ones?": that the answer has several parts is said. */
const everyOne = new RegExp(
  [
    String.raw`\ball (?:of )?(?:them|those|these|it|${number})\b(?! (?:\w+ )?${documentNouns}| (?:time|way|same)\b)`,
    String.raw`(?:^|[.,;:?!–—]\s*)all (?:the )?(?:\w+ )?\w+s\W*$`,
    String.raw`\b(?:give|need|want|show|tell) .{0,30}\ball (?:the|its|of)\b`,
    String.raw`\b(?:every|each) (?:point|one|item|part|step|bit)\b`,
    String.raw`\bnames only\b`,
    String.raw`\bthere (?:are|were) ${number}\W*$`,
    String.raw`\b(?:which ones|(?:what|which) (?:are|were) (?:they|these|those|the (?:others|rest)|(?:the|those|these) ${number}))\W*$`,
  ].join('|'),
  'i',
);

/** Adjectives may stand between a number and its noun; verbs, articles and prepositions may not. */
const between = String.raw`(?:(?!(?:of|in|on|at|to|for|from|by|with|per|and|or|the|a|an|is|are|was|were|did|does|do|has|have|will|we|they|more|times?|years?|months?|weeks?|days?|hours?|per ?cent|million|billion|thousand|hundred)\b)[\p{L}\p{N}%'’()&/-]+,?\s+){0,4}?`;
const counted = new RegExp(
  String.raw`(?<![\p{L}\p{N}£$€.,/–-])${number}\s+${between}['‘“"]?([\p{L}-]*[\p{L}]s|criteria)\b`,
  'giu',
);

/** A number of things is spoken of: "the four enabling priorities", "there were three yardsticks", "5 objs". */
function isCounted(question: string): boolean {
  return [...question.matchAll(counted)].some(([, noun = '']) => isPluralWord(noun) && !measured.test(noun));
}

/** Nouns of which a number is a measure, or that stand for documents, periods and people rather than for things listed. */
const measured = new RegExp(
  String.raw`^(?:years?|yrs?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?|times|officers?|constables?|pcsos?|londoners|victims?|bcus|boroughs|forces|pounds|points|phases|calls|incidents|arrests|homicides|sites|posts|wards|teams|${documentNouns})$`,
  'i',
);

function isPluralWord(word: string): boolean {
  return /^(?:\p{L}.*[^su'’]s|criteria|lgbt)$/iu.test(word) && word.length > 2 && !notPlural.test(word);
}

/** Words that end in s and are no plurals. */
const notPlural =
  /^(?:is|was|does|has|this|as|its|yes|always|besides|towards|whats|hers|his|mps|gets?|says?|goes|makes|means|needs|wants|uses|gives|takes|keeps|counts|covers|costs|happens|applies|proposes|mets|whereabouts|news|headquarters|analysis|basis|crisis|emphasis|series|gas|alas|logistics|politics|ethics|forensics|statistics|analytics|premises|overseas|sometimes|nowadays|afterwards|perhaps|thanks|pls)$/i;

const stop = String.raw`(?:did|does|do|is|are|was|were|will|would|can|could|should|must|has|have|had|in|of|on|for|to|by|at|from|with|about|that|we|they|it|you|u|i|he|she|there|behind|under|within|after|before|during|into|over|out|if|when|and|the|a|an|our|their|its|this|these|those)`;
const phrase = String.raw`((?:(?!${stop}\b)[\p{L}\p{N}'’()&/%-]+[\s?.!,;]*){1,4})`;
/** The words between a question word and the verb: "which [enabling priorities] does …", "what are [our values]". */
const asked = new RegExp(
  String.raw`\b(?:what|which|wot)(?:(?:['’]?s|['’]re| (?:are|were|r))(?: (?:the|our|their|its|these|those|my|all))*)?\s+${phrase}`,
  'giu',
);
const askedPeople =
  /\bwho(?:['’]s|s|['’]re| are| were)?\s+(?:the|our|their|its)\s+((?:[\p{L}-]+\s+){0,3}?[\p{L}-]+s)\b/iu;
const sorts =
  /(?:\b(?:what|which|wot)\b.{0,12}|^\W*(?:[\w ]{1,20}:\s*)?)\b(?:(?:sorts|kinds|types) of|(?:sort|kind|type) of (?:[\w-]+ ){0,3}?(?:stuff|\w+[^s]s)\b)/i;
/** What someone will be able to do is several things, whatever the noun. */
const abilities = /\b(?:what|wot)(?:['’]ll|\s+(?:else\s+)?(?:will|would|can|should|are|is))\b.{1,60}?\bable to do\b/i;
/** Documents and mentions in the plural are asked for by a question of presence, unless it says what they are for. */
const documents = new RegExp(
  String.raw`^(?:(?:other|earlier|previous|past|old|older|recent|current|met['’]?s?|published|corporate|of|${number}) )*(?:${documentNouns}|references|mentions)$`,
  'i',
);

/** Things are asked for in the plural. */
function isPlural(question: string): boolean {
  if (sorts.test(question) || abilities.test(question)) return true;
  const phrases = [...question.matchAll(asked)].map((match) => match[1] ?? '');
  const people = askedPeople.exec(question)?.[1];
  return [...phrases, ...(people === undefined ? [] : [people])].some((words) => {
    const tokens = words.match(/[\p{L}'’-]+/gu) ?? [];
    const at = tokens.findIndex(isPluralWord);
    return at >= 0 && !documents.test(tokens.slice(0, at + 1).join(' '));
  });
}

/** What lists are made of, for a message that names nothing else: "met values 2018?". */
const kinds =
  /\b(?:priorities|objectives|objs|values|principles|goals|outcomes|measures|pillars|areas|themes|strands|aims|kpis|indicators|lessons|reasons|groups|partners|partnerships|drivers|criteria|tests|tools|examples|challenges|targets|achievements|commitments|pledges|promises|steps|headings|yardsticks|offences|sorts|kinds|types|parts|bits|wells)\b/i;
const mostTerseWords = 8;
const verbs =
  /\b(?:is|are|was|were|do|does|did|has|have|will|would|can|how|why|when|where|vs?|versus|hit|compare\w*|mention\w*|any)\b(?!['’]s)/i;

function isTerse(question: string): boolean {
  const words = question.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  return kinds.test(question) && words.length <= mostTerseWords && !verbs.test(question);
}
