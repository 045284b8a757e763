// Fits the weights by which sentences of several documents are compared, on the tuning questions that set documents side by side,
// and says what they are worth, cross-validated by writer.
// Usage: node --import tsx bench/fit-documents.ts   (needs a built index; prints weights for src/answer/rank/document-weights.ts)
import { sentencesByDocument } from '../src/answer/documents/by-document.ts';
import type { ComparedSentence } from '../src/answer/documents/by-document.ts';
import { documentFeatureNames, documentWeights } from '../src/answer/rank/document-weights.ts';
import { rankSentences } from '../src/answer/rank/rank.ts';
import { textOf } from '../src/answer/quote/quotation.ts';
import { toQuotation } from '../src/answer/rank/select.ts';
import type { DocumentId } from '../src/domain/ids.ts';
import { normalise } from '../src/eval/normalise.ts';
import type { EvidenceGroup, Question } from '../src/eval/questions.ts';
import { understand } from '../src/query/understand.ts';
import { createRetriever } from '../src/retrieve/retrieve.ts';
import { meanDirection } from '../src/text/vectors.ts';
import { reportFit } from './fit-report.ts';
import { openCorpus, singleMessages } from './opened-corpus.ts';
import { fitWeights } from './softmax-fit.ts';
import type { Example } from './softmax-fit.ts';

/** Strength of the pull towards the current weights, and the passages that each document's sentences are taken from. */
const pull = 0.02;
const passages = 30;
/** The sentence's own score comes first and keeps its scale, so the others are multiples of it. */
const names = ['own', ...documentFeatureNames];
const current = [1, ...documentFeatureNames.map((name) => documentWeights[name])];

interface Case extends Example {
  readonly writer: string;
}

const { embedder, index, facts, close } = await openCorpus();
const retrieve = createRetriever();
const tuning = await casesOf('tuning');
const development = await casesOf('dev');
reportFit({ names, current, tuning, development, fit, rankOf, print: report });
await close();

function fit(cases: readonly Case[]): number[] {
  const usable = cases.filter(({ right }) => right.includes(true));
  const weights = fitWeights(usable, { prior: current, pull, steps: 400 });
  return weights.map((weight) => weight / (weights[0] ?? 1));
}

async function casesOf(name: string): Promise<Case[]> {
  const cases: Case[] = [];
  for (const question of singleMessages(name).filter(({ kind }) => kind === 'compare' || kind === 'timeline'))
    cases.push(...(await casesOfQuestion(question)));
  return cases;
}

/** One case for each document that the question needs. */
async function casesOfQuestion(question: Question): Promise<Case[]> {
  const plan = understand(question.turns[0] ?? '', facts);
  const vector = meanDirection(await embedder.embed(plan.readings, { patient: true }));
  const limit = passages * facts.documents.length;
  const found = await retrieve(index, { plan, vector, mode: 'hybrid', limit });
  const statistics = await index.statistics(plan.terms.map(({ term }) => term));
  const commitments = await index.commitments();
  const rankedIn = (id: DocumentId) =>
    rankSentences(found.filter(({ documentId }) => documentId === id).slice(0, passages), {
      plan,
      vector,
      statistics,
      commitments,
    });
  const byDocument = sentencesByDocument({ plan, statistics, documents: facts.documents, rankedIn });
  return question.evidence.map((group) => {
    const sentences = byDocument.find(({ document }) => document.id.startsWith(group.doc))?.sentences ?? [];
    return {
      writer: question.id.slice(0, 2),
      rows: sentences.map(({ own, compared }) => [own, ...documentFeatureNames.map((each) => compared[each])]),
      right: sentences.map((sentence) => holdsEvidence(sentence, group)),
    };
  });
}

function holdsEvidence(sentence: ComparedSentence, { any }: EvidenceGroup): boolean {
  const quoted = normalise(textOf(toQuotation(sentence)));
  return any.some((words) => quoted.includes(normalise(words)));
}

/** Rank of the first right sentence, from 1; 0 where none is found. */
function rankOf({ rows, right }: Case, weights: readonly number[]): number {
  const scored = rows.map((row, at) => ({
    at,
    score: row.reduce((sum, value, feature) => sum + value * (weights[feature] ?? 0), 0),
  }));
  return scored.toSorted((one, other) => other.score - one.score).findIndex(({ at }) => right[at] === true) + 1;
}

function report(name: string, ranks: readonly number[]): void {
  const within = (k: number): string =>
    ((100 * ranks.filter((rank) => rank > 0 && rank <= k).length) / ranks.length).toFixed(1);
  console.log(
    `${name.padEnd(26)} ${String(ranks.length).padStart(4)} groups  sentence rank 1/2/3/10: ${[1, 2, 3, 10].map(within).join('/')}`,
  );
}
