// A passage read for answering: what of its sentences does not depend on the question, made once for each passage used.
import type { Passage, Sentence } from '../../domain/passage.ts';
import { rememberObjects } from '../../text/remember-objects.ts';
import { tokens } from '../../text/tokens.ts';
import type { Token } from '../../text/tokens.ts';

export interface ReadSentence {
  readonly sentence: Sentence;
  /** Text of the sentence as it stands in the document. */
  readonly quote: string;
  readonly tokens: readonly Token[];
  readonly terms: ReadonlySet<string>;
  readonly form: Form;
}

/** What kind of sentence it is: 1 where it is so, 0 where not. */
export type Form = Readonly<
  Record<'heading' | 'leadIn' | 'row' | 'boxed' | 'note' | 'short' | 'long' | 'leans' | 'starts', number>
>;

export interface ReadPassage {
  readonly sentences: readonly ReadSentence[];
  /** Terms of the headings above it. */
  readonly headings: ReadonlySet<string>;
  /** By the place of a point: terms of the line that leads to its list, which says what the point is of. */
  readonly leads: ReadonlyMap<number, ReadonlySet<string>>;
}

export const readPassage: (passage: Passage) => ReadPassage = rememberObjects((passage): ReadPassage => ({
  sentences: passage.sentences.map((sentence, at) => readSentence(passage, sentence, at)),
  headings: termsOf(tokens(passage.section.join(' '))),
  leads: leadsOf(passage),
}));

/** The stems of all that stands in a passage, between its sentences too. */
export const stemsIn: (passage: Passage) => ReadonlySet<string> = rememberObjects(({ text }) => termsOf(tokens(text)));

function leadsOf({ text, start, sentences }: Passage): Map<number, ReadonlySet<string>> {
  const leads = new Map<number, ReadonlySet<string>>();
  let lead: ReadonlySet<string> | null = null;
  for (const sentence of sentences) {
    if (sentence.kind === 'bullet' || sentence.kind === 'item') {
      if (lead) leads.set(sentence.start, lead);
      continue;
    }
    const words = text.slice(sentence.start - start, sentence.end - start);
    lead = /:["”’*]*\s*$/u.test(words) ? termsOf(tokens(words)) : null;
  }
  return leads;
}

function readSentence({ text, start }: Passage, sentence: Sentence, at: number): ReadSentence {
  const quote = text.slice(sentence.start - start, sentence.end - start);
  const found = tokens(quote);
  return { sentence, quote, tokens: found, terms: termsOf(found), form: formOf(sentence, quote, found.length, at) };
}

function termsOf(found: readonly Token[]): Set<string> {
  return new Set(found.map(({ term }) => term));
}

function formOf({ kind }: Sentence, quote: string, stems: number, at: number): Form {
  const words = quote.split(/\s+/u).length;
  return {
    heading: Number(kind === 'heading'),
    leadIn: Number(kind === 'lead-in'),
    row: Number(kind === 'row'),
    boxed: Number(kind === 'pull-quote'),
    note: Number(kind === 'footnote'),
    short: Number(words < 6 || stems < 3),
    long: Number(words > 40),
    leans: Number(/^["“‘(]?(?:This|That|These|Those|It|They|He|She|Such)\b/u.test(quote)),
    starts: Number(at === 0),
  };
}
