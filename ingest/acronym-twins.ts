// Words that an acronym's letters are the initials of, where no document gives them in brackets: `Body Worn Video` for BWV. That they
// belong together is a guess from the letters, and is offered as one.
import type { DocumentId } from '../src/domain/ids.ts';
import type { Acronym } from '../src/ports.ts';
import { sentencesOf } from '../src/insight/sentences-of.ts';
import type { CorpusSentence, SurveyedDocument } from '../src/insight/sentences-of.ts';

/** Words of a phrase; two letters are the initials of too much. */
const words = { fewest: 3, most: 5 };

interface Phrase {
  readonly letters: string;
  /** In small letters, with single spaces. */
  readonly key: string;
  readonly documentId: DocumentId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether no word in capitals stands beside it. */
  readonly isWhole: boolean;
}

/** One twin for each acronym and document, the first place. @param explained acronyms that the documents spell out themselves. */
export function acronymTwins(documents: readonly SurveyedDocument[], explained: readonly Acronym[]): Acronym[] {
  const sentences = sentencesOf(documents);
  const isUsed = (term: string): boolean =>
    documents.some(({ document: { text } }) =>
      new RegExp(String.raw`(?<![\p{L}\p{N}])${term}s?(?![\p{L}\p{N}])`, 'u').test(text),
    );
  const known = new Set(explained.map(({ term }) => term.toLowerCase()));
  const ordinary = smallWords(sentences);
  const phrases = sentences.flatMap(phrasesIn).filter(({ letters }) => !known.has(letters) && !ordinary.has(letters));
  const byLetters = grouped(phrases, ({ letters }) => letters);
  return [...byLetters].flatMap(([letters, all]) => {
    const term = letters.toUpperCase();
    const whole = all.filter(({ isWhole }) => isWhole);
    // Part of a longer name has these initials only where a document uses the letters by themselves.
    const twin = isUsed(term) ? 'written' : 'unwritten';
    return toTwins(commonest(twin === 'written' ? all : whole), { term, twin });
  });
}

/** The uses of the phrase that is written most often; of two alike the first. */
function commonest(phrases: readonly Phrase[]): readonly Phrase[] {
  const groups = [...grouped(phrases, ({ key }) => singular(key)).values()];
  return groups.toSorted((one, other) => other.length - one.length)[0] ?? [];
}

function grouped(phrases: readonly Phrase[], keyOf: (phrase: Phrase) => string): Map<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const group = groups.get(keyOf(phrase)) ?? [];
    group.push(phrase);
    groups.set(keyOf(phrase), group);
  }
  return groups;
}

function singular(key: string): string {
  return key.replace(/(?<=.{3})s$/u, '');
}

function toTwins(uses: readonly Phrase[], known: Pick<Acronym, 'term' | 'twin'>): Acronym[] {
  const first = new Map<DocumentId, Phrase>();
  for (const use of uses) if (!first.has(use.documentId)) first.set(use.documentId, use);
  return [...first.values()].map(({ documentId, start, end, text }) => ({
    ...known,
    expansion: text.replaceAll(/\s+/gu, ' '),
    documentId,
    start,
    end,
  }));
}

/** Words in small letters, which no acronym should be taken for. */
function smallWords(sentences: readonly CorpusSentence[]): Set<string> {
  return new Set(sentences.flatMap(({ text }) => text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/gu) ?? []));
}

const capital = String.raw`\p{Lu}\p{Ll}+`;
/** Words in capitals one after another. */
const run = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${capital}(?:\s{1,3}|-)(?:${capital}(?:\s{1,3}|-))+${capital}(?![\p{L}\p{N}])`,
  'gu',
);
/** A capital at the start of a sentence, or of a title, is no part of a name for these. */
const opening =
  /^(?:The|A|An|Our|We|This|These|In|For|By|With|And|To|Of|On|At|Under|Through|Since|Following|After|Before|From|Sir|Dame|Lord|Mr|Mrs|Ms|Dr)$/u;

function phrasesIn({ documentId, kind, start, text }: CorpusSentence): Phrase[] {
  if (kind === null || kind === 'heading' || kind === 'row') return [];
  return [...text.matchAll(run)].flatMap((match) => {
    const all = [...match[0].matchAll(/\p{L}+/gu)];
    const found = opening.test(all[0]?.[0] ?? '') ? all.slice(1) : all;
    return found.flatMap((_, from) =>
      Array.from({ length: words.most - words.fewest + 1 }, (_none, more) =>
        found.slice(from, from + words.fewest + more),
      )
        .filter((part, more) => part.length === words.fewest + more)
        .map((part): Phrase => {
          const [first, last] = [part[0], part.at(-1)];
          const begin = match.index + (first?.index ?? 0);
          const end = match.index + (last ? last.index + last[0].length : 0);
          return {
            letters: part.map(([word]) => word.charAt(0).toLowerCase()).join(''),
            key: part.map(([word]) => word.toLowerCase()).join(' '),
            documentId,
            start: start + begin,
            end: start + end,
            text: text.slice(begin, end),
            isWhole: part.length === found.length,
          };
        }),
    );
  });
}
