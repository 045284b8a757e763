// Fits the retrieval weights on the tuning questions and says what they are worth, cross-validated by writer.
// Usage: node --import tsx bench/fit-weights.ts   (needs a built index; prints weights for src/retrieve/signal-weights.ts)
import type { DocumentId } from '../src/domain/ids.ts';
import type { Scope } from '../src/domain/plan.ts';
import { normalise } from '../src/eval/normalise.ts';
import type { Question } from '../src/eval/questions.ts';
import type { PassageIndex } from '../src/ports.ts';
import { meanDirection } from '../src/text/vectors.ts';
import { understand } from '../src/query/understand.ts';
import type { SignalWeights } from '../src/retrieve/fuse.ts';
import { interleave } from '../src/retrieve/interleave.ts';
import { createRetriever } from '../src/retrieve/retrieve.ts';
import { signalNames } from '../src/retrieve/signals.ts';
import { latestBonus, signalWeights } from '../src/retrieve/signal-weights.ts';
import { reportFit } from './fit-report.ts';
import { openCorpus, singleMessages } from './opened-corpus.ts';
import { fitWeights } from './softmax-fit.ts';
import type { Example } from './softmax-fit.ts';

const pull = 0.02;
/** What the fit is pulled towards: set by hand once, so that fits do not drift with those before them; 0 for a new signal. */
const prior: Readonly<Record<string, number>> = {
  passageLexical: 0.35,
  sentenceLexical: 0.3,
  passageDense: 0.3,
  sentenceDense: 0.5,
  contextDense: 0.4,
  knownDense: 0.5,
  askedDense: 0.2,
  latestDocument: 0.15,
};
const features = [...signalNames, 'latestDocument'] as const;
const current = [...signalNames.map((name) => signalWeights[name]), latestBonus];

interface Case extends Example {
  readonly writer: string;
  readonly scope: Scope;
  readonly documents: readonly DocumentId[];
}

const { embedder, index, facts, close } = await openCorpus();
const tuning = await casesOf(singleMessages('tuning'), index);
const development = await casesOf(singleMessages('dev'), index);
reportFit({ names: features, current, tuning, development, fit, rankOf, print: report });
await close();

function fit(cases: readonly Case[]): number[] {
  return fitWeights(cases.map(withinScope), { prior: features.map((name) => prior[name] ?? 0), pull });
}

/** Where documents are meant, places are shared out between them, so only passages of the same document compete. */
function withinScope(each: Case): Case {
  const answering = each.documents[each.right.indexOf(true)];
  if (each.scope.kind === 'open' || answering === undefined) return each;
  const kept = each.rows.map((_, at) => at).filter((at) => each.documents[at] === answering);
  return {
    ...each,
    rows: kept.flatMap((at) => [each.rows[at] ?? []]),
    right: kept.map((at) => each.right[at] === true),
  };
}

async function casesOf(questions: readonly Question[], passages: PassageIndex): Promise<Case[]> {
  const retrieve = createRetriever({ signals: unitWeights(), latest: 1 });
  const cases: Case[] = [];
  for (const question of questions) {
    const plan = understand(question.turns[0] ?? '', facts);
    const vector = meanDirection(await embedder.embed(plan.readings, { patient: true }));
    const found = await retrieve(passages, { plan, vector, mode: 'hybrid', limit: 1000 });
    const rows = found.map(({ parts }) => rowOf(parts));
    for (const group of question.evidence) {
      const wanted = group.any.map(normalise);
      const right = found.map(
        ({ passage }) =>
          passage.documentId.startsWith(group.doc) && wanted.some((words) => normalise(passage.text).includes(words)),
      );
      cases.push({
        writer: question.id.slice(0, 2),
        scope: plan.scope,
        documents: found.map((each) => each.documentId),
        rows,
        right,
      });
    }
  }
  return cases;
}

function unitWeights(): SignalWeights {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each of the closed list of names
  return Object.fromEntries(signalNames.map((name) => [name, 1])) as SignalWeights;
}

/** Standard scores of a passage: the contributions under weights of 1. */
function rowOf(parts: readonly { readonly name: string; readonly contribution: number }[]): number[] {
  return features.map((name) => parts.find((part) => part.name === name)?.contribution ?? 0);
}

/** Rank of the first right passage, from 1; 0 where none is found. */
function rankOf({ rows, right, documents, scope }: Case, weights: readonly number[]): number {
  const scored = rows.map((row, at) => ({
    at,
    documentId: documents[at],
    score: row.reduce((sum, value, index_) => sum + value * (weights[index_] ?? 0), 0),
  }));
  const known = scored.flatMap((each) =>
    each.documentId === undefined ? [] : [{ ...each, documentId: each.documentId }],
  );
  return (
    interleave(
      known.toSorted((one, other) => other.score - one.score),
      scope,
    ).findIndex(({ at }) => right[at] === true) + 1
  );
}

function report(name: string, ranks: readonly number[]): void {
  const within = (k: number): string =>
    ((100 * ranks.filter((rank) => rank > 0 && rank <= k).length) / ranks.length).toFixed(1);
  const mrr = ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length;
  console.log(
    `${name.padEnd(26)} ${String(ranks.length).padStart(4)} groups  R@1/5/10 ${within(1)}/${within(5)}/${within(10)}  MRR ${mrr.toFixed(3)}`,
  );
}
