// Turns whose answers a language model puts into fluent words, where there is one; what it may not say stays as it was quoted.
import type { ComposedAnswer } from '../domain/answer.ts';
import type { PassageId } from '../domain/ids.ts';
import { ownNames } from '../generate/own-names.ts';
import { isWordable } from '../generate/wordable.ts';
import { leaveUnworded, wordAnswer } from '../generate/word-answer.ts';
import type { Wording, WordingParts, WordingRequest } from '../generate/word-answer.ts';
import type { IndexedPassage, Log, PassageIndex } from '../ports.ts';
import { resultOf } from './result-of.ts';
import type { TurnEvent, TurnRequest, TurnResult, Turns } from './turn.ts';

export interface WordedTurnsParts extends WordingParts {
  readonly turns: Turns;
  /** As the turns have it; asked in the same step, so it is the same. */
  readonly index: () => PassageIndex;
  readonly log: Log;
}

/** Readers whom no channel tells apart: the command line's. */
const nobodyNamed = '(unnamed)';
/** Passages loaded beside those that the answer quotes; the prompt takes eight in all. */
const othersOffered = 8;

export function wordTurns(parts: WordedTurnsParts): Turns {
  const { turns } = parts;
  async function* stream(request: TurnRequest): AsyncGenerator<TurnEvent, TurnResult> {
    const index = parts.index();
    let result: TurnResult | null = null;
    for await (const event of turns.stream(request)) {
      if (event.type === 'answer') ({ result } = event);
      else yield event;
    }
    if (!result) throw new Error('A turn ended without an answer.');
    if (isWordable(result.composed)) {
      yield { type: 'wording' };
      result = yield* worded(parts, { request, result, index });
    }
    yield { type: 'answer', result };
    return result;
  }
  return {
    search: (request) => turns.search(request),
    stream,
    ask: (request) => resultOf(stream(request)),
  };
}

interface Given {
  readonly request: TurnRequest;
  readonly result: TurnResult;
  readonly index: PassageIndex;
}

async function* worded(parts: WordedTurnsParts, given: Given): AsyncGenerator<TurnEvent, TurnResult> {
  const { composed: quoting, timings } = given.result;
  const started = performance.now();
  const refusal = parts.model.refusal();
  let firstMs: number | null = null;
  let told = refusal === null ? null : leaveUnworded(quoting, refusal);
  // Nothing is made ready for a model that is not asked. Whoever takes no more events ends the wording with this loop, and that the
  // call on the other side.
  if (!told)
    for await (const event of wordAnswer(parts, await requestFor(given))) {
      if (event.type === 'end') told = event.wording;
      else {
        firstMs ??= performance.now() - started;
        yield event;
      }
    }
  if (!told) throw new Error('A wording ended without an answer.');
  const wordingMs = performance.now() - started;
  logWording(parts.log, told, wordingMs);
  const times = { wordingMs, ...(firstMs !== null && { firstWordsMs: firstMs }) };
  return {
    ...given.result,
    composed: told.answer,
    timings: { ...timings, ...times, totalMs: timings.totalMs + wordingMs },
  };
}

async function requestFor(given: Given): Promise<WordingRequest> {
  const { question, history = [], reader = nobodyNamed, signal } = given.request;
  const { index } = given;
  const [passages, documents, acronyms] = await Promise.all([passagesFor(given), index.documents(), index.acronyms()]);
  const earlier = history.map((turn) => turn.question);
  const own = ownNames(documents, acronyms);
  return { question, earlier, quoting: given.result.composed, passages, documents, ownNames: own, reader, signal };
}

/** Those that the answer quotes, and the best others of the documents that it quotes: no other document is brought in. */
async function passagesFor({ result, index }: Given): Promise<readonly IndexedPassage[]> {
  const { citations } = result.composed;
  const documents = new Set(citations.map(({ documentId }) => documentId));
  const quoted = citations.map(({ passageId }) => passageId);
  const found = result.parts.flatMap((part) => part.found).filter(({ documentId }) => documents.has(documentId));
  const others = found.slice(0, othersOffered).map(({ passage }) => passage.id);
  return index.load([...new Set<PassageId>([...quoted, ...others])]);
}

/** Counts and kinds alone; nothing of what was asked or said. */
function logWording(log: Log, { kept, dropped, fault, answer }: Wording, wordingMs: number): void {
  const outcome = outcomeOf(answer, fault);
  log(fault === null ? 'info' : 'warn', 'answer-worded', { outcome, fault, kept, dropped, ms: Math.round(wordingMs) });
}

function outcomeOf({ wordedBy }: ComposedAnswer, fault: Wording['fault']): 'worded' | 'in-part' | 'quoted' {
  if (wordedBy === undefined) return 'quoted';
  return fault === null ? 'worded' : 'in-part';
}
