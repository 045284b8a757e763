// Which document "the plan" is, where a question asks what it says.
import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../src/query/scope.ts';
import { police } from './made-up-catalogues.ts';

const latest = police.findLast(({ years }) => years !== null)?.id;
const meant = (question: string): (string | undefined)[] => {
  const { scope } = scopeOf(question, police);
  return scope.kind === 'open' ? [] : scope.documents.filter(({ weight }) => weight === 1).map(({ id }) => id);
};

describe('“the plan”', () => {
  it.each([
    'what does the plan say about police dogs',
    'What does our plan say about speed cameras?',
    'does the plan mention drones?',
    "what's in the plan about fraud",
  ])('is the latest in “%s”', (question) => {
    expect(meant(question)).toEqual([latest]);
  });

  it.each(["what's the plan for neighbourhood teams?", 'how many officers does the plan want', 'who wrote the plan?'])(
    'may be any in “%s”',
    (question) => {
      expect(meant(question)).toEqual([]);
    },
  );
});
