// What a term stands for, and the sentence that says what it is or does.
import type { Acronym } from '../ports.ts';
import type { Composed, ComposeRequest } from './request.ts';
import { composeFact } from './compose-fact.ts';
import { earlierWords } from './earlier-words.ts';
import { displayQuote } from './display-quote.ts';
import { quote, words } from './quotation.ts';
import type { Paragraph } from './quotation.ts';
import type { RankedSentence } from './rank.ts';
import { select, toQuotation } from './select.ts';

const limits = { sentences: 2, words: 75, margin: 1.6 };

/** An acronym: its expansion first, with the sentence that gives it. */
export function composeAcronym(request: ComposeRequest): Composed | null {
  const acronym = askedAcronym(request);
  if (!acronym) return composeUnexplained(request) ?? composeDefinition(request);
  const spelled = request.ranked.find((sentence) => gives(sentence, acronym));
  if (!spelled) return composeDefinition(request);
  const stands: Paragraph = [
    words(`*${acronym.term}* stands for **${displayQuote(acronym.expansion)}**. `),
    quote(toQuotation(spelled)),
  ];
  return { paragraphs: [stands] };
}

/** An acronym that no document spells out: said so, with how it is used. */
function composeUnexplained(request: ComposeRequest): Composed | null {
  const bare = bareAcronym.exec(request.plan.topic.trim())?.[1];
  if (bare === undefined) return null;
  const uses = request.ranked.filter(({ quote: text }) => text.includes(bare)).slice(0, limits.sentences);
  if (uses.length === 0) return null;
  const points = uses.map((use): Paragraph => [words('- '), quote(toQuotation(use))]);
  return { paragraphs: [[words(`The documents use *${bare}* without spelling it out:`)], ...points] };
}

/** A topic that is nothing but capitals and figures, as an acronym is written. */
const bareAcronym = /^(?:the\s+)?([A-Z][A-Z\d&]{1,9})\b[\s?.!]*$/u;

/** A term or programme: up to two sentences of one document, the best first. */
export function composeDefinition(request: ComposeRequest): Composed | null {
  const best = request.ranked[0];
  if (!best) return null;
  const sameDocument = request.ranked.filter((other) => other.passage.documentId === best.passage.documentId);
  const chosen = select(sameDocument, limits);
  return chosen.length === 0
    ? composeFact(request)
    : {
        paragraphs: [...chosen.map((sentence): Paragraph => [quote(toQuotation(sentence))]), ...earlierWords(request)],
      };
}

function askedAcronym({ plan, acronyms, documents }: ComposeRequest): Acronym | null {
  const asked = new Set(
    (plan.question.match(/[\p{L}\p{N}&]{2,}/gu) ?? []).map((word) => word.toLowerCase().replace(/s$/u, '')),
  );
  const known = acronyms.filter(({ term }) => asked.has(term.toLowerCase().replace(/s$/u, '')));
  const order = documents.map((document) => document.id);
  return known.toSorted((one, other) => order.indexOf(other.documentId) - order.indexOf(one.documentId))[0] ?? null;
}

function gives({ passage, sentence }: RankedSentence, acronym: Acronym): boolean {
  return passage.documentId === acronym.documentId && sentence.start <= acronym.start && acronym.end <= sentence.end;
}
