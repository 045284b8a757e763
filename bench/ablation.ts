// What each ingredient of retrieval is worth: the same questions with one ingredient left out at a time.
// Usage: node --import tsx bench/ablation.ts   (needs a built index)
import { emptyLexicon } from '../src/domain/lexicon.ts';
import type { Plan } from '../src/domain/plan.ts';
import { normalise } from '../src/eval/normalise.ts';
import type { Question } from '../src/eval/questions.ts';
import { meanDirection } from '../src/text/vectors.ts';
import { understand } from '../src/query/understand.ts';
import type { CorpusFacts } from '../src/query/understand.ts';
import type { Mode } from '../src/retrieve/fuse.ts';
import { createRetriever } from '../src/retrieve/retrieve.ts';
import type { RetrieverWeights } from '../src/retrieve/retrieve.ts';
import { signalNames } from '../src/retrieve/signals.ts';
import { latestBonus, signalWeights } from '../src/retrieve/signal-weights.ts';
import { openCorpus, singleMessages } from './opened-corpus.ts';

interface Variant {
  readonly name: string;
  readonly weights?: RetrieverWeights;
  readonly mode?: Mode;
  readonly facts?: (facts: CorpusFacts) => CorpusFacts;
  readonly plan?: (plan: Plan) => Plan;
}

const shipped: RetrieverWeights = { signals: signalWeights, latest: latestBonus };
const everywhere = (plan: Plan): Plan => ({
  ...plan,
  scope: { ...plan.scope, kind: 'open', documents: plan.scope.documents.map(({ id }) => ({ id, weight: 1 })) },
});

const variants: Variant[] = [
  { name: 'everything' },
  ...signalNames.map((name): Variant => ({
    name: `without ${name}`,
    weights: { ...shipped, signals: { ...signalWeights, [name]: 0 } },
  })),
  { name: 'words only', mode: 'lexical' },
  { name: 'vectors only', mode: 'dense' },
  { name: 'without document scope', plan: everywhere },
  { name: 'without topic cleaning', plan: (plan) => ({ ...plan, readings: [plan.question] }) },
  { name: 'without rephrasing', plan: (plan) => ({ ...plan, readings: [plan.topic] }) },
  { name: 'without the lexicon', facts: (facts) => ({ ...facts, lexicon: emptyLexicon }) },
  { name: 'without the latest-document bonus', weights: { ...shipped, latest: 0 } },
];

const { embedder, index, facts, close } = await openCorpus();
const sets = ['dev', 'tuning'].map((name) => ({ name, questions: singleMessages(name) }));

console.log(
  `| variant | ${sets.map(({ name, questions }) => `${name}: R@1/5/10, MRR of ${groupsOf(questions)} groups`).join(' | ')} |`,
);
console.log(`| --- |${sets.map(() => ' --- |').join('')}`);
for (const variant of variants) {
  const cells: string[] = [];
  for (const { questions } of sets) cells.push(figures(await ranksOf(questions, variant)));
  console.log(`| ${variant.name} | ${cells.join(' | ')} |`);
}
await close();

function groupsOf(questions: readonly Question[]): number {
  return questions.reduce((sum, { evidence }) => sum + evidence.length, 0);
}

async function ranksOf(questions: readonly Question[], variant: Variant): Promise<number[]> {
  const retrieve = createRetriever(variant.weights);
  const ranks: number[] = [];
  for (const question of questions) {
    const understood = understand(question.turns[0] ?? '', variant.facts?.(facts) ?? facts);
    const plan = variant.plan?.(understood) ?? understood;
    const vector = meanDirection(await embedder.embed(plan.readings));
    const found = await retrieve(index, { plan, vector, mode: variant.mode ?? 'hybrid', limit: 50 });
    for (const { doc, any } of question.evidence) {
      const wanted = any.map(normalise);
      const at = found.findIndex(
        ({ passage }) =>
          passage.documentId.startsWith(doc) && wanted.some((words) => normalise(passage.text).includes(words)),
      );
      ranks.push(at + 1);
    }
  }
  return ranks;
}

function figures(ranks: readonly number[]): string {
  const within = (k: number): string =>
    ((100 * ranks.filter((rank) => rank > 0 && rank <= k).length) / ranks.length).toFixed(0);
  const mrr = ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length;
  return `${within(1)}/${within(5)}/${within(10)}, ${mrr.toFixed(2)}`;
}
