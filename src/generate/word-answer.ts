// An answer that quotes, put into fluent words by a language model, sentence by sentence, as far as the documents bear each out.
import { verifyGrounding } from '../answer/quote/verify-grounding.ts';
import type { Citation, ComposedAnswer, Notice } from '../domain/answer.ts';
import type { DocumentDescription } from '../domain/document.ts';
import { AppError } from '../domain/errors.ts';
import { ModelFault } from '../domain/model-fault.ts';
import type { ModelFaultKind } from '../domain/model-fault.ts';
import type { Embedder, IndexedPassage } from '../ports.ts';
import { splitSentences } from '../text/sentences.ts';
import { beginCheck } from './check-sentence.ts';
import type { Doubt, Verdict } from './check-sentence.ts';
import type { GuardedModel } from './guarded-model.ts';
import { pointsBackRightly } from './points-back.ts';
import type { Told } from './points-back.ts';
import { answerTokens, materialText, nameable, rules } from './prompt.ts';
import type { NamedPassage } from './prompt.ts';
import { statementsOf } from './statements.ts';
import type { GeneratedSentence } from './statements.ts';
import { supportsOf } from './support.ts';
import type { Support } from './support.ts';
import { mayBeShortened } from './wordable.ts';
import { failureNotice, noticesOver } from './worded-notices.ts';
import type { WordingFault } from './worded-notices.ts';
import { WordedText } from './worded-text.ts';
import type { Addition } from './worded-text.ts';

export interface WordingParts {
  readonly model: GuardedModel;
  readonly embedder: Embedder;
}

export interface WordingRequest {
  readonly question: string;
  /** Earlier questions of the conversation, the latest last. */
  readonly earlier: readonly string[];
  /** The answer that quotes: the bound of what may be said, and what is given where the model fails. */
  readonly quoting: ComposedAnswer;
  /** Those that the answer quotes, then others that the model may use. */
  readonly passages: readonly IndexedPassage[];
  readonly documents: readonly DocumentDescription[];
  /** How the organisation is named where its documents say "we". */
  readonly ownNames: readonly string[];
  /** Under whom the cost is counted. */
  readonly reader: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Wording {
  readonly answer: ComposedAnswer;
  readonly kept: number;
  /** Sentences that were not let through, by why. */
  readonly dropped: Readonly<Partial<Record<Doubt | 'unverified', number>>>;
  /** Null where the model did its part. */
  readonly fault: WordingFault | null;
}

/** Each addition once it was checked, and at last what it came to. */
export type WordingEvent =
  | ({ readonly type: 'delta' } & Addition)
  | { readonly type: 'end'; readonly wording: Wording };

/**
 * The additions together are the answer's text, unless nothing was given out: then the answer is the one that quotes. What was given
 * out stays. Never ends in a fault of the model's.
 * @throws the signal's reason.
 */
export async function* wordAnswer(parts: WordingParts, request: WordingRequest): AsyncGenerator<WordingEvent, void> {
  const drafting = new Drafting(parts, request);
  let fault: ModelFaultKind | null = null;
  try {
    const pieces = parts.model.stream({
      rules,
      material: drafting.material(),
      maxTokens: answerTokens,
      reader: request.reader,
      signal: request.signal,
    });
    for await (const statement of statementsOf(pieces))
      for await (const addition of drafting.take(statement)) yield { type: 'delta', ...addition };
  } catch (error) {
    request.signal?.throwIfAborted();
    fault = faultOf(error);
  }
  for (const addition of drafting.finish(fault)) yield { type: 'delta', ...addition };
  yield { type: 'end', wording: drafting.result(fault) };
}

/** The answer that quotes, where the model is not asked at all. */
export function leaveUnworded(quoting: ComposedAnswer, fault: ModelFaultKind): Wording {
  const answer = { ...quoting, notices: [...quoting.notices, failureNotice(fault, false)] };
  return { answer, kept: 0, dropped: {}, fault };
}

/** The embedder's absence leaves sentences unchecked, which is as if the model had failed. */
function faultOf(error: unknown): ModelFaultKind {
  if (error instanceof ModelFault) return error.kind;
  if (error instanceof AppError && error.code === 'embedder-unavailable') return 'failed';
  throw error;
}

class Drafting {
  readonly #parts: WordingParts;
  readonly #request: WordingRequest;
  readonly #named: readonly NamedPassage[];
  readonly #supports = new Map<string, readonly Support[]>();
  readonly #text: WordedText;
  readonly #dropped: Partial<Record<Doubt | 'unverified', number>> = {};
  #kept = 0;
  #told: Told | null = null;
  #isBroken = false;

  constructor(parts: WordingParts, request: WordingRequest) {
    this.#parts = parts;
    this.#request = request;
    this.#named = nameable(request.passages, request.documents);
    this.#text = new WordedText(request.documents);
  }

