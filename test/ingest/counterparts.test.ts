import { describe, expect, it } from 'vitest';
import { findCounterparts } from '../../ingest/counterparts.ts';
import type { Embedded } from '../../ingest/counterparts.ts';
import type { Target } from '../../src/domain/commitment.ts';
import { isCommitmentId } from '../../src/domain/ids.ts';
import { embed, toDocumentId } from '../index/made-up-corpus.ts';

let made = 0;

function said(year: number, text: string, targets: readonly Target[] = []): Embedded {
  const id = `c-${(made += 1).toString(16).padStart(16, '0')}`;
  if (!isCommitmentId(id)) throw new Error(id);
  const vector = embed(text, 64);
  const commitment = {
    id,
    documentId: toDocumentId(`${year}-plan`),
    sectionId: null,
    section: [],
    page: null,
    text,
    start: 0,
    end: text.length,
    leadIn: null,
    actor: 'we',
    themes: [],
    theme: null,
    target: targets[0] ?? null,
    targets,
    deadline: null,
  };
  return { commitment, vector, context: vector };
}

const percent = (value: string, measure: string): Target => ({ value, unit: '%', measure });
/** A direction of its own. */
function axis(at: number): Float32Array {
  return Float32Array.from({ length: 64 }, (_, each) => Number(each === at));
}

/** Rows that have nothing to do with each other, so that terms differ in how much they tell. */
const others = ['noise at night', 'fishing nets', 'winter coal', 'tram fares', 'paper archives', 'market stalls'].map(
  (thing, at) => ({ ...said(2000 + at, `Somebody looks after ${thing}.`), vector: axis(at), context: axis(at) }),
);

describe('counterparts', () => {
  it('are of other documents, and speak of the same', () => {
    const rows = [
      said(2010, 'We will dredge the eastern basin.'),
      said(2010, 'We will dredge the eastern basin again.'),
      said(2020, 'We will dredge the eastern basin for larger ships.'),
      ...others,
    ];
    const [first] = findCounterparts(rows);
    expect(first?.map(({ id }) => id)).toEqual([rows[2]?.commitment.id]);
    expect(first?.[0]?.why).toMatch(/^Possible: both speak of .*“basin”.*; alike in meaning \(0\.\d\d of 1\)\.$/u);
    expect(findCounterparts(rows).slice(3).flat()).toEqual([]);
  });

  it('show a target that was restated with another figure, the earlier first whichever is asked about', () => {
    const rows = [
      said(2010, 'We will cut delays of ferries by 20%.', [percent('20', 'delays of ferries')]),
      said(2020, 'We will cut delays of ferries by 35%.', [percent('35', 'delays of ferries')]),
      said(2024, 'We will cut delays of ferries by 35% again.', [percent('35', 'delays of ferries')]),
      ...others,
    ];
    const [earliest, later] = findCounterparts(rows);
    const change = { measure: 'delays of ferries', earlier: '20%', later: '35%' };
    expect(earliest?.find(({ id }) => id === rows[1]?.commitment.id)?.change).toEqual(change);
    expect(later?.find(({ id }) => id === rows[0]?.commitment.id)?.change).toEqual(change);
    expect(later?.find(({ id }) => id === rows[2]?.commitment.id)?.change).toBeNull();
  });

  it('are no more than a reader can look through, and leave no document out that has one', () => {
    const rows = [
      said(2010, 'We will dredge the eastern basin.'),
      ...Array.from({ length: 8 }, (_, at) => said(2020, `We will dredge the eastern basin ${at}.`)),
      said(2024, 'One day the basin in the east, we will dredge.'),
      ...others,
    ];
    const found = findCounterparts(rows)[0] ?? [];
    expect(found.length).toBeLessThanOrEqual(6);
    expect(found.map(({ id }) => id)).toContain(rows[9]?.commitment.id);
  });
});
