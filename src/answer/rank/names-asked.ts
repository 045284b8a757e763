// Places, operations and the like that a question names, and whether a sentence is about one of them and not about another of its kind.
import type { DocumentDescription } from '../../domain/document.ts';
import type { Plan } from '../../domain/plan.ts';
import type { TermStatistics } from '../../ports.ts';
import { terms } from '../../text/tokens.ts';
import type { Candidate } from './features.ts';
import type { RankedSentence } from './rank.ts';

/** Names in a question, as it writes them, of what is no document. */
export function namesAsked(question: string, documents: readonly DocumentDescription[]): string[] {
  const names = entitiesOf(question);
  // Most questions name nothing, and three rules ask.
  if (names.length === 0) return [];
  const known = documents
    .flatMap(({ title, shortTitle, nicknames }) => [title, shortTitle, ...nicknames])
    .join(' ')
    .toLowerCase();
  return names.filter((name) => !known.includes(name.toLowerCase()));
}

/** Shares of all sentences that hold a word: up to this it names one thing among others. */
const rare = 0.01;
/** In so few sentences a word is rare, however few there are in all. */
const few = 3;

/** Of those names the rarest, if it stands in few sentences: a place or an operation, and not the organisation's own city. */
export function rarestNameAsked({ plan, documents, statistics }: NamesRequest): string | null {
  const frequency = (name: string): number =>
    Math.min(...terms(name).map((term) => statistics.sentenceFrequency.get(term) ?? 0));
  const [rarest = null] = namesAsked(plan.question, documents)
    .filter((name) => frequency(name) > 0 && frequency(name) <= Math.max(few, rare * statistics.sentences))
    .toSorted((one, other) => frequency(one) - frequency(other));
  return rarest;
}

export interface NamesRequest {
  readonly plan: Pick<Plan, 'question'>;
  readonly documents: readonly DocumentDescription[];
  readonly statistics: TermStatistics;
}

/** Scores that lie within this answer about as well where they name what is asked of; by hand on the tuning questions. */
const asWell = 6;

/** The ranking with the sentences that name the place or operation asked of before others, where one does about as well as the best. */
export function namingFirst(ranked: readonly RankedSentence[], name: string | null): readonly RankedSentence[] {
  const [best] = ranked;
  if (!best || name === null) return ranked;
  const isNaming = (each: RankedSentence): boolean => best.score - each.score <= asWell && holdsName(each.quote, name);
  return [...ranked.filter(isNaming), ...ranked.filter((each) => !isNaming(each))];
}

/** Capitalised names after the first word of a clause, words in a row as one. */
export function entitiesOf(question: string): string[] {
  const found = question.matchAll(
    /(?<=[\p{L}\p{N},'’)]\s)\p{Lu}\p{Ll}+(?:['’]s)?(?:\s(?:of\s)?\p{Lu}\p{Ll}+(?:['’]s)?){0,6}/gu,
  );
  return [...found].map((match) =>
    plainly(match[0])
      .replace(/['’]s$/u, '')
      .replace(/^(?:Met|London|The)\s+/u, ''),
  );
}

/** A name as it may stand in a document, in small letters: an operation is called an op for short. */
export function namings(name: string): string[] {
  const naming = plainly(name).toLowerCase();
  return [naming, naming.replace(/^op\b/u, 'operation'), naming.replace(/^operation\b/u, 'op')];
}

/** The apostrophe in one form. */
export function plainly(text: string): string {
  return text.replaceAll('’', "'");
}

/** Whether a sentence, its passage or the headings above name it; a sentence that names another of the kind must do so itself. */
export function isOfName({ quote, passage }: Pick<Candidate, 'quote' | 'passage'>, name: string): boolean {
  if (holdsName(quote, name)) return true;
  return !namesAnother(quote, name) && holdsName([...passage.section, passage.text].join(' '), name);
}

/** Whether a text names another of the kind ("Operation …") and not this one. */
export function namesAnother(text: string, name: string): boolean {
  const [kind = ''] = kinds.exec(name) ?? [];
  return kind !== '' && !holdsName(text, name) && another.test(text);
}

/** What names of one kind begin with. */
const kinds = /^(?:operation|op|project|exercise)\b/i;
const another = /\b(?:Operation|Op|Project|Exercise)\s\p{Lu}/u;

/** Whether a text holds a name in one of its forms. */
export function holdsName(text: string, name: string): boolean {
  const plain = plainly(text).replaceAll(/\s+/gu, ' ').toLowerCase();
  return namings(name).some((naming) => plain.includes(naming));
}
