// A stand-in for a language model that says what the documents say, a word at a time, and notes when each sentence was said.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  beginStream,
  done,
  frame,
  honestSentence,
  materialOf,
  saying,
  startStandIn,
} from '../test/generate/stand-in-model.ts';
import type { Call, StandIn } from '../test/generate/stand-in-model.ts';

/** Twenty tokens a second. */
export const slowPace = 50;

/** What was said to one question, by the clock of `performance.now`. */
export interface Said {
  /** When the question came. */
  readonly asked: number;
  /** When the last word of each sentence left, by the sentence. */
  readonly sentences: Map<string, number>;
}

export interface SlowModel extends StandIn {
  /** Milliseconds between two words. */
  pace: number;
  /** By question. */
  readonly said: ReadonlyMap<string, Said>;
}

export async function startSlowModel(): Promise<SlowModel> {
  const said = new Map<string, Said>();
  const standIn = await startStandIn(async (call, response) => {
    // Advice on searching is asked of it too.
    if (!isWording(call)) return saying(() => 'strategy')(call, response);
    const { question, key } = materialOf(call);
    const noted: Said = { asked: performance.now(), sentences: new Map() };
    said.set(question, noted);
    beginStream(response);
    for (const { passage, sentence } of key) {
      const text = honestSentence(sentence);
      for (const word of `${text} [${passage}]\n`.split(/(?<= )/u)) {
        if (model.pace > 0) await sleep(model.pace);
        if (call.wasLeft) return;
        response.write(frame({ content: word }));
      }
      noted.sentences.set(text, performance.now());
    }
    response.end(frame({}, 'stop') + done);
  });
  const model: SlowModel = Object.assign(standIn, { said, pace: 0 });
  return model;
}

function isWording({ body }: Call): boolean {
  return body.messages.at(-1)?.content.includes('"passages"') ?? false;
}
