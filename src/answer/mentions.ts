// Whether a document speaks of the question's topic at all, and where best.
import type { DocumentDescription } from '../domain/document.ts';
import { meantDocuments } from '../domain/plan.ts';
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
  /** Whether another name of the thing, from the lexicon or the acronyms, is a mention too. */
  readonly names: boolean;
}

/** For each document meant (all of those searched where none is), its sentences that speak of the topic. */
export function mentionsOf(request: ComposeRequest, threshold: MentionThreshold): Mention[] {
  const { scope, alternatives } = request.plan;
  const meant = meantDocuments(scope);
  const rare = alternatives.filter((stems) => isTelling(stems, request));
  return request.documents
    .filter((document) => meant.has(document.id))
    .map((document) => ({
      document,
      sentences: request
        .rankedIn(document.id)
        .filter((sentence) => speaks(sentence, threshold) || (threshold.names && names(sentence, rare))),
    }));
}

/** An other name tells the thing only where it is not common itself: "officer" for "copper" would be everywhere. */
function isTelling(stems: readonly string[], { statistics }: ComposeRequest): boolean {
  const rarest = Math.min(...stems.map((term) => statistics.passageFrequency.get(term) ?? 0));
  return rarest <= statistics.passages * 0.08;
}

function names({ tokens, sentence }: RankedSentence, alternatives: readonly (readonly string[])[]): boolean {
  const held = new Set(tokens.map(({ term }) => term));
  return sentence.kind !== 'heading' && alternatives.some((stems) => stems.every((term) => held.has(term)));
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
