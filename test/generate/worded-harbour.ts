// The made-up service with a stand-in model behind it, over real sockets on both sides.
import { onTestFinished } from 'vitest';
import { openLangChainModel } from '../../src/adapters/langchain-model.ts';
import { createTurns } from '../../src/chat/turn.ts';
import type { Turns } from '../../src/chat/turn.ts';
import { wordTurns } from '../../src/chat/worded-turns.ts';
import { createGuardedModel } from '../../src/generate/guarded-model.ts';
import type { GuardLimits } from '../../src/generate/guarded-model.ts';
import { listeningHarbour } from '../delivery/http/listening-harbour.ts';
import type { ListeningHarbour } from '../delivery/http/listening-harbour.ts';
import { harbourApp } from '../delivery/http/made-up-strategies.ts';
import type { Replaced, Strategy } from '../delivery/http/made-up-strategies.ts';
import type { Embedder, PassageIndex } from '../../src/ports.ts';
import { createFakeEmbedder } from '../ports/fake-embedder.ts';
import { startStandIn } from './stand-in-model.ts';
import type { Behaviour, StandIn } from './stand-in-model.ts';

export const guardLimits: GuardLimits = {
  deadline: 5000,
  firstPiece: 1000,
  idle: 1000,
  calls: 128,
  perDay: 0,
  perReaderAndDay: 0,
};

export interface WordedTurns {
  readonly standIn: StandIn;
  /** With the model, and without. */
  readonly worded: Turns;
  readonly quoting: Turns;
  readonly logged: readonly { readonly level: string; readonly event: string; readonly fields: unknown }[];
}

/** What a test may have otherwise. */
interface Made {
  readonly strategies?: readonly Strategy[];
  readonly embedder?: Embedder;
  /** The address that the model is said to have, from the one that it has. */
  readonly toBaseUrl?: (url: string) => string;
  /** Milliseconds, by which the breaker counts. */
  readonly now?: () => number;
  /** The index as the turns have it. */
  readonly toIndex?: (index: PassageIndex) => PassageIndex;
}

/** Gone when the test has finished. */
export async function wordedTurns(
  behaviour: Behaviour,
  given: Partial<GuardLimits> = {},
  {
    strategies,
    embedder = createFakeEmbedder(),
    toBaseUrl = (url) => url,
    toIndex = (made) => made,
    now = () => performance.now(),
  }: Made = {},
): Promise<WordedTurns> {
  const standIn = await startStandIn(behaviour);
  onTestFinished(() => standIn.close());
  const index = toIndex((await harbourApp({}, strategies)).index);
  const settings = { provider: 'openai', model: 'llama', baseUrl: toBaseUrl(standIn.url), apiKey: 'canary-key-4711' };
  const clocks = { now, today: () => 'today', random: () => 0 };
  const model = createGuardedModel({
    model: await openLangChainModel(settings),
    limits: { ...guardLimits, ...given },
    ...clocks,
  });
  const logged: { level: string; event: string; fields: unknown }[] = [];
  const quoting = createTurns({ index: () => index, embedder, log: () => undefined });
  const log = (level: string, event: string, fields?: unknown): void => void logged.push({ level, event, fields });
  return { standIn, quoting, logged, worded: wordTurns({ turns: quoting, index: () => index, model, embedder, log }) };
}

export interface WordedHarbour extends ListeningHarbour, Omit<WordedTurns, 'logged'> {}

interface WordedOptions extends Pick<Made, 'toBaseUrl' | 'embedder'> {
  readonly limits?: Partial<GuardLimits>;
}

export async function wordedHarbour(
  behaviour: Behaviour,
  { limits = {}, toBaseUrl, embedder, ...replaced }: Replaced & WordedOptions = {},
): Promise<WordedHarbour> {
  const made = { ...(toBaseUrl && { toBaseUrl }), ...(embedder && { embedder }) };
  const { standIn, worded, quoting } = await wordedTurns(behaviour, limits, made);
  return { ...(await listeningHarbour({ ...replaced, turns: worded })), standIn, worded, quoting };
}
