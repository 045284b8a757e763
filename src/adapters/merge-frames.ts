// Small frames of a model's event stream made into larger ones: what the client does for each frame costs many times what reading it does.

/** Milliseconds after which words are passed on though no sentence ends with them; looked at when the next frame comes. */
const longestHold = 500;
/** Characters that are held at most. */
const mostHeld = 4000;
const frameEnd = /\r?\n\r?\n/u;

interface Held {
  /** The first of the frames, whose other fields stand for all. */
  readonly frame: Readonly<Record<string, unknown>>;
  readonly choice: Readonly<Record<string, unknown>>;
  content: string;
  readonly since: number;
}

/** Merges the frames of one reply that carry text and nothing else; every other frame passes as it came, in its place. */
export class FrameMerger {
  readonly #now: () => number;
  readonly #decoder = new TextDecoder();
  #rest = '';
  #held: Held | null = null;
  /** The first words pass at once: by them it is known that the model has begun. */
  #hasBegun = false;
  /** Whether a sentence may just have ended, which is known for certain by the word after it. */
  #closes = false;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** @returns what of the stream so far can be passed on; empty while a sentence goes on. */
  take(bytes: Uint8Array): string {
    const frames = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split(frameEnd);
    this.#rest = frames.pop() ?? '';
    return frames.map((frame) => this.#frame(frame)).join('');
  }

  /** @returns what is left when the stream has ended. */
  end(): string {
    return this.#release() + this.#rest + this.#decoder.decode();
  }

  #frame(text: string): string {
    const read = readText(text);
    if (!read) return `${this.#release()}${text}\n\n`;
    const now = this.#now();
    this.#held ??= { frame: read.frame, choice: read.choice, content: '', since: now };
    this.#held.content += read.content;
    const isDue = now - this.#held.since >= longestHold || this.#held.content.length >= mostHeld;
    const isFirst = !this.#hasBegun;
    this.#hasBegun = true;
    return this.#mayEnd(read.content) || isDue || isFirst ? this.#release() : '';
  }

  /** Statements end with a line, or with the mark of their passage and the word after it. */
  #mayEnd(content: string): boolean {
    const follows = this.#closes;
    if (content.includes(']')) this.#closes = true;
    else if (/[\p{L}\p{N}]/u.test(content)) this.#closes = false;
    return follows || this.#closes || content.includes('\n');
  }

  #release(): string {
    const held = this.#held;
    if (!held) return '';
    this.#held = null;
    const choice = { ...held.choice, delta: { content: held.content } };
    return `data: ${JSON.stringify({ ...held.frame, choices: [choice] })}\n\n`;
  }
}

type TextFrame = Pick<Held, 'frame' | 'choice' | 'content'>;

/** A frame of one choice that adds text and says nothing else; null of every other, also of one that cannot be read. */
function readText(text: string): TextFrame | null {
  if (!text.startsWith('data:') || text.includes('\n')) return null;
  const frame = parse(text.slice('data:'.length));
  if (!isRecord(frame) || !Array.isArray(frame['choices']) || frame['choices'].length !== 1) return null;
  const choice: unknown = frame['choices'][0];
  if (!isRecord(choice) || !isRecord(choice['delta']) || (choice['finish_reason'] ?? null) !== null) return null;
  const { delta } = choice;
  const content = delta['content'];
  return typeof content === 'string' && Object.keys(delta).length === 1 ? { frame, choice, content } : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // the client says what is wrong with it
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
