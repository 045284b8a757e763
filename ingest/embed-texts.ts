// The wording that is embedded for a passage, a sentence and a known question, and its key: equal key, equal vector.
import { createHash } from 'node:crypto';
import type { Passage, Sentence } from '../src/domain/passage.ts';
import type { ModelFingerprint } from '../src/ports.ts';

/** A passage under its headings: without them, "We will do this by:" could be about anything. */
export function passageText(passage: Passage): string {
  return plain([...passage.section, passage.text].join('. '));
}

export function sentenceText(passage: Passage, sentence: Sentence): string {
  return plain(passage.text.slice(sentence.start - passage.start, sentence.end - passage.start));
}

/** A sentence between its neighbours under the nearest heading: "This will cost £5m" alone does not say what. */
export function contextText(passage: Passage, at: number): string {
  const [before, own, after] = [at - 1, at, at + 1].map((index) => {
    const sentence = passage.sentences[index];
    return sentence ? sentenceText(passage, sentence) : '';
  });
  return plain([passage.section.at(-1) ?? '', before, own, after].filter((part) => part !== '').join('. '));
}

/** A known question as it was asked: an asker's topic is as near to it as to its own topic. */
export function questionText(question: string): string {
  return plain(question);
}

/** White space, emphasis marks and unreadable glyphs as single spaces. */
function plain(text: string): string {
  return text.replaceAll(/[\s\ufffd*_■]+/gu, ' ').trim();
}

export function embedKey(model: ModelFingerprint, text: string): string {
  return createHash('sha256').update(`${model.sha256}\n${text}`).digest('hex').slice(0, 32);
}
