// Small frames of a model's stream made into larger ones: what is said stays the same to the letter, and ends of sentences do not wait.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameMerger } from '../../src/adapters/merge-frames.ts';
import { done, frame } from '../generate/stand-in-model.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function mergedOf(pieces: readonly Uint8Array[], now = (): number => 0): string[] {
  const merger = new FrameMerger(now);
  return [...pieces.map((piece) => merger.take(piece)), merger.end()];
}

function saidBy(stream: string): string {
  const shape = /"content":(?<text>"(?:[^"\\]|\\.)*")/gu;
  return [...stream.matchAll(shape)].map(({ groups }) => String(JSON.parse(groups?.['text'] ?? '""'))).join('');
}

describe('merging frames', () => {
  it('holds words until their line has ended, and passes the line on as one frame', () => {
    const words = ['Ten ', 'lamps ', 'stand. ', '[P1', ']\n'];
    const told = mergedOf(words.map((content) => encode(frame({ content }))));
    // The first word passes at once.
    expect(told).toEqual([frame({ content: 'Ten ' }), '', '', '', frame({ content: 'lamps stand. [P1]\n' }), '']);
  });

  it('passes words on with the first word after the mark of a passage, by which the sentence is known to have ended', () => {
    const words = ['Lamps ', 'all ', 'stand ', '[P1]', '.', ' The ', 'quay '];
    const told = mergedOf(words.map((content) => encode(frame({ content }))));
    expect(told.map((each) => saidBy(each))).toEqual(['Lamps ', '', '', '', '', 'all stand [P1]. The ', '', 'quay ']);
  });

  it('passes words on a second after the last were though their sentence goes on, and each where they come seldom', () => {
    let clock = 0;
    const merger = new FrameMerger(() => clock);
    const told = [0, 400, 800, 1200, 4000, 4100].map((time, at) => {
      clock = time;
      return saidBy(merger.take(encode(frame({ content: `${at} ` }))));
    });
    expect(told).toEqual(['0 ', '', '', '1 2 3 ', '4 ', '']);
  });

  it('merges frames that differ in other fields, as one of a server that fills each up with a random one', () => {
    const words = ['Ten ', 'lamps ', 'stand.\n'];
    const told = mergedOf(
      words.map((content, at) => encode(frame({ content }).replace('"object"', `"obfuscation":"x${at}","object"`))),
    );
    expect(told.slice(1, 3).map((each) => saidBy(each))).toEqual(['', 'lamps stand.\n']);
    expect(told[2]).toContain('"obfuscation":"x1"');
  });

  it('passes on as it came what has words in a field beside them', () => {
    const other = frame({ content: 'lamps ' }).replace('"index":0', '"index":0,"logprobs":{"content":"lamps "}');
    expect(mergedOf([encode(frame({ content: 'Ten ' })), encode(other)])).toEqual([
      frame({ content: 'Ten ' }),
      other,
      '',
    ]);
  });

  it.each([
    ['a finish', frame({}, 'stop')],
    ['a tool that is asked for', frame({ content: '', tool_calls: [{ index: 0, function: { name: 'f' } }] })],
    ['a role', frame({ role: 'assistant', content: '' })],
    ['text with a finish', frame({ content: 'x' }, 'length')],
    ['the last word', done],
    ['what is no JSON', 'data: {oops\n\n'],
    ['a comment', ': still there\n\n'],
    ['an error', 'event: error\ndata: {"error":{"message":"m"}}\n\n'],
  ])('lets %s pass as it came, after what came before it', (_name, other) => {
    const words = ['first ', 'before '].map((content) => encode(frame({ content })));
    const [, , passed] = mergedOf([...words, encode(other)]);
    expect(passed).toBe(frame({ content: 'before ' }) + other);
  });

  it.each(['\n\n', '\r\n\r\n', '\n\r\n', '\r\n\n'])('sees the end %j of a frame however it is cut', (end) => {
    const [event] = frame({ content: 'one ' }).split('\n\n');
    const pieces = Array.from(`${event}${end}`, (letter) => encode(letter));
    expect(mergedOf(pieces).slice(0, -1).join('')).toBe(frame({ content: 'one ' }));
  });

  it('reads a frame that never ends once, and not again with each piece of it', () => {
    const piece = encode('data: and so on without an end. ');
    const costOf = (pieces: number): number => {
      const merger = new FrameMerger();
      const begun = performance.now();
      for (let at = 0; at < pieces; at += 1) merger.take(piece);
      return performance.now() - begun;
    };
    costOf(2000);
    const few = Math.min(costOf(2000), costOf(2000), costOf(2000));
    const many = Math.min(costOf(16_000), costOf(16_000));
    // Read again each time, eight times as many would take some sixty times as long.
    expect(many / few).toBeLessThan(25);
  });

  it('says the same as the frames do, however the bytes are cut', () => {
    const plain = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const word = fc.oneof(plain, fc.constantFrom('"', '\\', '\\"', '\n', '\u0000', '"}}]}', '\u2028'));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (words, size) => {
        const bytes = encode(words.map((content) => frame({ content })).join('') + frame({}, 'stop') + done);
        const cuts = Array.from({ length: Math.ceil(bytes.length / size) }, (_each, at) =>
          bytes.slice(at * size, (at + 1) * size),
        );
        expect(saidBy(mergedOf(cuts).join(''))).toBe(words.join(''));
      }),
      { numRuns: 100 },
    );
  });
});
