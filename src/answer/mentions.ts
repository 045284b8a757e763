// Whether a document speaks of the thing asked after, and where best.
import type { DocumentDescription } from '../domain/document.ts';
import { meantDocuments } from '../domain/plan.ts';
import { featureOf } from './features.ts';
import { conceptCoverageOf, namedConcepts } from './concept-coverage.ts';
import { nameOf } from './request.ts';
import type { ComposeRequest } from './request.ts';
import type { RankedSentence } from './rank.ts';

export interface Mention {
  readonly document: DocumentDescription;
  /** Best first: what names the thing most fully, then what answers best; empty where the document does not speak of it. */
  readonly sentences: readonly RankedSentence[];
}

/**
 * A sentence mentions a thing if it holds so much of what the asker names, or somewhat less while being near in meaning. By hand on
 * the tuning questions: whoever is told of a mention that is none has been told something wrong, so in doubt there is none.
 */
const threshold = { named: 0.72, near: { named: 0.5, similarity: 0.42 } };
/** Of one document that is asked what it says, more is a mention: the reader sees the words and can judge. */
const thresholdOfSaid = { named: 0.6, near: { named: 0.3, similarity: 0.42 } };

/** For each document meant (all of those searched where none is), its sentences that speak of the thing. */
export function mentionsOf(request: ComposeRequest): Mention[] {
  const meant = meantDocuments(request.plan.scope);
  return mentionsIn(
    request.documents.filter(({ id }) => meant.has(id)),
    request,
  );
}

/** The same for documents that are searched and not meant: "in any earlier strategy?" leaves out the one that speaks of it. */
export function mentionsBeside(request: ComposeRequest): Mention[] {
  const meant = meantDocuments(request.plan.scope);
  return mentionsIn(
    request.documents.filter(({ id }) => !meant.has(id)),
    request,
  );
}

function mentionsIn(documents: readonly DocumentDescription[], request: ComposeRequest): Mention[] {
  const coverage = conceptCoverageOf(namedConcepts(request.plan), request.statistics);
  const namedBy = ({ terms }: RankedSentence): number => coverage(terms);
  const least = request.plan.asksWhatIsSaid ? thresholdOfSaid : threshold;
  return documents.map((document) => ({
    document,
    sentences: request
      .rankedIn(document.id)
      .map((sentence) => ({ sentence, named: namedBy(sentence) }))
      .filter(({ sentence, named }) => isMention(sentence, named, least))
      .toSorted((one, other) => other.named - one.named || other.sentence.score - one.sentence.score)
      .map(({ sentence }) => sentence),
  }));
}

function isMention(ranked: RankedSentence, named: number, { named: enough, near }: typeof threshold): boolean {
  if (ranked.sentence.kind === 'heading') return false;
  const isNear = Math.max(featureOf(ranked, 'sentence'), featureOf(ranked, 'context')) >= near.similarity;
  return named >= enough || (isNear && named >= near.named);
}

/** `No mention found in A, B or C.` */
export function noMention(documents: readonly DocumentDescription[]): string {
  const names = documents.map(nameOf);
  const last = names.at(-1) ?? '';
  return `No mention found in ${names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`}.`;
}
