import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentDescription } from '../../src/domain/document.ts';
import { scopeOf } from '../../src/query/scope.ts';
import { police, water } from './made-up-catalogues.ts';

/** `2013:1 2025:0.5` for the documents meant; empty where the question means none. */
function meant(question: string, documents: readonly DocumentDescription[]): string {
  const { scope } = scopeOf(question, documents);
  if (scope.kind === 'open') return '';
  return scope.documents
    .filter(({ weight }) => weight >= 0.5)
    .map(({ id, weight }) => `${id.split('-', 1).join('')}:${weight}`)
    .join(' ');
}

const sinceThirteen = '2013:0.5 2018:0.5 2023:0.5 2025:0.5';
const allPolice = `2006:0.5 ${sinceThirteen}`;
const allDatedWater = '2010:0.5 2015:0.5 2020:0.5 2022:0.5 2024:0.5 2026:0.5';

describe('which of the police’s documents a question means', () => {
  it.each([
    // Titles, short titles and nicknames.
    ['what does One Met say on burglary?', '2013:1'],
    ['WHAT DID ONE MET PROMISE', '2013:1'],
    ['burglary in the met’s direction 2018–25', '2018:1'],
    ["burglary in the Met's Direction", '2018:1'],
    ['burglary in mets direction', '2018:1'],
    ['drones in A New Met for London: Phase 2 (2025–28)?', '2025:1'],
    ['is that in nmfl?', '2025:1'],
    ['compare One Met and the mandate on trust', '2013:1 2023:1'],
    ['does the strategy before last mention drones', '2013:1'],
    ['drones in the penultimate plan', '2013:1'],
    ['compare the earliest and the newest plan on drones', '2006:1 2025:1'],
    ['drones, oldest to newest', '2006:0.5 2013:0.5 2018:0.5 2023:0.5 2025:0.5'],
    ['any plans 2 buy drones', ''],
    // Years.
    ['knife crime in 2013', '2013:1'],
    ['the 2018 strategy on knife crime', '2018:1'],
    ['2013 v 2018 on burglary', '2013:1 2018:1'],
    ["knife crime in '06 and '13", '2006:1 2013:1'],
    ['06 v 13 on knife crime', '2006:1 2013:1'],
    ['back in 06, what was the target?', '2006:1'],
    ['what did the 18 strategy say on knives', '2018:1'],
    ['what was promised by 2016?', '2013:0.5'],
    ['what happened in the summer of 2012', ''],
    // Periods.
    ['the 2013-17 strategy on burglary', '2013:1'],
    ['the 2013–2017 strategy on burglary', '2013:1'],
    ['from 2013 to 2017, on burglary', '2013:1'],
    ['the 13-17 strategy on burglary', '2013:1'],
    ['the 06/09 targets', '2006:1'],
    ['what changed on drones between 2012 and 2019', '2013:0.5 2018:0.5'],
    ['drones since 2013', sinceThirteen],
    ['drones since the 2013 strategy', sinceThirteen],
    ['drones after 2018', '2023:0.5 2025:0.5'],
    ['drones before 2018', '2006:0.5 2013:0.5'],
    ['drones before 2013', '2006:0.5'],
    ['drones prior to 2018', '2006:0.5 2013:0.5'],
    ['pre-2018 drones', '2006:0.5 2013:0.5'],
    ['drones before the 2013 strategy', '2006:0.5'],
    ['before the 2013 force could buy drones', '2013:1'],
    ['drones before 2015', '2006:0.5 2013:0.5'],
    ['how have drones changed since the 2013 restructure', sinceThirteen],
    ['what was said of drones by the 2013 strategy', '2013:1'],
    ['drones by the end of 2018', '2018:0.5'],
    // Time words.
    ['what do we do about drones now?', '2025:1'],
    ['what did the 2018 strategy promise on drones, and what was bought since?', '2018:1 2025:1'],
    ['how long have drones been flown since', '2025:1'],
    ['the current plan on drones', '2025:1'],
    ['latest on drones', '2025:1'],
    ['drones in earlier strategies', '2006:0.5 2013:0.5 2018:0.5 2023:0.5'],
    ['did we use drones previously', '2006:0.5 2013:0.5 2018:0.5 2023:0.5'],
    ['are drones in any strategy', allPolice],
    ['are drones in any of our strategies', allPolice],
    ['drones over the years', allPolice],
    ['how has our view of drones changed?', allPolice],
    ['how has our view of drones changed since 2013?', sinceThirteen],
    ['how has our view of drones changed from 2018 to now?', '2018:1 2025:1'],
    ['trace our view of drones from 2018 to now', '2018:1 2023:0.5 2025:1'],
    ['each strategy on drones, 2013 - today', '2013:1 2018:0.5 2023:0.5 2025:1'],
    ['drones in every plan between 2013 and the latest', '2013:1 2018:0.5 2023:0.5 2025:1'],
    ['Have our values changed?', allPolice],
    ['has the drone been changed for another', ''],
    ['the oldest strategy on drones', '2006:1'],
    // Status.
    ['the draft on drones', '2006:1'],
    ['what is out to consultation on drones', '2025:1'],
    ['what is for consultation', '2025:1'],
    ['what was said of drones, 2013 to now', '2013:1 2018:0.5 2023:0.5 2025:1'],
    ['is drone use named in all of them or just the latest?', '2006:0.5 2013:0.5 2018:0.5 2023:0.5 2025:1'],
    ['how much did the 2018 strategy save since 2012, and how much did One Met', '2013:1 2018:1'],
    ['drones on the web page', '2023:1'],
  ])('“%s” means %s', (question, documents) => {
    expect(meant(question, police)).toBe(documents);
  });

  it.each([
    'how many officers did we recruit in 2023/24?',
    'how many officers did we recruit in 2023/2024?',
    'how many officers did we recruit in 23/24?',
    'how many officers did we recruit in 2023-24?',
    'how many officers did we recruit in 2023–24?',
    'how many officers did we recruit in 23-24?',
    'spend in FY23/24',
  ])('a financial year names no document that begins in it: “%s”', (question) => {
    expect(meant(question, police)).toBe('');
  });

  it.each([
    'what happens in 18 months?',
    'who are the 13 commissioners?',
    'what share of 25 boroughs',
    '13 officers and 25 cars',
    '£18 of 23%',
    'in 18% of cases, or 06.30',
  ])('a count is no year: “%s”', (question) => {
    expect(meant(question, police)).toBe('');
  });

  it('keeps those not meant at a small weight, and all at 1 where none is meant', () => {
    const named = scopeOf('what did One Met say', police).scope;
    expect(named.documents.map(({ weight }) => weight)).toEqual([0.12, 1, 0.12, 0.12, 0.12]);
    const open = scopeOf('how many drones are there', police).scope;
    expect(open).toEqual({ kind: 'open', documents: police.map(({ id }) => ({ id, weight: 1 })), because: [] });
  });

  it('says which words decided, as they were written', () => {
    expect(scopeOf('İn the Met’s Direction, or ONE MET?', police).scope.because).toEqual([
      'Met’s Direction',
      'ONE MET',
    ]);
  });

  it('is of one document, of several, or open', () => {
    const kindOf = (question: string): string => scopeOf(question, police).scope.kind;
    expect(
      ['one met', 'one met by 2016', 'one met v nmfl', 'earlier strategies', 'by 2016', 'drones'].map(kindOf),
    ).toEqual(['one', 'one', 'several', 'several', 'several', 'open']);
  });
});

