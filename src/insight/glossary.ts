// Every acronym and named programme of the documents, with what they say that it stands for, and where.
import type { Span } from '../domain/document.ts';
import type { GlossaryEntry } from '../domain/insight.ts';
import type { ThemeLexicon } from '../domain/theme-lexicon.ts';
import { bareWords } from '../text/bare-words.ts';
import { acronymUses } from './acronym-uses.ts';
import { expansionsOf } from './expansions.ts';
import type { Expansion, SpeltOut } from './expansions.ts';
import { createPhraseMatcher } from '../text/phrase-matcher.ts';
import { programmeNames } from './programme-names.ts';
import { sentencesOf } from './sentences-of.ts';
import type { CorpusSentence, SurveyedDocument, Use } from './sentences-of.ts';

/** A longer sentence is quoted by the words around the term, in UTF-16 code units. */
const longestQuote = 320;

/**
 * Entries by their terms, whatever their case.
 * @param spelt acronyms whose letters the documents spell out.
 * @param twins words that have the letters of an acronym as initials, with no document to join the two.
 */
export function glossaryOf(
  documents: readonly SurveyedDocument[],
  spelt: readonly SpeltOut[],
  twins: readonly Expansion[] = [],
): GlossaryEntry[] {
  const sentences = sentencesOf(documents);
  const acronyms = acronymEntries(documents, sentences, spelt).map((entry) => joined(entry, twins, sentences));
  // Words that letters stand for are told there.
  const taken = new Set(
    acronyms.flatMap(({ term, expansion, byInitials }) => [
      keyOf(term),
      ...(byInitials ? [keyOf(expansion ?? '')] : []),
    ]),
  );
  const programmes = programmeEntries(sentences).filter(({ term }) => !taken.has(keyOf(term)));
  return [...acronyms, ...programmes].toSorted(
    (one, other) => compare(keyOf(one.term), keyOf(other.term)) || compare(one.term, other.term),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** What two ways of writing a term have in common; singular and plural are one term. */
function keyOf(term: string): string {
  return bareWords(term).replace(/(?<=.{3})s$/u, '');
}

function acronymEntries(
  documents: readonly SurveyedDocument[],
  sentences: readonly CorpusSentence[],
  spelt: readonly SpeltOut[],
): GlossaryEntry[] {
  const uses = acronymUses(sentences);
  for (const { term } of spelt) {
    const isKnown = [...uses.keys()].some((known) => known.toLowerCase() === term.toLowerCase());
    const found = isKnown ? [] : usesOfWord(sentences, term);
    if (found.length > 0) uses.set(term, found);
  }
  const expansions = expansionsOf(
    documents.map(({ document }) => document),
    new Set(uses.keys()),
    spelt,
  );
  return [...uses].flatMap(([term, own]) => {
    const expansion = expansions.find((each) => each.term.toLowerCase() === term.toLowerCase());
    return entryOf({ term, kind: 'acronym', uses: own, expansion: expansion ?? null, sentences });
  });
}

/** Letters that are the initials of too much for words of another document to be meant. */
const fewLetters = 3;

/** An acronym that no document spells out, with the words of its initials where they match surely: four letters, or in one document. */
function joined(
  entry: GlossaryEntry,
  twins: readonly Expansion[],
  sentences: readonly CorpusSentence[],
): GlossaryEntry {
  if (entry.expansion !== null) return entry;
  const twin = twins.find(
    ({ term, documentId }) =>
      term.toLowerCase() === entry.term.toLowerCase() &&
      (term.length > fewLetters || entry.documents.includes(documentId)),
  );
  const holder = twin && sentences.find((each) => each.documentId === twin.documentId && isWithin(twin, each));
  if (!twin || !holder) return entry;
  return {
    ...entry,
    expansion: twin.words,
    byInitials: true,
    documentId: twin.documentId,
    quote: around(twin, holder),
  };
}

function usesOfWord(sentences: readonly CorpusSentence[], word: string): Use[] {
  return sentences.flatMap((sentence) => {
    const at = sentence.text.search(
      new RegExp(String.raw`(?<![\p{L}\p{N}])${word.replaceAll(/\W/gu, String.raw`\$&`)}(?![\p{L}\p{N}])`, 'u'),
    );
    return at < 0 ? [] : [{ sentence, at, length: word.length }];
  });
}

interface Found {
  readonly term: string;
  readonly kind: GlossaryEntry['kind'];
  readonly uses: readonly Use[];
  readonly expansion: Expansion | null;
  readonly sentences: readonly CorpusSentence[];
}

function entryOf({ term, kind, uses, expansion, sentences }: Found): GlossaryEntry[] {
  const [first] = uses;
  if (!first) return [];
  const start = first.sentence.start + first.at;
  const firstUsed = { documentId: first.sentence.documentId, start, end: start + first.length };
  const place = expansion ?? firstUsed;
  const holder = sentences.find((each) => each.documentId === place.documentId && isWithin(place, each)) ?? null;
  return [
    {
      term,
      kind,
      expansion: expansion?.words ?? null,
      documentId: place.documentId,
      quote: holder ? around(place, holder) : { start: place.start, end: place.end },
      firstUsed,
      documents: [...new Set(uses.map(({ sentence }) => sentence.documentId))],
    },
  ];
}

function isWithin({ start, end }: Span, sentence: CorpusSentence): boolean {
  return sentence.start <= start && end <= sentence.start + sentence.text.length;
}

/** The whole sentence, or of a long one whole words about the place. */
function around({ start, end }: Span, sentence: CorpusSentence): Span {
  const { text } = sentence;
  const [from, to] = [start - sentence.start, end - sentence.start];
  if (text.length <= longestQuote) return { start: sentence.start, end: sentence.start + text.length };
  const room = Math.max(0, Math.floor((longestQuote - (to - from)) / 2));
  const begin = from <= room ? 0 : (/\s(?=\S)/u.exec(text.slice(from - room, from))?.index ?? room) + from - room + 1;
  const last = to + room >= text.length ? text.length : Math.max(to, text.slice(0, to + room).search(/\s\S*$/u));
  return { start: sentence.start + Math.min(begin, from), end: sentence.start + last };
}

function programmeEntries(sentences: readonly CorpusSentence[]): GlossaryEntry[] {
  const ordinary = new Set(
    sentences.flatMap(({ text }) => text.match(/(?<![\p{L}\p{N}])\p{Ll}{3,}(?![\p{L}\p{N}])/gu) ?? []),
  );
  const byKey = new Map<string, { name: string; uses: Use[] }>();
  for (const sentence of sentences) {
    if (sentence.kind === null || sentence.kind === 'heading' || sentence.kind === 'row') continue;
    for (const { name, start, end } of programmeNames(sentence.text, ordinary)) {
      const known = byKey.get(keyOf(name)) ?? { name, uses: [] };
      const entry = { ...known, name: name.length > known.name.length ? name : known.name };
      entry.uses.push({ sentence, at: start, length: end - start });
      byKey.set(keyOf(name), entry);
    }
  }
  const everywhere = usesOfNames(sentences, byKey);
  return [...byKey].flatMap(([key, { name, uses }]) =>
    entryOf({
      term: name,
      kind: 'programme',
      uses: inOrder([...uses, ...(everywhere.get(key) ?? [])], sentences),
      expansion: null,
      sentences,
    }),
  );
}

function inOrder(uses: readonly Use[], sentences: readonly CorpusSentence[]): Use[] {
  const place = new Map(sentences.map((sentence, index) => [sentence, index]));
  return uses.toSorted(
    (one, other) => (place.get(one.sentence) ?? 0) - (place.get(other.sentence) ?? 0) || one.at - other.at,
  );
}

/** Where the names stand with no word beside them that says what they are; in capitals, for `together` is a word. */
function usesOfNames(
  sentences: readonly CorpusSentence[],
  names: ReadonlyMap<string, { readonly name: string }>,
): Map<string, Use[]> {
  const lexicon: ThemeLexicon = {
    except: [],
    themes: [...names].map(([key, { name }]) => ({ id: key, name, phrases: [name] })),
  };
  const matcher = createPhraseMatcher(lexicon);
  const found = new Map<string, Use[]>();
  for (const sentence of sentences) {
    for (const { theme, start, end, words } of matcher.hits(sentence.text)) {
      const written = sentence.text.slice(start, end);
      const isName = keyOf(written) === theme && words > 1 && /^#?\p{Lu}/u.test(written);
      if (!isName) continue;
      const uses = found.get(theme) ?? [];
      uses.push({ sentence, at: start, length: end - start });
      found.set(theme, uses);
    }
  }
  return found;
}
