// Answers that an honest language model words beside the same answers that quote, over whole question sets, with the measures of `eval`.
import { readFileSync } from 'node:fs';
import { openLangChainModel } from '../src/adapters/langchain-model.ts';
import { createTurns } from '../src/chat/turn.ts';
import type { Turns } from '../src/chat/turn.ts';
import { wordTurns } from '../src/chat/worded-turns.ts';
import { assistantOf, textsOf } from '../src/delivery/cli/evaluated-turns.ts';
import { evaluate } from '../src/eval/evaluate.ts';
import type { EvaluatedQuestion } from '../src/eval/evaluate.ts';
import { measure } from '../src/eval/measures.ts';
import type { AnswerMeasures, Measure } from '../src/eval/measures.ts';
import { readQuestions } from '../src/eval/questions.ts';
import type { Question } from '../src/eval/questions.ts';
import { createGuardedModel } from '../src/generate/guarded-model.ts';
import type { WordingParts } from '../src/generate/word-answer.ts';
import { honestText, saying, startStandIn } from '../test/generate/stand-in-model.ts';
import { openCorpus } from './opened-corpus.ts';
import { printTable } from './report.ts';

/** Questions that the rules of the engine were made by; those that are kept apart are asked elsewhere. */
const sets = ['dev', 'tuning'] as const;
/** Milliseconds; wide, for nothing is measured in time here. */
const patience = 60_000;

export async function measureWorded({ tellsWorse }: { readonly tellsWorse: boolean }): Promise<void> {
  const standIn = await startStandIn(saying(honestText));
  const corpus = await openCorpus();
  try {
    const { index, embedder } = corpus;
    const seen = new Wordings();
    const turns = createTurns({ index: () => index, embedder, log: () => undefined });
    const quoting = seen.of(turns);
    const model = await patientModel(standIn.url);
    const worded = seen.of(
      wordTurns({
        turns,
        index: () => index,
        embedder,
        model,
        log: (_level, event, fields) => seen.note(event, fields),
      }),
    );
    const texts = await textsOf(index);
    const questions = sets.flatMap(questionsOf);
    const plain = (await evaluate(questions, { assistant: assistantOf(quoting), texts })).results;
    const own = (await evaluate(questions, { assistant: assistantOf(worded), texts })).results;
    report({ plain, own, seen });
    if (tellsWorse) tellWorse(plain, own);
  } finally {
    await corpus.close();
    await standIn.close();
  }
}

function questionsOf(name: (typeof sets)[number]): Question[] {
  return readQuestions(readFileSync(new URL(`../test/quality/questions/${name}.jsonl`, import.meta.url), 'utf8'));
}

async function patientModel(baseUrl: string): Promise<WordingParts['model']> {
  return createGuardedModel({
    model: await openLangChainModel({ provider: 'openai', model: 'stand-in', baseUrl, apiKey: null }),
    limits: { deadline: patience, firstPiece: patience, idle: patience, calls: 8, perDay: 0, perReaderAndDay: 0 },
    now: () => performance.now(),
    today: () => 'today',
    random: () => 0,
  });
}

type Composed = Awaited<ReturnType<Turns['ask']>>['composed'];

/** What became of the sentences of the model. */
class Wordings {
  worded = 0;
  kept = 0;
  readonly dropped = new Map<string, number>();
  /** Sentences that the model has in answers, and those that stand in what they cite, word after word. */
  readonly told = { all: 0, supported: 0 };
  readonly #quoted = new Set<string>();

  note(event: string, fields: object | undefined): void {
    if (event !== 'answer-worded' || !fields || !('kept' in fields) || !('dropped' in fields)) return;
    this.kept += Number(fields.kept);
    for (const [doubt, count] of Object.entries(fields.dropped ?? {}))
      this.dropped.set(doubt, (this.dropped.get(doubt) ?? 0) + Number(count));
  }

  /** The turns, with each answer looked at on its way. */
  of(turns: Turns): Turns {
    return {
      ...turns,
      ask: async (request) => {
        const result = await turns.ask(request);
        this.#look(result.composed);
        return result;
      },
    };
  }

  #look(composed: Composed): void {
    if (composed.wordedBy === undefined) {
      for (const { said } of sentencesOf(composed)) this.#quoted.add(said);
      return;
    }
    this.worded += 1;
    for (const { said, cited } of sentencesOf(composed)) {
      if (this.#quoted.has(said)) continue;
      this.told.all += 1;
      this.told.supported += Number(cited.includes(said));
    }
  }
}

/** What stands before each marker, and what is cited by it. */
function sentencesOf({ answer, citations }: Composed): { said: string; cited: string }[] {
  return [...answer.matchAll(/(?<said>[^[\]]+?)\s?(?<markers>(?:\[\d+\])+)/gu)].map(([, said = '', markers = '']) => {
    const numbers = [...markers.matchAll(/\d+/gu)].map(([n]) => Number(n));
    const quotes = citations
      .filter(({ n }) => numbers.includes(n))
      .toSorted((one, other) => one.start - other.start)
      .map(({ quote }) => quote);
    return { said: comparable(said), cited: comparable(quotes.join(' ')) };
  });
}

/** Letters and figures alone, for marks and spaces say nothing; who speaks is "we", as in the documents. */
function comparable(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replaceAll(/\b(?:the organisation|we) (?:has|have|ve)\b/gu, 'we have')
    .replaceAll(/\b(?:the organisation|we) (?:is|are|re)\b/gu, 'we are')
    .replaceAll(/\b(?:the organisation|we) (?:will|ll)\b/gu, 'we will')
    .replaceAll('the organisation', 'we');
}

interface Compared {
  readonly plain: readonly EvaluatedQuestion[];
  readonly own: readonly EvaluatedQuestion[];
  readonly seen: Wordings;
}

const columns = ['', 'all right', 'answer words', 'evidence groups', 'citation precision', 'verbatim quotes'] as const;

function report({ plain, own, seen }: Compared): void {
  printTable(`Answers to ${plain.length} questions, quoted and worded by an honest model`, columns, [
    row('quoted', measure(plain).answers),
    row('worded', measure(own).answers),
  ]);
  const dropped = [...seen.dropped].toSorted(([, one], [, other]) => other - one);
  const all = seen.kept + dropped.reduce((sum, [, count]) => sum + count, 0);
  console.log(`\n${seen.worded} answers worded; of ${all} sentences of the model ${seen.kept} were let through.`);
  console.log(`Not let through, by doubt: ${dropped.map(([doubt, count]) => `${doubt} ${count}`).join(', ')}`);
  const { supported, all: told } = seen.told;
  console.log(`Of ${told} sentences told in its words, ${supported} stand in what they cite.`);
}

function row(name: string, answers: AnswerMeasures): string[] {
  const { allRight, answerPass, evidenceGroups, citationPrecision, verbatimQuotes } = answers;
  return [name, ...[allRight, answerPass, evidenceGroups, citationPrecision, verbatimQuotes].map(share)];
}

function share({ value, count }: Measure): string {
  return value === null ? '–' : `${(100 * value).toFixed(1)} % of ${count}`;
}

/** Questions that only the wording has wrong, and the other way round. */
function tellWorse(plain: readonly EvaluatedQuestion[], own: readonly EvaluatedQuestion[]): void {
  for (const [at, before] of plain.entries()) {
    const after = own[at];
    if (!after || after.failures.length === before.failures.length) continue;
    const failures = after.failures.map((failure) => JSON.stringify(failure)).join(' ');
    console.log(
      `\n${after.failures.length > before.failures.length ? 'worse' : 'better'} ${after.id}: ${after.question}\n  ${failures}`,
    );
  }
}
