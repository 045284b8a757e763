import { describe, expect, it } from 'vitest';
import type { AskedKind } from '../../src/domain/asked.ts';
import { askedKind } from '../../src/query/asked.ts';

describe('the kind of thing that a question asks for', () => {
  it.each<readonly [string, AskedKind | null]>([
    ['How much money goes on leak repairs?', 'money'],
    ['how many quid did the sensors cost', 'money'],
    ['What does a new pump cost?', 'money'],
    ['What did all the pumps along the whole coast cost per year?', 'money'],
    ['Which unis teach pump keeping with us?', 'name'],
    ['how much will we invest in reservoirs', 'money'],
    ['what is the budget for drones', 'money'],
    ['When does the reservoir open?', 'date'],
    ['by when must all pipes be lead-free', 'date'],
    ['By when must the cost of pumping be cut by a fifth?', 'date'],
    ['To what will the rate of leaks fall?', 'number'],
    ['When will the budget for drones be spent?', 'date'],
    ['When were drones bought and how much did they cost?', 'money'],
    ['What year did the merger happen?', 'date'],
    ['how soon will body cameras arrive', 'date'],
    ['is there a deadline for the drones', 'date'],
    ['In which month will the new mains open?', 'date'],
    ['How often does the plan bring itself up to date?', 'rate'],
    ['What money is set aside for drones?', 'money'],
    ['what are the wages of a warden', 'money'],
    ['Will my wages hang on how well I do?', null],
    ['What rank runs the harbour team?', 'person'],
    ['What is the name of the new control room system?', 'name'],
    ['which company runs the call centre', 'name'],
    ['who supplies the meters?', 'name'],
    ['How often are pumps inspected?', 'rate'],
    ['how frequently does the board meet', 'rate'],
    ['How many pumps are there?', 'number'],
    ['what share of homes have a meter', 'number'],
    ['what percentage of staff are women', 'number'],
    ['how far must pressure rise', 'number'],
    ['number of officers in schools', 'number'],
    ['leaks fell by how much?', 'number'],
    ['by how much were running costs to fall', 'number'],
    ['how much lower will costs be', 'number'],
    ['rate of leaks per mile', 'number'],
    ['what was the drop in leaks', 'number'],
    ['what is the pump ratio', 'number'],
    ['how quickly do we answer 999 calls', 'number'],
    ['Who chairs the board?', 'person'],
    ['who’s responsible for drones', 'person'],
    ['whose job is safeguarding', 'person'],
    ['Where is the new laboratory?', 'place'],
    ['which boroughs pilot this', 'place'],
    ['at which sites do we fly drones', 'place'],
    ['Why did we close the counter?', 'reason'],
    ['what is the point of ward panels', 'reason'],
    ['how come response times rose', 'reason'],
    ['What does PIP mean?', 'meaning'],
    ['whats a BCU', 'meaning'],
    ['What is a smart meter?', 'meaning'],
    ['define hydraulic overload', 'meaning'],
    ['what does AMP stand for', 'meaning'],
    ['Tell us about drones', null],
    ['Did we promise a reservoir?', null],
    ['do officers wear cameras when they stop someone', null],
    ['drones', null],
    ['', null],
  ])('“%s” asks for %s', (question, kind) => {
    expect(askedKind(question)).toBe(kind);
  });

  it('is the same in capitals', () => {
    expect(['HOW MANY PUMPS', 'WHO CHAIRS IT', 'WHY'].map(askedKind)).toEqual(['number', 'person', 'reason']);
  });
});
