// Answers that only quote beside a hundred that a slow language model words, and what wording adds to its own time.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { answerSchema } from '../src/contract/answer.ts';
import { postQuestion } from './ask-request.ts';
import { processorTimeOfTree, startService } from './child-server.ts';
import type { ChildServer } from './child-server.ts';
import { inMilliseconds, latenciesOf } from './latencies.ts';
import type { Latencies } from './latencies.ts';
import { differentQuestions } from './questions.ts';
import { latencyColumns, latencyRow, printTable } from './report.ts';
import { slowPace, startSlowModel } from './slow-model.ts';
import type { SlowModel } from './slow-model.ts';

/** Questions whose answers no model words, asked in each round in the same order. */
const quotedQuestions = 30;
/** Milliseconds between two of them. */
const between = 100;
/** Milliseconds between two streams' beginnings, as a hundred that each last as long as an answer may come one after another. */
const betweenStreams = 80;
/** Words of a stream: at twenty a second it lasts longer than gathering all and asking beside them. */
const wordsOfStream = 340;
/** Seconds that the service gives a call: the most that it can be set to. */
const longestCall = '18';
/** Milliseconds in which the streams' own use of the processor is read, while nothing else is asked. */
const readingTime = 2000;

export async function measureStreams({ streams, rounds }: { streams: number; rounds: number }): Promise<void> {
  const model = await startSlowModel();
  const service = await startService({
    BLUELAMP_LLM: 'openai:stand-in',
    BLUELAMP_LLM_BASE_URL: model.url,
    BLUELAMP_LLM_SECONDS: longestCall,
    BLUELAMP_LLM_TOKENS_PER_DAY: '0',
    BLUELAMP_LLM_TOKENS_PER_READER: '0',
    BLUELAMP_SOCKETS_PER_CLIENT: '0',
  });
  try {
    const { quoted, worded } = await sorted(service, quotedQuestions);
    model.pace = slowPace;
    model.words = wordsOfStream;
    const alone: number[] = [];
    const beside: number[] = [];
    const use: number[] = [];
    const crowd = new Crowd(service, model, worded);
    // By turns, for the machine may have other work, which then falls on both.
    for (let round = 0; round < rounds; round += 1) {
      alone.push(...(await askAll(service, quoted)));
      await crowd.gather(streams);
      use.push(await useOfProcessor(service));
      beside.push(...(await askAll(service, quoted)));
      await crowd.leave();
    }
    report({ streams, alone: latenciesOf(alone), beside: latenciesOf(beside), crowd, use: mean(use) });
  } finally {
    await service.stop();
    await model.close();
  }
}

interface Sorted {
  readonly quoted: readonly string[];
  readonly worded: readonly string[];
}

/** Which questions are answered by quotations alone, and which are worded; the same question always is the one or the other. */
async function sorted({ url }: ChildServer, enough: number): Promise<Sorted> {
  const [quoted, worded]: [string[], string[]] = [[], []];
  for (const question of differentQuestions()) {
    const { status, body } = await postQuestion(url, question);
    if (status !== 200) throw new Error(`A question was refused with ${status}.`);
    const { timings } = answerSchema.pick({ timings: true }).parse(JSON.parse(body));
    (timings['wordingMs'] === undefined ? quoted : worded).push(question);
    if (quoted.length >= enough && worded.length >= enough / 2) return { quoted: quoted.slice(0, enough), worded };
  }
  throw new Error('There are questions without end.');
}

/** Milliseconds of each answer. */
async function askAll({ url }: ChildServer, questions: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    await postQuestion(url, question);
    times.push(performance.now() - started);
    await sleep(between);
  }
  return times;
}

