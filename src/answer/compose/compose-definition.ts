// What a term stands for, and the sentence that says what it is or does.
import type { Passage } from '../../domain/passage.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Acronym } from '../../ports.ts';
import { bareWords } from '../../text/bare-words.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { composeFact } from './compose-fact.ts';
import { isHeld } from '../rank/coverage.ts';
import { earlierWords } from './earlier-words.ts';
import { displayQuote } from '../quote/display-quote.ts';
import { featureOf } from '../rank/features.ts';
import { putFirst } from '../rank/put-first.ts';
import { point, quote, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { select, toQuotation } from '../rank/select.ts';

const limits = { sentences: 2, words: 75, margin: 1.6 };

/** An acronym: its expansion first, with the sentence that gives it. */
export function composeAcronym(request: ComposeRequest): Composed | null {
  const acronym = askedAcronym(request);
  if (!acronym) return composeUnexplained(request) ?? composeDefinition(request);
  if (acronym.twin) return composeTwin(acronym, request);
  const spelled = givingSentence(acronym, request);
  if (!spelled) return composeDefinition(request);
  const stands: Paragraph = [
    words(`*${acronym.term}* stands for **${displayQuote(acronym.expansion)}**. `),
    quote(spelled),
  ];
  return { paragraphs: [stands] };
}

/** Where no document says what the letters stand for, words with these initials are offered as just that. */
function composeTwin(acronym: Acronym, request: ComposeRequest): Composed | null {
  const { term, expansion } = acronym;
  const wanted = bareWords(expansion);
  const holding = request.ranked.filter(
    (sentence) => bareWords(sentence.quote).includes(wanted) && !isHeading(sentence),
  );
  const [best = null] = holding.toSorted((one, other) => featureOf(other, 'defines') - featureOf(one, 'defines'));
  const told = best ? toQuotation(best) : givingSentence(acronym, request);
  if (!told) return composeDefinition(request);
  const own =
    acronym.twin === 'written'
      ? `The documents use *${term}* without spelling it out; they also use the words **${displayQuote(expansion)}**: `
      : `The letters *${term}* are not in the documents; they use the words **${displayQuote(expansion)}**: `;
  return { paragraphs: [[words(own), quote(told)]] };
}

/** The sentence that gives the expansion, wherever among the passages it was ranked. */
function givingSentence(acronym: Acronym, { ranked, found, surroundings }: ComposeRequest): Quotation | null {
  const best = ranked.find((sentence) => gives(sentence, acronym));
  if (best) return toQuotation(best);
  const passages = [...found.map(({ passage }) => passage), ...(surroundings.get(acronym.documentId) ?? [])];
  for (const passage of passages) {
    const sentence = passage.sentences.find((each) => gives({ passage, sentence: each }, acronym));
    if (sentence) return { passage, start: sentence.start, end: sentence.end };
  }
  return null;
}

/** An acronym that no document spells out: said so, with how it is used. */
function composeUnexplained(request: ComposeRequest): Composed | null {
  const bare = bareAcronym.exec(request.plan.topic.trim())?.[1];
  if (bare === undefined) return null;
  const holding = request.ranked.filter(({ quote: text }) => text.includes(bare));
  const texts = holding.map(({ quote: text }) => bareWords(text));
  const uses = holding.filter((_, at) => texts.indexOf(texts[at] ?? '') === at).slice(0, limits.sentences);
  if (uses.length === 0) return null;
  const points = uses.map((use) => point(toQuotation(use)));
  const who = request.isLimited ? 'The documents searched use' : 'The documents use';
  const isMissing = expansionAsked.test(request.plan.question);
  return {
    paragraphs: [[words(`${who} *${bare}* without spelling it out:`)], ...points],
    ...(isMissing && { isMissing }),
  };
}

/** The words themselves are wanted, and not what the thing is: how the letters are used does not tell them. */
const expansionAsked =
  /\b(?:stand(?:s|ing)? (?:for|4)|short (?:for|4)|letters|abbreviat\w*|initials|spell(?:ed|t)? out|in full|expan[ds]\w*)\b/i;

/** A topic that is nothing but capitals and figures, as an acronym is written, and the words that ask what it is. */
const bareAcronym =
  /^(?:[Ww]h?[ao]t(?:['’]?s|\s+is|\s+are|\s+does)?\s+)?(?:(?:the\s+)?[Mm]eaning\s+of\s+)?(?:(?:the|an?)\s+)?([A-Z][A-Z\d&]{1,9})(?<!S)s?\b(?:\s+(?:means?|meaning|stands?(?:\s+for)?))?[\s?.!]*$/u;

/** A term or programme: up to two sentences of one document, the best first, and what tells of it before what tells of another. */
export function composeDefinition(request: ComposeRequest): Composed | null {
  const telling = request.ranked.filter((sentence) => !isBare(sentence, request.plan));
  const ordered = namingFirst(telling.length > 0 ? telling : request.ranked, request.plan);
  const best = ordered[0];
  if (!best) return null;
  const chosen = select(
    ordered.filter((other) => other.passage.documentId === best.passage.documentId),
    limits,
  );
  return chosen.length === 0
    ? composeFact(request)
    : {
        paragraphs: [...chosen.map((sentence): Paragraph => [quote(toQuotation(sentence))]), ...earlierWords(request)],
      };
}

function isHeading(sentence: RankedSentence): boolean {
  return featureOf(sentence, 'heading') === 1;
}

/** A heading, or a line that is no more than the name. */
function isBare(sentence: RankedSentence, { senses }: Plan): boolean {
  const asked = new Set(senses.flatMap(({ stems }) => stems));
  const isTitle = !/\p{Ll}/u.test(sentence.quote);
  return isHeading(sentence) || isTitle || sentence.tokens.every(({ term }) => asked.has(term));
}

/** A sentence that holds all of the name may stand so far behind one that does not; and one that defines it behind one that uses it. */
const margins = { naming: 2, defining: 1.2 };

function namingFirst(sentences: readonly RankedSentence[], { senses }: Plan): readonly RankedSentence[] {
  const isNaming = (sentence: RankedSentence): boolean => senses.every((sense) => isHeld(sense, sentence.terms));
  const named = putFirst(sentences, margins.naming, isNaming);
  return putFirst(named, margins.defining, (sentence) => isNaming(sentence) && featureOf(sentence, 'defines') === 1);
}

function askedAcronym({ plan, acronyms, documents }: ComposeRequest): Acronym | null {
  const asked = new Set(
    (plan.question.match(/[\p{L}\p{N}&]{2,}/gu) ?? []).map((word) => word.toLowerCase().replace(/s$/u, '')),
  );
  const known = acronyms.filter(({ term }) => asked.has(term.toLowerCase().replace(/s$/u, '')));
  const order = documents.map((document) => document.id);
  return known.toSorted((one, other) => order.indexOf(other.documentId) - order.indexOf(one.documentId))[0] ?? null;
}

function gives(
  { passage, sentence }: Pick<RankedSentence, 'sentence'> & { readonly passage: Passage },
  acronym: Acronym,
): boolean {
  return passage.documentId === acronym.documentId && sentence.start <= acronym.start && acronym.end <= sentence.end;
}
