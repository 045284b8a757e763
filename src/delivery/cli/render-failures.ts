// The questions that went wrong, one by one: what was asked, what was wanted, what was done and what was found first.
import type { EvaluatedQuestion } from '../../eval/evaluate.ts';
import type { FoundPassage } from '../../eval/observation.ts';
import type { Question } from '../../eval/questions.ts';
import { excerpt, renderPlace } from './render-answer.ts';
import { wrap } from './wrap.ts';

const shownPassages = 3;

export function renderFailures(
  results: readonly EvaluatedQuestion[],
  questions: readonly Question[],
  width: number,
): string {
  const failed = results.filter(({ failures }) => failures.length > 0);
  if (failed.length === 0) return 'Nothing went wrong.';
  const cases = failed.map((result) =>
    renderCase(
      result,
      questions.find(({ id }) => id === result.id),
      width,
    ),
  );
  return [`${failed.length} of ${results.length} questions went wrong.`, ...cases].join('\n\n');
}

function renderCase(result: EvaluatedQuestion, question: Question | undefined, width: number): string {
  const { id, kind, persona, status, failures, passages } = result;
  const line = (label: string, text: string): string =>
    wrap(text, { width, first: `  ${label.padEnd(8)}`, rest: ' '.repeat(10) });
  return [
    `${id} (${kind}, ${persona})`,
    line('asked', question?.turns.join(' → ') ?? result.question),
    ...(question ? wanted(question).map((text) => line('wanted', text)) : []),
    line('did', status),
    ...failures.map(({ type, text }) => line('wrong', `${type}: ${text}`)),
    ...passages.slice(0, shownPassages).map((passage, index) => line(`found ${index + 1}`, renderFound(passage))),
  ].join('\n');
}

function wanted({ abstain, answer, evidence }: Question): string[] {
  return [
    ...(abstain ? ['to say that the documents do not answer it'] : []),
    ...answer.map((group) => `in the reply: ${group.join(' | ')}`),
    ...evidence.map(({ doc, any }, index) => `evidence ${index + 1}, ${doc}: ${any.join(' | ')}`),
  ];
}

function renderFound({ documentId, section, text }: FoundPassage): string {
  return `${documentId}: ${renderPlace(section, null)}: ${excerpt(text)}`;
}
