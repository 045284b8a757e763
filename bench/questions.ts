// Questions for a load, no two of them alike, so that nothing can be answered from what was kept of another.
import { readFileSync } from 'node:fs';
import { readQuestions } from '../src/eval/questions.ts';

const openings = [
  '',
  'Please tell me: ',
  'Quick one - ',
  'Hi, ',
  'For a briefing: ',
  'I was asked this: ',
  'Could you check, ',
  'Sorry to ask, ',
  'From the strategies, ',
  'My manager asks: ',
  'Help please. ',
];
/** Words of the documents' own world, so that what is searched changes as well as how it is said. */
const closings = [
  '',
  ' in Camden',
  ' for victims',
  ' on patrol',
  ' this year',
  ' for our team',
  ' at the station',
  ' in schools',
  ' for officers',
  ' by partners',
  ' in the plan',
  ' on transport',
  ' for young people',
];

/** Question after question without end; none comes twice within some hundred thousand. */
export function* differentQuestions(): Generator<string, never> {
  const asked = readTuningQuestions();
  for (let round = 0; ; round += 1) {
    // The numbers of openings and closings share no divisor, so that every pair comes before one comes again.
    const opening = openings[round % openings.length] ?? '';
    const closing = closings[round % closings.length] ?? '';
    const again = Math.floor(round / (openings.length * closings.length));
    for (const question of asked) {
      const body = question.replace(/[?.!\s]+$/u, '');
      yield `${opening}${body}${closing}${again === 0 ? '' : ` ${again}`}?`;
    }
  }
}

function readTuningQuestions(): string[] {
  const file = new URL('../test/quality/questions/tuning.jsonl', import.meta.url);
  return [...new Set(readQuestions(readFileSync(file, 'utf8')).map(({ turns }) => turns.at(-1) ?? ''))];
}
