// What the documents leave open, and what they answer in other words, told apart with the real model.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openEngine } from './open-index.ts';
import type { Engine } from './open-index.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await openEngine(inject('corpusIndexDir'));
});

afterAll(async () => engine.close());

async function statusOf(question: string): Promise<string> {
  return (await engine.turns.ask({ question })).composed.status;
}

describe('a question that a strategy leaves open is not answered', () => {
  it.each([
    ['whom to ring', 'what’s the phone number for HR'],
    ['how a thing is done', 'how do I book annual leave'],
    ['a deadline of something that is planned', 'by when will the new contact centre be finished'],
    ['one’s own case', 'has my transfer request been approved yet'],
    ['the price of a thing that is spoken of', 'what does one of the new facial recognition cameras cost'],
    ['another force', 'how many detectives does Merseyside Police employ?'],
    ['a list of names', 'which firms bid for the uniform contract'],
    ['members of a kind', 'Which schools take part in Operation Encompass?'],
    ['so many things that are not listed', 'What are the six steps of the Fatigue Risk Management System?'],
    ['so many things that are only counted', 'What are the eight Clear, Hold, Build sites?'],
  ])('%s', async (_what, question) => {
    expect(await statusOf(question)).toBe('not_found');
  });
});

describe('a question in everyday words is answered', () => {
  it.each([
    ['a reason', 'why do they want the vetting checks done faster'],
    ['a number', 'how many people were nicked for snatching phones'],
    ['a plan', 'what are they doing about coppers who are off sick for ages'],
    ['a method', 'how will they use facial recognition out on the streets'],
    ['a person', 'who is going to look over casework from the outside'],
  ])('%s', async (_what, question) => {
    expect(await statusOf(question)).toBe('answered');
  });
});
