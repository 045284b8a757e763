// What of a folder is read, and what of it looks like a document and is not.
import { readdir } from 'node:fs/promises';
import { AppError } from '../src/domain/errors.ts';
import { isSourceFile } from './extract.ts';
import type { SkippedFile } from './progress.ts';

export interface SourceFolder {
  /** Names of the files to read, sorted. */
  readonly files: readonly string[];
  readonly passedOver: readonly SkippedFile[];
  /** Names of the folders within it, whose files are not read. */
  readonly folders: readonly string[];
}

/** Kinds of files in which documents come, by the ends of their names, with what their makers call them. */
const otherKinds: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  doc: 'a Word document',
  docx: 'a Word document',
  odt: 'an OpenDocument text',
  rtf: 'a rich text document',
  pages: 'a Pages document',
  ppt: 'a presentation',
  pptx: 'a presentation',
  xls: 'a workbook',
  xlsx: 'a workbook',
  htm: 'a web page',
  html: 'a web page',
  epub: 'an e-book',
};

/** @throws AppError `corpus-unreadable` where there is no such folder, or it may not be read. */
export async function readSourceFolder(corpusDir: string): Promise<SourceFolder> {
  try {
    const entries = (await readdir(corpusDir, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
    const names = entries.filter(({ name }) => isSourceFile(name)).map(({ name }) => name);
    const rest = entries.filter(({ name }) => !isSourceFile(name));
    const folders = rest.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const passedOver = rest.filter((entry) => entry.isFile()).flatMap(({ name }) => otherDocument(name));
    return { files: names.toSorted(), passedOver, folders: folders.toSorted() };
  } catch (cause) {
    throw new AppError(
      'corpus-unreadable',
      `The folder ${corpusDir} cannot be read. Name a folder that holds .txt or .md documents.`,
      { cause },
    );
  }
}

/** Why a document of another kind is not read; none for a file that is no document. */
function otherDocument(file: string): SkippedFile[] {
  const kind = otherKinds[/\.([a-z]{2,5})$/iu.exec(file)?.[1]?.toLowerCase() ?? ''];
  return kind === undefined ? [] : [{ file, reason: `it is ${kind}; save its text as .txt or .md beside it` }];
}
