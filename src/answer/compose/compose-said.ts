// What one document says of a thing: the best of the sentences that name it, and none that only stand near.
import { meantDocuments } from '../../domain/plan.ts';
import { askedThings } from '../withhold/asked-things.ts';
import { inOtherForm, mentionsOf, noMention } from '../withhold/mentions.ts';
import { point, quote, words } from '../quote/quotation.ts';
import type { Paragraph } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { select, toQuotation } from '../rank/select.ts';

const limits = { sentences: 4, words: 120, margin: 3 };

/** Null where no sentence of the document names the thing. */
export function composeSaid(request: ComposeRequest): Composed | null {
  const things = askedThings(request).map((thing) => {
    const mentions = mentionsOf(request, thing);
    const otherForms = mentions.flatMap(({ otherForm }) => otherForm ?? []);
    return { thing, naming: mentions.flatMap(({ sentences }) => sentences), otherForms };
  });
  const naming = new Set(things.flatMap((each) => each.naming));
  const telling = [...naming].filter((sentence) => !isOnlyName(sentence, request));
  const [first, ...others] = select(
    [...(telling.length > 0 ? telling : naming)].toSorted((one, other) => other.score - one.score),
    limits,
  );
  const inForms = things.flatMap(({ otherForms }) =>
    otherForms.map((form): Paragraph => [words(`${capitalised(inOtherForm(form))}: `), quote(form.quotation)]),
  );
  if (!first) return inForms.length === 0 ? null : { paragraphs: inForms };
  const meant = meantDocuments(request.plan.scope);
  const documents = request.documents.filter(({ id }) => meant.has(id));
  const silent = things
    .filter(({ naming: own, otherForms }) => own.length + otherForms.length === 0)
    .map(({ thing }): Paragraph => [words(`*${thing.label}* – ${noMention(documents)}`)]);
  return {
    paragraphs: [
      [quote(toQuotation(first))],
      ...others.map((sentence) => point(toQuotation(sentence))),
      ...inForms,
      ...silent,
    ],
  };
}

/** A heading or a point that is the thing's name says nothing of it. */
function isOnlyName({ terms }: RankedSentence, { plan }: ComposeRequest): boolean {
  const asked = new Set(plan.concepts.flatMap(({ own }) => own));
  return [...terms].every((stem) => asked.has(stem));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