  material(): string {
    const { question, earlier, quoting } = this.#request;
    const key = quoting.citations.flatMap(({ passageId, quote }) => {
      const id = this.#named.find(({ passage }) => passage.id === passageId)?.id;
      return id === undefined ? [] : [{ id, sentence: quote }];
    });
    return materialText({ question, earlier, passages: this.#named, key });
  }

  /** What of a statement was found to be borne out; else the quotation that it should have been. */
  async *take({ text, cited, opens }: GeneratedSentence): AsyncGenerator<Addition, void> {
    const supports = cited.flatMap((id) => this.#supportsOf(id));
    const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    const verdicts = await this.#verdictsOn(sentences, supports);
    for (const [at, sentence] of sentences.entries()) {
      const verdict = this.#inContext(sentence, verdicts[at] ?? null);
      const supported = verdict?.supported === true ? verdict.supports : null;
      const prepared = supported && this.#text.sentence(sentence, supported, opens && at === 0);
      if (supported && prepared && this.#isGrounded(prepared.own)) {
        this.#kept += 1;
        this.#told = { text: sentence, passages: supported.map(({ passage }) => passage) };
        yield prepared.add();
      } else {
        this.#drop(verdict);
        yield* this.#quoteInstead(supports);
      }
    }
  }

  #drop(verdict: Verdict | null): void {
    const doubt = verdict?.supported === false ? verdict.doubt : 'unverified';
    this.#dropped[doubt] = (this.#dropped[doubt] ?? 0) + 1;
  }

  /** What is borne out by itself may mean another thing after what was told before it. */
  #inContext(sentence: string, verdict: Verdict | null): Verdict | null {
    if (verdict?.supported !== true || pointsBackRightly(sentence, verdict.supports, this.#told)) return verdict;
    return { supported: false, doubt: 'name' };
  }

  /** Null where there was no vector. The embedder is asked for what the words leave open, and for nothing else. */
  async #verdictsOn(sentences: readonly string[], supports: readonly Support[]): Promise<(Verdict | null)[]> {
    const checks = sentences.map((sentence) => {
      const check = beginCheck(sentence, supports);
      return { sentence, check, byWords: check.byWords() };
    });
    const open = checks.filter(({ byWords }) => byWords === null);
    const { signal } = this.#request;
    const texts = open.map(({ sentence }) => sentence);
    const vectors = texts.length === 0 ? [] : await this.#parts.embedder.embed(texts, signal ? { signal } : {});
    return checks.map((each) => {
      const vector = vectors[open.indexOf(each)];
      return each.byWords ?? (vector ? each.check.withVector(vector) : null);
    });
  }

  /** Read when a sentence names the passage, while the model writes the next. */
  #supportsOf(id: string): readonly Support[] {
    const known = this.#supports.get(id);
    if (known) return known;
    const named = this.#named.find((each) => each.id === id);
    const supports = named ? supportsOf(named.passage, named.document, this.#request.ownNames) : [];
    this.#supports.set(id, supports);
    return supports;
  }

  /** The first quotation of the answer from the passages that a sentence named, if it is not given yet. */
  *#quoteInstead(supports: readonly Support[]): Generator<Addition, void> {
    const named = new Set(supports.map(({ passage }) => passage.id));
    const { citations } = this.#request.quoting;
    const missing = citations.find((citation) => named.has(citation.passageId) && !this.#text.covers(citation));
    // Nothing but quotations is no wording, so the first words are the model's or the answer's own.
    if (!missing || this.#kept === 0) return;
    this.#told = null;
    yield* this.#addLines(({ n }) => n === missing.n);
  }

  /** What the answer must not lack, once the model has ended. */
  *finish(fault: ModelFaultKind | null): Generator<Addition, void> {
    if (this.#text.text === '') return;
    const count = Object.values(this.#dropped).reduce((sum, each) => sum + each, 0);
    this.#isBroken = fault !== null || 2 * this.#kept < this.#kept + count;
    const { quoting } = this.#request;
    const needsAll = this.#isBroken || !mayBeShortened(quoting);
    yield* this.#addLines(({ n }) => needsAll || n === 1);
    yield* this.#addLines(null);
  }

  /** Lines of the quoting answer with a citation that is chosen and not covered yet; for null, those that say something without a quotation. */
  *#addLines(isChosen: ((citation: Citation) => boolean) | null): Generator<Addition, void> {
    const { answer, citations } = this.#request.quoting;
    for (const line of answer.split('\n').filter((each) => each.trim() !== '')) {
      const quoted = citations.filter(({ n }) => line.includes(`[${n}]`));
      const isWanted =
        isChosen === null
          ? quoted.length === 0 && !line.endsWith(':')
          : quoted.some((citation) => isChosen(citation) && !this.#text.covers(citation));
      if (!isWanted) continue;
      yield this.#text.line(line, citations).add();
    }
  }

  result(fault: ModelFaultKind | null): Wording {
    const { quoting, documents, passages } = this.#request;
    const { text, citations } = this.#text;
    const reason: WordingFault | null = fault ?? (this.#kept === 0 || this.#isBroken ? 'unfounded' : null);
    const outcome = { kept: this.#kept, dropped: this.#dropped, fault: reason };
    const failure = (begun: boolean): Notice[] => (reason === null ? [] : [failureNotice(reason, begun)]);
    const notices = [...noticesOver(quoting, citations), ...failure(true)];
    const answer: ComposedAnswer = { ...quoting, answer: text, citations, notices, wordedBy: this.#parts.model.name };
    if (text !== '' && verifyGrounding(answer, passages, documents)) return { ...outcome, answer };
    return { ...outcome, answer: { ...quoting, notices: [...quoting.notices, ...failure(false)] } };
  }

  /** The check that every answer passes, on one sentence by itself. */
  #isGrounded({ text, citations }: Addition): boolean {
    const numbers = citations.map(({ n }) => n);
    const renumbered = text.replaceAll(/\[(\d+)\]/gu, (_marker, n: string) => `[${numbers.indexOf(Number(n)) + 1}]`);
    const alone = citations.map((citation, at) => ({ ...citation, n: at + 1 }));
    const { quoting, passages, documents } = this.#request;
    return verifyGrounding({ ...quoting, answer: renumbered, citations: alone }, passages, documents);
  }
}
