// The questions of a message: several are taken apart where each can be asked by itself.
import { meantDocuments } from '../domain/plan.ts';
import type { Intent } from '../domain/answer.ts';
import { askedNounPhrase } from './asked-noun.ts';
import { sensesOf } from './expand.ts';
import { asksTheSame, pointing } from './framing.ts';
import { namedApart } from './named-apart.ts';
import { scopeOf } from './scope.ts';
import { headOf, isTail, questionsIn } from './split.ts';
import { blank } from './topic.ts';
import { looksLikeAcronym, planOf } from './plan-of.ts';
import type { CorpusFacts } from './plan-of.ts';

/** Kinds of question that weigh several things against each other: taken apart, the parts would no longer do so. */
const wholeIntents: ReadonlySet<Intent> = new Set<Intent>(['compare', 'timeline', 'presence', 'summary']);

/** The questions of a message in order, each to be understood after the ones before it. */
export function questionsOf(message: string, facts: CorpusFacts): string[] {
  const asked = withOnesNamed(questionsIn(message));
  const parts = asked.length > 1 ? asked : asked.flatMap((part) => withNamesApart(part, facts));
  if (parts.length === 1) return parts;
  const { intent, aside } = planOf(message, facts);
  const isWhole =
    aside !== null ||
    parts.some((part, at) => sensesOf(part, facts).length === 0 && !isTail(part) && !leansOn(part, parts[at - 1])) ||
    (wholeIntents.has(intent) && !areSeparate(parts, facts));
  return isWhole ? [message] : parts;
}

function withNamesApart(question: string, facts: CorpusFacts): string[] {
  const isAcronym = (term: string): boolean => looksLikeAcronym(term, facts);
  return namedApart(question, { isAcronym, concepts: planOf(question, facts).concepts });
}

/** "How many boats do we have, and how many big ones did we buy?", "… and how many in 2020?": what is meant stands in the question before. */
function withOnesNamed(parts: readonly string[]): string[] {
  const whole: string[] = [];
  for (const part of parts) {
    const noun = askedNounPhrase(whole.at(-1) ?? '');
    const named = part.replace(ones, (_all, asked: string) => `${asked}${noun}`).replace(bareCount, `$1 ${noun} `);
    whole.push(noun === '' ? part : named);
  }
  return whole;
}

const ones = /\b((?:how many|which)\s+(?:[\p{L}-]+\s+){0,2}?)ones\b/iu;

/** A count of nothing that is named, but for a time or place, or that there are so many. */
const bareCount =
  /^(\W*(?:and\s+)?how many)\s+(?=(?:in|by|at|on|during|before|after|since|last|this|next|now|today|currently|(?:will|would|are|were) there(?: be)?)\b)/i;

/** "What is a BCU? How many are there?": a question by itself, about what the one before it named. */
function leansOn(part: string, before: string | undefined): boolean {
  return (pointing.test(part) || /\bthere\b/i.test(part)) && before?.endsWith('?') === true;
}

/** Whether each part asks a document of its own: "what was X in 2013, and how many Y are there now?" has two questions, each for one. */
function areSeparate(parts: readonly string[], facts: CorpusFacts): boolean {
  const scopes = parts.map((part) => planOf(part, facts).scope);
  const asked = new Set(scopes.flatMap((scope) => [...meantDocuments(scope)]));
  const areOfOwn = scopes.every(({ kind }) => kind === 'one') && asked.size === parts.length;
  return areOfOwn && !parts.some((part, at) => goesOnWithSame(part, parts[at - 1], facts));
}

/** "What was X in 2013, and what is the thinking now?" asks two documents about one thing. */
function goesOnWithSame(part: string, before: string | undefined, { documents }: CorpusFacts): boolean {
  if (before === undefined) return false;
  const [own, other] = [part, before].map((text) => {
    const rest = text.slice(headOf(text).length);
    return blank(rest, scopeOf(rest, documents).cues);
  });
  return asksTheSame(own ?? '', other ?? '');
}
