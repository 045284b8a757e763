import { describe, expect, it } from 'vitest';
import { listWording } from '../../src/query/list-wording.ts';
import { growth, tolerated } from '../text/growth.ts';

describe('a list is asked for outright', () => {
  it.each([
    'List the aims of the water plan.',
    'can you list what they promised',
    'Name the pillars of the plan.',
    'the five wells a meter goes through',
    'What four qualities were staff meant to have?',
    'one plan, 5 objs',
    'How would it be judged? There were three yardsticks.',
    'Which sorts of customer trust us least? All three please.',
    'What would it have to learn? Give me every point.',
    'what were the values back then? all of them pls',
    'The plan has five lessons. What are they?',
    'guiding principles now, names only',
    'aims of the plan - list pls',
    'the seven things at the top of the plan, names pls',
    'By which three measures was it to be judged?',
  ])('%s', (question) => {
    expect(listWording(question)).toBe('outright');
  });
});

describe('things are asked for in the plural', () => {
  it.each([
    'what are our values now?',
    'What will customers be able to do?',
    "what'll staff be able to do with meters",
    'whats the priorities',
    'which groups trust us least',
    'Which enabling (internal) priorities does it set?',
    'which old IT systems does it replace?',
    'who are the main partners?',
    'what sort of local nuisance stuff do they sort out',
    'values 2018?',
    'kpis 2006 draft',
    'Which supporting strategies sit under the framework?',
  ])('%s', (question) => {
    expect(listWording(question)).toBe('plural');
  });
});

describe('one thing is asked for', () => {
  it.each([
    'How many values does the plan have?',
    'What is the mission?',
    'what drop in leaks did Tower Wells get?',
    'Which crime did they always turn up to?',
    'name of the chief scientist',
    'who is the chief scientist? name pls',
    'Which strategies mention otters?',
    'which plans talk about otters',
    'when will the two new bases open?',
    'What happens within four weeks of a leak?',
    'How far did it fall in 10 years?',
    'what progress has been made',
    'Was otter policing in any of the five strategies?',
    'which wards are on the list?'.replace('wards are', 'ward is'),
    'what is the two-year target?',
    'why are we shutting all the counters?',
  ])('%s', (question) => {
    expect(listWording(question)).toBeNull();
  });
});

it.each(['four enabling ', 'what are the ', 'list ', 'all of them ', 'which ', 'name? ', 'sorts of '])(
  'reads %j over and over in a time that grows with its length',
  (part) => {
    expect(growth(listWording, part, 2048)).toBeLessThan(tolerated);
  },
);
