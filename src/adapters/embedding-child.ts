// One child process that embeds: started, asked one thing at a time, and seen to its end.
import { type ChildProcess, fork } from 'node:child_process';
import { type EmbedRequest, replyReader, type WorkerReply } from './embedding-messages.ts';

export interface WorkerProgram {
  readonly file: string;
  readonly args: readonly string[];
  readonly execArgv: readonly string[];
}

type RunOutcome =
  | { readonly kind: 'vectors'; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'died' };

interface Run {
  readonly id: number;
  readonly count: number;
  readonly finish: (outcome: RunOutcome) => void;
}

const keptStderr = 2_000;

export class EmbeddingChild {
  /** Whether the model got loaded. */
  readonly started: Promise<boolean>;
  /** Why the process ended. */
  readonly ended: Promise<string>;
  readonly #process: ChildProcess;
  readonly #read: (message: unknown) => WorkerReply | null;
  #stderr = '';
  #run: Run | null = null;
  #lastId = 0;
  #dead = false;
  #noteReady: (ready: boolean) => void = () => undefined;

  constructor(program: WorkerProgram, dimensions: number, startLimit: number) {
    this.#read = replyReader(dimensions);
    this.#process = fork(program.file, program.args, {
      execArgv: [...program.execArgv],
      serialization: 'advanced',
      // An empty environment: the worker needs no setting, and no secret.
      env: {},
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.started = this.#watchStart(startLimit);
    this.ended = this.#watchEnd();
    this.#listen();
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Embeds the texts; a child that takes longer than `limit` milliseconds is killed. Not to be called while another call runs. */
  async run(texts: readonly string[], limit: number): Promise<RunOutcome> {
    if (this.#dead) return { kind: 'died' };
    const id = ++this.#lastId;
    const outcome = new Promise<RunOutcome>((finish) => (this.#run = { id, count: texts.length, finish }));
    // The turn of the event loop lets an answer in that came while this process was itself busy past the limit.
    const timer = setTimeout(() => setImmediate(() => this.#timeOut(id)), limit);
    const request: EmbedRequest = { id, texts };
    // A failed write is the child's end, which is watched for.
    this.#process.send(request, () => undefined);
    return outcome.finally(() => clearTimeout(timer));
  }

  /** At once: the worker holds nothing that could be lost. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #watchStart(limit: number): Promise<boolean> {
    const timer = setTimeout(() => this.kill(), limit);
    const ready = new Promise<boolean>((resolve) => (this.#noteReady = resolve));
    return ready.finally(() => clearTimeout(timer));
  }

  #watchEnd(): Promise<string> {
    return new Promise((resolve) => {
      const end = (reason: string): void => {
        this.#dead = true;
        this.#noteReady(false);
        this.#finish({ kind: 'died' });
        resolve(`${reason} ${this.#stderr}`.trim());
      };
      // Not 'exit', which may come before the last words on stderr.
      this.#process.once('close', (code, signal) => end(`ended with ${signal ?? `code ${code}`}`));
      this.#process.on('error', (error) => {
        // Also raised when a kill or a message fails, which the exit will follow; without a process id there was no start.
        if (this.#process.pid === undefined) end(`could not be started: ${error.message}`);
      });
    });
  }

  #listen(): void {
    this.#process.on('message', (message) => this.#receive(this.#read(message)));
    // Without its channel the child is of no use, though it may live.
    this.#process.once('disconnect', () => this.kill());
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-keptStderr);
    });
  }

  #receive(reply: WorkerReply | null): void {
    // A reply that cannot be read leaves nothing to trust in that process.
    if (reply === null) this.kill();
    else if (reply.kind === 'ready') this.#noteReady(true);
    else if (reply.id === this.#run?.id) this.#finish(this.#toOutcome(reply, this.#run.count));
  }

  #toOutcome(reply: Exclude<WorkerReply, { kind: 'ready' }>, count: number): RunOutcome {
    const short = reply.kind === 'vectors' && reply.vectors.length !== count;
    return short ? { kind: 'refused', reason: `${reply.vectors.length} vectors for ${count} texts` } : reply;
  }

  #timeOut(id: number): void {
    if (this.#run?.id !== id) return;
    this.#finish({ kind: 'timed-out' });
    this.kill();
  }

  #finish(outcome: RunOutcome): void {
    const run = this.#run;
    this.#run = null;
    run?.finish(outcome);
  }
}
