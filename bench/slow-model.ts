// A stand-in for a language model that says what the documents say, a word at a time, and notes when each sentence was said.
import { setTimeout as sleep } from 'node:timers/promises';
import { splitSentences } from '../src/text/sentences.ts';
import {
  beginStream,
  done,
  frame,
  honestSentence,
  materialOf,
  saying,
  startStandIn,
} from '../test/generate/stand-in-model.ts';
import type { Call, Material, StandIn } from '../test/generate/stand-in-model.ts';

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
  /** Words after which a reply ends with its sentence; with 0 it says the key sentences and no more. */
  words: number;
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
    let words = 0;
    for (const { passage, sentence } of model.words > 0 ? [...key, ...others(call)] : key) {
      const text = honestSentence(sentence);
      if (model.words > 0 && words >= model.words) break;
      for (const word of `${text} [${passage}]\n`.split(/(?<= )/u)) {
        if (model.pace > 0) await sleep(model.pace);
        if (call.wasLeft) return;
        response.write(frame({ content: word }));
        words += 1;
      }
      noted.sentences.set(text, performance.now());
    }
    response.end(frame({}, 'stop') + done);
  });
  const model: SlowModel = Object.assign(standIn, { said, pace: 0, words: 0 });
  return model;
}

/** The other sentences of the passages, in order. */
function others(call: Call): Material['key'] {
  return materialOf(call).passages.flatMap(({ id, text }) =>
    splitSentences(text).map(({ start, end }) => ({ passage: id, sentence: text.slice(start, end) })),
  );
}

function isWording({ body }: Call): boolean {
  return body.messages.at(-1)?.content.includes('"passages"') ?? false;
}
