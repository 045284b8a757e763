// Whether a document bears a generated statement out: one sentence of a cited passage must say all that it says.
import { terms, tokens } from '../text/tokens.ts';
import { dot } from '../text/vectors.ts';
import { figuresStand } from './figures.ts';
import { mixesClauses } from './clauses.ts';
import { coverageOf } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import { namesKeepRoles, namesStand, ownsSame, quotationsStand, rowsOfNamesStand } from './names.ts';
import { hasSamePolarity } from './polarity.ts';
import { isPlainText } from './plain-text.ts';
import { plain } from './support.ts';
import type { Support } from './support.ts';

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
const thresholds: Thresholds = { coverage: 0.85, longestAddition: 1, likeness: 0.4 };

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
  const passages = [...new Set(supports.map(({ passage }) => plain(passage.text)))];
  if (!quotationsStand(text, passages)) return { supported: false, doubt: 'quotation' };
  const whole = bestSupport({ ...statement, text }, supports, limits);
  if (whole.supported) return whole;
  const clauses = clausesOf(text);
  if (clauses.length < 2) return whole;
  const parts = clauses.map((clause) => bestSupport({ ...statement, text: clause }, supports, limits));
  const found = parts.flatMap((part) => (part.supported ? part.supports : []));
  return found.length === clauses.length ? { supported: true, supports: [...new Set(found)] } : whole;
}

/** The support that bears all of it out, else the doubt about the one that comes nearest. */
function bestSupport(statement: Statement, supports: readonly Support[], limits: Thresholds): Verdict {
  const words = tokens(statement.text);
  const ranked = supports
    .map((support) => ({
      support,
      coverage: coverageOf({ text: statement.text, words }, support),
      likeness: likenessOf(statement, support),
    }))
    .toSorted((one, other) => other.coverage.share + other.likeness - one.coverage.share - one.likeness);
  let nearest: Doubt | null = null;
  for (const { support, coverage, likeness } of ranked) {
    // A passage has dozens of sentences, and what is looked at one word after the other is dear: a doubt is only told of the nearest.
    if (nearest !== null && doubtOfWords({ coverage, likeness, limits }) !== null) continue;
    const doubt = doubtOf(statement.text, support, { coverage, likeness, limits });
    if (doubt === null) return { supported: true, supports: [support] };
    nearest ??= doubt;
  }
  return { supported: false, doubt: nearest ?? 'uncited' };
}

interface Measured {
  readonly coverage: Coverage;
  readonly likeness: number;
  readonly limits: Thresholds;
}

function doubtOf(text: string, support: Support, measured: Measured): Doubt | null {
  if (!figuresStand(withoutNames(text, support), support.text)) return 'figure';
  if (!namesStand(text, [support.text, support.surroundings])) return 'name';
  if (!rowsOfNamesStand(text, [support.text, support.surroundings], support.names)) return 'name';
  if (!ownsSame(text, support.text, support.names)) return 'name';
  if (!namesKeepRoles(withoutNames(text, support), support.text)) return 'name';
  if (!hasSamePolarity(text, support.text, support.sentence)) return 'polarity';
  if (mixesClauses(text, support.text)) return 'merged';
  return doubtOfWords(measured);
}

function doubtOfWords({ coverage, likeness, limits }: Measured): Doubt | null {
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

/** Fewest content words of a clause that states something by itself. */
const fewestOfClause = 3;

/** What a statement joins by "and", a semicolon or "while"; each side must be borne out by a sentence of its own. */
function clausesOf(text: string): string[] {
  const parts = text.split(/;\s+|,?\s+(?:and|while|whereas)\s+/iu);
  return parts.every((part) => terms(part).length >= fewestOfClause) ? parts : [];
}
