// Small frames of a model's event stream made into larger ones: what the client does for each frame costs many times what reading it does.

/**
 * Milliseconds after which words are passed on though no sentence ends with them; looked at when the next frame comes. What watches over the
 * pauses of a model sees it silent for so much longer than it is.
 */
const longestHold = 1000;
/** Characters that are held at most. */
const mostHeld = 4000;
const frameEnd = /\r?\n\r?\n/u;
/** Characters of an end of a frame that may have come before the rest of it. */
const mostOfEnd = 3;
/** The words of a frame as they stand in it. */
const contentField = /"content":\s*"(?<literal>(?:[^"\\]|\\.)*)"/gu;

/** What stands in a frame before and after its words, which is the same in most frames of a reply. */
interface Template {
  readonly before: string;
  readonly after: string;
}

/** Merges the frames of one reply that carry text and nothing else; every other frame passes as it came, in its place. */
export class FrameMerger {
  readonly #now: () => number;
  readonly #decoder = new TextDecoder();
  #rest = '';
  /** Its last characters by themselves: a frame that never ends would else be read from its start with each piece of it. */
  #tail = '';
  /** Of the last frame with words. */
  #template: Template | null = null;
  #held = '';
  /** Of the first frame whose words are held, which stands for all. */
  #heldWithin: Template | null = null;
  #released = 0;
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
    const added = this.#decoder.decode(bytes, { stream: true });
    const joint = this.#tail + added;
    this.#tail = joint.slice(-mostOfEnd);
    if (!frameEnd.test(joint)) {
      this.#rest += added;
      return '';
    }
    const frames = (this.#rest + added).split(frameEnd);
    this.#rest = frames.pop() ?? '';
    this.#tail = this.#rest.slice(-mostOfEnd);
    return frames.map((frame) => this.#frame(frame)).join('');
  }

  /** @returns what is left when the stream has ended. */
  end(): string {
    return this.#release() + this.#rest + this.#decoder.decode();
  }

  #frame(text: string): string {
    const known = this.#template && wordsWithin(text, this.#template);
    const read = known === null ? readText(text) : null;
    if (known === null && !read) return `${this.#release()}${text}\n\n`;
    if (read) this.#template = read.template;
    return this.#hold(known ?? read?.words ?? '');
  }

  #hold(words: string): string {
    this.#heldWithin ??= this.#template;
    this.#held += words;
    const isDue = this.#now() - this.#released >= longestHold || this.#held.length >= mostHeld;
    const isFirst = !this.#hasBegun;
    this.#hasBegun = true;
    return this.#mayEnd(words) || isDue || isFirst ? this.#release() : '';
  }

  /** Statements end with a line, or with the mark of their passage where another word follows it. */
  #mayEnd(words: string): boolean {
    const mark = words.lastIndexOf(']');
    if (mark >= 0) this.#closes = true;
    const ends = words.includes('\n') || (this.#closes && /[\p{L}\p{N}]/u.test(words.slice(mark + 1)));
    if (ends) this.#closes = false;
    return ends;
  }

  #release(): string {
    this.#released = this.#now();
    if (!this.#heldWithin) return '';
    const { before, after } = this.#heldWithin;
    const literal = JSON.stringify(this.#held).slice(1, -1);
    this.#held = '';
    this.#heldWithin = null;
    return `${before}${literal}${after}\n\n`;
  }
}

/** The words of a frame that differs from others in nothing else; null of every other. */
function wordsWithin(text: string, { before, after }: Template): string | null {
  if (text.length < before.length + after.length || !text.startsWith(before) || !text.endsWith(after)) return null;
  const literal = text.slice(before.length, text.length - after.length);
  if (!/["\\\p{Cc}]/u.test(literal)) return literal;
  // Only one literal and nothing beside it can be read as one.
  const read = parse(`"${literal}"`);
  return typeof read === 'string' ? read : null;
}

interface TextFrame {
  readonly template: Template;
  readonly words: string;
}

/** A frame of one choice that adds text and says nothing else; null of every other, also of one that cannot be read. */
function readText(text: string): TextFrame | null {
  if (!text.startsWith('data:') || text.includes('\n')) return null;
  const frame = parse(text.slice('data:'.length));
  if (!isRecord(frame) || !Array.isArray(frame['choices']) || frame['choices'].length !== 1) return null;
  const choice: unknown = frame['choices'][0];
  const words = isRecord(choice) && (choice['finish_reason'] ?? null) === null ? onlyWordsOf(choice['delta']) : null;
  const template = words === null ? null : templateOf(text, words);
  return words !== null && template ? { template, words } : null;
}

function onlyWordsOf(delta: unknown): string | null {
  const isText = isRecord(delta) && typeof delta['content'] === 'string' && Object.keys(delta).length === 1;
  return isText ? String(delta['content']) : null;
}

/** What stands around the words of a frame; null where another field has their name too, for it is not known which is meant. */
function templateOf(text: string, words: string): Template | null {
  const [field, ...others] = text.matchAll(contentField);
  const literal = field?.groups?.['literal'];
  if (!field || literal === undefined || others.length > 0 || parse(`"${literal}"`) !== words) return null;
  const end = field.index + field[0].length - 1;
  return { before: text.slice(0, end - literal.length), after: text.slice(end) };
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
