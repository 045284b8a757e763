// Turns that say what they are told to, for tests of what stands around them.
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { understand } from '../../src/query/understand.ts';
import { answerWire } from '../../src/chat/wire.ts';
import type { TurnEvent, TurnRequest, TurnResult, Turns } from '../../src/chat/turn.ts';
import type { AnswerWire } from '../../src/contract/answer.ts';
import type { Citation, ComposedAnswer } from '../../src/domain/answer.ts';
import { isDocumentId, isPassageId } from '../../src/domain/ids.ts';
import type { DocumentId, PassageId } from '../../src/domain/ids.ts';
import type { Passage } from '../../src/domain/passage.ts';

export function documentId(text: string): DocumentId {
  if (!isDocumentId(text)) throw new Error(`${text} is no document id.`);
  return text;
}

function passageId(text: string): PassageId {
  if (!isPassageId(text)) throw new Error(`${text} is no passage id.`);
  return text;
}

const quay = documentId('quay-plan-2020');
const text = 'Nine lamps stand on the quay.';

export const passage: Passage = {
  id: passageId('p-00000000000000aa'),
  documentId: quay,
  sectionId: null,
  section: ['Lamps'],
  page: 3,
  start: 10,
  end: 10 + text.length,
  text,
  sentences: [{ kind: 'prose', start: 10, end: 10 + text.length }],
};

export const citation: Citation = {
  n: 1,
  passageId: passage.id,
  documentId: quay,
  document: { title: 'Quay Plan 2020', years: { from: 2020, to: 2022 }, status: 'published' },
  section: passage.section,
  page: passage.page,
  quote: text,
  start: passage.start,
  end: passage.end,
  passage: text,
};

/** What a turn ends with; `replaced` changes the composed answer. */
export function turnResult(replaced: Partial<ComposedAnswer> = {}): TurnResult {
  const composed: ComposedAnswer = {
    status: 'answered',
    intent: 'fact',
    answer: `“${text}” [1]`,
    citations: [citation],
    notices: [],
    suggestions: [],
    related: [],
    ...replaced,
  };
  const timings = { understandMs: 1, retrieveMs: 2, answerMs: 3, totalMs: 6 };
  const indexed = {
    ...passage,
    vector: new Float32Array(),
    sentenceVectors: [],
    contextVectors: [],
    knownQuestions: [],
  };
  const found = [{ passage: indexed, documentId: passage.documentId, score: 1, parts: [], measures: null }];
  const plan = understand('How deep is the basin?', {
    documents: [],
    lexicon: emptyLexicon,
    acronyms: [],
    frequency: new Map(),
  });
  return { generation: 'g-made-up', composed, parts: [{ plan, found, evidence: null }], lexicalOnly: false, timings };
}

export function madeUpAnswer(ids: { conversationId: string; messageId: string }): AnswerWire {
  return answerWire(turnResult(), ids);
}

export interface ScriptedTurns {
  readonly turns: Turns;
  /** What was asked, in order. */
  readonly asked: readonly TurnRequest[];
}

/** @param before waited for between what is found and the answer. */
export function scriptedTurns(
  before: (request: TurnRequest) => Promise<void> = async () => undefined,
  result: (request: TurnRequest) => TurnResult = () => turnResult(),
): ScriptedTurns {
  const asked: TurnRequest[] = [];
  async function* stream(request: TurnRequest): AsyncGenerator<TurnEvent, TurnResult> {
    asked.push(request);
    yield { type: 'found', passages: [passage] };
    await before(request);
    const given = result(request);
    yield { type: 'answer', result: given };
    return given;
  }
  const unused = (): never => {
    throw new Error('This is not asked for here.');
  };
  return { turns: { stream, ask: unused, search: unused }, asked };
}

/** Turns that never end by themselves, and heed their signal or do not. */
export function endlessTurns(heeds: boolean): { turns: Turns; aborted: () => number } {
  let aborted = 0;
  const { turns } = scriptedTurns(
    ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          aborted += 1;
          if (heeds) reject(new Error('aborted'));
        });
      }),
  );
  return { turns, aborted: () => aborted };
}
