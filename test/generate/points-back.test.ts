// A sentence that is borne out by itself, after another that makes it mean something else.
import { describe, expect, it } from 'vitest';
import { wordedTurns } from './worded-harbour.ts';
import { materialOf, saying } from './stand-in-model.ts';
import type { Call } from './stand-in-model.ts';

const text = `# Watches

The Harbour Watch has eighteen wardens who row at dawn. It trains forty apprentices in a year.

The Lantern Guild has ninety keepers who trim the wicks. The Lantern Guild trains twelve climbers in a year.
`;
const strategies = [
  { id: 'watch-plan', title: 'Watch Plan', years: { from: 2020, to: 2024 }, status: 'published' as const, text },
];
const question = 'What does the Harbour Watch do at dawn?';

async function told(...lines: readonly string[]): Promise<string> {
  // Under every passage, so that no line lacks its source.
  const marked = (call: Call): string => {
    const ids = materialOf(call).passages.map(({ id }) => id);
    return lines.map((line) => `${line} [${ids.join(', ')}]`).join('\n');
  };
  const { worded } = await wordedTurns(saying(marked), {}, { strategies });
  const { composed } = await worded.ask({ question });
  expect(composed.wordedBy).toBeDefined();
  return composed.answer;
}

const first = 'The Harbour Watch has eighteen wardens who row at dawn.';

describe('a sentence that begins with a pronoun', () => {
  it('is told where the one before it names whom the document means', async () => {
    expect(await told(first, 'It trains forty apprentices in a year.')).toContain('It trains forty apprentices');
  });

  it.each(['It trains twelve climbers in a year.', 'They train twelve climbers in a year.', 'It has ninety keepers.'])(
    'is not told where that would make it of somebody else: %s',
    async (lie) => {
      expect(await told(first, lie)).not.toContain(lie.slice(0, -1));
    },
  );

  it('is not told before anything that it could mean', async () => {
    const lie = 'It trains twelve climbers in a year.';
    expect(await told(lie, first)).not.toContain(lie);
  });
});
