// What every embedder must do, whatever makes its vectors.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/ports.ts';

export interface OpenEmbedder {
  readonly embedder: Embedder;
  readonly close: () => Promise<void>;
}

const texts = [
  'We will recruit 1,000 more officers for neighbourhood policing.',
  'Trust and confidence in the police rose among Londoners.',
  'The budget for estates is under pressure.',
  'Violence against women and girls is a priority, and we will pursue the men who cause the most harm across London.',
];

const oddTexts = {
  'an empty string': '',
  'white space': ' \n\t\u00a0',
  '10,000 characters of words': 'neighbourhood policing '.repeat(435).slice(0, 10_000),
  '10,000 characters without a space': 'x'.repeat(10_000),
  emoji: '👮🏽‍♀️ 🚓 👨‍👩‍👧‍👦',
  'a lone high surrogate': 'before \ud83d after',
  'a lone low surrogate': '\udc6e',
  'NUL and other controls': 'a\u0000b\u0001c\u001b[31m',
  'other scripts': 'شرطة 警察 Полиция पुलिस',
  'a thousand combining marks': `e${'\u0301'.repeat(1_000)}`,
};

export function describeEmbedder(name: string, open: () => Promise<OpenEmbedder>): void {
  describe(name, () => {
    let opened: OpenEmbedder;
    const embed: Embedder['embed'] = (...args) => opened.embedder.embed(...args);
    const embedOne = async (text: string): Promise<Float32Array> => (await embed([text]))[0] ?? new Float32Array();

    beforeAll(async () => void (opened = await open()));
    afterAll(() => opened.close());

    it('says which weights make its vectors', () => {
      const { model } = opened.embedder;
      expect(model.name).not.toBe('');
      expect(model.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(model.dimensions).toBeGreaterThanOrEqual(32);
    });

    it('gives nothing for nothing', async () => {
      expect(await embed([])).toEqual([]);
    });

    it.each(Object.entries(oddTexts))('gives a unit vector for %s', async (_, text) => {
      const vector = await embedOne(text);
      expect(vector).toBeInstanceOf(Float32Array);
      expect(vector).toHaveLength(opened.embedder.model.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    });

    it('keeps the order of the texts', async () => {
      const alone = await Promise.all(texts.map(embedOne));
      expect(await embed(texts)).toEqual(alone);
      expect(await embed(texts.toReversed())).toEqual(alone.toReversed());
    });

    it('gives a text the same bytes whatever is embedded with it', async () => {
      const pool = [...texts, ...Object.values(oddTexts).map((text) => text.slice(0, 60))];
      const alone = new Map(await Promise.all(pool.map(async (text) => [text, await embedOne(text)] as const)));
      const company = fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 24 });
      const check = async (chosen: string[]): Promise<void> => {
        expect(await embed(chosen)).toEqual(chosen.map((text) => alone.get(text)));
      };
      await fc.assert(fc.asyncProperty(company, check), { numRuns: 15 });
    });

    it('keeps requests that run at once apart', async () => {
      const alone = await Promise.all(texts.map(embedOne));
      const requests = Array.from({ length: 20 }, (_, index) => index % texts.length);
      const found = await Promise.all(requests.map((index) => embedOne(texts[index] ?? '')));
      expect(found).toEqual(requests.map((index) => alone[index]));
    });

    it('gives vectors that the caller may change', async () => {
      const before = await embed(texts);
      const copy = before.map((vector) => vector.slice());
      before[0]?.fill(0);
      expect(before.slice(1)).toEqual(copy.slice(1));
      expect(await embed(texts)).toEqual(copy);
    });

    it('puts a text nearer to one on its subject than to one on another', async () => {
      const [question = []] = await embed(['How many more officers for neighbourhood policing?']);
      const [near = 0, , far = 0] = (await embed(texts)).map((vector) => dot(question, vector));
      expect(near).toBeGreaterThan(far + 0.1);
    });

    it('refuses at once when the signal is already aborted', async () => {
      const signal = AbortSignal.abort(new Error('gone'));
      await expect(embed(texts, { signal })).rejects.toThrow('gone');
    });
  });
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  return Array.from(one).reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