/** Share of one processor that the service itself uses, its embedder left out. */
async function useOfProcessor({ pid }: ChildServer): Promise<number> {
  const [started, [before = 0]] = [performance.now(), processorTimeOfTree(pid)];
  await sleep(readingTime);
  const [after = 0] = processorTimeOfTree(pid);
  return (after - before) / (performance.now() - started);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const frameSchema = z.object({ type: z.string(), id: z.string().optional(), text: z.string().optional() });

/** Sessions that each ask for a worded answer. */
class Crowd {
  /** Milliseconds from a sentence's last word to its telling, and from what was found to the model's call with the first sentence's telling. */
  readonly forwarded: number[] = [];
  readonly addedToFirst: number[] = [];
  readonly #service: ChildServer;
  readonly #model: SlowModel;
  readonly #questions: readonly string[];
  #sockets: WebSocket[] = [];
  #asked = 0;

  constructor(service: ChildServer, model: SlowModel, questions: readonly string[]) {
    this.#service = service;
    this.#model = model;
    this.#questions = questions;
  }

  /** Resolves when as many streams go on at once. */
  async gather(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const socket = new WebSocket(`${this.#service.url.replace('http', 'ws')}/api/chat`);
      await once(socket, 'open');
      this.#sockets.push(socket);
      this.#follow(socket);
      await sleep(betweenStreams);
    }
  }

  async leave(): Promise<void> {
    const closed = this.#sockets.map((socket) => once(socket, 'close'));
    for (const socket of this.#sockets) socket.terminate();
    await Promise.all(closed);
    this.#sockets = [];
  }

  #follow(socket: WebSocket): void {
    this.#asked += 1;
    let found = 0;
    let isFirst = true;
    const question = this.#nextQuestion();
    socket.on('message', (data: Buffer) => {
      const now = performance.now();
      const { type, text = '' } = frameSchema.parse(JSON.parse(data.toString()));
      if (type === 'passages') found = now;
      if (type === 'text-delta') this.#note({ question, text, now, found: isFirst ? found : null });
      if (type === 'text-delta') isFirst = false;
      if (type === 'error') throw new Error(`A stream was refused: ${text}`);
    });
    socket.send(JSON.stringify({ type: 'ask', id: `s${this.#asked}`, question }));
  }

  /** No two alike that go on at once: what is said is known by the question. */
  #nextQuestion(): string {
    const question = this.#questions[this.#asked % this.#questions.length] ?? '';
    const round = Math.floor(this.#asked / this.#questions.length);
    return `${question.replace(/\?$/u, '')} (${round})?`;
  }

  #note({ question, text, now, found }: { question: string; text: string; now: number; found: number | null }): void {
    const said = this.#model.said.get(question.trim());
    const sentence = [...(said?.sentences ?? [])].find(([words]) => text.includes(words));
    if (!said || !sentence) return;
    const took = now - sentence[1];
    this.forwarded.push(took);
    if (found !== null) this.addedToFirst.push(took + Math.max(0, said.asked - found));
  }
}

interface Outcome {
  readonly streams: number;
  readonly alone: Latencies;
  readonly beside: Latencies;
  readonly crowd: Crowd;
  /** Share of one processor that the streams take of the service's. */
  readonly use: number;
}

function report({ streams, alone, beside, crowd, use }: Outcome): void {
  printTable(`Answers that quote, beside ${streams} that a model words at twenty tokens a second`, latencyColumns, [
    latencyRow('alone', alone),
    latencyRow('beside the streams', beside, alone),
  ]);
  const forwarded = latenciesOf(crowd.forwarded);
  const first = latenciesOf(crowd.addedToFirst);
  console.log(
    `\nA sentence is told after its last word came: p50 ${inMilliseconds(forwarded.p50)}, p95 ${inMilliseconds(forwarded.p95)} (${forwarded.count})`,
  );
  console.log(
    `Added to the model's own time until the first text: p50 ${inMilliseconds(first.p50)}, p95 ${inMilliseconds(first.p95)} (${first.count})`,
  );
  console.log(
    `The streams take ${(100 * use).toFixed(1)} % of one processor, by which an answer beside them takes ${(1 / (1 - use)).toFixed(2)} times as long`,
  );
}
