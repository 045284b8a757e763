// Another organisation's documents, in other layouts and without a catalogue or a lexicon: less sharp, and just as true.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pastTurn } from '../../src/chat/turn.ts';
import type { Turns } from '../../src/chat/turn.ts';
import { textsOf } from '../../src/delivery/cli/evaluated-turns.ts';
import type { ComposedAnswer } from '../../src/domain/answer.ts';
import type { PastTurn } from '../../src/domain/conversation.ts';
import type { Texts } from '../../src/eval/quotations.ts';
import { ingestFolder, openEngine } from './open-index.ts';
import { secondQuestions } from './second-corpus-questions.ts';
import type { SecondQuestion } from './second-corpus-questions.ts';

/** Questions that must come out right, of those in the table. */
const fewestRight = 24;

const corpusDir = fileURLToPath(new URL('../fixtures/second-corpus', import.meta.url));

interface Answered {
  readonly question: SecondQuestion;
  readonly reply: ComposedAnswer;
  /** What a reader misses; empty where all is well. */
  readonly wrong: readonly string[];
}

let close = async (): Promise<void> => undefined;
let texts: Texts;
let answered: readonly Answered[];

beforeAll(async () => {
  const indexDir = await mkdtemp(join(tmpdir(), 'bluelamp-second-'));
  close = () => rm(indexDir, { recursive: true, force: true });
  await ingestFolder(corpusDir, indexDir);
  const engine = await openEngine(indexDir);
  close = async () => {
    await engine.close();
    await rm(indexDir, { recursive: true, force: true });
  };
  texts = await textsOf(engine.index);
  const all: Answered[] = [];
  for (const question of secondQuestions) {
    const reply = await converse(engine.turns, question.messages);
    all.push({ question, reply, wrong: wrongIn(question, reply) });
  }
  answered = all;
  console.log(report(answered));
});

afterAll(async () => close());

/** The reply to the last message. */
async function converse(turns: Turns, messages: readonly string[]): Promise<ComposedAnswer> {
  const history: PastTurn[] = [];
  for (const question of messages.slice(0, -1)) {
    const { composed } = await turns.ask({ question, history });
    history.push(pastTurn(question, composed));
  }
  return (await turns.ask({ question: messages.at(-1) ?? '', history })).composed;
}

function wrongIn(
  { holds = [], lacks = [], status }: SecondQuestion,
  { status: got, answer }: ComposedAnswer,
): string[] {
  // A quotation may run over the document's own line breaks.
  const text = answer.toLowerCase().replaceAll(/[\s>*]+/gu, ' ');
  const isRight = status === undefined ? got === 'answered' || got === 'partial' : got === status;
  return [
    ...(isRight ? [] : [`is ${got}`]),
    ...holds.filter((part) => !text.includes(part.toLowerCase())).map((part) => `lacks “${part}”`),
    ...lacks.filter((part) => text.includes(part.toLowerCase())).map((part) => `holds “${part}”`),
  ];
}

function report(all: readonly Answered[]): string {
  const wrong = all.filter((each) => each.wrong.length > 0);
  const lines = wrong.map(
    ({ question, reply, wrong: parts }) =>
      `${question.kind}: ${question.messages.join(' → ')}\n  ${parts.join('; ')}\n  ${reply.answer.replaceAll('\n', ' ').slice(0, 300)}`,
  );
  return [`Second corpus: ${all.length - wrong.length} of ${all.length} right.`, ...lines].join('\n');
}

describe('a folder of another organisation’s documents, without a catalogue or a lexicon', () => {
  it('is quoted to the character in every answer', () => {
    const citations = answered.flatMap(({ reply }) => reply.citations);
    expect(citations.length).toBeGreaterThanOrEqual(secondQuestions.length);
    for (const { documentId, start, end, quote } of citations)
      expect(texts.get(documentId)?.slice(start, end)).toBe(quote);
  });

  it(`is answered right in at least ${fewestRight} questions of the table`, () => {
    const right = answered.filter(({ wrong }) => wrong.length === 0);
    expect(right.length).toBeGreaterThanOrEqual(fewestRight);
  });

  it.each(['small talk', 'command', 'acronym', 'unanswerable', 'commitment'])('has no %s go wrong', (kind) => {
    const ofKind = answered.filter(({ question }) => question.kind === kind);
    expect(ofKind.length).toBeGreaterThan(0);
    expect(ofKind.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
