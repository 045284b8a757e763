// Questions about documents rather than things, asked as a manager would: over the real documents with the real model.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ComposedAnswer } from '../../src/domain/answer.ts';
import { isDocumentId } from '../../src/domain/ids.ts';
import { pastTurn } from '../../src/chat/turn.ts';
import type { Turns } from '../../src/chat/turn.ts';
import { openEngine } from './open-index.ts';

let close = async (): Promise<void> => undefined;
let turns: Turns;

beforeAll(async () => {
  const engine = await openEngine(inject('corpusIndexDir'));
  ({ close, turns } = engine);
});

afterAll(async () => close());

async function ask(question: string): Promise<ComposedAnswer> {
  return (await turns.ask({ question })).composed;
}

/** Each is in the answer, after the one before. */
function expectInOrder(answer: string, parts: readonly string[]): void {
  const places = parts.map((part) => answer.indexOf(part));
  expect(parts.filter((_, at) => (places[at] ?? -1) < 0)).toEqual([]);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
}

const objectives2013 = [
  '“We have five clear objectives for improving our service:”',
  '“Cut crime and bring more offenders to justice”',
  '“Be a more visible and accessible presence across London”',
  '“Maximise our national and international reach to make London the safest global city”',
  '“Improve confidence in policing and satisfaction with our services”',
  '“Cut costs and improve our policing capability”',
];
const operational2018 = [
  'three operational priorities”',
  '“Focus on what matters most to Londoners”',
  '“Mobilise partners and the public”',
  '“Achieve the best outcomes in the pursuit of justice and in support of victims”',
];
const enabling2018 = [
  'four enabling priorities”',
  '“Seize the opportunities of data and digital tech',
  '“Care for each other, work as a team, and be an attractive place to work”',
  '“Learn from experience, from others, and constantly strive to improve”',
  '“Be recognised as a responsible, exemplary and ethical organisation”',
];
const objectives2025 = [
  '“Reduce serious violence in London, focusing on gun and knife crime”',
  "“Reduce crime and anti-social behaviour in London's neighbourhoods”",
  '“Tackle the offenders causing the most harm to women and children”',
  '“Improve the quality of our service to victims and the public”',
];

