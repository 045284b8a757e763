// Whether a document bears a generated statement out: it stands there word after word, or one sentence of a cited passage says all that it
// says, or its parts each have such a sentence.
import { tokens } from '../text/tokens.ts';
import { dot } from '../text/vectors.ts';
import { figuresStand } from './figures.ts';
import { mixesClauses } from './clauses.ts';
import { coverageOf } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import {
  namesKeepRoles,
  namesStand,
  ownsSame,
  placesStand,
  quotationsStand,
  rowsOfNamesStand,
  subjectStands,
  withoutAcronyms,
  withoutOwners,
} from './names.ts';
import { hasSamePolarity } from './polarity.ts';
import { partition } from './partition.ts';
import { withoutPhrases } from './phrases.ts';
import { isPlainText } from './plain-text.ts';
import { plain, plainPassage } from './support.ts';
import type { Support } from './support.ts';
import { verbatimIn } from './verbatim.ts';

/** What is asked of a statement. */
interface Thresholds {
  /** Least share of the statement's content words that its support says. */
  readonly coverage: number;
  /** Most content words in a row that it does not say: what is added comes in runs. */
  readonly longestAddition: number;
  /** Least cosine of the statement with its support. */
  readonly likeness: number;
}

/** Found on the pairs of test/quality/grounding-pairs.jsonl that are not held out. */
const thresholds: Thresholds = { coverage: 0.85, longestAddition: 1, likeness: 0.3 };

/** Why a statement is not let through; `uncited` where it names no passage that was given. */
export type Doubt =
  | 'uncited'
  | 'markup'
  | 'figure'
  | 'name'
  | 'quotation'
  | 'polarity'
  | 'merged'
  | 'words'
  | 'meaning';

export type Verdict =
  | { readonly supported: true; readonly supports: readonly Support[] }
  | { readonly supported: false; readonly doubt: Doubt };

export interface Statement {
  readonly text: string;
  /** Of unit length, of the whole statement. */
  readonly vector: Float32Array;
}

/** Pure: the same statement and supports give the same verdict. */
export function checkStatement(statement: Statement, supports: readonly Support[], limits = thresholds): Verdict {
  if (supports.length === 0) return { supported: false, doubt: 'uncited' };
  const text = plain(statement.text);
  if (!isPlainText(text)) return { supported: false, doubt: 'markup' };
  // Before it is taken apart, which could part a quotation from its marks.
  const passages = [...new Set(supports.map(({ passage }) => plainPassage(passage).text))];
  if (!quotationsStand(text, passages)) return { supported: false, doubt: 'quotation' };
  const verbatim = checkVerbatim(text, supports);
  if (verbatim) return verbatim;
  const full = withoutPhrases(passages.reduce((rest, passage) => withoutAcronyms(rest, passage), text));
  const found = partition(full, ({ start, end }) =>
    bearerOf(rankedFor({ ...statement, text: full.slice(start, end) }, supports), limits),
  );
  if (found !== null) return { supported: true, supports: [...new Set(found)] };
  const [nearest] = rankedFor({ ...statement, text: full }, supports);
  return { supported: false, doubt: (nearest && doubtOf(nearest, limits)) ?? 'words' };
}

/** The verdict on what a document says word after word, which needs no vector; null of everything else. */
export function checkVerbatim(statement: string, supports: readonly Support[]): Verdict | null {
  const text = plain(statement);
  const support = isPlainText(text) ? verbatimSupport(text, supports) : null;
  return support && { supported: true, supports: [support] };
}

/** The sentences that the statement is, word after word, as one support. */
function verbatimSupport(text: string, supports: readonly Support[]): Support | null {
  for (const passage of new Set(supports.map((support) => support.passage))) {
    const spans = verbatimIn(text, passage);
    const own = supports.find(
      (support) => support.passage === passage && support.spans.some((span) => spans.includes(span)),
    );
    if (own) return { ...own, spans };
  }
  return null;
}

/** A statement, or a part of one, beside one support. */
interface Compared {
  readonly text: string;
  readonly support: Support;
  readonly coverage: Coverage;
  readonly likeness: number;
}

/** Nearest first. */
function rankedFor(statement: Statement, supports: readonly Support[]): Compared[] {
  const { text } = statement;
  const words = tokens(text);
  return supports
    .map((support) => {
      const said = withoutOwners(text, support);
      const coverage = coverageOf({ text: said, words: said === text ? words : tokens(said) }, support);
      return { text, support, coverage, likeness: likenessOf(statement, support) };
    })
    .toSorted((one, other) => other.coverage.share + other.likeness - one.coverage.share - one.likeness);
}

/** The first support that bears all of it out. What is looked at word after word is dear, so the words themselves are counted before. */
function bearerOf(ranked: readonly Compared[], limits: Thresholds): Support | null {
  const bearer = ranked.find((each) => doubtOfWords(each, limits) === null && doubtOf(each, limits) === null);
  return bearer?.support ?? null;
}

function doubtOf(compared: Compared, limits: Thresholds): Doubt | null {
  const { text, support } = compared;
  const bare = withoutNames(text, support);
  if (!figuresStand(bare, support.text)) return 'figure';
  if (!namesOfStatementStand(text, bare, support)) return 'name';
  if (!hasSamePolarity(text, support)) return 'polarity';
  if (mixesClauses(text, support.text)) return 'merged';
  return doubtOfWords(compared, limits);
}

/** @param bare the statement without the names of the document. */
function namesOfStatementStand(text: string, bare: string, support: Support): boolean {
  return (
    namesStand(text, support) &&
    subjectStands(text, support) &&
    placesStand(text, support.text) &&
    rowsOfNamesStand(text, [support.text, support.surroundings], support.names) &&
    ownsSame(text, support.text, support.names) &&
    namesKeepRoles(bare, support.text)
  );
}

function doubtOfWords({ coverage, likeness }: Compared, limits: Thresholds): Doubt | null {
  const adds = coverage.changes || coverage.longestAddition > limits.longestAddition;
  if (adds || coverage.share < limits.coverage) return 'words';
  return likeness < limits.likeness ? 'meaning' : null;
}

/** The years of a document's name are no figures of what it says. */
function withoutNames(text: string, { names }: Support): string {
  return names.reduce((rest, name) => rest.replaceAll(wordsOf(name), ' '), text);
}

const wordsOf = (name: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${plain(name).replaceAll(/[^\p{L}\p{N}\s]/gu, '[^\\s]')}(?![\p{L}\p{N}])`,
    'gu',
  );

function likenessOf({ vector }: Statement, support: Support): number {
  return support.vector ? dot(vector, support.vector) : 0;
}
