// Whether a document bears a generated statement out: it stands there word after word, or one sentence of a cited passage says all that it
// says, or its parts each have such a sentence.
import { tokens } from '../text/tokens.ts';
import { dot } from '../text/vectors.ts';
import { figuresStand } from './figures.ts';
import { exchangesMarks, exchangesSubjects, mixesClauses } from './clauses.ts';
import { coverageOf } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import {
  directionsStand,
  namesKeepRoles,
  namesStand,
  ownsSame,
  placesStand,
  quotationsStand,
  rowsOfNamesStand,
  subjectOf,
  subjectStands,
  withoutAcronyms,
  withoutOwners,
} from './names.ts';
import { hasSamePolarity } from './polarity.ts';
import { goesOn, partition } from './partition.ts';
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

/** One statement held against its supports. Its words are compared once, whoever asks in which order. */
export interface Check {
  /** The verdict where the words decide it, which they do of whatever they do not bear out; null where it hangs on the vector. */
  byWords(): Verdict | null;
  withVector(vector: Float32Array): Verdict;
}

/** Pure: the same statement and supports give the same verdict. */
export function checkStatement(
  { text, vector }: Statement,
  supports: readonly Support[],
  limits = thresholds,
): Verdict {
  return beginCheck(text, supports, limits).withVector(vector);
}

export function beginCheck(statement: string, supports: readonly Support[], limits = thresholds): Check {
  const decided = (verdict: Verdict): Check => ({ byWords: () => verdict, withVector: () => verdict });
  if (supports.length === 0) return decided({ supported: false, doubt: 'uncited' });
  const text = plain(statement);
  if (!isPlainText(text)) return decided({ supported: false, doubt: 'markup' });
  // Before it is taken apart, which could part a quotation from its marks.
  const passages = [...new Set(supports.map(({ passage }) => plainPassage(passage).text))];
  if (!quotationsStand(text, passages)) return decided({ supported: false, doubt: 'quotation' });
  const verbatim = checkVerbatim(text, supports);
  if (verbatim) return decided(verbatim);
  const full = withoutPhrases(passages.reduce((rest, passage) => withoutAcronyms(rest, passage), text));
  const candidatesFor = rememberParts((part) => candidatesOf(part, supports));
  const verdictOn = (vector: Float32Array | null): Verdict => {
    const rankedFor = (part: string): Compared[] => ranked(candidatesFor(part), vector);
    const found = partition<Support>(full, (span, before) => {
      const compared = rankedFor(full.slice(span.start, span.end));
      const previous = goesOn(full, span) ? before.at(-1) : undefined;
      return bearerOf(previous ? compared.filter(({ support }) => isOfSame(previous, support)) : compared, limits);
    });
    if (found !== null) return { supported: true, supports: [...new Set(found)] };
    const [nearest] = rankedFor(full);
    return { supported: false, doubt: (nearest && doubtOf(nearest, limits)) ?? 'words' };
  };
  return {
    byWords() {
      const verdict = verdictOn(null);
      return verdict.supported ? null : verdict;
    },
    withVector: verdictOn,
  };
}

/** The same function, which works each part out once. */
function rememberParts<Made>(workOut: (part: string) => Made): (part: string) => Made {
  const known = new Map<string, Made>();
  return (part) => {
    const made = known.get(part) ?? workOut(part);
    known.set(part, made);
    return made;
  };
}

/** The verdict on what a document says word after word, which needs no vector; null of everything else. */
function checkVerbatim(statement: string, supports: readonly Support[]): Verdict | null {
  const text = plain(statement);
  const support = isPlainText(text) ? verbatimSupport(text, supports) : null;
  return support && { supported: true, supports: [support] };
}

