// The measures as tables: search by evidence group and by question, then answers, each overall, by kind and by persona.
import type { AnswerMeasures, Measure, Measures, SearchMeasures, Summary } from '../../eval/measures.ts';
import { renderTable } from './render-table.ts';

type Row = readonly string[];
type Named = readonly (readonly [name: string, measures: Measures])[];

export function renderSummary({ overall, byKind, byPersona, milliseconds }: Summary): string {
  const groups: readonly Named[] = [[['all', overall]], Object.entries(byKind), Object.entries(byPersona)];
  const { median, p95 } = milliseconds;
  return [
    searchTable('Search, by evidence group', groups, ({ byGroup }) => byGroup),
    searchTable('Search, by question', groups, ({ byQuestion }) => byQuestion),
    answerTable(groups),
    `${overall.questions} questions; median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms a question.`,
  ].join('\n\n');
}

function searchTable(title: string, groups: readonly Named[], of: (measures: Measures) => SearchMeasures): string {
  const row = (measures: SearchMeasures): Row => {
    const { recallAt1, recallAt5, recallAt10, mrr } = measures;
    return [
      String(mrr.count),
      percent(recallAt1),
      percent(recallAt5),
      percent(recallAt10),
      mrr.value?.toFixed(3) ?? none,
    ];
  };
  return table([title, 'n', 'R@1', 'R@5', 'R@10', 'MRR'], groups, (measures) => row(of(measures)));
}

const answerColumns = {
  allRight: 'all right',
  answerPass: 'answer words',
  evidenceGroups: 'evidence groups',
  quotedEvidence: 'all evidence',
  citationPrecision: 'citation precision',
  verbatimQuotes: 'verbatim quotes',
  abstentionRight: 'abstained rightly',
  abstentionWrong: 'abstained wrongly',
} as const satisfies Record<keyof AnswerMeasures, string>;

function answerTable(groups: readonly Named[]): string {
  return table(['Answers', ...Object.values(answerColumns)], groups, ({ answers }) => [
    withCount(answers.allRight),
    withCount(answers.answerPass),
    withCount(answers.evidenceGroups),
    withCount(answers.quotedEvidence),
    withCount(answers.citationPrecision),
    withCount(answers.verbatimQuotes),
    withCount(answers.abstentionRight),
    withCount(answers.abstentionWrong),
  ]);
}

/** A blank line parts the groups. */
function table(head: Row, groups: readonly Named[], rowOf: (measures: Measures) => Row): string {
  const rows = groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [['']]),
    ...group.map(([name, measures]) => [name, ...rowOf(measures)]),
  ]);
  return renderTable([head, ...rows]);
}

/** Stands where there is no case to measure. */
const none = '–';

function percent({ value }: Measure): string {
  return value === null ? none : (100 * value).toFixed(1);
}

function withCount(measure: Measure): string {
  return measure.value === null ? none : `${percent(measure)}% of ${measure.count}`;
}
