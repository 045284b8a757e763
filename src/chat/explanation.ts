// How an answer came about, in the shape of the contract.
import type { ExplanationWire } from '../contract/explanation.ts';
import type { TurnPart, TurnResult } from './turn.ts';

/** Passages told of; an answer is composed from more, but those further down seldom matter. */
const passagesTold = 10;

export function explanationWire({ parts }: TurnResult): ExplanationWire {
  return { parts: parts.map(explainedPart) };
}

function explainedPart({ plan, found, evidence }: TurnPart): ExplanationWire['parts'][number] {
  const { question, intent, topic, readings, terms, asks, scope, continues } = plan;
  return {
    question,
    intent,
    topic,
    readings: [...readings],
    terms: terms.map((term) => ({ ...term })),
    asks,
    scope: { kind: scope.kind, because: [...scope.because], documents: scope.documents.map((each) => ({ ...each })) },
    continues: continues?.how ?? null,
    decision: evidence && { reasons: [...evidence.reasons], similarity: evidence.similarity, doubt: evidence.doubt },
    passages: found.slice(0, passagesTold).map(({ passage, score, parts }) => ({
      passageId: passage.id,
      documentId: passage.documentId,
      score,
      parts: parts.map((part) => ({ ...part })),
    })),
  };
}
