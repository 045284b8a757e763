// The ingest from a folder of documents to a published index. Door for the command line and for the first start.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { buildGeneration } from '../index/build.ts';
import type { IndexedDocument } from '../index/generation-input.ts';
import { acquireIngestLock } from '../index/lock.ts';
import { publishGeneration } from '../index/publish.ts';
import { readVectorsForReuse } from '../index/reuse.ts';
import type { StrategyDocument } from '../src/domain/document.ts';
import { AppError } from '../src/domain/errors.ts';
import { emptyLexicon, lexiconSchema } from '../src/domain/lexicon.ts';
import type { Lexicon } from '../src/domain/lexicon.ts';
import type { ThemeLexicon } from '../src/domain/theme-lexicon.ts';
import { survey } from '../src/insight/survey.ts';
import type { Passage } from '../src/domain/passage.ts';
import type { Embedder, Log } from '../src/ports.ts';
import { acronymTwins } from './acronym-twins.ts';
import { findAcronyms } from './acronyms.ts';
import { catalogueFile, describe, findDocumentId, readCatalogue, withoutMark } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { findCommitments } from './commitments/find.ts';
import type { FoundCommitment } from './commitments/find.ts';
import { embedPassages } from './embed.ts';
import { extract } from './extract.ts';
import { titlePage } from './guess-description.ts';
import { guessNicknames } from './guess-nicknames.ts';
import { placeQuestions, readKnownQuestions } from './known-questions.ts';
import type { PlacedQuestions } from './known-questions.ts';
import { packPassages } from './passages.ts';
import { makeRegister } from './register.ts';
import type { RegisteredDocument } from './register.ts';
import type { IngestReport, Progress, SkippedFile } from './progress.ts';
import { readSourceFolder } from './source-files.ts';
import { readStructure } from './structure.ts';
import { readThemeLexicon, themesFile } from './theme-lexicon.ts';

const lexiconFile = 'lexicon.json';

export interface IngestOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly embedder: Embedder;
  /** Gets the embedder ready; not before this ingest is known to be the only one. */
  readonly warm?: () => Promise<void>;
  readonly now: Date;
  readonly log: Log;
  readonly progress: Progress;
}

/**
 * Reads every document of the folder, builds a generation aside and publishes it; on any fault the old one goes on serving.
 * @throws AppError `corpus-unreadable` when no document can be read, `index-locked` when another ingest runs, `disk-full`.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const started = performance.now();
  const lock = await acquireIngestLock(options.indexDir);
  try {
    const corpus = await readCorpus(options);
    await options.warm?.();
    const known = await readVectorsForReuse(options.indexDir, { model: options.embedder.model, log: options.log });
    const embedded = await embedPassages(
      corpus.documents.flatMap((each) => each.passages),
      { ...options, known, questions: corpus.questions.byPassage },
    );
    const byId = new Map(embedded.passages.map((passage) => [passage.id, passage]));
    const documents = corpus.documents.map(({ passages, ...rest }): RegisteredDocument => ({
      ...rest,
      passages: passages.flatMap((passage) => byId.get(passage.id) ?? []),
    }));
    const generation = await publish({ ...corpus, documents }, options);
    return {
      generation,
      documents: documents.map(summary),
      skipped: corpus.skipped,
      warnings: corpus.warnings,
      embedded: embedded.embedded,
      reused: embedded.reused,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await lock.release();
  }
}

interface ReadDocument {
  readonly document: StrategyDocument;
  readonly file: string;
  readonly sha256: string;
  readonly passages: readonly Passage[];
  readonly commitments: readonly FoundCommitment[];
}

interface Corpus {
  readonly documents: readonly ReadDocument[];
  readonly lexicon: Lexicon;
  /** Null where the folder has none. */
  readonly themes: ThemeLexicon | null;
  readonly questions: PlacedQuestions;
  readonly skipped: readonly SkippedFile[];
  readonly warnings: readonly string[];
}

async function readCorpus({ corpusDir, progress }: IngestOptions): Promise<Corpus> {
  const { files, passedOver, folders } = await readSourceFolder(corpusDir);
  const catalogue = await readCatalogue(corpusDir);
  const documents: ReadDocument[] = [];
  const skipped: SkippedFile[] = [...passedOver];
  const warnings = [...catalogueWarnings(catalogue, files), ...folders.map(folderWarning)];
  for (const [index, file] of files.entries()) {
    const read = await readDocument(corpusDir, file, catalogue);
    if ('reason' in read) skipped.push(read);
    else if (documents.some((other) => other.document.id === read.document.id))
      skipped.push({ file, reason: 'another file has the same id; rename one' });
    else {
      documents.push(read);
      warnings.push(...read.notes.map((note) => `${file}: ${note}.`));
    }
    progress({ stage: 'read', done: index + 1, total: files.length });
  }
  if (documents.length === 0) throw nothingReadable(corpusDir, skipped);
  const themes = await readThemeLexicon(corpusDir);
  if (themes === null)
    warnings.push(`There is no ${themesFile}: themes are derived from the documents' words. Add one to name them.`);
  const named = withNicknames(documents, catalogue);
  const questions = placeQuestions(await readKnownQuestions(corpusDir), named);
  warnings.push(...questions.warnings);
  return { documents: named, lexicon: await readLexicon(corpusDir), themes, questions, skipped, warnings };
}

