// What one document says of a thing: the best of the sentences that name it, and none that only stand near.
import { meantDocuments } from '../../domain/plan.ts';
import { askedThings } from '../withhold/asked-things.ts';
import { mentionsOf, noMention } from '../withhold/mentions.ts';
import { point, quote, words } from '../quote/quotation.ts';
import type { Paragraph } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { select, toQuotation } from '../rank/select.ts';

const limits = { sentences: 4, words: 120, margin: 3 };

/** Null where no sentence of the document names the thing. */
export function composeSaid(request: ComposeRequest): Composed | null {
  const things = askedThings(request).map((thing) => ({
    thing,
    naming: mentionsOf(request, thing).flatMap(({ sentences }) => sentences),
  }));
  const naming = new Set(things.flatMap((each) => each.naming));
  const telling = [...naming].filter((sentence) => !isOnlyName(sentence, request));
  const [first, ...others] = select(
    [...(telling.length > 0 ? telling : naming)].toSorted((one, other) => other.score - one.score),
    limits,
  );
  if (!first) return null;
  const meant = meantDocuments(request.plan.scope);
  const documents = request.documents.filter(({ id }) => meant.has(id));
  const silent = things
    .filter((each) => each.naming.length === 0)
    .map(({ thing }): Paragraph => [words(`*${thing.label}* – ${noMention(documents)}`)]);
  return {
    paragraphs: [[quote(toQuotation(first))], ...others.map((sentence) => point(toQuotation(sentence))), ...silent],
  };
}

/** A heading or a point that is the thing's name says nothing of it. */
function isOnlyName({ terms }: RankedSentence, { plan }: ComposeRequest): boolean {
  const asked = new Set(plan.concepts.flatMap(({ own }) => own));
  return [...terms].every((stem) => asked.has(stem));
}
