// What a question takes for granted is held against the documents: only where they state the very thing otherwise is that said.
import { describe, expect, it } from 'vitest';
import { claimIn, courseOf, figuresIn, wantsConfirming } from '../../../src/answer/withhold/claims.ts';
import { directQuestion } from '../../../src/query/direct-question.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';

const plan = [
  {
    document: 'water-2020',
    section: ['Crews'],
    sentences: ['Our long-term ambition is to have 900 divers.', 'We trained 40 clerks in 2021.'],
  },
  { document: 'water-2020', section: ['Leaks'], sentences: ['Leaks 44%', 'Leaks are increasing in every borough.'] },
  { document: 'water-2020', section: ['Theft'], sentences: ['Theft of meters is down 13% since spring.'] },
];

async function asked(question: string): Promise<ReturnType<typeof answerTo>> {
  return answerTo(await makeRequest(question, plan));
}

describe('the documents state it otherwise', () => {
  it.each([
    ['Confirm that there will be 900 divers by 2023', 'of that year', 'long-term ambition'],
    ['Is it true that there will be 900 divers by 2023?', 'of that year', 'long-term ambition'],
    ['Since the company has cut leaks by 44%, what comes next?', 'went that way', 'Leaks 44%'],
    ['Why did leaks fall by 44%?', 'went that way', 'increasing'],
    ['Why did theft fall by 70%?', 'that figure', 'down 13%'],
  ])('“%s”', async (question, said, words) => {
    const { answer, status } = await asked(question);
    expect(status).toBe('answered');
    expect(answer).toMatch(/^The documents found do not /u);
    expect(answer).toContain(said);
    expect(answer).toContain(words);
  });
});

describe('nothing of the kind is said', () => {
  it.each([
    ['they bear it out', 'Is it true that we trained 40 clerks in 2021?'],
    ['they bear the course out', 'Why did leaks rise by 44%?'],
    ['they give the figure for another thing', 'Why did theft fall by 44%?'],
    ['nothing is taken for granted', 'How many divers will there be by 2023?'],
    ['no figure is', 'Why are leaks increasing?'],
  ])('where %s', async (_what, question) => {
    expect((await asked(question)).answer).not.toContain('The documents found do not');
  });

  it('and it is withheld where no sentence gives the figure for the thing that is to be confirmed', async () => {
    expect((await asked('Confirm that the company will hire 900 otters')).status).toBe('not_found');
  });
});

it.each([
  ['Given that theft went up 16.5%, what now?', ['16.5%'], 'up'],
  ['Now that costs are down by £1,200m since 2012, who gains?', ['£1200m'], 'down'],
  ['There will be 38,000 officers by 2028, right?', ['38000'], null],
])('“%s” takes a figure for granted', (question, figures, course) => {
  expect(claimIn(question)).toMatchObject({ figures, course });
});

it.each(['Since 2012 how much was saved?', 'What comes next?', 'Given the pumps, what now?'])(
  '“%s” takes none for granted',
  (question) => {
    expect(claimIn(question)).toBeNull();
  },
);

it('reads figures in one form, and no course where both ways are told', () => {
  expect(figuresIn('from 2,300 in 2019/20 to 44 per cent, or £3 million')).toEqual(['2300', '44%', '£3m']);
  expect(courseOf('up in May and down in June')).toBeNull();
});

it('is put as the question that it is', () => {
  expect(directQuestion('Please confirm that there will be 900 divers.')).toBe('there will be 900 divers?');
  expect(wantsConfirming('Why did leaks fall by 44%?')).toBe(false);
});
