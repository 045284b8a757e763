// What the decision to withhold learned of questions by their vectors, and what it sees in a "why".
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lacksPremise } from '../../../src/answer/rank/coverage.ts';
import { doubtOf } from '../../../src/answer/withhold/doubt.ts';
import { clueNames } from '../../../src/answer/withhold/clues.ts';
import { quotable } from '../../../src/answer/withhold/evidence.ts';
import type { ObservedReason } from '../../../src/answer/withhold/reasons.ts';
import { formDimensions, opennessOf } from '../../../src/answer/withhold/question-form.ts';
import { questionWeights, questionWeightsModel } from '../../../src/answer/withhold/question-weights.ts';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import type { ComposeRequest } from '../../../src/answer/rank/request.ts';
import { makeRequest } from '../made-up-request.ts';

const plans = [{ document: 'water-2020', sentences: ['We will repair 4,200 leaks so that less water is wasted.'] }];

async function ranked(question: string): Promise<ComposeRequest> {
  return rankedRequest(await makeRequest(question, plans));
}

describe('the weights of a question’s vector', () => {
  const manifest = z
    .object({
      models: z.array(
        z.object({
          dimensions: z.number(),
          weights: z.string(),
          files: z.array(z.object({ path: z.string(), sha256: z.string() })),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync(new URL('../../../models/manifest.json', import.meta.url), 'utf8')));

  it('are those fitted for the model that is shipped, one a dimension', () => {
    const [model] = manifest.models;
    expect(model?.files.find(({ path }) => path === model.weights)?.sha256).toBe(questionWeightsModel);
    const dimensions = model?.dimensions ?? 0;
    expect(formDimensions).toBe(dimensions);
    const { linear, directions, clues } = questionWeights;
    expect(Object.keys(clues)).toEqual([...clueNames]);
    const lengths = [linear, ...directions, ...Object.values(clues)].map(({ bytes }) => atob(bytes).length);
    expect(new Set(lengths)).toEqual(new Set([dimensions]));
  });

  it('raise the doubt of a question that lies their way, and lower that of its opposite', async () => {
    const request = await ranked('How many leaks will be repaired?');
    const top = quotable(request);
    const towards = steepest();
    const doubt = (vector: Float32Array): number =>
      doubtOf({ ...request, vector, vectorModel: questionWeightsModel }, top, []);
    expect(doubt(towards)).toBeGreaterThan(doubt(towards.map(() => 0)));
    expect(doubt(towards.map((value) => -value))).toBeLessThan(doubt(towards.map(() => 0)));
  });

  it('tell of two sides of a direction the same by its square, and apart by the linear form', () => {
    const [heaviest] = questionWeights.directions;
    const along = Float32Array.from(Int8Array.from(atob(heaviest?.bytes ?? ''), (byte) => byte.charCodeAt(0)));
    const unit = along.map((value) => value / Math.hypot(...along));
    const both =
      opennessOf(unit, {}) +
      opennessOf(
        unit.map((value) => -value),
        {},
      ) -
      2 * opennessOf(new Float32Array(formDimensions), {});
    expect(Math.sign(both)).toBe(Math.sign(heaviest?.weight ?? 0));
  });

  it('weigh what speaks against an answer, and are not outweighed where another model made the vector', async () => {
    const request = { ...(await ranked('How many leaks will be repaired?')), vector: steepest() };
    const top = quotable(request);
    const doubt = (vectorModel: string, reasons: readonly ObservedReason[]): number =>
      doubtOf({ ...request, vectorModel }, top, reasons);
    expect(doubt(questionWeightsModel, ['no number'])).toBeGreaterThan(doubt(questionWeightsModel, []));
    expect(doubt(questionWeightsModel, ['no number'])).toBeLessThan(1);
    expect(doubt('another', ['no number'])).toBe(1);
  });

  it('are left out where another model made it', async () => {
    const request = await ranked('How many leaks will be repaired?');
    const doubt = (vector: Float32Array): number =>
      doubtOf({ ...request, vector, vectorModel: 'another' }, quotable(request), []);
    expect(doubt(steepest())).toBe(doubt(new Float32Array(formDimensions)));
  });

  it('say nothing where only words were searched', async () => {
    const request = await ranked('How many leaks will be repaired?');
    const top = quotable(request);
    const none = doubtOf({ ...request, vector: null }, top, []);
    expect(none).toBe(doubtOf({ ...request, vector: new Float32Array(formDimensions) }, top, []));
  });
});

/** A small step the way in which the linear form grows most: the squares hardly count yet. */
function steepest(): Float32Array {
  const zero = new Float32Array(formDimensions);
  const slopes = zero.map(
    (_, at) =>
      opennessOf(
        zero.map((_zero, other) => (other === at ? 0.01 : 0)),
        {},
      ) - opennessOf(zero, {}),
  );
  const length = Math.hypot(...slopes);
  return slopes.map((slope) => (0.1 * slope) / length);
}

describe('a "why" lacks what it takes for granted', () => {
  it.each([
    ['Why did the company scrap its apprenticeship scheme?', true],
    ['Why will you repair leaks?', false],
    ['How many apprentices did the company scrap?', false],
  ])('%s %s', async (question, expected) => {
    const request = await ranked(question);
    expect(lacksPremise(request.plan, quotable(request))).toBe(expected);
  });
});
