// Whether a document speaks of the question's topic at all, and where best.
import type { DocumentDescription } from '../domain/document.ts';
import type { ComposeRequest } from './request.ts';
import type { RankedSentence } from './rank.ts';

export interface Mention {
  readonly document: DocumentDescription;
  /** Best first; empty where the document does not speak of it. */
  readonly sentences: readonly RankedSentence[];
}

/** A sentence speaks of the topic if it holds so much of the asker's words, or of words that mean the same, or is so near in meaning. */
export interface MentionThreshold {
  readonly own: number;
  readonly added: number;
  readonly similarity: number;
}

/** For each document meant (all of those searched where none is), its sentences that speak of the topic. */
export function mentionsOf(request: ComposeRequest, threshold: MentionThreshold): Mention[] {
  const { scope } = request.plan;
  const meant = new Set(
    scope.documents.filter((each) => scope.kind === 'open' || each.weight >= 0.5).map((each) => each.id),
  );
  return request.documents
    .filter((document) => meant.has(document.id))
    .map((document) => ({
      document,
      sentences: request.rankedIn(document.id).filter((sentence) => speaks(sentence, threshold)),
    }));
}

function speaks({ features, sentence }: RankedSentence, threshold: MentionThreshold): boolean {
  if (sentence.kind === 'heading') return false;
  const held = features.own + 0.5 * features.around;
  return (
    held >= threshold.own ||
    features.added >= threshold.added ||
    Math.max(features.sentence, features.context) >= threshold.similarity
  );
}
