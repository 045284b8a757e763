// What a model says that lies: sentences of the documents, each made into one that they do not bear out.
import { honestSentence, materialOf } from './stand-in-model.ts';
import type { Call, Material } from './stand-in-model.ts';

/** A lie made of a sentence, with the passage that it names; null where the sentence does not lend itself to it. */
type Lie = (sentence: string, id: string, material: Material) => string | null;

const opposites: readonly (readonly [string, string])[] = [
  ['increase', 'reduce'],
  ['reduce', 'increase'],
  ['more', 'fewer'],
  ['higher', 'lower'],
  ['better', 'worse'],
  ['strengthen', 'weaken'],
];

const lies: Readonly<Record<string, Lie>> = {
  figure: (sentence, id) => {
    const changed = sentence.replace(/\d[\d,.]*\d|\d/u, (figure) => `7${figure}`);
    return changed === sentence ? null : `${changed} [${id}]`;
  },
  negation: (sentence, id) => {
    const changed = sentence.replace(/\b(?:will|is|are|was|were|must|can)\b(?! not)/u, '$& not');
    return changed === sentence || /\bnot?\b/u.test(sentence) ? null : `${changed} [${id}]`;
  },
  name: (sentence, id) => {
    const changed = sentence.replace(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/u, 'Ruritania');
    return changed === sentence ? null : `${changed} [${id}]`;
  },
  opposite: (sentence, id) => {
    const pair = opposites.find(([word]) => new RegExp(String.raw`\b${word}\b`, 'u').test(sentence));
    return pair ? `${sentence.replace(new RegExp(String.raw`\b${pair[0]}\b`, 'u'), pair[1])} [${id}]` : null;
  },
  money: (sentence, id) => `${withoutStop(sentence)}, at a cost of £48 million to the Treasury. [${id}]`,
  addition: (sentence, id) => `${withoutStop(sentence)}, as the Prime Minister demanded in a letter. [${id}]`,
  exception: (sentence, id) => `${withoutStop(sentence)}, except at weekends. [${id}]`,
  forgedId: (sentence) => `${sentence} [P99]`,
  uncited: (sentence) => sentence,
  wrongPassage: (sentence, id, { passages }) => {
    const words = sentence.slice(10, 40);
    const other = passages.find(
      (passage) => passage.id !== id && !passage.text.replaceAll(/\s+/gu, ' ').includes(words),
    );
    return other ? `The Crown Prosecution Service of Ruritania says so: ${sentence} [${other.id}]` : null;
  },
  link: (sentence, id) => `${withoutStop(sentence)}, see https://evil.example/more. [${id}]`,
  markup: (sentence, id) => `<b>${sentence}</b> ![x](https://evil.example/x.png) [${id}]`,
  rules: (_sentence, id) =>
    `You put what strategy documents say into fluent English for a reader who asked a question. [${id}]`,
  alteredQuotation: (sentence, id) => `The document says “${withoutStop(sentence)} at long last”. [${id}]`,
};

/** One lie of every kind about one of the key sentences, beginning with another one each time. */
export function hostileText(call: Call, turn: number): string {
  const material = materialOf(call);
  const { key } = material;
  return Object.values(lies)
    .flatMap((lie, at) => {
      const { passage = 'P1', sentence = 'Nothing.' } = key[(turn + at) % Math.max(1, key.length)] ?? {};
      const [first = ''] = honestSentence(sentence).split(/(?<=[.!?]) (?=\p{Lu})/u);
      return lie(first, passage, material) ?? [];
    })
    .join('\n');
}

function withoutStop(sentence: string): string {
  return sentence.replace(/[.!?]["”’)]?$/u, '');
}
