// Opens the index and follows CURRENT: what an ingest publishes is opened beside what serves, and takes its place between requests.
import type { PassageIndex } from '../src/ports.ts';
import { loadHnsw } from './hnsw.ts';
import { openIndex, tryGeneration } from './open.ts';
import type { OpenedIndex, OpenOptions } from './open.ts';
import { readCurrent } from './versions.ts';

/** One generation, for as long as a request needs it. */
export interface Lease {
  readonly index: PassageIndex;
  /** To be called once, when the request has ended; a generation that no longer serves is closed with its last lease. */
  readonly release: () => void;
}

export interface FollowedIndex {
  /** The generation that serves at this moment. */
  current(): PassageIndex;
  lease(): Lease;
  engine(): OpenedIndex['engine'];
  /** Sentences on what is amiss though the index serves; empty when all is well. */
  notes(): readonly string[];
  /** Looks whether another generation was published, as a timer does by itself. */
  look(): Promise<void>;
  close(): Promise<void>;
}

export interface FollowOptions extends OpenOptions {
  /** Milliseconds between two looks at CURRENT; a file of 30 bytes, so once a second costs nothing. */
  readonly every?: number;
  /** What is to be done with a generation before it serves; where that fails, it serves all the same. */
  readonly prepare?: (index: PassageIndex) => Promise<void>;
}

const lookEvery = 1000;

interface Served {
  readonly opened: OpenedIndex;
  leases: number;
  retired: boolean;
}

/** @throws AppError `index-missing`, `index-damaged` when there is nothing to begin with. */
export async function followIndex(indexDir: string, options: FollowOptions): Promise<FollowedIndex> {
  const hnsw = options.hnsw === undefined ? await loadHnsw(options.log) : options.hnsw;
  const opened = await openIndex(indexDir, { ...options, hnsw });
  await prepare(opened.index, options);
  return new Follower(indexDir, { ...options, hnsw }, opened).start();
}

async function prepare(index: PassageIndex, { prepare: work, log }: FollowOptions): Promise<void> {
  try {
    await work?.(index);
  } catch (error) {
    log('warn', 'index-not-prepared', { generation: index.generation, cause: String(error) });
  }
}

type FollowerOptions = FollowOptions & Pick<Required<OpenOptions>, 'hnsw'>;

class Follower implements FollowedIndex {
  readonly #indexDir: string;
  readonly #options: FollowerOptions;
  #served: Served;
  /** What CURRENT named that could not be opened, and the note on it. It is not tried again until CURRENT changes. */
  #refused: { readonly id: string; readonly notes: readonly string[] } | null = null;
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(indexDir: string, options: FollowerOptions, opened: OpenedIndex) {
    this.#indexDir = indexDir;
    this.#options = options;
    this.#served = { opened, leases: 0, retired: false };
  }

  /** What CURRENT names now and does not serve was refused a moment ago. */
  async start(): Promise<this> {
    const id = await readCurrent(this.#indexDir);
    if (id !== null && id !== this.current().generation) this.#refused = { id, notes: [] };
    this.#lookLater();
    return this;
  }

  current(): PassageIndex {
    return this.#served.opened.index;
  }

  lease(): Lease {
    const served = this.#served;
    served.leases++;
    return {
      index: served.opened.index,
      release: () => {
        served.leases--;
        if (served.retired && served.leases === 0) this.#end(served);
      },
    };
  }

  engine(): OpenedIndex['engine'] {
    return this.#served.opened.engine;
  }

  notes(): readonly string[] {
    return [...this.#served.opened.notes, ...(this.#refused?.notes ?? [])];
  }

  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#follow());
    return this.#looking;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await this.current().close();
  }

  #lookLater(): void {
    if (this.#closed) return;
    const look = (): void => void this.look().then(() => this.#lookLater());
    this.#timer = setTimeout(look, this.#options.every ?? lookEvery).unref();
  }

  async #follow(): Promise<void> {
    try {
      const id = await readCurrent(this.#indexDir);
      if (id === null || id === this.#refused?.id) return;
      if (id === this.current().generation) this.#refused = null;
      else await this.#change(id);
    } catch (error) {
      // A disk that cannot be read for a moment; what serves is in memory and open.
      this.#options.log('warn', 'index-not-looked-at', { cause: String(error) });
    }
  }

  async #change(id: string): Promise<void> {
    const { log } = this.#options;
    const attempt = await tryGeneration(id, {
      indexDir: this.#indexDir,
      options: this.#options,
      hnsw: this.#options.hnsw,
    });
    const former = this.#served;
    const serving = former.opened.index.generation;
    if (attempt.kind === 'failed') {
      const advice = `Generation ${serving} goes on serving. Run \`bluelamp ingest\` to rebuild the index.`;
      this.#refused = { id, notes: [attempt.note, advice] };
      return;
    }
    await prepare(attempt.index, this.#options);
    if (this.#closed) return attempt.index.close();
    const { index } = attempt;
    this.#served = { opened: { index, engine: index.engine, notes: [] }, leases: 0, retired: false };
    this.#refused = null;
    log('info', 'index-changed', { generation: id, former: serving, engine: index.engine });
    former.retired = true;
    if (former.leases === 0) this.#end(former);
  }

  #end({ opened: { index } }: Served): void {
    const { log } = this.#options;
    index.close().then(
      () => log('info', 'index-closed', { generation: index.generation }),
      (error: unknown) => log('error', 'index-not-closed', { generation: index.generation, cause: String(error) }),
    );
  }
}
