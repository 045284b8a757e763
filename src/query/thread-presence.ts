// "Is that in any earlier strategy?", "does any other document mention it?": whether what a conversation is about stands in other documents.
import type { CitedPlace } from '../domain/conversation.ts';
import type { DocumentDescription } from '../domain/document.ts';
import { meantDocuments } from '../domain/plan.ts';
import type { Plan, Scope } from '../domain/plan.ts';
import { isStopWord } from '../text/tokens.ts';
import { scopeOn } from './scope.ts';

const opening = String.raw`^\W*(?:(?:ok(?:ay)?|and|but|so|then|right|thanks|great|hmm|oh|also)\W+)*`;
const yesOrNo = new RegExp(
  String.raw`${opening}(?:is|was|are|were|isn['’]t|wasn['’]t|has|have|had|did|does|do|any|anything|anywhere|where else|(?:which|what) (?:other |earlier |older |later )?(?:strateg|strat|document|doc|plan|paper|one)\w*)\b`,
  'i',
);
const pointed = /\b(?:it|that|this|they|them|those|these)\b/i;
/** A likeness or a change asks more than whether it is there. */
const compared = /\b(?:same|differ\w*|chang\w*|compar\w*|instead|more|less|fewer|higher|lower|better|worse|up|down)\b/i;

const where = {
  other: /\b(?:others?|another|else|elsewhere|anywhere|any|which|what)\b/i,
  earlier: /\b(?:earlier|before|previous(?:ly)?|older|old|past|prior|already|new)\b/i,
  later: /\b(?:later|since|after(?:wards)?|newer|still)\b/i,
} as const;

/** Words that ask for nothing but whether it is there. */
const askingWords = new Set(
  (
    'it that this they them those these mention mentions mentioned appear appears appeared feature features featured refer refers referred reference cover covers covered include includes included ' +
    'talk talks talked say says said speak anything something still also too ever already any other others another else elsewhere anywhere before earlier later previous previously old older past ' +
    'prior new newer brand since there come came up crop raised spoken named found stated one ones version versions strategy strategies strat strats plan plans document documents doc docs paper papers ' +
    'about on of ok okay right thanks great hmm oh where which what see seen heard afterwards thing idea at all well repeat repeats repeated carried'
  ).split(' '),
);

/** Whether the message asks that, and nothing more. @param scope the message's own. */
export function asksIfElsewhere(question: string, scope: Scope): boolean {
  if (!yesOrNo.test(question) || !pointed.test(question) || compared.test(question)) return false;
  const isPlaced = scope.kind !== 'open' || Object.values(where).some((words) => words.test(question));
  const rest = scope.because.reduce((text, words) => text.replace(words, ' '), question).toLowerCase();
  const words = rest.match(/[\p{L}\p{N}’']+/gu) ?? [];
  return isPlaced && words.every((word) => isStopWord(word) || askingWords.has(word));
}

/** The documents that are asked: those named; else, of all, those beside, before or after the ones that were quoted. @param documents oldest first. */
export function scopeElsewhere(
  { question, scope }: Pick<Plan, 'question' | 'scope'>,
  cited: readonly CitedPlace[],
  documents: readonly DocumentDescription[],
): Scope {
  const isNamed = scope.documents.some(({ weight }) => scope.kind !== 'open' && weight === 1);
  if (isNamed) return scope;
  const quoted = new Set(cited.map(({ documentId }) => documentId));
  const ids = documents.map(({ id }) => id);
  const places = ids.flatMap((id, at) => (quoted.has(id) ? [at] : []));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const meant = scope.kind === 'open' ? new Set(ids) : meantDocuments(scope);
  const beside = ids.filter((id, at) => meant.has(id) && !quoted.has(id) && isThere(question, { at, first, last }));
  return beside.length === 0 ? scope : scopeOn(new Set(beside), documents, scope.because);
}

interface Place {
  readonly at: number;
  /** Of the documents quoted. */
  readonly first: number;
  readonly last: number;
}

function isThere(question: string, { at, first, last }: Place): boolean {
  if (where.earlier.test(question) && !/\bor\b/i.test(question)) return at < first;
  return where.later.test(question) ? at > last : true;
}

/** What stands for the thing in a question: its names where it has any, for they are what documents share. */
export function nameFor(topic: string, question: string): string {
  const names = question.match(namePattern) ?? [];
  const known = names.filter((name) => topic.toLowerCase().includes(name.toLowerCase()));
  return known.length > 0 ? known.join(' ') : topic;
}

/** Two words or more in capitals after the first word, or letters in capitals with or without figures. */
const namePattern =
  /(?<=\S\s)\p{Lu}[\p{L}’'-]+(?:,? (?:of |and |for |& )?\p{Lu}[\p{L}’'-]+)+|\b\p{Lu}[\p{Lu}\d]*\p{Lu}[\p{Lu}\d]*\b|\b\p{Lu}+\d+\b/gu;
