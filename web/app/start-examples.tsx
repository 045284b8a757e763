import type { VNode } from 'preact';
import type { ExampleGroup } from './page-start.ts';
import { QuestionButtons } from './question-buttons.tsx';

/** What could be asked, by who asks. */
export function StartExamples({ groups }: { readonly groups: readonly ExampleGroup[] }): VNode | null {
  if (groups.length === 0) return null;
  return (
    <div class="for-example">
      {groups.map(({ heading, questions }, index) => (
        <section key={heading} aria-labelledby={`examples_${index}`}>
          <h2 id={`examples_${index}`}>{heading}</h2>
          <QuestionButtons questions={questions} />
        </section>
      ))}
    </div>
  );
}
