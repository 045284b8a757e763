import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../src/query/scope.ts';
import { topicOf } from '../../src/query/topic.ts';
import { terms } from '../../src/text/tokens.ts';
import { police } from './made-up-catalogues.ts';

const topic = (question: string): string => topicOf(question, scopeOf(question, police).cues);

describe('what a question is about', () => {
  it.each([
    ['What did One Met say about burglary?', ['burglari'], ['met', 'one']],
    ['burglary in the 2013–17 strategy', ['burglari'], ['2013', '17']],
    ['the 13-17 strategy on burglary', ['burglari'], ['13', '17']],
    ['how has burglary changed since 2013?', ['burglari'], ['2013', 'chang']],
    ['pls tell me about drones', ['drone'], ['tell', 'pls']],
    ['can you remind me what the drones are for', ['drone'], ['remind']],
    ['what does PIP stand for?', ['pip'], ['stand']],
    ['is there any mention of drones in any strategy?', ['drone'], ['mention', 'strategi']],
    ['did any strategy ever mention drones?', ['drone'], ['strategi', 'ever']],
    ['how have drones evolved over the years', ['drone'], ['evolv', 'year']],
    ['summarise the approach to drones', ['drone', 'approach'], ['summaris']],
    ['compare drones in 2013 and 2018', ['drone'], ['compar', '2013', '2018']],
    ['hi, quick one: drones in the draft?', ['drone'], ['hi', 'draft']],
    ['drones in the Met’s Direction İ', ['drone'], ['direct', 'met']],
    ['İ İ İ One Met on drones', ['drone'], ['met']],
  ])('“%s” keeps %j and not %j', (question, kept, gone) => {
    const left = terms(topic(question));
    expect(left).toEqual(expect.arrayContaining(kept));
    expect(left.filter((term) => gone.includes(term))).toEqual([]);
  });

  it.each([
    ['what was Met Change', ['met', 'chang']],
    ['whats X', ['x']],
    ['what was promised by 2016?', ['2016']],
    ['how many did we recruit in 2023/24', ['recruit', '2023/24']],
    ['what happens in 18 months', ['18', 'month']],
    ['the change programme', ['chang', 'programm']],
    ['changing places toilets', ['chang', 'place', 'toilet']],
    ['Before the force of 2030 buys drones', ['forc', '2030', 'bui', 'drone']],
  ])('“%s” still says %j', (question, kept) => {
    expect(terms(topic(question))).toEqual(expect.arrayContaining(kept));
  });

  it('keeps quotation marks about what is asked for', () => {
    expect(topic('is “Met Change” mentioned in the draft?')).toContain('“Met Change”');
    expect(topic('what is meant by "problem solving"?')).toContain('"problem solving"');
  });

  it.each(['what changed since 2014', 'the draft', 'One Met?', 'now', '2013', 'hi', 'how has it changed'])(
    'is the question itself where nothing else would be left: “%s”',
    (question) => {
      expect(topic(question)).toBe(question);
    },
  );

  it('is never empty, and every word of it stands in the question', () => {
    const words = fc.constantFrom(
      ...'since|before|after|2013|2018–25|’06|13|2023/24|now|One Met|the Met’s Direction|İ|Dŵr|draft|v|how has|changed|any strategy|drones|?|–|17|what does|mean|tell me about|“knife crime”|😀'.split(
        '|',
      ),
    );
    const questions = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((parts) => parts.join(' ')),
    );
    const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    fc.assert(
      fc.property(questions, (question) => {
        const left = topic(question);
        expect(left === '').toBe(question.trim() === '');
        const said = new Set(wordsOf(question));
        expect(wordsOf(left).filter((word) => !said.has(word))).toEqual([]);
      }),
    );
  });
});