describe('which of a water company’s documents a question means', () => {
  it.each([
    ['leaks in Pipes & Pumps: business plan 2010–15', '2010:1'],
    ['leaks in pipes and pumps', '2010:1'],
    ["does what's next? turning the tide (2015–20) speak of leaks", '2015:1'],
    ["leaks in Dŵr's plan", '2015:1'],
    ['leaks in Dŵr’s plan', '2015:1'],
    ['is clear water about leaks', '2020:1'],
    ['do we clear watercourses', ''],
    ['amp7 v amp8 on leaks', '2020:1 2026:1'],
    ['leaks in 2015', '2015:1'],
    ['leaks in the 2010-15 plan', '2010:1'],
    ['leaks in 2022/23', ''],
    ['leaks in the 2024/25 charter', '2024:1'],
    ['leaks in 24/25', '2024:1'],
    ['leaks since 2020', '2020:0.5 2022:0.5 2024:0.5 2026:0.5'],
    ['leaks before 2015', '2010:0.5'],
    ['leaks now', '2026:1'],
    ['leaks in the earlier plans', '2010:0.5 2015:0.5 2020:0.5 2022:0.5 2024:0.5'],
    ['leaks in any plan', allDatedWater],
    ['is there any plan to mend leaks', ''],
    ['leaks in any strategy', allDatedWater],
    ['how has our view of leaks changed', allDatedWater],
    ['leaks in words we use', 'undated:1'],
    ['leaks in the draft', '2010:1'],
    ['leaks in what is out to consultation', '2026:1'],
    ['the one met mandate on leaks', ''],
  ])('“%s” means %s', (question, documents) => {
    expect(meant(question, water)).toBe(documents);
  });
});

describe('scope over any catalogue', () => {
  it('means none of no documents, and none by time of undated ones', () => {
    expect(scopeOf('the latest draft since 2013, and any strategy', []).scope.documents).toEqual([]);
    const undated = water.filter(({ years }) => years === null);
    expect(meant('the latest plan, earlier strategies, since 2013 and in 2015', undated)).toBe('');
  });

  it('gives every searchable document once, oldest first, whatever is asked, and cues that are spans of the question', () => {
    const words = fc.constantFrom(
      ...'since|before|after|2013|2018|’06|13|2023/24|now|One Met|İ|Dŵr|draft|v|how has|changed|any strategy|drones|?|–|17'.split(
        '|',
      ),
    );
    const questions = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(questions, (question) => {
        const { scope, cues } = scopeOf(question, police);
        expect(scope.documents.map(({ id }) => id)).toEqual(police.map(({ id }) => id));
        expect(scope.documents.every(({ weight }) => [1, 0.5, 0.12].includes(weight))).toBe(true);
        for (const { start, end, words: said } of cues) expect(question.slice(start, end)).toBe(said);
      }),
    );
  });
});
