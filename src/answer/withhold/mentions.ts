// Whether a document speaks of the thing asked after, and where best.
import type { DocumentDescription } from '../../domain/document.ts';
import type { Passage } from '../../domain/passage.ts';
import { meantDocuments } from '../../domain/plan.ts';
import type { Concept } from '../../domain/plan.ts';
import { isOtherForm, startOfForms } from '../../text/word-forms.ts';
import type { Quotation } from '../quote/quotation.ts';
import { featureOf } from '../rank/features.ts';
import { conceptCoverageOf, holdsConcept } from '../rank/concept-coverage.ts';
import type { ConceptCoverage } from '../rank/concept-coverage.ts';
import { readPassage } from '../rank/read-passage.ts';
import { isHeldAround, rarestOf } from '../rank/rarest-concept.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { either } from '../rank/request.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { askedThings } from './asked-things.ts';
import type { AskedThing } from './asked-things.ts';

export interface Mention {
  readonly document: DocumentDescription;
  /** Best first: what names the thing most fully, then what answers best; empty where the document does not speak of it. */
  readonly sentences: readonly RankedSentence[];
  /** Where it does not: another form of the word asked after ("compassionate" for "compassion"), and the first sentence that holds it. */
  readonly otherForm: OtherForm | null;
}

export interface OtherForm {
  readonly asked: string;
  readonly word: string;
  readonly quotation: Quotation;
}

/**
 * A sentence mentions a thing if it holds so much of what the asker names, or somewhat less while being near in meaning. By hand on
 * the tuning questions: whoever is told of a mention that is none has been told something wrong, so in doubt there is none.
 */
const threshold = { named: 0.72, near: { named: 0.5, similarity: 0.42 } };
/** Of one document that is asked what it says, more is a mention: the reader sees the words and can judge. */
const thresholdOfSaid = { named: 0.6, near: { named: 0.3, similarity: 0.42 } };
/** A name has at most this many words: one of them ("net", of "net zero") is not the thing. */
const longestName = 2;
/** Of so many words the rarest is what the question is about; of more, it may be put in other words than the documents'. */
const mostTelling = 3;

/** Whether any document meant speaks of any of the things asked after. */
export function isMentioned(request: ComposeRequest): boolean {
  return askedThings(request).some((thing) =>
    mentionsOf(request, thing).some(({ sentences, otherForm }) => sentences.length > 0 || otherForm),
  );
}

/** For each document meant (all of those searched where none is), its sentences that speak of the thing. */
export function mentionsOf(request: ComposeRequest, thing: AskedThing): Mention[] {
  const meant = meantDocuments(request.plan.scope);
  return mentionsIn(
    request.documents.filter(({ id }) => meant.has(id)),
    request,
    thing,
  );
}

/** The same for documents that are searched and not meant: "in any earlier strategy?" leaves out the one that speaks of it. */
export function mentionsBeside(request: ComposeRequest, thing: AskedThing): Mention[] {
  const meant = meantDocuments(request.plan.scope);
  return mentionsIn(
    request.documents.filter(({ id }) => !meant.has(id)),
    request,
    thing,
  );
}

function mentionsIn(
  documents: readonly DocumentDescription[],
  request: ComposeRequest,
  { concepts }: AskedThing,
): Mention[] {
  const coverage = conceptCoverageOf(concepts, request.statistics);
  const isMention = mentionTest(request, { concepts, label: '' }, coverage);
  return documents.map((document) => {
    const sentences = request
      .rankedIn(document.id)
      .filter(isMention)
      .map((sentence) => ({ sentence, named: coverage(sentence.terms) }))
      .toSorted((one, other) => other.named - one.named || other.sentence.score - one.sentence.score)
      .map(({ sentence }) => sentence);
    const passages = sentences.length === 0 ? (request.surroundings.get(document.id) ?? []) : [];
    return { document, sentences, otherForm: otherFormIn(passages, concepts) };
  });
}

/** Of a thing of one word, the first place where another form of it stands in running text. */
function otherFormIn(passages: readonly Passage[], concepts: readonly Concept[]): OtherForm | null {
  const [asked, ...others] = concepts.filter(({ isGeneric }) => !isGeneric).map(({ words }) => words.trim());
  if (asked === undefined || others.length > 0 || !/^\p{L}+$/u.test(asked)) return null;
  const start = startOfForms(asked);
  if (start === null) return null;
  // Most passages, and most sentences of the others, hold no such letters: their words need not be told apart.
  const startsForm = new RegExp(start, 'i');
  for (const passage of passages) {
    if (!startsForm.test(passage.text)) continue;
    for (const { sentence, quote } of readPassage(passage).sentences) {
      if (sentence.kind === 'heading' || !startsForm.test(quote)) continue;
      const word = (quote.match(/(?<![\p{L}\p{N}])\p{L}+(?![\p{L}\p{N}])/gu) ?? []).find((each) =>
        isOtherForm(asked, each),
      );
      if (word === undefined) continue;
      return { asked, word: word.toLowerCase(), quotation: { passage, start: sentence.start, end: sentence.end } };
    }
  }
  return null;
}

/** `not *compassion* itself, but *compassionate*` */
export function inOtherForm({ asked, word }: OtherForm): string {
  return `not *${asked}* itself, but *${word}*`;
}

function mentionTest(
  { plan, statistics }: ComposeRequest,
  { concepts }: AskedThing,
  coverage: ConceptCoverage,
): (ranked: RankedSentence) => boolean {
  const { named: enough, near } = plan.asksWhatIsSaid ? thresholdOfSaid : threshold;
  const telling = concepts.filter(({ isGeneric }) => !isGeneric);
  const isName = telling.length > 1 && telling.flatMap(({ own }) => own).length <= longestName;
  const mustStand = plan.asksWhatIsSaid && telling.length <= mostTelling;
  const rarest = mustStand ? rarestOf(telling, statistics) : null;
  return (ranked) => {
    if (ranked.sentence.kind === 'heading') return false;
    const isNear = Math.max(featureOf(ranked, 'sentence'), featureOf(ranked, 'context')) >= near.similarity;
    if (rarest && !isHeldAround(rarest, ranked, isNear)) return false;
    const named = coverage(ranked.terms);
    const isWhole = !isName || telling.every((concept) => holdsConcept(ranked.terms, concept));
    return (named >= enough && isWhole) || (isNear && named >= near.named);
  };
}

/** `No mention found in A, B or C.` */
export function noMention(documents: readonly DocumentDescription[]): string {
  return `No mention found in ${either(documents)}.`;
}

/** `Nothing found in these words in A, B or C.` */
export function nothingInTheseWords(documents: readonly DocumentDescription[]): string {
  return `Nothing found in these words in ${either(documents)}.`;
}
