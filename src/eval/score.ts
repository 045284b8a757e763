// One question against what the assistant did with it.
import { isAbstained } from '../domain/answer.ts';
import type { AnswerStatus } from '../domain/answer.ts';
import { isMeant, meets, ranksOf } from './evidence.ts';
import { holds } from './normalise.ts';
import type { CitedPassage, Observation } from './observation.ts';
import { lastTurn } from './questions.ts';
import type { EvidenceGroup, Question } from './questions.ts';
import { countQuotations } from './quotations.ts';
import type { Texts } from './quotations.ts';

export interface Score extends Pick<Question, 'id' | 'kind' | 'persona'> {
  readonly question: string;
  /** For each evidence group the rank of the first passage found that meets it. */
  readonly ranks: readonly (number | null)[];
  readonly status: AnswerStatus;
  readonly abstained: boolean;
  /** What the reply should have done; null for small talk, where neither is right or wrong. */
  readonly shouldAbstain: boolean | null;
  /** Answer groups of which the reply holds no string; null where the question has none. */
  readonly missing: readonly (readonly string[])[] | null;
  /** Strings in the reply that must not be there. */
  readonly forbidden: readonly string[];
  /** Evidence groups that no cited passage meets; null where the question has none. */
  readonly unquoted: readonly EvidenceGroup[] | null;
  /** Documents cited beside those wanted, once for each citation; null where the question names none. */
  readonly strayCitations: readonly string[] | null;
  readonly citations: number;
  readonly quotations: { readonly verbatim: number; readonly all: number };
  readonly milliseconds: number;
}

/** @param texts of the documents, to hold quotations against. */
export function scoreQuestion(question: Question, observation: Observation, texts: Texts): Score {
  return { ...scoreSearch(question, observation), ...scoreReply(question, observation, texts) };
}

type SearchScore = Pick<Score, 'id' | 'kind' | 'persona' | 'question' | 'ranks' | 'milliseconds'>;

function scoreSearch(question: Question, { passages, milliseconds }: Observation): SearchScore {
  const { id, kind, persona, evidence } = question;
  return { id, kind, persona, question: lastTurn(question), ranks: ranksOf(evidence, passages), milliseconds };
}

function scoreReply(question: Question, { reply }: Observation, texts: Texts): Omit<Score, keyof SearchScore> {
  const { answer, docs, evidence, forbid } = question;
  const { citations, status, text } = reply;
  return {
    status,
    abstained: isAbstained(status),
    shouldAbstain: question.kind === 'smalltalk' ? null : question.abstain,
    missing: whereAsked(answer, (group) => !group.some((words) => holds(text, words))),
    forbidden: forbid.filter((words) => holds(text, words)),
    unquoted: whereAsked(evidence, (group) => !citations.some((citation) => isQuoted(citation, group))),
    strayCitations: docs.length === 0 ? null : strays(citations, docs),
    citations: citations.length,
    quotations: countQuotations(reply, texts),
  };
}

function whereAsked<Group>(groups: readonly Group[], fails: (group: Group) => boolean): Group[] | null {
  return groups.length === 0 ? null : groups.filter(fails);
}

function isQuoted({ documentId, passage, quote }: CitedPassage, group: EvidenceGroup): boolean {
  return [passage, quote].some((text) => meets({ documentId, text }, group));
}

function strays(citations: readonly CitedPassage[], docs: readonly string[]): string[] {
  return citations.map(({ documentId }) => documentId).filter((id) => !docs.some((key) => isMeant(id, key)));
}
