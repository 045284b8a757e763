// What a chapter or section is about: its opening statement, and what its own sub-headings and lettered points say, in their order.
import type { AskedKind } from '../../domain/asked.ts';
import type { Passage } from '../../domain/passage.ts';
import { meantDocuments } from '../../domain/plan.ts';
import { bareWords } from '../../text/bare-words.ts';
import { rememberObjects } from '../../text/remember-objects.ts';
import { terms } from '../../text/tokens.ts';
import { sentencesWithin } from '../documents/by-document.ts';
import { chosenSentences, isStatement, standsAlone } from './compose-summary.ts';
import { inLine, point, quote, textOf, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { toQuotation } from '../rank/select.ts';

/** A part of a document under one heading: the passages in it, and how deep it stands. */
interface Section {
  readonly passages: readonly Passage[];
  readonly depth: number;
}

/** Most sub-headings that are told, and most points of one that says nothing itself. */
const told = { headings: 7, points: 3 };
/** Fewer sub-headings do not tell what a section is about. */
const fewestHeadings = 2;
/** A heading of so many words says something; a shorter one only names. */
const wordsOfStatement = 5;
/** Share of a heading's words that must be asked for, where a chapter or section is. */
const mostlyNamed = 0.5;

/** Null where no section is asked about, or none has that name. */
export function composeSection(request: ComposeRequest): Composed | null {
  const { plan } = request;
  const asksSection = sectionNamed.test(plan.question) && aboutSection.test(plan.question);
  if (!asksSection && plan.intent !== 'summary') return null;
  if (plan.asks !== null && askingOtherwise.has(plan.asks)) return null;
  const section = sectionAsked(request, asksSection);
  if (!section) return null;
  const parts = partsOf(section);
  if (parts.length < fewestHeadings) return asksSection ? bestOf(section, request) : null;
  return { paragraphs: outline(openingOf(section), parts, plan.most) };
}

/** Kinds of thing that a section as a whole does not answer. */
const askingOtherwise: ReadonlySet<AskedKind> = new Set<AskedKind>(['number', 'money', 'date', 'person', 'rate']);

/** The opening statement and a point for each part; where so many lines are too many, the parts in one. */
function outline(opening: Quotation | null, parts: readonly Part[], most: number | null): Paragraph[] {
  const first = opening ? [[quote(opening)]] : [];
  const points = parts.flatMap(({ points: own }) => own);
  const isTooLong = most !== null && most > 1 && points.length + first.length > most;
  return [
    ...first,
    ...(isTooLong
      ? [
          inLine(
            parts.map(({ gist }) => gist),
            '; ',
          ),
        ]
      : points),
  ];
}

const sectionNamed = /\b(?:chapter|section|annex|appendix)\b/i;
const aboutSection =
  /\b(?:about|cover(?:s|ed)?|say|says|said|contain(?:s|ed)?|include[sd]?|deal(?:s|t)? with|in|summ?ari[sz]\w*|summary|sum(?:med)? up|gist|overview|recap|outline|tl;?dr|tell me|run through|points?)\b/i;
/** Words that ask for a section and are no part of its name. */
const asking = new Set(
  terms('chapter section part about cover say contain include deal with tell main point page what summary summarise'),
);

/** The section whose heading is asked for: of the latest document, and the fullest. */
function sectionAsked({ plan, documents, surroundings }: ComposeRequest, isNamedSection: boolean): Section | null {
  const asked = new Set(terms(plan.topic).filter((term) => !asking.has(term)));
  const meant = meantDocuments(plan.scope);
  for (const { id } of documents.toReversed()) {
    const passages = meant.has(id) ? (surroundings.get(id) ?? []) : [];
    const found = headingsIn(passages).filter(({ heading }) => isNamed(heading, asked, isNamedSection));
    const sections = found.map(({ path }) => sectionAt(path, passages));
    const [fullest] = sections.toSorted((one, other) => other.passages.length - one.passages.length);
    if (fullest) return fullest;
  }
  return null;
}

function isNamed(heading: string, asked: ReadonlySet<string>, isNamedSection: boolean): boolean {
  const own = new Set(terms(heading));
  const shared = [...own].filter((term) => asked.has(term)).length;
  if (asked.size === 0 || shared < asked.size) return false;
  return isNamedSection ? shared >= mostlyNamed * own.size : shared === own.size;
}

/** Every heading above the passages once, with its path. */
function headingsIn(passages: readonly Passage[]): { readonly heading: string; readonly path: readonly string[] }[] {
  const paths = new Map(
    passages.flatMap(({ section }) =>
      section.map((_, at) => [keyOf(section.slice(0, at + 1)), section.slice(0, at + 1)] as const),
    ),
  );
  return [...paths.values()].map((path) => ({ heading: path.at(-1) ?? '', path }));
}

function sectionAt(path: readonly string[], passages: readonly Passage[]): Section {
  const isWithin = ({ section }: Passage): boolean => path.every((heading, at) => section[at] === heading);
  return { passages: passages.filter(isWithin), depth: path.length };
}

/** The first sentence under the section's own heading that can be understood by itself. */
function openingOf({ passages, depth }: Section): Quotation | null {
  return firstStatement(passages.filter(({ section }) => section.length === depth));
}

function firstStatement(passages: readonly Passage[]): Quotation | null {
  for (const passage of passages)
    for (const { kind, start, end } of passage.sentences) {
      const quotation = { passage, start, end };
      if (kind === 'prose' && (standsAlone(textOf(quotation)) || announces.test(textOf(quotation)))) return quotation;
    }
  return null;
}

/** "There are three key partnerships": it points at what follows, not back. */
const announces = /^There (?:are|were) (?:two|three|four|five|six|seven|eight|nine|ten|\d+) /u;

/** Whether the section at that path can be told by its sub-headings, and is the fullest of that name in the document. */
export function hasOutline(path: readonly string[], passages: readonly Passage[]): boolean {
  return outlinesIn(passages).has(keyOf(path));
}

const keyOf = (path: readonly string[]): string => path.join('\n');

/** The paths of those sections, found once for each document. */
const outlinesIn = rememberObjects((passages: readonly Passage[]): ReadonlySet<string> => {
  const fullest = new Map<string, { readonly path: readonly string[]; readonly section: Section }>();
  for (const { heading, path } of headingsIn(passages)) {
    const section = sectionAt(path, passages);
    const known = fullest.get(bareWords(heading));
    if (!known || known.section.passages.length < section.passages.length)
      fullest.set(bareWords(heading), { path, section });
  }
  const outlined = [...fullest.values()].filter(({ section }) => partsOf(section).length >= fewestHeadings);
  return new Set(outlined.map(({ path }) => keyOf(path)));
});

/** What stands under one sub-heading. */
interface Part {
  /** The heading where it says something, else what stands first under it. */
  readonly gist: Quotation;
  readonly points: readonly Paragraph[];
}

/** A part for each sub-heading, in order. */
function partsOf({ passages, depth }: Section): Part[] {
  const children = new Map<string, Passage[]>();
  for (const passage of passages) {
    const name = passage.section[depth];
    if (name !== undefined) children.set(name, [...(children.get(name) ?? []), passage]);
  }
  if (children.size === 1) return partsOf({ passages: [...children.values()].flat(), depth: depth + 1 });
  return [...children.values()].slice(0, told.headings).flatMap((child) => partUnder(child, depth + 1) ?? []);
}

function partUnder(passages: readonly Passage[], depth: number): Part | null {
  const own = passages.filter(({ section }) => section.length === depth);
  const heading = headingOf(own);
  if (heading && isStated(textOf(heading).trim())) return { gist: heading, points: [point(heading)] };
  const first = firstStatement(own);
  const items = itemsIn(own).slice(0, told.points);
  const [gist = items[0]] = first ? [first] : [];
  if (!gist) return null;
  const named = heading ? [quote(heading), words(' – ')] : [];
  const head: Paragraph[] = first ? [[words('- '), ...named, quote(first)]] : [];
  return { gist, points: [...head, ...items.map(point)] };
}

function isStated(heading: string): boolean {
  return /[.!?]$/u.test(heading) || heading.split(/\s+/u).length >= wordsOfStatement;
}

function headingOf([passage]: readonly Passage[]): Quotation | null {
  const found = passage?.sentences.find(({ kind }) => kind === 'heading');
  return passage && found ? { passage, start: found.start, end: found.end } : null;
}

/** Several lines that each lead to a list; or the first sentences of the points of the only list. */
function itemsIn(passages: readonly Passage[]): Quotation[] {
  const all = passages.flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })));
  const leads = all.filter(({ sentence }) => sentence.kind === 'lead-in');
  const bullets = all.filter(
    ({ passage, sentence }) => sentence.kind === 'bullet' && beginsLine(passage, sentence.start),
  );
  const items = leads.length > 1 ? leads : leads.length === 1 ? bullets : [];
  return items.map(({ passage, sentence: { start, end } }) => ({ passage, start, end }));
}

/** Whether a new line begins before it: a later sentence of a bullet goes on in the line of the first. */
function beginsLine({ text, start }: Passage, at: number): boolean {
  const before = text.slice(0, at - start);
  return !/[.!?]["”’*]*[^\S\n]+$/u.test(before);
}

/** A section without sub-headings: its best sentences, in the order of the text. */
function bestOf({ passages }: Section, request: ComposeRequest): Composed | null {
  const [first] = passages;
  if (!first) return null;
  const within = new Set(passages.map(({ id }) => id));
  const ranked = sentencesWithin(first.documentId, request).filter(
    (each) => within.has(each.passage.id) && isStatement(each) && standsAlone(each.quote),
  );
  const chosen = chosenSentences(ranked).toSorted((one, other) => one.sentence.start - other.sentence.start);
  return chosen.length === 0 ? null : { paragraphs: chosen.map(toQuotation).map(point) };
}