const question =
  /\?["”’)]*$|^(?:Will|Is|Are|Was|Were|Do|Does|Did|Has|Have|Had|Can|Could|Should|Would|Shall|Must|Might)\s+(?:the|an?|we|they|it|he|she|you|our|its|their|this|that|these|those|\p{Lu}\p{L}+)\b/u;

/** What asks tells nothing, with its mark or without. */
function asks(text: string): boolean {
  return question.test(text);
}

/** The sentences that the statement is, word after word, as one support. */
function verbatimSupport(text: string, supports: readonly Support[]): Support | null {
  for (const passage of new Set(supports.map((support) => support.passage))) {
    const spans = verbatimIn(text, passage);
    const source = spans.map(({ start, end }) => plain(passage.text.slice(start - passage.start, end - passage.start)));
    if (asks(text) !== asks(source.join(' '))) continue;
    const own = supports.find(
      (support) => support.passage === passage && support.spans.some((span) => spans.includes(span)),
    );
    if (own) return { ...own, spans };
  }
  return null;
}

/** A statement, or a part of one, beside one support. */
interface Candidate {
  readonly support: Support;
  readonly coverage: Coverage;
  /** What is wrong with it but for its words, which is dear to find. */
  readonly doubtOfMeaning: () => Doubt | null;
}

interface Compared extends Candidate {
  /** Null without a vector, and then no doubt. */
  readonly likeness: number | null;
}

function candidatesOf(text: string, supports: readonly Support[]): Candidate[] {
  const words = tokens(text);
  return supports.map((support) => {
    const said = withoutOwners(text, support);
    const coverage = coverageOf({ text: said, words: said === text ? words : tokens(said) }, support);
    let doubt: Doubt | null | undefined;
    return {
      support,
      coverage,
      doubtOfMeaning: () => (doubt === undefined ? (doubt = doubtOfRest(text, support)) : doubt),
    };
  });
}

/** Nearest first. */
function ranked(candidates: readonly Candidate[], vector: Float32Array | null): Compared[] {
  return candidates
    .map((each) => ({ ...each, likeness: vector && likenessOf(vector, each.support) }))
    .toSorted((one, other) => nearness(other) - nearness(one));
}

function nearness({ coverage, likeness }: Compared): number {
  return coverage.share + (likeness ?? 0);
}

/** Whether what goes on from the one may go on with the other: in the same passage, and about nobody else. */
function isOfSame(one: Support, other: Support): boolean {
  const [subject, another] = [subjectOf(one.sentence), subjectOf(other.sentence)];
  return one.passage === other.passage && (another === null || subject === another || one.names.includes(another));
}

/** The first support that bears all of it out. What is looked at word after word is dear, so the words themselves are counted before. */
function bearerOf(compared: readonly Compared[], limits: Thresholds): Support | null {
  const bearer = compared.find((each) => doubtOfWords(each, limits) === null && each.doubtOfMeaning() === null);
  return bearer?.support ?? null;
}

function doubtOf(compared: Compared, limits: Thresholds): Doubt | null {
  return compared.doubtOfMeaning() ?? doubtOfWords(compared, limits);
}

function doubtOfRest(text: string, support: Support): Doubt | null {
  const bare = withoutNames(text, support);
  if (!figuresStand(bare, support.text)) return 'figure';
  if (!namesOfStatementStand(text, bare, support)) return 'name';
  if (asks(text) !== asks(support.sentence) || !hasSamePolarity(text, support)) return 'polarity';
  return isMerged(text, support.text) ? 'merged' : null;
}

function isMerged(text: string, support: string): boolean {
  return mixesClauses(text, support) || exchangesMarks(text, support) || exchangesSubjects(text, support);
}

/** @param bare the statement without the names of the document. */
function namesOfStatementStand(text: string, bare: string, support: Support): boolean {
  return (
    namesStand(text, support) &&
    subjectStands(text, support) &&
    placesStand(text, support.text) &&
    directionsStand(text, support.text) &&
    rowsOfNamesStand(text, [support.text, support.surroundings], support.names) &&
    ownsSame(text, support.text, support.names) &&
    namesKeepRoles(bare, support.text)
  );
}

function doubtOfWords({ coverage, likeness }: Compared, limits: Thresholds): Doubt | null {
  const adds = coverage.changes || coverage.longestAddition > limits.longestAddition;
  if (adds || coverage.share < limits.coverage) return 'words';
  return likeness !== null && likeness < limits.likeness ? 'meaning' : null;
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

function likenessOf(vector: Float32Array, support: Support): number {
  return support.vector ? dot(vector, support.vector) : 0;
}
