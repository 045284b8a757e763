// Themes, stated aims and glossary in the shapes of the contract.
import type { GlossaryWire, ThemesWire } from '../contract/insight.ts';
import type { Span, StrategyDocument } from '../domain/document.ts';
import type { Insight } from '../domain/insight.ts';
import type { PassageIndex } from '../ports.ts';
import { bareWords } from '../text/bare-words.ts';
import { themeChanges } from './theme-changes.ts';

/** A generation never changes, so what is read of it is put together once. */
const themesOfIndex = new WeakMap<PassageIndex, Promise<ThemesWire>>();
const glossaryOfIndex = new WeakMap<PassageIndex, Promise<GlossaryWire>>();

/** Themes by document, the oldest first, with what each document states as its aims. */
export async function themesOfCorpus(index: PassageIndex): Promise<ThemesWire> {
  return remembered(themesOfIndex, index, async () => themesWire(await index.insight(), await documentsOf(index)));
}

/** Entries whose term or expansion holds the words asked for, whatever their case and marks; all where none are given. */
export async function glossaryOfCorpus(index: PassageIndex, q = ''): Promise<GlossaryWire> {
  const { entries } = await remembered(glossaryOfIndex, index, async () =>
    glossaryWire(await index.insight(), await documentsOf(index)),
  );
  const asked = bareWords(q);
  if (asked === '') return { entries };
  return { entries: entries.filter(({ term, expansion }) => bareWords(`${term} ${expansion ?? ''}`).includes(asked)) };
}

async function remembered<Value>(
  known: WeakMap<PassageIndex, Promise<Value>>,
  index: PassageIndex,
  make: () => Promise<Value>,
): Promise<Value> {
  const before = known.get(index);
  if (before) return before;
  const made = make();
  known.set(index, made);
  // A fault while reading must not be remembered.
  made.catch(() => known.delete(index));
  return made;
}

async function documentsOf(index: PassageIndex): Promise<StrategyDocument[]> {
  const descriptions = await index.documents();
  const documents = await Promise.all(descriptions.map(({ id }) => index.document(id)));
  return documents.flatMap((document) => document ?? []);
}

/** @param documents the oldest first. */
function themesWire(insight: Insight, documents: readonly StrategyDocument[]): ThemesWire {
  const words = new Map(documents.map(({ id, text }) => [id, text.match(/\S+/gu)?.length ?? 0]));
  const themes = insight.themes.lexicon.themes.map(({ id, name }) => {
    const own = insight.themes.cells.filter(({ themeId }) => themeId === id);
    const cells = documents.map((document) => {
      const { count = 0, passageIds = [] } = own.find(({ documentId }) => documentId === document.id) ?? {};
      return {
        documentId: document.id,
        count,
        per1000Words: per1000(count, words.get(document.id) ?? 0),
        passageIds: [...passageIds],
      };
    });
    return { id, name, cells };
  });
  const rated = documents.map(({ id: documentId }) => ({
    documentId,
    words: words.get(documentId) ?? 0,
    rates: themes.flatMap(({ id: themeId, cells }) =>
      cells
        .filter((cell) => cell.documentId === documentId)
        .map(({ count, per1000Words }) => ({ themeId, count, per1000Words })),
    ),
  }));
  return {
    source: insight.themes.source,
    documents: documents.map((document) => {
      const { id, title, shortTitle, years } = document;
      return { id, title, shortTitle, years, words: words.get(id) ?? 0, stated: statedOf(insight, document) };
    }),
    themes,
    changes: themeChanges(rated),
  };
}

function statedOf({ stated }: Insight, { id, text }: StrategyDocument): ThemesWire['documents'][number]['stated'] {
  return stated
    .filter(({ documentId }) => documentId === id)
    .map(({ heading, kind, items }) => ({ heading, kind, items: items.map((span) => quoted(text, span)) }));
}

function quoted(text: string, { start, end }: Span): { text: string; start: number; end: number } {
  return { text: text.slice(start, end), start, end };
}

/** To two decimals. */
function per1000(count: number, words: number): number {
  return words === 0 ? 0 : Math.round((count * 100_000) / words) / 100;
}

function glossaryWire({ glossary }: Insight, documents: readonly StrategyDocument[]): GlossaryWire {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const entries = glossary.map(
    ({ term, kind, expansion, byInitials, documentId, quote, firstUsed, documents: using }) => ({
      term,
      kind,
      expansion,
      byInitials: byInitials ?? false,
      documentId,
      quote: (texts.get(documentId) ?? '').slice(quote.start, quote.end),
      start: quote.start,
      end: quote.end,
      firstUsed: { ...firstUsed },
      documents: documents.map(({ id }) => id).filter((id) => using.includes(id)),
    }),
  );
  return { entries };
}