describe('what the documents state of themselves', () => {
  it('is compared document by document, whole and in order, with what is named in one and not found in another', async () => {
    const { answer, citations } = await ask('How have our priorities changed since 2013?');
    expectInOrder(answer, [
      '**One Met 2013–17**',
      ...objectives2013,
      '**The Met’s Direction 2018–25**',
      ...operational2018,
      ...enabling2018,
      '**Mandate for change 2023**',
      'more trust, less crime, high standards',
      '**New Met for London 2, 2025–28**',
      ...objectives2025,
      'five areas',
      'Named in the lists of New Met for London 2, 2025–28, not found in those of the earlier documents',
      'Named in the lists of One Met 2013–17, not found in those of New Met for London 2, 2025–28',
    ]);
    expect(answer).not.toContain('2006');
    expect(answer).not.toMatch(/dropped|abandoned/iu);
    expect(new Set(citations.map(({ documentId }) => documentId)).size).toBe(4);
  });

  it('is never said to lack what the line under one of its points speaks of', async () => {
    const { answer } = await ask('How have our priorities changed since 2018?');
    expect(answer).toContain('Named in the lists of New Met for London 2, 2025–28');
    expect(answer).not.toMatch(/Named in .*\*violence, knives and guns\*/u);
  });

  it('are compared as lists: what one names and another speaks of elsewhere is never said to be absent from it', async () => {
    const { answer } = await ask('How have our values changed since 2018?');
    expect(answer).toContain(
      'Named among the values of The Met’s Direction 2018–25, not among those of New Met for London 2, 2025–28, though the words stand elsewhere in it: “Professionalism”',
    );
    expect(answer).not.toMatch(/not found in/u);
  });

  it('are compared with each of the documents that name some', async () => {
    const { answer } = await ask('How did the values change between 2006 and 2025?');
    expect(answer).toContain('not among those of One Met 2013–17 or The Met’s Direction 2018–25');
    expect(answer).toMatch(/Named among the values of The Met’s Direction 2018–25, .*“Professionalism”/u);
  });

  it.each([
    ['What are our priorities?', objectives2025],
    ['what were the objectives in 2013', objectives2013],
    ['what are the three operational priorities', operational2018],
    ['what are the four enabling priorities', enabling2018],
    ['What are the five areas in the 2025 plan?', ['New Met for London 2', 'Community Crime-fighting, Culture Change']],
    ['What is our mission?', ['New Met for London 2', 'More Trust, Less Crime and High Standards']],
    ["What's the Met's vision?", ['The Met’s Direction 2018–25', 'the most trusted police service in the world']],
    ['what are our values', ['“Integrity”', '“Courage”', '“Accountability”', '“Respect”', '“Empathy”']],
  ])('answers “%s” with the set that is meant, the latest where no time is given', async (question, parts) => {
    const { status, answer, citations } = await ask(question);
    expect(status).toBe('answered');
    expectInOrder(answer, parts);
    expect(new Set(citations.map(({ documentId }) => documentId)).size).toBe(1);
  });

  it('is put before anything else in the summary of a document', async () => {
    const { answer } = await ask('Summarise the 2013 strategy');
    expectInOrder(answer, [
      'To be the best police service in the world',
      ...objectives2013,
      'by 2016',
      'It also says:',
    ]);
  });

  it.each([
    [
      'which values of 2018 are gone',
      /^Named among the values of The Met’s Direction 2018–25, not among those of New Met for London 2, 2025–28, .*“Professionalism” \[1\], “Compassion” \[1\]$/u,
    ],
    [
      'which values survived from 2018?',
      /^Named among the values of both The Met’s Direction 2018–25 and New Met for London 2, 2025–28: “Integrity” \[1\], “Courage” \[1\]$/u,
    ],
    [
      'what values were added in 2025?',
      /^Named among the values of New Met for London 2, 2025–28, not among those of The Met’s Direction 2018–25, .*“Accountability” \[1\], “Respect” \[1\], “Empathy” \[1\]$/u,
    ],
  ])('tells first what is asked of a change: “%s”', async (question, first) => {
    const { answer } = await ask(question);
    expect(answer.split('\n')[0]).toMatch(first);
    expect(answer.match(/Named among/gu)).toHaveLength(1);
  });

  it.each(["What's in the 2025 plan that wasn't in 2018?", 'what is the difference between the 2018 and 2025 plans?'])(
    'is what documents are compared by as wholes: “%s”',
    async (question) => {
      expectInOrder((await ask(question)).answer, [...operational2018, ...objectives2025]);
    },
  );

  it('tells what is new in one document against the one before', async () => {
    const { answer } = await ask('Which priorities are new in the 2025 plan?');
    expect(answer).toMatch(/^Named in the lists of New Met for London 2/u);
    const lists = answer.slice(answer.indexOf('**The Met’s Direction'));
    expectInOrder(lists, [...operational2018, ...enabling2018, ...objectives2025]);
    expect(answer).not.toContain('One Met 2013–17**');
  });

  it('is quoted on nothing else where a document gives no figure for what others give one for', async () => {
    const { answer } = await ask('How have officer numbers changed since 2013?');
    expect(answer).toContain('No figure found in Mandate for change 2023.');
    expect(answer).not.toContain('workforce');
  });

  it('is not given where something else is asked that shares a word', async () => {
    const { answer } = await ask('Does the estate give us value for money?');
    expect(answer).not.toContain('“Integrity”');
  });
});