/** Documents that the catalogue does not list get the names that their title pages suggest. */
function withNicknames(documents: readonly ReadDocument[], catalogue: Catalogue): ReadDocument[] {
  const titled = documents.map(({ document: { id, title, text } }) => ({
    id,
    title,
    page: titlePage(text).map(({ words }) => words),
    text,
  }));
  const guessed = guessNicknames(titled);
  return documents.map((each) => {
    if (catalogue.entries.has(each.file)) return each;
    return { ...each, document: { ...each.document, nicknames: [...(guessed.get(each.document.id) ?? [])] } };
  });
}

async function readDocument(
  corpusDir: string,
  file: string,
  catalogue: Catalogue,
): Promise<(ReadDocument & { notes: readonly string[] }) | SkippedFile> {
  const extracted = await extract(join(corpusDir, file));
  if (extracted.kind === 'refused') return { file, reason: extracted.reason };
  const { text, sha256, notes } = extracted;
  const structure = readStructure(text);
  const id = findDocumentId(file);
  if (id === null)
    return { file, reason: 'its name has no letter from a to z and no digit to make an id of; rename it' };
  const passages = packPassages(id, text, structure);
  if (passages.length === 0) return { file, reason: 'it holds no sentences' };
  const document = {
    ...describe(file, text, structure.sections, catalogue.entries.get(file)),
    text,
    sections: structure.sections,
  };
  return { document, file, sha256, passages, commitments: findCommitments(text, structure), notes };
}

function catalogueWarnings(catalogue: Catalogue, files: readonly string[]): string[] {
  if (!catalogue.present) {
    return [
      `There is no ${catalogueFile}: titles, years and status are guessed from the documents' words. Add one to name them.`,
    ];
  }
  const unlisted = files
    .filter((file) => !catalogue.entries.has(file))
    .map((file) => `${file} is not in ${catalogueFile}: its title and years are guessed. Add an entry.`);
  const absent = [...catalogue.entries.keys()]
    .filter((file) => !files.includes(file))
    .map((file) => `${catalogueFile} lists ${file}, which is not there.`);
  return [...unlisted, ...absent];
}

function folderWarning(name: string): string {
  return `${name} is a folder within the folder: its files are not read. Put them beside the others.`;
}

function nothingReadable(corpusDir: string, skipped: readonly SkippedFile[]): AppError {
  const reasons = skipped.map(({ file, reason }) => ` ${file}: ${reason}.`).join('');
  return new AppError(
    'corpus-unreadable',
    `No document in ${corpusDir} could be read; the index is as it was. Put .txt or .md files there.${reasons}`,
  );
}

async function readLexicon(corpusDir: string): Promise<Lexicon> {
  let source: string;
  try {
    source = await readFile(join(corpusDir, lexiconFile), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return emptyLexicon;
    throw new AppError('corpus-unreadable', `${lexiconFile} cannot be read. Check its permissions.`, { cause });
  }
  try {
    return lexiconSchema.parse(JSON.parse(withoutMark(source)));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new AppError('corpus-unreadable', `${lexiconFile} is not valid:\n${detail}`, { cause });
  }
}

async function publish(
  corpus: Corpus & { readonly documents: readonly RegisteredDocument[] },
  options: IngestOptions,
): Promise<string> {
  options.progress({ stage: 'write', done: 0, total: 1 });
  const acronyms = findAcronyms(corpus.documents.map((each) => each.document));
  const twins = acronymTwins(corpus.documents, acronyms);
  const insight = survey({ ...corpus, acronyms, twins: twins.map((twin) => ({ ...twin, words: twin.expansion })) });
  const { embedder } = options;
  const input = {
    documents: corpus.documents,
    acronyms: [...acronyms, ...twins],
    lexicon: corpus.lexicon,
    insight,
    commitments: await makeRegister(corpus.documents, { embedder, themes: insight.themes.lexicon }),
    model: embedder.model,
  };
  const staged = await buildGeneration(input, options);
  options.progress({ stage: 'verify', done: 0, total: 1 });
  await publishGeneration(staged, options);
  options.progress({ stage: 'verify', done: 1, total: 1 });
  return staged.manifest.id;
}

function summary({ document, passages }: IndexedDocument): IngestReport['documents'][number] {
  return {
    id: document.id,
    title: document.title,
    passages: passages.length,
    sentences: passages.reduce((sum, passage) => sum + passage.sentences.length, 0),
  };
}
