// One child process that embeds: started, asked things that it does one after another, and seen to its end.
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
  | { readonly kind: 'died' }
  /** It ended over something that stood before this. */
  | { readonly kind: 'untouched' };

interface Run {
  readonly id: number;
  readonly count: number;
  /** Milliseconds, from when the child comes to it. */
  readonly limit: number;
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
  /** What it was asked and has not answered, in the order in which it does it. */
  readonly #runs: Run[] = [];
  #timer: NodeJS.Timeout | undefined;
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

  /** Calls that have not ended; infinite where no more can be made. */
  get load(): number {
    return this.#dead ? Infinity : this.#runs.length;
  }

  /** Embeds the texts after those of earlier calls; a child that takes longer than `limit` milliseconds over them is killed. */
  async run(texts: readonly string[], limit: number): Promise<RunOutcome> {
    if (this.#dead) return { kind: 'untouched' };
    const request: EmbedRequest = { id: ++this.#lastId, texts };
    const outcome = new Promise<RunOutcome>((finish) => {
      this.#runs.push({ id: request.id, count: texts.length, limit, finish });
    });
    if (this.#runs.length === 1) this.#watchFirst();
    // A failed write is the child's end, which is watched for.
    this.#process.send(request, () => undefined);
    return outcome;
  }

  /** At once: the worker holds nothing that could be lost. */
  kill(): void {
    this.#dead = true;
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
        this.#finishAll();
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
    else {
      const run = this.#runs.find(({ id }) => id === reply.id);
      if (run) this.#finish(run, toOutcome(reply, run.count));
    }
  }

  #watchFirst(): void {
    clearTimeout(this.#timer);
    const [first] = this.#runs;
    if (!first) return;
    // The turn of the event loop lets an answer in that came while this process was itself busy past the limit.
    this.#timer = setTimeout(() => setImmediate(() => this.#timeOut(first)), first.limit);
  }

  #timeOut(run: Run): void {
    if (this.#runs[0] !== run) return;
    this.kill();
    this.#finish(run, { kind: 'timed-out' });
  }

  #finish(run: Run, outcome: RunOutcome): void {
    this.#runs.splice(this.#runs.indexOf(run), 1);
    this.#watchFirst();
    run.finish(outcome);
  }

  /** The first was being worked on; the others had not been begun. */
  #finishAll(): void {
    clearTimeout(this.#timer);
    const [first, ...others] = this.#runs.splice(0);
    first?.finish({ kind: 'died' });
    for (const run of others) run.finish({ kind: 'untouched' });
  }
}

function toOutcome(reply: Exclude<WorkerReply, { kind: 'ready' }>, count: number): RunOutcome {
  const short = reply.kind === 'vectors' && reply.vectors.length !== count;
  return short ? { kind: 'refused', reason: `${reply.vectors.length} vectors for ${count} texts` } : reply;
}