describe('promises asked for as such', () => {
  it('are those of the register with that date, what has a figure first', async () => {
    const { answer, citations } = await ask('What did we promise to hit by 2016?');
    expectInOrder(answer, [
      'One Met 2013–17',
      'reduce neighbourhood crime by 20%, increase public confidence by 20% and cut costs by 20%',
      '32,000 police officers by 2016, including 26,000 constables',
    ]);
    expect(citations.filter(({ quote }) => !quote.includes('2016'))).toEqual([]);
  });

  it('are those of the document meant, the latest where none is', async () => {
    expect((await ask('What targets did we set in 2013?')).answer).toContain('20% reduction in costs');
    expect((await ask('What are our targets?')).answer).toContain('90% of 999 calls answered within 10 seconds');
  });

  it('all name a time where deadlines are asked for', async () => {
    const { citations } = await ask('What deadlines are in the 2025 plan?');
    expect(citations[0]?.quote).toContain('from April 2026');
    expect(
      citations.filter(({ quote }) => !/20\d\d|years|shortly|as soon as|longer term|next phase/u.test(quote)),
    ).toEqual([]);
  });

  it('are not mistaken for those about something', async () => {
    const { citations } = await ask('What was promised by 2016 on confidence?');
    expect(citations.some(({ quote }) => /confidence/iu.test(quote))).toBe(true);
    expect(citations.some(({ quote }) => /32,000/u.test(quote))).toBe(false);
  });
});

describe('whether documents speak of a thing', () => {
  it('names the one that does where those asked about do not', async () => {
    const { status, answer, citations } = await ask('Was live facial recognition in any earlier strategy?');
    expect(status).toBe('answered');
    expect(answer).toMatch(/^\*\*Only in New Met for London 2, 2025–28\*\*: “/u);
    expect(answer).toMatch(
      /No mention found in Corporate Strategy 2006–09, One Met 2013–17, .* or Mandate for change 2023\.$/u,
    );
    for (const { quote } of citations) expect(quote).toMatch(/live facial recognition/iu);
  });

  it('is a plain no where one document is asked about', async () => {
    const { status, answer } = await ask('Did the 2013 strategy mention drones?');
    expect(status).toBe('not_found');
    expect(answer).toMatch(/^No mention found in One Met 2013–17\./u);
  });
});

describe('what one document says of a thing', () => {
  it.each([
    ['what did the 2006 strategy say about live facial recognition', 'Corporate Strategy 2006–09'],
    ['what does One Met say about knife crime', 'One Met 2013–17'],
    ["what's in the 2018 strategy about stop and search", 'The Met’s Direction 2018–25'],
    ['What does the 2025 plan say about dogs?', 'New Met for London 2, 2025–28'],
  ])('is nothing where it does not name it, however near some words are: “%s”', async (question, name) => {
    const { status, answer, citations } = await ask(question);
    expect(status).toBe('not_found');
    expect(answer).toContain(`No mention found in ${name}.`);
    expect(citations).toEqual([]);
  });

  it.each([
    ['What does the 2013 strategy say about costs?', /cost/iu],
    ['what does the 2018 strategy say about data', /data/iu],
    ['what does the 2025 plan say about mental health?', /mental (?:ill-?)?health/iu],
    ['what did One Met say about burglary', /burglar/iu],
    ['what does the 2023 page say about corrupt officers', /corrupt/iu],
  ])('is quoted from the sentences that name it: “%s”', async (question, name) => {
    const { status, citations } = await ask(question);
    expect(status).toBe('answered');
    expect(citations.filter(({ quote }) => !name.test(quote))).toEqual([]);
  });
});

describe('whether a document is the latest', () => {
  it.each([
    ['which strategy is current?', 'New Met for London'],
    ['is the 2006 draft still in force?', 'It is not the latest'],
  ])('hangs on those as well that are left out of the search: “%s”', async (question, told) => {
    const documents = ['2006-2009-corporate-strategy-draft'].filter(isDocumentId);
    const { composed } = await turns.ask({ question, documents });
    expect(composed.answer).toContain(told);
  });
});

it('whether the documents of a comparison are drafts is told of each', async () => {
  const question = 'compare neighbourhood policing in 2013 and 2025';
  const history = [pastTurn(question, await ask(question))];
  const { composed } = await turns.ask({ question: 'is it a draft?', history });
  expect(composed.status).not.toBe('not_found');
  expectInOrder(composed.answer, ['One Met', 'nothing marks it as a draft', 'New Met for London', 'not final']);
});
